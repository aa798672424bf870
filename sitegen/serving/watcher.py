"""Watches for saved files, has the site built at once, then has livereload reload the browsers.

livereload's own poller checks every 0.8 s and ignores every second save within three seconds.
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

WATCHED = ("site.yaml", "content", "templates")
"""The watched parts of a site: never output/ or .sitegen/, because builds write there."""
QUIET_MS = 20
"""A change is reported after this time without a further one."""
LONGEST_MS = 300
"""A change is reported after this time at the latest."""
IDLE_SECONDS = 2.0
"""Time without a save before the work that saves postpone is done."""
RELOAD_NOW = ("__livereload__", None)
"""livereload's own entry for a change whose reload must not be delayed."""


class SavedFiles(Watcher):  # type: ignore[misc]
    """A livereload watcher for the site in `root` and the theme in `theme`, which may be elsewhere.

    `build` is called in a thread with the files saved since its last call. The first call includes
    files saved before `start`, but after this object was created. `catch_up` is called in a thread
    at the start, and whenever nothing was saved for IDLE_SECONDS; browsers reload if it returns
    True. Only one of the two runs at a time.
    """

    def __init__(
        self,
        root: Path,
        theme: Path,
        build: Callable[[set[str]], None],
        catch_up: Callable[[], bool],
    ) -> None:
        super().__init__()
        self._root = root.resolve()
        self._theme = theme.resolve()
        self._build = build
        self._catch_up = catch_up
        self._idle_timer: asyncio.TimerHandle | None = None
        self._saved: set[str] = set()
        self._building: asyncio.Task[None] | None = None
        self._folders_changed = asyncio.Event()
        self._running: list[asyncio.Task[None]] = []
        for name in WATCHED:
            self.watch(str(self._root / name))
        self._snapshot = self._stats()

    def start(self, callback: Callable[[], None]) -> bool:
        """Start watching. `callback` makes livereload look for changes and reload the browsers."""
        self._wake = callback
        loop = asyncio.get_running_loop()
        self._running = [
            loop.create_task(_or_polling(self._watch_top)),
            loop.create_task(_or_polling(self._watch_folders)),
        ]
        loop.call_soon(self._report_missed)
        loop.call_soon(self._start_unless_running, self._catch_up_then_build)
        return True

    def _stats(self) -> dict[str, tuple[int, int]]:
        """(modification time in ns, size in bytes) by path of all watched files."""
        stats = {}
        for folder in self._folders():
            for name, item in files.walk(folder):
                stat = item.stat(follow_symlinks=False)
                stats[str(folder / name)] = (stat.st_mtime_ns, stat.st_size)
        with contextlib.suppress(OSError):
            site = self._root / "site.yaml"
            stats[str(site)] = (site.stat().st_mtime_ns, site.stat().st_size)
        return stats

    def _report_missed(self) -> None:
        """Report files that were saved before the system began to watch.

        It watches by now: `start` creates the watching tasks first, so they have already run.
        """
        now = self._stats()
        changed = {path for path, _ in now.items() ^ self._snapshot.items()}
        self._snapshot = {}
        if changed:
            self._add_saved(changed)

    def _folders(self) -> list[Path]:
        folders = {self._root / "content", self._root / "templates", self._theme}
        return [folder for folder in sorted(folders) if folder.is_dir()]

    async def _watch_top(self, polling: bool | None) -> None:
        """Watch site.yaml, and the creation and removal of the folders.

        The folder of site.yaml is watched, not the file: editors replace a file by a new one.
        """
        paths = {str(self._root / name) for name in WATCHED}
        async for changes in awatch(
            self._root,
            watch_filter=lambda _, path: path in paths,
            recursive=False,
            force_polling=polling,
            step=QUIET_MS,
            debounce=LONGEST_MS,
        ):
            if any(change is not Change.modified for change, _ in changes):
                self._folders_changed.set()
            self._add_saved({path for _, path in changes})

    async def _watch_folders(self, polling: bool | None) -> None:
        while True:
            folders = self._folders()
            if not folders:
                await self._folders_changed.wait()
                self._folders_changed = asyncio.Event()
                continue
            async for changes in awatch(
                *folders,
                watch_filter=lambda _, path: is_content(Path(path).name),
                force_polling=polling,
                stop_event=self._folders_changed,
                step=QUIET_MS,
                debounce=LONGEST_MS,
            ):
                self._add_saved({path for _, path in changes})
            self._folders_changed = asyncio.Event()
            # Report the whole content: files may be saved before the next watch has started.
            asyncio.get_running_loop().call_soon(self._add_saved, {str(self._root / "content")})

    def _add_saved(self, paths: set[str]) -> None:
        self._saved |= {self._relative_to_site(Path(path)) for path in paths}
        if self._idle_timer is not None:
            self._idle_timer.cancel()
        self._start_unless_running(self._build_all)

    def _start_unless_running(self, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        if self._building is None or self._building.done():
            self._building = asyncio.get_running_loop().create_task(work())

    async def _build_all(self) -> None:
        while self._saved:
            saved, self._saved = self._saved, set()
            await _in_thread(lambda saved=saved: self._build(saved))  # type: ignore[misc]
            self._reload()
        loop = asyncio.get_running_loop()
        self._idle_timer = loop.call_later(
            IDLE_SECONDS, self._start_unless_running, self._catch_up_then_build
        )

    async def _catch_up_then_build(self) -> None:
        if await _in_thread(self._catch_up):
            self._reload()
        if self._saved:
            await self._build_all()

    def _reload(self) -> None:
        self._changes.append(RELOAD_NOW)
        self._wake()

    def _relative_to_site(self, path: Path) -> str:
        """The '/'-separated name of a file. Files of the default theme count as the site's own."""
        if path.is_relative_to(self._root):
            return path.relative_to(self._root).as_posix()
        return f"templates/{path.relative_to(self._theme).as_posix()}"


def is_content(name: str) -> bool:
    """Whether a file of this name can be part of a site: not an editor's lock, swap or backup."""
    return not name.startswith((".", "~$", "#")) and not name.endswith(("~", ".swp", ".tmp"))


async def _or_polling(watch: Callable[[bool | None], Coroutine[Any, Any, None]]) -> None:
    """Watch through the system, or by polling if the system cannot watch any more files."""
    try:
        await watch(None)
    except OSError:
        await watch(True)


async def _in_thread(work: Callable[[], bool | None]) -> bool | None:
    """Run `work` in a daemon thread, which does not delay the end of the process: a build may be
    killed at any time."""
    loop = asyncio.get_running_loop()
    done: asyncio.Future[bool | None] = loop.create_future()

    def run() -> None:
        result = None
        try:
            result = work()
        finally:
            with contextlib.suppress(RuntimeError):  # the loop is closed, nobody is waiting
                loop.call_soon_threadsafe(done.set_result, result)

    threading.Thread(target=run, daemon=True, name="build").start()
    return await done
