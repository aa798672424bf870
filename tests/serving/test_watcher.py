"""The watcher of saved files, with our own build and catch-up."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.serving.watcher import SavedFiles
from tests.support import basic_site

PEAR = "content/gi/qingxi-xueli.md"
PATIENCE = 20.0


def test_what_is_saved_while_the_preview_catches_up_is_built_right_after(tmp_path: Path) -> None:
    root = basic_site.basic(tmp_path)
    resting, enough = threading.Event(), threading.Event()
    built: list[tuple[set[str], bool]] = []

    def rest() -> bool:
        resting.set()
        assert enough.wait(PATIENCE)
        resting.clear()
        return False

    async def run() -> None:
        def build(saved: set[str]) -> None:
            built.append((saved, resting.is_set()))

        watcher = SavedFiles(root, basic_site.REPOSITORY / "templates", build, rest)
        watcher.start(lambda: None)
        await until(resting.is_set)
        basic_site.write(root, {PEAR: basic_site.PEAR.replace("皮薄", "皮很薄")})
        await until(lambda: bool(watcher._saved))
        assert not built, "a build and the rest never run at a time"
        enough.set()
        await until(lambda: bool(built))
        for task in watcher._running:
            task.cancel()

    asyncio.run(run())
    assert built == [({PEAR}, False)]


@pytest.mark.parametrize("found", [True, False])
def test_what_a_rest_finds_reloads_the_browsers(tmp_path: Path, found: bool) -> None:
    root = basic_site.basic(tmp_path)
    rested: list[None] = []
    woken: list[None] = []

    def rest() -> bool:
        rested.append(None)
        return found

    async def run() -> None:
        watcher = SavedFiles(root, basic_site.REPOSITORY / "templates", lambda saved: None, rest)
        watcher.start(lambda: woken.append(None))
        await until(lambda: bool(rested))
        building = watcher._building
        assert building is not None
        await building
        for task in watcher._running:
            task.cancel()

    asyncio.run(run())
    assert bool(woken) == found


async def until(what: Callable[[], bool]) -> None:
    """Wait for it, looking often."""
    async with asyncio.timeout(PATIENCE):
        while not what():
            await asyncio.sleep(0.01)
