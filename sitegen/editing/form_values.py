"""What a browser sends of a form becomes an entry as it is written, and the other way round.

The names of a form are paths: `images/0/alt`. A row of a list says in `images/0/@` which row of the file it
was, "" for a new one: so moved rows keep what the form does not show. `published/y`, `/m`, `/d` and `/t` are the parts
of a date.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final, TypeAlias

from sitegen.editing.form_fields import FormField
from sitegen.editing.rows import rows_of
from sitegen.loading.document import Tree

ORIGIN: Final = "@"
"""The name of the mark by which a row says which one it was."""
BETWEEN_REFERENCES: Final = re.compile("[、，；,;\n]")
DATE_PARTS: Final = ("y", "m", "d", "t")
MOST_ROWS: Final = 300
"""A list with more of them is not shown in a form: it is better edited as a table."""

Named: TypeAlias = Callable[[FormField, str], str]
"""How a reference that somebody typed in a field is written: the id of an entry that is called so."""


@dataclass(slots=True)
class Posted:
    """The names and values that a browser sent, in their order."""

    pairs: Sequence[tuple[str, str]]
    _by_name: dict[str, list[str]] = field(default_factory=dict)
    _rows: dict[str, dict[str, None]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name, value in self.pairs:
            self._by_name.setdefault(name, []).append(value)
            above, _, last = name.rpartition("/")
            if last == ORIGIN:
                of, _, row = above.rpartition("/")
                self._rows.setdefault(of, {})[row] = None

    def has(self, name: str) -> bool:
        return name in self._by_name

    def all(self, name: str) -> list[str]:
        """The values of this name, each with plain line ends and without space around it."""
        return [_plain(value) for value in self._by_name.get(name, ())]

    def one(self, name: str) -> str:
        return next(iter(self.all(name)), "")

    def rows(self, of: str) -> list[str]:
        """The names of the rows of a list, in the order in which they were sent."""
        return list(self._rows.get(of, ()))


def _plain(value: str) -> str:
    return value.replace("\r\n", "\n").replace("\r", "\n").strip()


def posted_tree(
    fields: Iterable[FormField], posted: Posted, named: Named, above: str = ""
) -> dict[str, Tree]:
    """The fields that a form has, as they would be written; rows still have their `@`. A field that is left
    blank is not there, nor a new row in which all fields are."""
    tree: dict[str, Tree] = {}
    for one in fields:
        value = _posted(one, posted, named, f"{above}{one.name}")
        if value:
            tree[one.name] = value
    return tree


def _posted(one: FormField, posted: Posted, named: Named, name: str) -> Tree:
    if one.is_many:
        rows: list[Tree] = []
        for row in posted.rows(name):
            at = f"{name}/{row}/"
            value = posted_tree(one.fields, posted, named, at)
            origin = posted.one(at + ORIGIN)
            if value or origin:
                rows.append({**value, ORIGIN: origin})
        return rows
    if one.way == "group":
        return posted_tree(one.fields, posted, named, f"{name}/")
    if one.way == "months":
        return posted.one(f"{name}/raw") or months_text(posted.all(name))
    if one.way == "date":
        parts = [posted.one(f"{name}/{part}") for part in DATE_PARTS]
        return posted.one(name) or _date_text(*parts)
    if one.way == "references":
        parts = BETWEEN_REFERENCES.split(posted.one(name)) if one.is_list else [posted.one(name)]
        members: list[Tree] = [named(one, part.strip()) for part in parts if part.strip()]
        return members if one.is_list else next(iter(members), "")
    if one.is_list:
        lines = [line for value in posted.all(name) for line in value.split("\n")]
        return [line.strip() for line in lines if line.strip()]
    return posted.one(name)


def _date_text(year: str, month: str, day: str, time: str) -> str:
    """`2025-03-01 09:00` of its parts, as far as they go; what is left out in between is told by a check."""
    numbers = [year, *(part.zfill(2) if part.isdigit() else part for part in (month, day))]
    while numbers and not numbers[-1]:
        numbers.pop()
    return " ".join(filter(None, ["-".join(numbers), time]))


def months_text(numbers: Iterable[str]) -> str:
    """`10-12` of 10, 11, 12; `10-12、2` of these and 2; also over the turn of the year: `11-2`."""
    chosen = sorted({int(n) for n in numbers if n.isdigit() and 1 <= int(n) <= 12})
    if len(chosen) == 12:
        return "1-12"
    spans = [
        [number for _, number in run]
        for _, run in groupby(enumerate(chosen), lambda pair: pair[1] - pair[0])
    ]
    if len(spans) > 1 and spans[0][0] == 1 and spans[-1][-1] == 12:
        spans = [spans[-1] + spans[0], *spans[1:-1]]
    return "、".join(f"{s[0]}-{s[-1]}" if len(s) > 1 else str(s[0]) for s in spans)


def without_blank_rows(
    tree: Mapping[str, Tree], unshown: Iterable[tuple[str | int, ...]]
) -> dict[str, Tree]:
    """The values of a form without the rows in which somebody left all blank. One of which the file has more
    than the form shows stays."""
    kept = {path[:length] for path in unshown for length in range(1, len(path) + 1)}

    def within(value: Tree, path: tuple[str | int, ...]) -> Tree:
        if isinstance(value, dict):
            return {name: within(part, (*path, name)) for name, part in value.items()}
        if not isinstance(value, list):
            return value
        members: list[Tree] = []
        for member in value:
            origin = str(member.get(ORIGIN, "")) if isinstance(member, dict) else ""
            at = (*path, int(origin)) if origin.isdigit() else path
            new = within(member, at)
            if new != {ORIGIN: origin} or at in kept:
                members.append(new)
        return members

    return {name: new for name, value in tree.items() if (new := within(value, (name,)))}


def as_new(value: Tree) -> Tree:
    """The rows of a list as new ones: none of those in the file."""
    if isinstance(value, list):
        return [{**row, ORIGIN: ""} if isinstance(row, dict) else row for row in value]
    return value


def merged(
    fields: Iterable[FormField],
    written: Mapping[str, Tree],
    shown: Mapping[str, Tree],
    posted: Mapping[str, Tree],
) -> dict[str, Tree]:
    """The fields that were changed in a form, with their new values: "" where one was emptied.

    `written` is the entry in the file without blanks, `shown` what its form had, `posted` what the form has now. A
    value that nobody touched is as it was written, also within a group and a row; so is one that the form could
    not show.
    """
    changes: dict[str, Tree] = {}
    for one in fields:
        old, before, now = (tree.get(one.name, "") for tree in (written, shown, posted))
        is_unshown = bool(old) and not before
        if now != before and not is_unshown:
            changes[one.name] = _merged(one, old, before, now)
    return changes


def _merged(one: FormField, written: Tree, shown: Tree, posted: Tree) -> Tree:
    if one.way == "group" and isinstance(posted, dict):
        return _group(one, written, shown, posted)
    if one.is_many and isinstance(posted, list):
        rows: list[Tree] = []
        for row in posted:
            assert isinstance(row, dict)
            origin = str(row.get(ORIGIN, ""))
            old = _member(rows_of(one, written), origin)
            rows.append(_group(one, old, _row_of(shown, origin), row))
        rows = [row for row in rows if row]
        if one.way == "claim" and len(rows) == 1 and isinstance(rows[0], dict):
            return rows[0]["value"] if [*rows[0]] == ["value"] else rows
        return rows
    return posted


def _group(one: FormField, written: Tree, shown: Tree, posted: Mapping[str, Tree]) -> Tree:
    old = written if isinstance(written, dict) else {}
    before = shown if isinstance(shown, dict) else {}
    changes = merged(one.fields, old, before, posted)
    whole = {name: value for name, value in old.items() if name not in changes}
    order = {inner.name: number for number, inner in enumerate(one.fields)}
    whole |= {name: value for name, value in changes.items() if value}
    return {name: whole[name] for name in sorted(whole, key=lambda n: order.get(n, len(order)))}


def _row_of(shown: Tree, origin: str) -> Tree:
    """The row of a form with this mark."""
    rows = shown if isinstance(shown, list) else ()
    marked = (row for row in rows if isinstance(row, dict) and row.get(ORIGIN) == origin)
    return next(marked, {}) if origin else {}


def _member(rows: Tree, origin: str) -> Tree:
    if isinstance(rows, list) and origin.isdigit() and int(origin) < len(rows):
        return rows[int(origin)]
    return {}
