"""A save that is killed before any of its changes of the disk leaves each file old or new, whole, and can be taken
back."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from sitegen import files
from sitegen.editing import saves
from tests.support.kills import killed, needs_fork

CHANGED, MADE = "content/gi/pear.md", "content/gi/quince.md"
OLD, NEW = b"---\nname: old\n---\n" * 400, b"---\nname: new\n---\n" * 500


@needs_fork
def test_a_kill_at_any_instant_loses_no_byte(tmp_path: Path) -> None:
    seen = set()
    for count in range(100):
        root = tmp_path / str(count)
        (root / "content/gi").mkdir(parents=True)
        (root / CHANGED).write_bytes(OLD)
        wanted = [
            saves.NewBytes(CHANGED, files.digest(OLD), NEW),
            saves.NewBytes(MADE, "", NEW),
        ]
        done = not killed(partial(saves.save, root, wanted, name="梨", time=""), count)
        now = saves.current(root, CHANGED), saves.current(root, MADE)
        assert now[0] in (OLD, NEW) and now[1] in (None, NEW), count
        seen.add(now)
        saves.take_back(root)
        assert (saves.current(root, CHANGED), saves.current(root, MADE)) == (OLD, None)
        if done:
            break
    assert done and seen == {(OLD, None), (NEW, None), (NEW, NEW)}
