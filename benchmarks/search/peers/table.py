"""Measurements of several engines as a table in Markdown: an engine a column, a class a row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from math import ceil

from benchmarks.search.peers.measured import Measured

Cell = Callable[[Measured], str]


def table(measured: Sequence[Measured]) -> str:
    """Recall at first place of each class, then everything else."""
    classes = list(dict.fromkeys(name for one in measured for name in one.quality if name))
    heads = [f"{one.name} {one.version}".strip() for one in measured]
    rows = [("recall@1", heads), ("---", ["---:"] * len(heads))]
    rows += [(name, [_recall(one, name) for one in measured]) for name in classes]
    rows += [(title, [cell(one) for one in measured]) for title, cell in CELLS]
    return "".join(f"| {title} | {' | '.join(cells)} |\n" for title, cells in rows)


def _recall(one: Measured, name: str) -> str:
    quality = one.quality.get(name)
    return f"{quality['recall@1']:.3f}" if quality else "–"


def _of_all(value: str) -> Cell:
    return lambda one: f"{one.quality[''][value]:.3f}"


def _percentile(share: float) -> Cell:
    def cell(one: Measured) -> str:
        ranked = sorted(one.first)
        return _kilobytes(ranked[max(ceil(len(ranked) * share), 1) - 1] if ranked else None)

    return cell


def _kilobytes(number: int | None) -> str:
    return "–" if number is None else f"{number / 1000:,.1f} KB"


def _megabytes(number: int | None) -> str:
    return "–" if number is None else f"{number / 1e6:,.1f} MB"


CELLS: Iterable[tuple[str, Cell]] = (
    ("**all**, recall@1", _of_all("recall@1")),
    ("all, recall@5", _of_all("recall@5")),
    ("all, MRR", _of_all("mrr")),
    ("no result at all", _of_all("zero")),
    ("sent before any query", lambda one: _kilobytes(one.once)),
    ("sent for a first query, p50", _percentile(0.5)),
    ("sent for a first query, p95", _percentile(0.95)),
    ("index on the server", lambda one: _megabytes(one.index)),
    ("index built in", lambda one: "–" if one.seconds is None else f"{one.seconds:,.1f} s"),
    ("memory while building", lambda one: _megabytes(one.peak)),
    ("heap in the page", lambda one: _megabytes(one.heap)),
    ("a query takes, p50", lambda one: "–" if one.ms is None else f"{one.ms:,.1f} ms"),
)
