"""The watcher of saved files, with a build and a rest of our own."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from pathlib import Path

from sitegen.serving.watcher import SavedFiles

from .. import sites

PEAR = "content/gi/qingxi-xueli.md"
PATIENCE = 20.0


def test_what_is_saved_while_the_preview_catches_up_is_built_right_after(tmp_path: Path) -> None:
    root = sites.basic(tmp_path)
    resting, enough = threading.Event(), threading.Event()
    built: list[tuple[set[str], bool]] = []

    def rest() -> None:
        resting.set()
        assert enough.wait(PATIENCE)
        resting.clear()

    async def run() -> None:
        def build(saved: set[str]) -> None:
            built.append((saved, resting.is_set()))

        watcher = SavedFiles(root, sites.REPOSITORY / "templates", build, rest)
        watcher.start(lambda: None)
        await until(resting.is_set)
        sites.write(root, {PEAR: sites.PEAR.replace("皮薄", "皮很薄")})
        await until(lambda: bool(watcher._saved))
        assert not built, "a build and the rest never run at a time"
        enough.set()
        await until(lambda: bool(built))
        for task in watcher._running:
            task.cancel()

    asyncio.run(run())
    assert built == [({PEAR}, False)]


async def until(what: Callable[[], bool]) -> None:
    """Wait for it, looking often."""
    async with asyncio.timeout(PATIENCE):
        while not what():
            await asyncio.sleep(0.01)
