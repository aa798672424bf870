"""Edits of lists in brackets and of fields in braces."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sitegen.authoring.edits.edit import Clear, Edit, Moved, Within, Write
from sitegen.authoring.edits.field_order import Fields
from sitegen.authoring.edits.flow_members import Added, FlowMembers, Span
from sitegen.authoring.edits.fresh import flow, flow_pair
from sitegen.authoring.edits.lines import Lines, NotSpliced
from sitegen.authoring.edits.scalar_splices import is_blank, reworded
from sitegen.authoring.edits.scalars import spelling
from sitegen.loading.document import Tree
from sitegen.loading.entry_source import Splice
from sitegen.loading.yaml_nodes import MappingNode, Node, ScalarNode, SequenceNode


def edit_sequence(
    lines: Lines, node: SequenceNode, edit: Within, fields: Fields, name: str
) -> Iterator[Splice]:
    """The splices of a list in brackets. Raises NotSpliced, NotWritable."""
    gone = set()
    for index, own in edit.edits.items():
        assert isinstance(index, int)
        if isinstance(own, Clear):
            gone.add(index)
        else:
            yield from _edit_value(lines, node.members[index], own, fields, name)
    style = _style(node.members)
    members = FlowMembers(lines, node, [Span(member.start, member.end) for member in node.members])

    def new(value: Tree | Moved) -> Added:
        if isinstance(value, Moved):
            return members.moved(value.index)
        return Added(_member(value, style, fields, name))

    added = {index: [new(value) for value in values] for index, values in edit.added.items()}
    yield from members.splices(gone, added)


def edit_mapping(lines: Lines, node: MappingNode, edit: Within, fields: Fields) -> Iterator[Splice]:
    """The splices of fields in braces. Raises NotSpliced, NotWritable."""
    names = list(node.names)
    gone = set()
    added: dict[int, list[Added]] = {}
    for name in sorted(map(str, edit.edits), key=fields.position):
        own = edit.edits[name]
        if name not in node.names:
            if isinstance(own, Write):
                at = _place(names, name, fields)
                added.setdefault(at, []).append(Added(flow_pair(name, own.value, fields)))
        elif isinstance(own, Clear):
            gone.add(names.index(name))
        elif is_blank(node.values[name]):
            assert isinstance(own, Write)
            yield _filled(lines, node, name, flow(own.value, fields, name))
        else:
            yield from _edit_value(lines, node.values[name], own, fields, name)
    spans = [Span(node.names[n].start, _pair_end(lines, node, n)) for n in names]
    yield from FlowMembers(lines, node, spans).splices(gone, added)


def _edit_value(
    lines: Lines, node: Node, edit: Edit, fields: Fields, name: str
) -> Iterator[Splice]:
    if isinstance(edit, Within):
        if isinstance(node, MappingNode):
            yield from edit_mapping(lines, node, edit, fields.inside(name))
        elif isinstance(node, SequenceNode):
            yield from edit_sequence(lines, node, edit, fields, name)
        return
    assert isinstance(edit, Write)
    if isinstance(node, ScalarNode) and isinstance(edit.value, str):
        yield from reworded(lines, node, edit.value, "flow", 0)
    else:
        if not isinstance(node, ScalarNode) and lines.text[node.start] not in "[{":
            raise NotSpliced(node.start)
        yield Splice(node.start, node.end, flow(edit.value, fields, name))


def _style(members: Sequence[Node]) -> str:
    """The quotes of a list, where the last member has some."""
    last = members[-1] if members else None
    return last.style if isinstance(last, ScalarNode) else ""


def _member(value: Tree, style: str, fields: Fields, name: str) -> str:
    if isinstance(value, str) and style:
        return spelling(value, "flow", style).inline
    return flow(value, fields, name)


def _place(names: Sequence[str], name: str, fields: Fields) -> int:
    """The index before which a new field stands among those that are there."""
    before = [n for n in names if fields.position(n) <= fields.position(name)]
    return names.index(max(before, key=fields.position)) + 1 if before else 0


def _pair_end(lines: Lines, node: MappingNode, name: str) -> int:
    value, end = node.values[name], node.names[name].end
    if not is_blank(value):
        return value.end
    return end + len(lines.text[end : value.start].rstrip())


def _filled(lines: Lines, node: MappingNode, name: str, written: str) -> Splice:
    """A value for a name without one: `{a: , b}`."""
    end, start = node.names[name].end, node.values[name].start
    between = lines.text[end:start]
    if between.strip() not in ("", ":") or "\n" in between:
        raise NotSpliced(end)
    return Splice(end, start, f": {written}")
