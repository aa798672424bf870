"""A form whose file was changed after it was opened: what both changed, what only one of them did."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from sitegen.editing.entry_form import BODY, EntryForm
from sitegen.editing.form_values import ORIGIN, as_new
from sitegen.loading.document import Tree

TAKE = "take/"
"""Before the name of a field in what a form sends: whose value it is to get, `file` or `form`."""


class Clash(NamedTuple):
    """A field that both changed. The texts are for reading."""

    name: str
    title: str
    yours: str
    theirs: str


class Joined(NamedTuple):
    """A form with what the file has in the fields that nobody changed in the form, and the fields that both
    changed."""

    form: EntryForm
    clashes: list[Clash]


def base_text(form: EntryForm) -> str:
    """What a form had at first, to be sent along with it."""
    body = form.entry.document.body.strip("\n") if form.entry else ""
    return json.dumps([form.shown, body], ensure_ascii=False, separators=(",", ":"))


def joined(form: EntryForm, base: str, pairs: Iterable[tuple[str, str]]) -> Joined:
    """The form joined with the file as it is now: `form.shown` is what the file has, `base` what the form had at
    first. In `pairs` are the choices made where both changed a field."""
    taken = {name.removeprefix(TAKE): who for name, who in pairs if name.startswith(TAKE)}
    first, first_body = _read(base)
    tree: dict[str, Tree] = {}
    clashes: list[Clash] = []
    for one in form.fields:
        before, now, mine = (part.get(one.name, "") for part in (first, form.shown, form.tree))
        value = mine
        if mine == before or taken.get(one.name) == "file":
            value = now
        elif now not in (before, mine):
            value = as_new(mine)
            if one.name not in taken:
                clashes.append(Clash(one.name, one.title, readable(mine), readable(now)))
        if value:
            tree[one.name] = value
    body = form.body
    file_body = form.entry.document.body.strip("\n") if form.entry else ""
    if body == first_body or taken.get(BODY) == "file":
        body = file_body
    elif file_body not in (first_body, body) and BODY not in taken:
        clashes.append(Clash(BODY, "", body, file_body))
    return Joined(replace(form, tree=tree, body=body), clashes)


def _read(base: str) -> tuple[Mapping[str, Tree], str]:
    try:
        tree, body = json.loads(base)
    except (ValueError, TypeError):
        return {}, ""
    return (tree if isinstance(tree, dict) else {}), str(body)


def readable(value: Any, indent: str = "") -> str:
    """A value as people compare it: fields of groups and rows a line each."""
    if isinstance(value, dict):
        parts = ((name, part) for name, part in value.items() if name != ORIGIN)
        return "\n".join(
            f"{indent}{name}: {readable(part, indent + '  ').strip()}" for name, part in parts
        )
    if isinstance(value, list):
        if all(isinstance(member, str) for member in value):
            return indent + "、".join(value)
        return "\n".join(f"{indent}- {readable(member, indent + '  ').strip()}" for member in value)
    return f"{indent}{value}"
