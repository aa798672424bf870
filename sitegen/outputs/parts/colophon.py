"""The foot of an entry's page: its sources, its dates, the office in charge."""

from __future__ import annotations

from typing import Any

from sitegen.model.groups import SOURCE_KINDS
from sitegen.outputs.parts.views.facts import SourceLine
from sitegen.outputs.render_context import RenderContext


def source_lines(context: RenderContext, record: Any) -> tuple[SourceLine, ...]:
    """The sources of a record, as readers see them."""
    lines = []
    for source in record.sources:
        date = source.date.text if source.date else ""
        title = context.say("《{title}》", title=source.title)
        parts = [source.publisher or "", title, source.number or ""]
        text = context.say("，").join(part for part in parts if part)
        if source.kind:
            kind = context.label(SOURCE_KINDS[source.kind])
            text = context.say("{source}（{kind}）", source=text, kind=kind)
        lines.append(SourceLine(text, source.url or "", date))
    return tuple(lines)


def colophon(context: RenderContext, record: Any) -> tuple[tuple[str, str], ...]:
    """(word, value) of the office in charge and the dates that a record states."""
    say = context.say
    rows = (
        (say("责任"), record.responsible),
        (say("发布"), record.published),
        (say("更新"), record.updated),
        (say("核对"), record.checked),
    )
    return tuple((word, str(value)) for word, value in rows if value)
