"""Code within a line, between backticks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

TICKS = re.compile(r"(?<!\\)`+")


def code_spans(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of each piece of code between backticks. Each is taken to stand in one line."""
    runs = [(match.start(), match.end()) for match in TICKS.finditer(text)] if "`" in text else []
    same: dict[tuple[int, int], list[int]] = {}
    keys = []
    line = counted = 0
    for index, (start, end) in enumerate(runs):
        line += text.count("\n", counted, start)
        counted = start
        keys.append((line, end - start))
        same.setdefault(keys[-1], []).append(index)
    index = 0
    while index < len(runs):
        alike = same[keys[index]]
        closing = bisect_right(alike, index)
        if closing == len(alike):
            index += 1
        else:
            yield runs[index][0], runs[alike[closing]][1]
            index = alike[closing] + 1
