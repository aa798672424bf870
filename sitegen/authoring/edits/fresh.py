"""Values that are new in an entry, as YAML: on one line, or as lines below their name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from sitegen.authoring.edits.field_order import Fields
from sitegen.authoring.edits.scalars import Spelling, Where, new_spelling
from sitegen.loading.document import Tree

LONGEST_LIST: Final = 100
"""Maximum number of characters of a list in brackets; a longer one has a line for each member."""


@dataclass(frozen=True, slots=True)
class Indents:
    """How far fields of a group stand to the right of its name, and the dashes of a list."""

    group: int = 2
    dash: int = 2


def flow(value: Tree, fields: Fields, name: str) -> str:
    """A value on one line, as it stands within brackets or braces. `fields` are those around it, `name` is
    the field that it is in. Raises NotWritable."""
    if isinstance(value, str):
        return new_spelling(value, "flow").inline
    if isinstance(value, list):
        return f"[{', '.join(flow(member, fields, name) for member in value)}]"
    inner = fields.inside(name)
    return "{" + ", ".join(flow_pair(n, v, inner) for n, v in inner.sorted(value).items()) + "}"


def flow_pair(name: str, value: Tree, fields: Fields) -> str:
    """A field on one line within braces. Raises NotWritable."""
    return f"{new_spelling(name, 'flow').inline}: {flow(value, fields, name)}"


def block(value: Tree, fields: Fields, name: str, indents: Indents, where: Where) -> Spelling:
    """A value behind its name (or its dash), and on the lines below that, not yet indented.

    Raises NotWritable.
    """
    if isinstance(value, str):
        return new_spelling(value, where)
    if isinstance(value, list):
        texts = [member for member in value if isinstance(member, str) and "\n" not in member]
        inline = flow(value, fields, name) if len(texts) == len(value) else ""
        if 0 < len(inline) <= LONGEST_LIST:
            return Spelling(inline)
        shift = " " * indents.dash if where == "field" else ""
        lines = (line for member in value for line in member_lines(member, fields, name, indents))
        return Spelling("", tuple(shifted(lines, shift)))
    inner = fields.inside(name)
    shift = " " * indents.group if where == "field" else ""
    lines = (
        line
        for n, member in inner.sorted(value).items()
        for line in field_lines(n, member, inner, indents)
    )
    return Spelling("", tuple(shifted(lines, shift)))


def field_lines(name: str, value: Tree, fields: Fields, indents: Indents) -> list[str]:
    """A field with its value; the name begins its line. Raises NotWritable."""
    written = block(value, fields, name, indents, "field")
    # Only lines of a text below `|` are not indented yet.
    shift = " " * indents.group if written.inline else ""
    head = f"{new_spelling(name, 'field').inline}: {written.inline}".rstrip(" ")
    return [head, *shifted(written.below, shift)]


def member_lines(value: Tree, fields: Fields, name: str, indents: Indents) -> list[str]:
    """A member of a list; its dash begins the line. Raises NotWritable."""
    written = block(value, fields, name, indents, "member")
    if written.inline:
        return [f"- {written.inline}", *shifted(written.below, "  ")]
    first, *others = written.below
    return [f"- {first}", *shifted(others, "  ")]


def shifted(lines: Iterable[str], indent: str) -> Iterator[str]:
    """The lines with an indent before those that are not empty."""
    for line in lines:
        yield indent + line if line else line
