"""Edits of lists in brackets and of fields in braces."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from sitegen.authoring.edits.changes import Clear, Edit, Within, Write
from sitegen.authoring.edits.field_order import Fields
from sitegen.authoring.edits.fresh import flow, flow_pair
from sitegen.authoring.edits.lines import Lines, NotSpliced
from sitegen.authoring.edits.scalar_splices import is_blank, reworded
from sitegen.authoring.edits.scalars import spelling
from sitegen.loading.entry_source import Splice
from sitegen.loading.yaml_nodes import MappingNode, Node, ScalarNode, SequenceNode

BEHIND = re.compile(r"[ \t]*,?[ \t]*(?:#[^\n]*)?")
COMMA = re.compile(r"\s*,")


class Span(NamedTuple):
    """Where a member of a list, or a field with its value, is written."""

    start: int
    end: int


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
    added = {
        index: [_member(value, style, fields, name) for value in values]
        for index, values in edit.added.items()
    }
    spans = [Span(member.start, member.end) for member in node.members]
    yield from _members(lines, node, spans, gone, added)


def edit_mapping(lines: Lines, node: MappingNode, edit: Within, fields: Fields) -> Iterator[Splice]:
    """The splices of fields in braces. Raises NotSpliced, NotWritable."""
    names = list(node.names)
    gone = set()
    added: dict[int, list[str]] = {}
    for name in sorted(map(str, edit.edits), key=fields.position):
        own = edit.edits[name]
        if name not in node.names:
            if isinstance(own, Write):
                at = _place(names, name, fields)
                added.setdefault(at, []).append(flow_pair(name, own.value, fields))
        elif isinstance(own, Clear):
            gone.add(names.index(name))
        elif is_blank(node.values[name]):
            assert isinstance(own, Write)
            yield _filled(lines, node, name, flow(own.value, fields, name))
        else:
            yield from _edit_value(lines, node.values[name], own, fields, name)
    spans = [Span(node.names[n].start, _pair_end(lines, node, n)) for n in names]
    yield from _members(lines, node, spans, gone, added)


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


def _member(value: object, style: str, fields: Fields, name: str) -> str:
    if isinstance(value, str) and style:
        return spelling(value, "flow", style).inline
    return flow(value, fields, name)  # type: ignore[arg-type]


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


def _members(
    lines: Lines,
    node: SequenceNode | MappingNode,
    spans: Sequence[Span],
    gone: set[int],
    added: Mapping[int, Sequence[str]],
) -> Iterator[Splice]:
    """The splices that take members away and add others."""
    if not gone and not added:
        return
    if lines.text[node.start] not in "[{":
        raise NotSpliced(node.start)
    kept = [index for index in range(len(spans)) if index not in gone]
    last = kept[-1] if kept else -1
    if not kept:
        new = [text for index in sorted(added) for text in added[index]]
        yield Splice(node.start + 1, node.end - 1, ", ".join(new))
        return
    for index in sorted(gone):
        if index < last or _begins_own_line(lines, spans, index):
            yield _taken_away(lines, spans, index)
    tail = [i for i in range(last + 1, len(spans)) if not _begins_own_line(lines, spans, i)]
    if tail:
        piece = Splice(spans[tail[0] - 1].end, spans[tail[-1]].end, "")
        if "#" in _between(lines, spans, tail[0] - 1) or tail[0] != last + 1:
            raise NotSpliced(piece.start)
        yield piece
    for index, texts in added.items():
        following = bisect_left(kept, index)
        if following < len(kept):
            yield _inserted_before(lines, spans, kept[following], texts)
        else:
            yield from _appended(lines, spans, last, texts)


def _between(lines: Lines, spans: Sequence[Span], index: int) -> str:
    return lines.text[spans[index].end : spans[index + 1].start]


def _begins_own_line(lines: Lines, spans: Sequence[Span], index: int) -> bool:
    """Whether a member begins a line, and nothing but a comma and a comment stands behind it."""
    if not lines.begins(spans[index].start):
        return False
    behind = BEHIND.match(lines.text, spans[index].end)
    return behind is not None and behind.end() == lines.end(spans[index].end)


def _taken_away(lines: Lines, spans: Sequence[Span], index: int) -> Splice:
    if _begins_own_line(lines, spans, index):
        return Splice(lines.start(spans[index].start), lines.next(spans[index].end), "")
    if "#" in _between(lines, spans, index):
        raise NotSpliced(spans[index].start)
    return Splice(spans[index].start, spans[index + 1].start, "")


def _inserted_before(
    lines: Lines, spans: Sequence[Span], index: int, texts: Sequence[str]
) -> Splice:
    start = spans[index].start
    between = f",\n{' ' * lines.column(start)}" if _begins_own_line(lines, spans, index) else ", "
    return Splice(start, start, "".join(text + between for text in texts))


def _appended(
    lines: Lines, spans: Sequence[Span], last: int, texts: Sequence[str]
) -> Iterator[Splice]:
    end = spans[last].end
    if not _begins_own_line(lines, spans, last):
        yield Splice(end, end, "".join(f", {text}" for text in texts))
        return
    has_comma = COMMA.match(lines.text, end) is not None
    if not has_comma:
        yield Splice(end, end, ",")
    below = lines.next(end)
    shift = " " * lines.column(spans[last].start)
    new = ",\n".join(shift + text for text in texts) + ("," if has_comma else "")
    yield Splice(below, below, f"{new}\n")
