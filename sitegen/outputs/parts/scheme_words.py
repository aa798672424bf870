"""What pages say of a scheme as a whole."""

from __future__ import annotations

from typing import Any

from sitegen.outputs.render_context import RenderContext


def ended_words(context: RenderContext, record: Any) -> str:
    """The sentence on a scheme that has ended, else ""."""
    if record.status != "ended":
        return ""
    if record.closed:
        return context.say(
            "该称号制度已停止（{date}），不影响企业和产品。", date=record.closed.text
        )
    return context.say("该称号制度已停止，不影响企业和产品。")
