"""The day by which lists put what surrounds the catalogue in order: of a policy, a press conference, an event."""

from __future__ import annotations

from typing import Any

from sitegen.model.groups import Stated

DAYS = ("starts", "released", "signed", "issued", "founded")
"""The fields that may hold it, the first that is there counts."""


def stated_day(record: Any) -> str:
    """The day as its author wrote it: 2025-12-16, 2008-03; "" where there is none."""
    for name in DAYS:
        value = getattr(record, name, None)
        if isinstance(value, tuple):
            value = value[0] if value else None
        if isinstance(value, Stated):
            value = value.value
        if value is not None:
            return str(value.text)
    return ""
