"""What pages say of a name beside the name itself."""

from __future__ import annotations

from typing import Any

from sitegen.model.common import NAME_BASES
from sitegen.outputs.render_context import RenderContext


def name_en_note(context: RenderContext, record: Any) -> str:
    """Whether the English name of a record is official or transliterated, "" where it does not say."""
    basis = record.name_en_basis
    return context.label(NAME_BASES[basis]) if basis else ""
