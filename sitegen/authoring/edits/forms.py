"""A field that takes several texts keeps its form: one text `a、b`, or a list."""

from __future__ import annotations

import re
from typing import Final

from sitegen.authoring.edits.field_order import Fields
from sitegen.loading.document import Tree

SEPARATORS: Final = "、，,；;"


def in_form_of(old: Tree, new: Tree, fields: Fields, name: str) -> Tree:
    """The new value in the form that the old one has, where the field reads both as the same; else as it is."""
    if isinstance(old, str) and old and isinstance(new, list) and new:
        texts = [member for member in new if isinstance(member, str)]
        used = [mark for mark in SEPARATORS if mark in old] or list(SEPARATORS)
        text = used[0].join(texts)
        return text if len(texts) == len(new) and _same(fields, name, text, new) else new
    if isinstance(old, list) and old and isinstance(new, str) and new:
        if not all(isinstance(member, str) for member in old):
            return new
        parts = re.split(f"[{SEPARATORS}]", new)
        members: list[Tree] = [part.strip() for part in parts if part.strip()]
        whole: list[Tree] = [new]
        return next((form for form in (members, whole) if _same(fields, name, new, form)), new)
    return new


def _same(fields: Fields, name: str, one: Tree, other: Tree) -> bool:
    value = fields.value(name, one)
    return value is not None and value == fields.value(name, other)
