"""A save that is killed before any of its changes of the disk leaves the old file or the new one, whole."""

from __future__ import annotations

from pathlib import Path

from sitegen import files
from sitegen.editing import saves
from tests.support.kills import killed, needs_fork

FILE = "content/gi/pear.md"
OLD, NEW = b"---\nname: old\n---\n" * 400, b"---\nname: new\n---\n" * 500


@needs_fork
def test_a_kill_at_any_instant_loses_no_byte(tmp_path: Path) -> None:
    root = tmp_path / "site"
    seen = set()
    for count in range(100):
        (root / "content/gi").mkdir(parents=True, exist_ok=True)
        (root / FILE).write_bytes(OLD)

        def work() -> None:
            saves.save(root, FILE, files.digest(OLD), NEW, name="梨", time="")

        done = not killed(work, count)
        now = (root / FILE).read_bytes()
        assert now in (OLD, NEW), count
        last = next(saves.kept(root), None)
        assert now == OLD or (last is not None and last.before == OLD), "it can be taken back"
        seen.add(now)
        if done:
            break
    assert done and seen == {OLD, NEW}
