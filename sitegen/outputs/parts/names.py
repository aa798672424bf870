"""What pages say of a name beside the name itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sitegen.model.common import NAME_BASES
from sitegen.outputs.parts.views.facts import Fact, Value
from sitegen.outputs.render_context import RenderContext
from sitegen.outputs.showing.table import showing

SPELLED = "transliteration"
"""The basis of an English name that only spells the Chinese one."""


def english_name(collection: str, record: Any) -> str:
    """The English name at the head of a page, "" where there is none: one that only spells the Chinese name
    of an office is no English name of it."""
    if record.name_en_basis == SPELLED and not showing(collection).shows_transliteration:
        return ""
    return record.name_en or ""


def spelled_name(context: RenderContext, record: Any) -> Iterator[Fact]:
    """The row of a facts table for a name in Latin letters that is no English name."""
    if record.name_en and record.name_en_basis == SPELLED:
        note = name_en_note(context, record)
        yield Fact(context.say("字母拼写"), (Value(record.name_en, note=note),))


def name_en_note(context: RenderContext, record: Any) -> str:
    """Whether the English name of a record is official or spells the Chinese one, "" where it does not say."""
    basis = record.name_en_basis
    return context.label(NAME_BASES[basis]) if basis else ""
