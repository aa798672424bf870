"""Facts that are more than a title and a value: measures, trademarks, valuations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from sitegen.model import telephone
from sitegen.model.quantities import OPERATORS
from sitegen.outputs.parts.views.facts import Fact, Value
from sitegen.outputs.render_context import RenderContext

CLOSE_UNITS = ("%", "‰", "°", "℃")
"""Units that stand at the number without a space."""


def _measures(context: RenderContext, measures: Iterable[Any]) -> Iterator[Fact]:
    rows: dict[str, list[Value]] = {}
    for measure in measures:
        unit = measure.unit or ""
        unit = unit if not unit or unit.startswith(CLOSE_UNITS) else f" {unit}"
        signed = measure.op in OPERATORS and measure.op not in ("range", "=")
        sign = f"{measure.op} " if signed else ""
        value = Value(f"{sign}{measure.value}{unit}", note=measure.note or "")
        rows.setdefault(measure.name, []).append(value)
    for name, values in rows.items():
        yield Fact(name, tuple(values))


def _former_names(context: RenderContext, names: Iterable[Any]) -> Iterator[Fact]:
    values = tuple(
        Value(
            name.name,
            note=context.say("用到{date}", date=name.until.text) if name.until else "",
        )
        for name in names
    )
    yield Fact(context.say("曾用名"), values)


def _lookalikes(context: RenderContext, lookalikes: Iterable[Any]) -> Iterator[Fact]:
    for lookalike in lookalikes:
        title = context.say("与{name}的区别", name=lookalike.name)
        yield Fact(title, (Value(lookalike.difference),))


def _trademarks(context: RenderContext, marks: Iterable[Any]) -> Iterator[Fact]:
    say = context.say
    values = []
    for mark in marks:
        notes = [
            say("第{number}类", number=mark.class_) if mark.class_ else "",
            say("{date}核准注册", date=mark.registered.text) if mark.registered else "",
            say("马德里国际注册") if mark.madrid else "",
        ]
        note = say("，").join(note for note in notes if note)
        values.append(Value(say("第{number}号", number=mark.number), note=note))
    yield Fact(say("注册商标"), tuple(values))


def _brand_values(context: RenderContext, valuations: Iterable[Any]) -> Iterator[Fact]:
    say = context.say
    for valuation in valuations:
        method = f"{say('；')}{valuation.method}" if valuation.method else ""
        text = say("{amount}亿元", amount=valuation.amount)
        title = say("品牌价值（{year}）", year=valuation.year.text)
        yield Fact(title, (Value(text, note=f"{valuation.publisher}{method}"),))


def _contact(context: RenderContext, contact: Any) -> Iterator[Fact]:
    if contact.phone:
        phones = tuple(Value(text, link) for text, link in telephone.linked(contact.phone))
        yield Fact(context.say("电话"), phones)
    if contact.wechat:
        yield Fact(context.say("微信"), (Value(contact.wechat),))


def _geo(context: RenderContext, place: Any) -> Iterator[Fact]:
    text = context.say("纬度{lat}，经度{lon}", lat=place.lat, lon=place.lon)
    yield Fact(context.say("坐标"), (Value(text),))


def _synonyms(context: RenderContext, words: Iterable[str]) -> Iterator[Fact]:
    yield Fact(context.say("也叫"), tuple(Value(word) for word in words))


def _years(context: RenderContext, years: int) -> Iterator[Fact]:
    yield Fact(context.say("有效期"), (Value(context.say("{count}年", count=years)),))


def _attachments(context: RenderContext, attachments: Iterable[Any]) -> Iterator[Fact]:
    values = tuple(Value(one.title, one.url or "") for one in attachments)
    yield Fact(context.say("附件"), values)


def _yearly(context: RenderContext, yearly: bool) -> Iterator[Fact]:
    if yearly:
        yield Fact(context.say("每年都有"), (Value(context.say("是，在同样的日子")),))


SPECIAL: Mapping[str, Callable[[RenderContext, Any], Iterator[Fact]]] = {
    "measures": _measures,
    "former_names": _former_names,
    "lookalikes": _lookalikes,
    "trademarks": _trademarks,
    "brand_values": _brand_values,
    "contact_public": _contact,
    "geo": _geo,
    "synonyms": _synonyms,
    "validity_years": _years,
    "attachments": _attachments,
    "yearly": _yearly,
}
"""By the name of a field, the rows it becomes."""
