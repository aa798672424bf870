"""A field gets another kind of value, its first one, or none any more."""

from __future__ import annotations

from sitegen.authoring.edits.lines import Lines, NotSpliced
from sitegen.authoring.edits.scalar_splices import is_blank, replaced
from sitegen.authoring.edits.scalars import Spelling
from sitegen.loading.entry_source import Splice
from sitegen.loading.yaml_nodes import Node, ScalarNode


def is_below(node: Node) -> bool:
    """Whether a value stands on lines of its own, below its name."""
    return not isinstance(node, ScalarNode) and not node.is_flow


def rewritten(
    lines: Lines, key: ScalarNode, colon: int, value: Node, new: Spelling, step: int
) -> list[Splice]:
    """The splices that put a new value behind the name `key` and its colon. What is below the name is
    indented by `step` more. Raises NotSpliced."""
    column = lines.column(key.start)
    inline = f" {new.inline}" if new.inline else ""
    if is_below(value):
        first, end = lines.next(colon), lines.below(value.end, column)
        below = lines.inserted(first, new.below, column + step).new if new.below else ""
        return [Splice(colon, colon, inline), Splice(first, end, below)]
    end = colon if is_blank(value) else value.start
    if "#" in lines.text[colon:end]:
        raise NotSpliced(value.start)
    if is_blank(value):
        value = ScalarNode(colon, lines.end(colon), "", "")
    return [*replaced(lines, value, Spelling(inline, new.below), colon, column + step)]


def cleared(lines: Lines, key: ScalarNode, colon: int, value: Node) -> list[Splice]:
    """The splices that leave the name without a value. A comment behind the value is put above the name: behind
    a name without a value it would be taken for one that lost its quotes. Raises NotSpliced."""
    column = lines.column(key.start)
    if is_below(value):
        behind = colon
        rest = [Splice(lines.next(colon), lines.below(value.end, column), "")]
    else:
        if "#" in lines.text[colon : value.start]:
            raise NotSpliced(value.start)
        piece, *rest = replaced(lines, value, Spelling(""), colon, 0)
        behind = piece.end
    comment = lines.rest(behind)
    gone = [
        Splice(colon, lines.end(behind) if comment or not is_below(value) else colon, ""),
        *rest,
    ]
    if not comment:
        return gone
    if lines.begins(key.start):
        at = lines.start(key.start)
        return [Splice(at, at, f"{' ' * column}{comment}\n"), *gone]
    return [Splice(key.start, key.start, f"{comment}\n{' ' * column}"), *gone]
