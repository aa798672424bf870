"""Numbers of documents in words: 500家左右, 8～10个, 不低于95%."""

from __future__ import annotations

from sitegen.model.quantities import SCOPES, Quantity
from sitegen.outputs.render_context import RenderContext


def quantity_words(context: RenderContext, quantity: Quantity) -> str:
    """A number as its document states it, with its unit."""
    say = context.say
    number = f"{quantity.value}{quantity.unit or ''}"
    if quantity.op == "≥":
        return say("{number}以上", number=number)
    if quantity.op == "≤":
        return say("{number}以内", number=number)
    if quantity.op == "about":
        return say("{number}左右", number=number)
    if quantity.op == ">":
        return say("高于{number}", number=number)
    if quantity.op == "<":
        return say("低于{number}", number=number)
    return number


def scope_words(context: RenderContext, quantity: Quantity) -> str:
    """What the number counts: 累计, 新增; "" where that is not said."""
    return context.label(SCOPES[quantity.scope]) if quantity.scope else ""
