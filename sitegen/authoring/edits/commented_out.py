"""The place of a field that an entry has as a comment, as the draft of a new entry has it: `# summary:`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from sitegen.authoring.edits.field_order import Fields
from sitegen.authoring.edits.lines import Lines
from sitegen.loading.yaml_nodes import MappingNode


class Place(NamedTuple):
    """`text[start:end]` gives way to the field."""

    start: int
    end: int


def commented_out(lines: Lines, node: MappingNode, name: str, fields: Fields) -> Place | None:
    """Where a commented-out field is; None where there is none.

    The line gives way, as the draft advises, and with it lines of the draft below it for what is in the field.
    Where an author has written something there, it stays, and the place is below it.
    """
    column = lines.column(next(iter(node.names.values())).start)
    pattern = re.compile(rf"^ {{{column}}}# ?{re.escape(name)}:(.*)$", re.MULTILINE)
    for start, end in _gaps(lines, node, column):
        match = pattern.search(lines.text, start, end)
        if match is None:
            continue
        below = lines.next(match.start())
        if match[1].strip():
            return Place(below, below)
        own = frozenset(" " * column + line for line in fields.draft_lines(name))
        while below < end and lines.text[below : lines.end(below)] in own:
            below = lines.next(below)
        return Place(match.start(), below)
    return None


def _gaps(lines: Lines, node: MappingNode, column: int) -> Iterator[tuple[int, int]]:
    """The pieces of text between the fields of a group, in which there are only comments."""
    names = list(node.names)
    ends = [max(node.names[name].end, node.values[name].end) for name in names]
    if column == 0:
        yield 0, node.names[names[0]].start
    for end, following in zip(ends, names[1:], strict=False):
        yield end, node.names[following].start
    yield ends[-1], lines.below(ends[-1], column - 1)
