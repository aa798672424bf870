"""The rows of a list of groups, or of what sources state, as they are written."""

from __future__ import annotations

from sitegen.editing.form_fields import FormField
from sitegen.loading.document import Tree


def rows_of(one: FormField, written: Tree) -> Tree:
    """The rows of a list. A claim may be one value by itself, which is its only row; so is a group that stands
    where a list should."""
    if one.way != "claim":
        return [written] if isinstance(written, dict) else written
    if not written:
        return []
    members = written if isinstance(written, list) else [written]
    return [row if _is_stated(row) else {"value": row} for row in members]


def _is_stated(value: Tree) -> bool:
    return isinstance(value, dict) and "value" in value
