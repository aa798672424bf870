"""sitegen serve: a preview on this machine that builds and reloads when a file is saved."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator, Set
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sitegen.building.state import Busy
from sitegen.commands.build import build as run_build
from sitegen.pipeline.outcome import BuildResult, Clock
from sitegen.pipeline.preview_memory import PreviewMemory
from sitegen.problems import Kind, Language, Location, Problem, Report, Severity

PORT_TAKEN = Kind(
    "serve.port-taken",
    Severity.ERROR,
    zh="端口 {port} 正被别的程序使用，可能是另一个预览[[；端口 {free} 空着]]",
    en="port {port} is in use by another program, perhaps another preview[[; {free} is free]]",
    fix_zh="结束那个程序[[，或换一个端口：sitegen serve --port {free}]]",
    fix_en="end that program[[ or use the free port: sitegen serve --port {free}]]",
)
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

POSTPONED = ("search/",)
"""What a save leaves as it was: the search index takes longer than all pages that an edit changes.
The preview makes it when it starts, and of a small site while nobody saves."""
WHOLE = frozenset({"content", "templates"})
"""A save of such a folder: it came or went, and anything in it may be new."""
SMALL = 3_000
"""So many outputs at most: of a site half as large the index is made in less than a second."""


@dataclass(frozen=True, slots=True)
class Hearing:
    """What the command line is told: the address, every build, and the trace of a crash."""

    address: Callable[[str], None]
    built: Callable[[BuildResult | None, Report, float], None]
    trace: Callable[[str], None]


def serve(
    root: Path,
    output: Path,
    clock: Clock,
    port: int,
    hearing: Hearing,
    *,
    workers: int,
    strict: bool = False,
    language: Language = "zh",
) -> Report:
    """Serve the site in `root` until interrupted. The report says why that could not begin."""
    from sitegen.rendering.templates import theme_folder
    from sitegen.serving import server
    from sitegen.serving.preview import Preview, base_path

    refused = Report()
    try:
        sockets = server.bind(port)
    except server.Taken as taken:
        facts = {"port": str(port), "free": str(taken.free or "")}
        refused.add([Problem(PORT_TAKEN, Location("127.0.0.1"), facts)])
        return refused
    hearing.address(f"http://127.0.0.1:{server.port_of(sockets)}{base_path(root, '/')}")

    told: list[Callable[[], None]] = []
    memory = PreviewMemory()
    behind = False
    """Whether a save has left undone what there is time for later."""
    small = True
    """Whether the site is one whose search index is then made as well."""
    sure = False
    """Whether the last build went well, so that what has been saved since is all that can differ."""

    def make(
        count: int, postponed: tuple[str, ...], saved: Set[str] | None = None
    ) -> tuple[BuildResult | None, Report, float]:
        nonlocal sure
        known = saved if sure and saved and WHOLE.isdisjoint(saved) else None
        sure = False
        with undisturbed(memory):
            built, report, seconds = attempt(
                root,
                output,
                clock,
                hearing.trace,
                workers=count,
                strict=strict,
                memory=memory,
                postponed=postponed,
                saved=known,
            )
        sure = built is not None
        return built, report, seconds

    def rebuild(saved: set[str]) -> Report:
        nonlocal behind, small
        # The first build comes before any thread exists: only it may fork workers.
        if saved:
            built, report, seconds = make(1, POSTPONED, saved)
        else:
            built, report, seconds = make(workers, ())
        if saved and built:
            behind = True
            small = built.made + built.kept <= SMALL
        told.append(lambda: hearing.built(built, report, seconds))
        return report

    def catch_up() -> Report | None:
        nonlocal behind
        found = None
        if behind:
            built, report, seconds = make(1, () if small else POSTPONED)
            behind = built is None
            busy = any(problem.kind is BUSY for problem in report.problems)
            unseen = built and any(not path.startswith(POSTPONED) for path in built.remade)
            if unseen or (built is None and not busy):
                told.append(lambda: hearing.built(built, report, seconds))
                found = report
        if memory.theme is not None:
            memory.theme.warm_up()
        return found

    preview = Preview(
        root,
        output,
        rebuild,
        catch_up,
        run=str(clock.now()),
        language=language,
        shown=lambda: told.pop()(),
    )
    server.run(preview, theme_folder(), sockets)
    return refused


@contextmanager
def undisturbed(memory: PreviewMemory) -> Iterator[None]:
    """No search for cycles among values: a build makes none, and what is first remembered of a
    site, some million values, is never searched again."""
    gc.disable()
    try:
        yield
    finally:
        if memory.site_plan is not None and not memory.frozen:
            gc.freeze()
            memory.frozen = True
        gc.enable()


def attempt(
    root: Path,
    output: Path,
    clock: Clock,
    trace: Callable[[str], None],
    *,
    workers: int,
    strict: bool,
    memory: PreviewMemory,
    postponed: tuple[str, ...],
    saved: Set[str] | None = None,
) -> tuple[BuildResult | None, Report, float]:
    """One build for the preview and its seconds: whatever happens becomes a report."""
    report = Report(strict=strict)
    built = None
    start = time.perf_counter()
    try:
        built = run_build(
            root,
            output,
            report,
            clock,
            workers=workers,
            memory=memory,
            postponed=postponed,
            saved=saved,
        )
    except Busy:
        report.add([Problem(BUSY, Location("."))])
    except Exception as error:
        import traceback

        trace(traceback.format_exc())
        facts = {"error": f"{type(error).__name__}: {error}"}
        report.add([Problem(CRASHED, Location("."), facts)])
    return built, report, time.perf_counter() - start
