"""Where a link or image target is written in a document's body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Final
from urllib.parse import unquote

from sitegen.loading.document import Document, Place
from sitegen.problems import Location

TICKS = re.compile("`+")
TARGET = re.compile(r"""(?:\]\(\s*<?|\]:[ ]*<?|(?:href|src)\s*=\s*["']?|<)([^\s()<>"']+)""")
"""A target where Markdown or HTML has one."""
SEARCHES: Final = 100
"""So many targets of a body that stand elsewhere, as bare addresses do, are searched for one by one."""


class LinkPlaces:
    """The places of the targets in one body, which is looked through once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._searches = SEARCHES

    def place(self, target: str) -> Location:
        """The first place outside code where `target` is written, or else the start of the body.

        With a backslash escape the target in the HTML is spelt otherwise than in the body, so that it cannot
        be located.
        """
        document = self._document
        found = self._targets.get(target) or self._search(target)
        line, column = found or (0, 1)
        return Location(document.file, document.body_line + line, column)

    @cached_property
    def _lines(self) -> list[tuple[int, str]]:
        return list(outside_code(self._document.body))

    @cached_property
    def _targets(self) -> dict[str, Place]:
        """(line from 0, column from 1) of the first of each target."""
        places: dict[str, Place] = {}
        for number, line in self._lines:
            for match in TARGET.finditer(line):
                places.setdefault(match[1], (number, match.start(1) + 1))
        return places

    def _search(self, target: str) -> Place | None:
        if not self._searches:
            return None
        self._searches -= 1
        for number, line in self._lines:
            column = line.find(target)
            if column < 0 and "%" in line:
                column = unquote(line).find(target)
            if column >= 0:
                return number, column + 1
        return None


def outside_code(body: str) -> Iterator[tuple[int, str]]:
    """(number from 0, text) of each line outside fences, with spaces in place of code."""
    fenced = False
    for number, line in enumerate(body.split("\n")):
        if line.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
        elif not fenced:
            yield number, _without_code(line)


def _without_code(line: str) -> str:
    """The line with blanks from each run of backticks to the next one of the same length."""
    if "`" not in line:
        return line
    runs = [(match.start(), match.end()) for match in TICKS.finditer(line)]
    closing: dict[int, int] = {}
    pairs: dict[int, int] = {}
    for index in range(len(runs) - 1, -1, -1):
        start, end = runs[index]
        if end - start in closing:
            pairs[index] = closing[end - start]
        closing[end - start] = index
    shown, index, done = [], 0, 0
    while index < len(runs):
        if (last := pairs.get(index)) is not None:
            start, end = runs[index][0], runs[last][1]
            shown += [line[done:start], " " * (end - start)]
            done, index = end, last
        index += 1
    return "".join([*shown, line[done:]])
