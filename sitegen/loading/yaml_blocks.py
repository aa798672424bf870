"""The fields of a YAML text as lines: a name at the start of a line, and what follows until the next one.

Where YAML cannot be read any further, the field with the mistake is left out and the text is read again, so
that mistakes in other fields are reported at the same time.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

NO_NAME = frozenset("#-[]{}\"'&*!|>%@`?,")
"""Characters with which no plain name begins."""


class Block(NamedTuple):
    """A field and its lines: `start` to before `end`, counted from 0."""

    name: str
    start: int
    end: int


def block_at(lines: Sequence[str], line: int) -> Block | None:
    """The field that this line belongs to; None above the first field, and where none begins a line."""
    start = next((n for n in range(min(line, len(lines) - 1), -1, -1) if name_of(lines[n])), None)
    if start is None:
        return None
    end = next((n for n in range(start + 1, len(lines)) if name_of(lines[n])), len(lines))
    return Block(name_of(lines[start]), start, end)


def without(lines: Sequence[str], block: Block) -> list[str]:
    """The lines with those of a field left empty, so that the others keep their numbers."""
    return [*lines[: block.start], *[""] * (block.end - block.start), *lines[block.end :]]


def name_of(line: str) -> str:
    """The name of the field that a line begins, "" where it begins none."""
    name, colon, value = line.partition(":")
    if not colon or not name or name[0].isspace() or name[0] in NO_NAME:
        return ""
    return name.rstrip() if not value or value[0].isspace() else ""
