"""Making outputs in worker processes: each file is rendered, looked at by page rules and written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sitegen import files
from sitegen.building.stat import Stat, stat_of
from sitegen.building.workers import LEAST, spread
from sitegen.checks import page_rule
from sitegen.checks.link_targets import LinkTargets
from sitegen.checks.page_rule import FinishedPage, KeptFinding, PageRule
from sitegen.files import digest
from sitegen.outputs import families
from sitegen.outputs.output import Output
from sitegen.outputs.render_context import RenderContext

COSTLY = 2
"""So few outputs are worth several processes where pictures are among them."""


class MadeFile(NamedTuple):
    """One file as a worker made it; `stat` is that in the staging folder."""

    path: str
    sha256: str
    stat: Stat | None
    ids: str
    findings: tuple[KeptFinding, ...]


class Bench(NamedTuple):
    """What a worker needs: `staging` is None where nothing is written, `now` the clock in ns.

    Files whose paths end with `read` are looked at by `rules`, but for those of pictures, which a check
    does not make.
    """

    context: RenderContext
    staging: str | None
    rules: tuple[PageRule, ...]
    read: tuple[str, ...]
    targets: LinkTargets
    now: int


def make(bench: Bench, outputs: Sequence[Output], workers: int) -> dict[str, tuple[MadeFile, ...]]:
    """The files that are made of each output, by its path; those of one batch by one process."""
    batches: dict[str, list[Output]] = {}
    for output in sorted(outputs, key=lambda output: not output.costly):
        batches.setdefault(output.batch or output.path, []).append(output)
    ordered = list(batches.values())
    single = sum(batch[0].costly for batch in ordered)
    least = COSTLY if single > 1 else LEAST
    made = spread(_make, bench, ordered, workers, least=least, single=single, here=True)
    return {
        output.path: result
        for batch, files_made in zip(ordered, made, strict=True)
        for output, result in zip(batch, files_made, strict=True)
    }


def _make(bench: Bench, batch: Sequence[Output]) -> list[tuple[MadeFile, ...]]:
    return [_files(bench, output) for output in batch]


def _files(bench: Bench, output: Output) -> tuple[MadeFile, ...]:
    if families.RECIPES[output.recipe].checked_before:
        if bench.staging is None:
            return (MadeFile(output.path, "", None, "", ()),)
        bench = bench._replace(read=())
    made = families.make(bench.context, output)
    if isinstance(made, str | bytes):
        return (_file(bench, output.path, made),)
    return tuple(_file(bench, output.path + name, made[name]) for name in sorted(made))


def _file(bench: Bench, path: str, made: str | bytes) -> MadeFile:
    ids = ""
    findings: tuple[KeptFinding, ...] = ()
    if path.endswith(bench.read):
        page = FinishedPage.of(path, made, bench.targets)
        ids = "\n".join(sorted(page.ids))
        findings = page_rule.look(bench.rules, page)
    data = made.encode() if isinstance(made, str) else made
    stat = None
    if bench.staging is not None:
        stat = stat_of(files.write_new(bench.staging, path, data), bench.now)
    return MadeFile(path, digest(data), stat, ids, findings)
