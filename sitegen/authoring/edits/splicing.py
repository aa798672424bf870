"""The edits of an entry become splices of its text: of each field only its own lines."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.authoring.edits import flow_splices
from sitegen.authoring.edits.commented_out import commented_out
from sitegen.authoring.edits.edit import Clear, Edit, Moved, Within, Write
from sitegen.authoring.edits.field_order import Fields
from sitegen.authoring.edits.field_splices import cleared, is_below, rewritten
from sitegen.authoring.edits.fresh import Indents, block, field_lines, flow, member_lines, shifted
from sitegen.authoring.edits.lines import Lines, NotSpliced
from sitegen.authoring.edits.members import Members
from sitegen.authoring.edits.scalar_splices import is_blank, replaced, reworded
from sitegen.authoring.edits.scalars import Spelling, spelling
from sitegen.loading.document import Tree
from sitegen.loading.entry_source import Splice
from sitegen.loading.yaml_nodes import MappingNode, Node, ScalarNode, SequenceNode


class Splicer:
    """Gathers the splices of a text, those of what is there before those of what is new. All methods raise
    NotSpliced and NotWritable."""

    def __init__(self, lines: Lines, indents: Indents) -> None:
        self.lines = lines
        self.indents = indents
        self.splices: list[Splice] = []

    def edit_mapping(self, node: MappingNode, edit: Within, fields: Fields) -> None:
        """Edit the fields of a group, or of an entry as a whole."""
        if node.is_flow:
            self.splices += flow_splices.edit_mapping(self.lines, node, edit, fields)
            return
        for name, own in edit.edits.items():
            if name in node.names:
                self._edit_field(node, str(name), own, fields)
        missing = [str(name) for name in edit.edits if name not in node.names]
        for name in sorted(missing, key=fields.position):
            own = edit.edits[name]
            if isinstance(own, Write):
                self._add_field(node, name, own.value, fields)

    def edit_sequence(self, node: SequenceNode, edit: Within, fields: Fields, name: str) -> None:
        """Edit members of the list in a field."""
        if node.is_flow:
            self.splices += flow_splices.edit_sequence(self.lines, node, edit, fields, name)
            return
        members = Members(self.lines, node)
        for index, own in edit.edits.items():
            assert isinstance(index, int)
            member = node.members[index]
            if isinstance(own, Clear):
                self.splices.append(Splice(members.start(index), members.end(index), ""))
            elif isinstance(own, Within):
                self._edit_within(member, own, fields, name)
            else:
                self._write_member(members.dashes[index], member, own.value, fields, name)
        for index, values in edit.added.items():
            self.splices.append(self._added(members, index, values, fields, name))

    def _edit_field(self, node: MappingNode, name: str, edit: Edit, fields: Fields) -> None:
        key, value = node.names[name], node.values[name]
        colon = self.lines.colon(key.end)
        if isinstance(edit, Clear):
            self.splices += cleared(self.lines, key, colon, value)
        elif isinstance(edit, Within):
            self._edit_within(value, edit, fields, name)
        elif isinstance(value, ScalarNode) and isinstance(edit.value, str) and not is_blank(value):
            column = self.lines.column(key.start) + self.indents.group
            self.splices += reworded(self.lines, value, edit.value, "field", column)
        else:
            new = block(edit.value, fields, name, self.indents, "field")
            step = self.indents.group if new.inline else 0
            self.splices += rewritten(self.lines, key, colon, value, new, step)

    def _edit_within(self, value: Node, edit: Within, fields: Fields, name: str) -> None:
        if isinstance(value, MappingNode):
            self.edit_mapping(value, edit, fields.inside(name))
        elif isinstance(value, SequenceNode):
            self.edit_sequence(value, edit, fields, name)

    def _add_field(self, node: MappingNode, name: str, value: Tree, fields: Fields) -> None:
        lines = self.lines
        names = list(node.names)
        first = node.names[names[0]]
        column = lines.column(first.start)
        written = field_lines(name, value, fields, self.indents)
        draft = None if fields.are_entries else commented_out(lines, node, name, fields)
        last = _last_before(names, name, fields)
        if draft is not None:
            new = lines.inserted(draft.start, written, column)
            self.splices.append(Splice(draft.start, draft.end, new.new))
        elif last is not None:
            end = max(node.names[last].end, node.values[last].end)
            if fields.are_entries and self._has_blank_lines(node):
                written = ["", *written]
            self.splices.append(lines.inserted(lines.below(end, column), written, column))
        elif lines.begins(first.start):
            at = lines.comments_above(lines.start(first.start), 0)
            self.splices.append(lines.inserted(at, written, column))
        else:
            text = "\n".join([*shifted(written, " " * column), " " * column])
            self.splices.append(Splice(first.start, first.start, text[column:]))

    def _has_blank_lines(self, node: MappingNode) -> bool:
        """Whether a blank line parts the last entry of a tree file from the one before it."""
        last = next(reversed(node.names.values()))
        above = self.lines.comments_above(self.lines.start(last.start), 0)
        return len(node.names) == 1 or self.lines.text[:above].endswith("\n\n")

    def _write_member(
        self, dash: int, member: Node, value: Tree, fields: Fields, name: str
    ) -> None:
        lines, column = self.lines, self.lines.column(dash) + 2
        if isinstance(member, ScalarNode) and isinstance(value, str) and not is_blank(member):
            self.splices += reworded(lines, member, value, "member", column)
            return
        if is_below(member):
            raise NotSpliced(member.start)
        new = block(value, fields, name, self.indents, "member")
        if not new.inline:
            first, *others = new.below
            new = Spelling(first, tuple(others))
        start = dash + 1 if is_blank(member) else member.start
        if is_blank(member):
            new = Spelling(f" {new.inline}", new.below)
        self.splices += replaced(lines, member, new, start, column)

    def _added(
        self,
        members: Members,
        index: int,
        values: Sequence[Tree | Moved],
        fields: Fields,
        name: str,
    ) -> Splice:
        """New members of a list before the one at `index`, or behind all."""
        beside = members.node.members[min(index, len(members.node.members) - 1)]
        column = self.lines.column(members.node.start)
        written: list[str] = []
        for value in values:
            if isinstance(value, Moved):
                written += members.written(value.index)
            else:
                new = self._new_member(beside, value, fields, name)
                written += shifted(new, " " * column)
        return self.lines.inserted(members.start(index), written, 0)

    def _new_member(self, beside: Node, value: Tree, fields: Fields, name: str) -> list[str]:
        """The lines of a new member, in the form of one beside it."""
        if isinstance(beside, MappingNode) and beside.is_flow and isinstance(value, dict):
            return [f"- {flow(value, fields, name)}"]
        if isinstance(beside, ScalarNode) and beside.style in ("'", '"') and isinstance(value, str):
            written = spelling(value, "member", beside.style)
            return [f"- {written.inline}", *shifted(written.below, "  ")]
        return member_lines(value, fields, name, self.indents)


def _last_before(names: Sequence[str], name: str, fields: Fields) -> str | None:
    """The field behind which a new one stands: the nearest before it in the order of the model, the last
    of those that the model does not know. An entry of a tree file comes last."""
    if fields.are_entries:
        return names[-1]
    before = [n for n in names if fields.position(n) <= fields.position(name)]
    return max(reversed(before), key=fields.position, default=None)
