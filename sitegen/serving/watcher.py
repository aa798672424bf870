"""Hears of saved files at once, has the site built, then wakes livereload's handler.

livereload's own poller looks every 0.8 s and drops every second save within three.
"""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from livereload.watcher import Watcher
from watchfiles import Change, awatch

from sitegen import files

TOP = ("site.yaml", "content", "templates")
"""All of a site that is watched: never output/ or .sitegen/, which a build writes."""
STEP_MS = 20
"""A save is told of once nothing more has changed for so long."""
GROUP_MS = 300
"""And at the latest after so long."""
REST = 2.0
"""Seconds without a save after which there is time for what saves leave undone."""
AT_ONCE = ("__livereload__", None)
"""livereload's own mark of a change whose reload is not put off."""


class SavedFiles(Watcher):  # type: ignore[misc]
    """A livereload watcher over a site in `root` and a `theme` that may lie elsewhere.

    `build` is called in a thread with what was saved since its last call, never twice at a time:
    saved since this was made, not only since `start`. `rest` is called in the same way once no more
    is saved, and at the start; browsers reload where it gives True.
    """

    def __init__(
        self,
        root: Path,
        theme: Path,
        build: Callable[[set[str]], None],
        rest: Callable[[], bool],
    ) -> None:
        super().__init__()
        self._root = root.resolve()
        self._theme = theme.resolve()
        self._build = build
        self._rest = rest
        self._resting: asyncio.TimerHandle | None = None
        self._saved: set[str] = set()
        self._building: asyncio.Task[None] | None = None
        self._moved = asyncio.Event()
        self._running: list[asyncio.Task[None]] = []
        for name in TOP:
            self.watch(str(self._root / name))
        self._found = self._look()

    def start(self, callback: Callable[[], None]) -> bool:
        """Begin to watch; `callback` makes livereload look, and reload the browsers."""
        self._wake = callback
        loop = asyncio.get_running_loop()
        self._running = [
            loop.create_task(_or_polling(self._watch_top)),
            loop.create_task(_or_polling(self._watch_folders)),
        ]
        loop.call_soon(self._catch_up)
        loop.call_soon(self._begin, self._rest_and_go_on)
        return True

    def _look(self) -> dict[str, tuple[int, int]]:
        """Every file that is watched, with its time of change and size."""
        found = {}
        for folder in self._folders():
            for name, item in files.walk(folder):
                stat = item.stat(follow_symlinks=False)
                found[str(folder / name)] = (stat.st_mtime_ns, stat.st_size)
        with contextlib.suppress(OSError):
            site = self._root / "site.yaml"
            found[str(site)] = (site.stat().st_mtime_ns, site.stat().st_size)
        return found

    def _catch_up(self) -> None:
        """Tell of what was saved before the system began to watch; it does by now, since the tasks
        that ask it to have come first."""
        now = self._look()
        changed = {path for path, _ in now.items() ^ self._found.items()}
        self._found = {}
        if changed:
            self._tell(changed)

    def _folders(self) -> list[Path]:
        folders = {self._root / "content", self._root / "templates", self._theme}
        return [folder for folder in sorted(folders) if folder.is_dir()]

    async def _watch_top(self, polling: bool | None) -> None:
        """site.yaml, and the folders' coming and going. A file is watched by its folder, since an
        editor puts a new one in its place."""
        top = {str(self._root / name) for name in TOP}
        async for changes in awatch(
            self._root,
            watch_filter=lambda _, path: path in top,
            recursive=False,
            force_polling=polling,
            step=STEP_MS,
            debounce=GROUP_MS,
        ):
            if any(change is not Change.modified for change, _ in changes):
                self._moved.set()
            self._tell({path for _, path in changes})

    async def _watch_folders(self, polling: bool | None) -> None:
        while True:
            folders = self._folders()
            if not folders:
                await self._moved.wait()
                self._moved = asyncio.Event()
                continue
            async for changes in awatch(
                *folders,
                watch_filter=lambda _, path: is_content(Path(path).name),
                force_polling=polling,
                stop_event=self._moved,
                step=STEP_MS,
                debounce=GROUP_MS,
            ):
                self._tell({path for _, path in changes})
            self._moved = asyncio.Event()
            # What is saved until the next watch stands is built together with the folder itself.
            asyncio.get_running_loop().call_soon(self._tell, {str(self._root / "content")})

    def _tell(self, paths: set[str]) -> None:
        self._saved |= {self._named(Path(path)) for path in paths}
        if self._resting is not None:
            self._resting.cancel()
        self._begin(self._build_all)

    def _begin(self, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        if self._building is None or self._building.done():
            self._building = asyncio.get_running_loop().create_task(work())

    async def _build_all(self) -> None:
        while self._saved:
            saved, self._saved = self._saved, set()
            await _in_thread(lambda saved=saved: self._build(saved))  # type: ignore[misc]
            self._reload()
        loop = asyncio.get_running_loop()
        self._resting = loop.call_later(REST, self._begin, self._rest_and_go_on)

    async def _rest_and_go_on(self) -> None:
        if await _in_thread(self._rest):
            self._reload()
        if self._saved:
            await self._build_all()

    def _reload(self) -> None:
        self._changes.append(AT_ONCE)
        self._wake()

    def _named(self, path: Path) -> str:
        if path.is_relative_to(self._root):
            return path.relative_to(self._root).as_posix()
        return f"templates/{path.relative_to(self._theme).as_posix()}"


def is_content(name: str) -> bool:
    """Whether a file of this name can be part of a site: not an editor's lock, swap or copy."""
    return not name.startswith((".", "~$", "#")) and not name.endswith(("~", ".swp", ".tmp"))


async def _or_polling(watch: Callable[[bool | None], Coroutine[Any, Any, None]]) -> None:
    """Watch through the system, or by looking at the files where it watches no more of them."""
    try:
        await watch(None)
    except OSError:
        await watch(True)


async def _in_thread(work: Callable[[], bool | None]) -> bool | None:
    """Do it in a thread that does not keep the process from ending: a build may be killed."""
    loop = asyncio.get_running_loop()
    done: asyncio.Future[bool | None] = loop.create_future()

    def run() -> None:
        found = None
        try:
            found = work()
        finally:
            with contextlib.suppress(RuntimeError):  # the loop is closed: nobody waits any more
                loop.call_soon_threadsafe(done.set_result, found)

    threading.Thread(target=run, daemon=True, name="build").start()
    return await done
