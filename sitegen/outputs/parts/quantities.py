"""Numbers of documents in words: 500家左右, 8～10个, 不低于95%."""

from __future__ import annotations

from decimal import Decimal

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


def change_words(context: RenderContext, then: Decimal, now: Decimal, unit: str) -> str:
    """By how much a later number differs from an earlier one."""
    amount = f"{plain(abs(now - then))}{unit}"
    if now == then:
        return context.say("没有变化")
    if now > then:
        return context.say("多了{amount}", amount=amount)
    return context.say("少了{amount}", amount=amount)


def plain(number: Decimal) -> str:
    """A number without exponent and idle zeros."""
    return f"{number.normalize():f}"
