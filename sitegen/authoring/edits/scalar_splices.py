"""A text gets new words where it stands, in the style of quotes that it has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sitegen.authoring.edits.fresh import shifted
from sitegen.authoring.edits.lines import BLOCK_HEADER, Lines
from sitegen.authoring.edits.scalars import BLOCKS, DEFAULT_WIDTH, Spelling, Where, spelling
from sitegen.loading.entry_source import Splice
from sitegen.loading.yaml_nodes import Node, ScalarNode

NARROWEST: Final = 40
"""Lines below `>` are made at least so long, even if those that were there are shorter."""


def is_blank(node: Node) -> bool:
    """Whether nothing is written for a value."""
    return isinstance(node, ScalarNode) and node.start == node.end


def reworded(lines: Lines, node: ScalarNode, text: str, where: Where, column: int) -> list[Splice]:
    """The splices that make another text of a written one; a comment behind it stays. Lines below it are
    indented to `column`, or as they were.

    Raises NotWritable.
    """
    width = DEFAULT_WIDTH
    if node.style in BLOCKS:
        content = lines.text[lines.end(node.start) : node.end].split("\n")[1:]
        width = max(NARROWEST if content[1:] else width, *map(len, content), 0)
        header = BLOCK_HEADER.match(lines.text, node.start)
        first = next((line for line in content if line.strip()), "")
        if header and not any(map(str.isdigit, header[0])) and first:
            column = len(first) - len(first.lstrip(" "))
    new = spelling(text, where, node.style, width=width)
    return [*replaced(lines, node, new, node.start, column)]


def replaced(lines: Lines, node: Node, new: Spelling, start: int, column: int) -> Iterator[Splice]:
    """The splices that put a spelling in the place of a value on one line, of one in brackets or quotes, or of
    a text below `|`. What stands between `start` and the value goes too."""
    end = node.end
    if isinstance(node, ScalarNode) and node.style in BLOCKS:
        header = BLOCK_HEADER.match(lines.text, node.start)
        assert header is not None
        yield Splice(start, header.end(), new.inline)
        line_end = lines.end(node.start)
        yield Splice(line_end, max(line_end, node.end), _below(new, column))
        return
    yield Splice(start, end, new.inline)
    if new.below:
        line_end = lines.end(end)
        yield Splice(line_end, line_end, _below(new, column))


def _below(new: Spelling, column: int) -> str:
    return "".join(f"\n{line}" for line in shifted(new.below, " " * column))
