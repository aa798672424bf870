"""A form with its values and what is wrong with them, as its template shows it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from sitegen.editing.form_fields import FormField
from sitegen.editing.form_values import ORIGIN
from sitegen.editing.known_names import KnownNames
from sitegen.loading.document import Tree
from sitegen.model.months import months_of
from sitegen.problems import Severity

DATE: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?: (\d{2}:\d{2}))?)?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Said:
    """What is wrong with a field, and what to do. `line` is that of a body, 0 elsewhere."""

    severity: Severity
    message: str
    fix: str
    code: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a list. `origin` is which one it was in the file, "" for a new one."""

    path: str
    origin: str
    fields: tuple[Filled, ...]


@dataclass(frozen=True, slots=True)
class Filled:
    """A field with its value: a `text`, the `chosen` of several, the `parts` of a date, `rows`, or the fields
    `inside` a group. `unshown` says that the file has something else there, which stays as it is."""

    field: FormField
    path: str
    text: str = ""
    chosen: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    inside: tuple[Filled, ...] = ()
    problems: tuple[Said, ...] = ()
    unshown: bool = False

    @property
    def has_value(self) -> bool:
        inner = any(one.has_value for one in self.inside)
        return bool(self.text or self.chosen or self.rows or inner or self.unshown)

    @property
    def has_problems(self) -> bool:
        rows = any(one.has_problems for row in self.rows for one in row.fields)
        return bool(self.problems) or rows or any(one.has_problems for one in self.inside)

    @property
    def worst(self) -> str:
        """The class of its own problems: error, warning, or ""."""
        found = {said.severity for said in self.problems}
        return "error" if Severity.ERROR in found else "warning" if found else ""


@dataclass(slots=True)
class Filler:
    """Fills in forms. `problems` are by the path of their field: `images/0/alt`."""

    known: KnownNames
    problems: Mapping[str, list[Said]]
    unshown: Mapping[tuple[str | int, ...], Tree]
    said: set[str] = field(default_factory=set)
    """The paths whose problems stand beside a field."""

    def fill(
        self, fields: Iterable[FormField], tree: Mapping[str, Tree], above: str = ""
    ) -> tuple[Filled, ...]:
        return tuple(self._one(one, tree.get(one.name, ""), f"{above}{one.name}") for one in fields)

    def _one(self, one: FormField, value: Tree, path: str) -> Filled:
        problems = tuple(self.problems.get(path, ()))
        inner = [p for p in self.problems if p.startswith(f"{path}/")]
        has_place = one.is_many or one.way == "group"
        if not has_place:
            # Of a list in one box, what is wrong with a member stands beside the box.
            problems += tuple(said for p in inner for said in self.problems[p])
            self.said.update(inner)
        self.said.add(path)
        unshown = any("/".join(map(str, p)) == path for p in self.unshown)
        if one.is_many:
            rows = value if isinstance(value, list) else []
            return Filled(
                one, path, rows=self._rows(one, rows, path), problems=problems, unshown=unshown
            )
        if one.way == "group":
            inside = self.fill(one.fields, value if isinstance(value, dict) else {}, f"{path}/")
            return Filled(one, path, inside=inside, problems=problems, unshown=unshown)
        members = value if isinstance(value, list) else [value] if value else []
        texts = [member for member in members if isinstance(member, str)]
        text = "\n".join(texts)
        chosen: tuple[str, ...] = ()
        parts: tuple[str, ...] = ()
        if one.way == "references":
            text = "、".join(self.known.shown(one, member) for member in texts)
        elif one.way == "choice" and one.is_list:
            chosen = tuple(texts)
        elif one.way == "months":
            chosen = _months(text)
        elif one.way == "date":
            found = DATE.fullmatch(text)
            parts = tuple(part or "" for part in found.groups()) if found else ()
            parts = ("", "", "", "") if not text else parts
        return Filled(one, path, text, chosen, parts, (), (), problems, unshown)

    def _rows(self, one: FormField, rows: list[Tree], path: str) -> tuple[Row, ...]:
        filled = []
        for number, row in enumerate(rows):
            assert isinstance(row, dict)
            at = f"{path}/{number}"
            fields = self.fill(one.fields, row, f"{at}/")
            own = tuple(self.problems.get(at, ()))
            if own and fields:
                first = fields[0]
                fields = (replace(first, problems=(*own, *first.problems)), *fields[1:])
            self.said.add(at)
            filled.append(Row(at, str(row.get(ORIGIN, "")), fields))
        return tuple(filled)

    def elsewhere(self) -> list[Said]:
        """What is wrong and stands beside no field."""
        return [
            said for path, found in self.problems.items() if path not in self.said for said in found
        ]


def _months(text: str) -> tuple[str, ...]:
    """The months that a text says; none where it says nothing that is understood."""
    try:
        return tuple(str(month) for month in months_of(text)) if text else ()
    except ValueError:
        return ()
