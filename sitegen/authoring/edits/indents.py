"""How far an author indents."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.authoring.edits.fresh import Indents
from sitegen.authoring.edits.lines import Lines
from sitegen.loading.yaml_nodes import MappingNode, Node, ScalarNode, SequenceNode


def indents_of(lines: Lines, root: MappingNode) -> Indents:
    """The indents of the first group and the first list of a text; the usual ones where it has none."""
    group = dash = None
    usual = Indents()
    for name, value in _fields(root):
        if isinstance(value, ScalarNode) or value.is_flow:
            continue
        step = lines.column(value.start) - lines.column(name.start)
        if isinstance(value, SequenceNode):
            dash = step if dash is None else dash
        else:
            group = step if group is None else group
        if group is not None and dash is not None:
            break
    return Indents(
        group=usual.group if group is None else group, dash=usual.dash if dash is None else dash
    )


def _fields(node: Node) -> Iterator[tuple[ScalarNode, Node]]:
    """All names that have lines of their own below them, or may have some, with their values."""
    waiting = [node]
    while waiting:
        here = waiting.pop()
        if isinstance(here, MappingNode) and not here.is_flow:
            yield from ((here.names[name], value) for name, value in here.values.items())
            waiting += reversed(here.values.values())
        elif isinstance(here, SequenceNode) and not here.is_flow:
            waiting += reversed(here.members)
