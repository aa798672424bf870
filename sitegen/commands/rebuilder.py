"""The builds of a preview: at its start, after each save, and when nobody saves."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator, Set
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from sitegen.building.state import Busy
from sitegen.commands.build import build
from sitegen.outputs import addresses
from sitegen.outputs.edition import EDITIONS
from sitegen.pipeline.outcome import BuildResult, Clock
from sitegen.pipeline.preview_memory import PreviewMemory
from sitegen.problems import Kind, Location, Problem, Report, Severity

BUSY = Kind(
    "serve.busy",
    Severity.ERROR,
    zh="另一个 sitegen 正在生成这个站点",
    en="another sitegen is building this site",
    fix_zh="等它结束，再保存一次文件",
    fix_en="wait until it has ended, then save a file again",
)
CRASHED = Kind(
    "serve.crashed",
    Severity.ERROR,
    zh="生成时程序出错：{error}",
    en="the program failed while building: {error}",
    fix_zh="这是 sitegen 的毛病，不是内容的；请把终端里的出错信息告诉维护者",
    fix_en="this is a fault of sitegen, not of the content: report what the terminal shows",
)

SEARCH_INDEX = ("search/",)
"""Where the search index is. It takes longer to make than all pages that one edit changes, so a save
leaves it as it was. The preview makes it at its start and, for a small site, when nobody saves."""
POSTPONED = (
    *SEARCH_INDEX,
    *(f"{edition.prefix}{addresses.SEASONS_CALENDAR}" for edition in EDITIONS),
)
"""What a save leaves as it was: besides that index the calendar of all goods, which quotes each of them."""
SMALL_SITE = 3_000
"""The search index of a site with at most as many outputs is made when nobody saves: that takes
about two seconds."""
WATCHED_FOLDERS = frozenset({"content", "templates"})
"""A save that names one of these itself: the folder came or went, and all in it may be new."""


@dataclass(frozen=True, slots=True)
class ServeCallbacks:
    """What the preview calls: with its address, after each build with the result (None: it failed),
    its report and its seconds, and with the traceback where a build crashed."""

    on_address: Callable[[str], None]
    on_build: Callable[[BuildResult | None, Report, float], None]
    on_crash: Callable[[str], None]


class Attempt(NamedTuple):
    """One build for the preview and how many seconds it took; without a result it failed."""

    result: BuildResult | None
    report: Report
    seconds: float

    @property
    def was_busy(self) -> bool:
        return any(problem.kind is BUSY for problem in self.report.problems)


@dataclass(slots=True)
class Rebuilder:
    """Builds the site for the preview: all of it first, then what was saved, and when nobody saves
    the rest.

    `work_is_left` says that a save left something to do when nobody saves, `site_is_small` that the
    search index is then made as well. `last_build_succeeded` means that nothing but the files saved
    since can differ from what was built. `unreported` is the build that `on_shown` is to report.
    """

    root: Path
    target: Path
    clock: Clock
    callbacks: ServeCallbacks
    workers: int
    strict: bool
    memory: PreviewMemory = field(default_factory=PreviewMemory)
    work_is_left: bool = False
    site_is_small: bool = True
    last_build_succeeded: bool = False
    unreported: Attempt | None = None

    def on_save(self, saved: set[str]) -> Report:
        """Build what was `saved` (paths below the site); everything where that is empty: at first.

        The first build comes before any thread exists: only it may fork workers.
        """
        if not saved:
            attempt = self._build(self.workers, postponed=())
        else:
            attempt = self._build(1, postponed=POSTPONED, saved=saved)
            if attempt.result:
                self.work_is_left = True
                self.site_is_small = attempt.result.made + attempt.result.kept <= SMALL_SITE
        self.unreported = attempt
        return attempt.report

    def on_idle(self) -> Report | None:
        """Do what saves have left to do. The report where it brought something new: pages that no
        save had announced, or errors."""
        report = self._look_at_everything() if self.work_is_left else None
        if self.memory.theme is not None:
            self.memory.theme.warm_up()
        return report

    def on_shown(self) -> None:
        """Report the last build, now that the browser would see it."""
        if self.unreported is not None:
            attempt, self.unreported = self.unreported, None
            self.callbacks.on_build(attempt.result, attempt.report, attempt.seconds)

    def _look_at_everything(self) -> Report | None:
        attempt = self._build(1, postponed=() if self.site_is_small else SEARCH_INDEX)
        if attempt.result is not None:
            self.work_is_left = False
            if all(path.startswith(POSTPONED) for path in attempt.result.remade):
                return None
        elif attempt.was_busy:
            return None
        self.unreported = attempt
        return attempt.report

    def _build(
        self, workers: int, *, postponed: tuple[str, ...], saved: Set[str] | None = None
    ) -> Attempt:
        """Build once. Of a site whose last build succeeded, look only at the files `saved`."""
        if not self.last_build_succeeded or not saved or saved & WATCHED_FOLDERS:
            saved = None
        self.last_build_succeeded = False
        with garbage_collector_off(self.memory):
            attempt = self._attempt(workers, postponed, saved)
        self.last_build_succeeded = attempt.result is not None
        return attempt

    def _attempt(self, workers: int, postponed: tuple[str, ...], saved: Set[str] | None) -> Attempt:
        """Build once. A build that cannot run or crashes becomes a problem in the report."""
        report = Report(strict=self.strict)
        result = None
        start = time.perf_counter()
        try:
            result = build(
                self.root,
                self.target,
                report,
                self.clock,
                workers=workers,
                memory=self.memory,
                postponed=postponed,
                saved=saved,
            )
        except Busy:
            report.add([Problem(BUSY, Location("."))])
        except Exception as error:
            import traceback

            self.callbacks.on_crash(traceback.format_exc())
            facts = {"error": f"{type(error).__name__}: {error}"}
            report.add([Problem(CRASHED, Location("."), facts)])
        return Attempt(result, report, time.perf_counter() - start)


@contextmanager
def garbage_collector_off(memory: PreviewMemory) -> Iterator[None]:
    """Keep Python's garbage collector off during a build, which leaves almost nothing to collect.

    After the first build, the million objects that the memory keeps of the site are also taken out
    of all later collections.
    """
    gc.disable()
    try:
        yield
    finally:
        if memory.site_plan is not None and not memory.frozen:
            gc.freeze()
            memory.frozen = True
        gc.enable()
