"""Numbers as bars. Series differ in pattern, not in colour alone, so that print and forced colours tell them apart."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from sitegen.outputs.parts.views.figures import Bar, BarPart, Chart

WIDEST = 200
"""The width of the longest bar."""
SERIES = 6
"""So many patterns can be told apart."""
CHARACTER, GAP = 13, 7
"""The width of a Chinese character of a label, and the room between label and bar."""
NUMBER = 36
"""The room for the number behind the longest bar."""
LONGEST = 7
"""A label of more characters stands above its bar."""


def chart(
    identifier: str,
    title: str,
    text: str,
    rows: Sequence[tuple[str, Sequence[int]]],
    series: Sequence[str] = (),
    others: str = "",
) -> Chart:
    """A chart of (label, numbers of the series). More series than can be told apart end in one, `others`."""
    if len(series) > SERIES:
        series = (*series[: SERIES - 1], others)
        rows = [(label, (*n[: SERIES - 1], sum(n[SERIES - 1 :]))) for label, n in rows]
    most = max((sum(numbers) for _, numbers in rows), default=0) or 1
    longest = max((len(label) for label, _ in rows), default=0)
    beside = longest * CHARACTER + GAP if longest <= LONGEST else 0
    return Chart(
        identifier,
        title,
        text,
        tuple(series),
        tuple(Bar(label, sum(numbers), _parts(numbers, most)) for label, numbers in rows),
        beside + WIDEST + NUMBER if beside else max(WIDEST + 2 * NUMBER, longest * CHARACTER),
        beside,
    )


def _parts(numbers: Sequence[int], most: int) -> tuple[BarPart, ...]:
    ends = [end * WIDEST // most for end in accumulate(numbers, initial=0)]
    return tuple(
        BarPart(series, start, end - start)
        for series, (start, end) in enumerate(pairwise(ends))
        if end > start
    )
