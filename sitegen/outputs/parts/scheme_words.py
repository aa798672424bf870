"""What pages say of a scheme as a whole."""

from __future__ import annotations

from typing import Any

from sitegen.model.web_address import host_of, is_front_page
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


def kind_words(context: RenderContext, record: Any) -> str:
    """What is easily taken for more than it is: a list of cultivation is no award. Else ""."""
    if record.kind != "cultivation":
        return ""
    return context.say("这是培育名单：列入的是正在培育的对象，不是得奖，也不是对企业和产品的保证。")


def verify_words(context: RenderContext, record: Any) -> str:
    """The words of a link that opens the front page of a host: what it is, and what to look for there. "" where
    the address of a scheme opens the query itself."""
    say, address = context.say, record.verify_url or ""
    if not is_front_page(address):
        return ""
    if record.verify_query:
        return say(
            "官网首页（{host}），找“{query}”", host=host_of(address), query=record.verify_query
        )
    return say("官网首页（{host}）", host=host_of(address))
