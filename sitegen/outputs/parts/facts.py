"""Facts of an entry as rows of a table: which fields, in which order, in which words.

Titles come from the model's own declarations, so a page, the documentation and a form agree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from sitegen.model.common import Stated
from sitegen.model.dates import Moment, PartialDate
from sitegen.model.entry import Entry
from sitegen.model.fields import Record, words
from sitegen.model.gi import OPERATORS
from sitegen.model.options import Options
from sitegen.model.types import Choices, Reference, choices_of
from sitegen.outputs.parts.views import Fact, Section, Value

Target = Callable[[Reference], Value]

SECTIONS: dict[str, tuple[tuple[str, str, tuple[str, ...]], ...]] = {
    "gi": (
        ("quality", "它好在哪里", ("quality.sensory", "varieties", "quality.process")),
        ("measures", "公告写明的指标", ("quality.measures",)),
        (
            "origin",
            "产地与保护范围",
            ("area_text", "area_regions", "quality.natural_factors", "quality.human_factors"),
        ),
        ("names", "名称与标准", ("aka", "former_names", "applicant", "standards", "lookalikes")),
    ),
    "brands": (
        ("brand", "品牌情况", ("owner", "kind", "tier", "founded", "aka", "former_names")),
        ("trademarks", "商标与价值", ("trademarks", "brand_values")),
    ),
    "products": (
        ("product", "买之前先看", ("shelf_life", "mailable", "gift", "specs", "maker")),
        ("buy", "哪里买", ("buy",)),
        ("more", "来历", ("gi", "brand", "heritage", "aka", "former_names", "hs_code")),
    ),
    "heritage": (
        (
            "heritage",
            "项目情况",
            ("class", "code", "origin", "organization", "bearers", "aka", "former_names"),
        ),
    ),
    "organizations": (
        (
            "organization",
            "基本情况",
            (
                "kind",
                "short_name",
                "credit_code",
                "industry",
                "address",
                "website",
                "contact_public",
                "merged_into",
                "aka",
                "former_names",
            ),
        ),
    ),
    "schemes": (
        (
            "scheme",
            "制度情况",
            (
                "authority",
                "kind",
                "level",
                "regime",
                "legal_basis",
                "validity_years",
                "opened",
                "closed",
                "closed_by",
                "verify_url",
            ),
        ),
    ),
}
"""By collection: (id, title, fields) of each facts table. Dotted names reach into a group."""


def sections(entry: Entry, record: Any, options: Options, target: Target) -> tuple[Section, ...]:
    """The tables of an entry; those without any fact are left out. Site's own facts come last."""
    found: list[Section] = []
    for identifier, title, names in SECTIONS.get(entry.collection, ()):
        facts = tuple(fact for name in names for fact in _facts(record, name, options, target))
        if facts:
            found.append(Section(identifier, title, facts))
    extra = tuple(_extra(entry, options))
    if extra:
        found.append(Section("more-facts", "其他信息", extra))
    return tuple(found)


def _extra(entry: Entry, options: Options) -> Iterator[Fact]:
    for name, field in options.fields.get(entry.collection, {}).items():
        if name in entry.extra:
            yield Fact(field.label.zh, (Value(entry.extra[name]),))


def _facts(record: Any, name: str, options: Options, target: Target) -> Iterator[Fact]:
    owner = record
    *groups, last = name.split(".")
    for group in groups:
        owner = getattr(owner, group)
        if owner is None:
            return
    model: type[Record] = type(owner)
    column = columns(model).get(last)
    if column is None:
        return
    value = getattr(owner, column.attribute)
    if value in (None, (), ""):
        return
    special = SPECIAL.get(last)
    if special is not None:
        yield from special(value)
        return
    if column.choices is not None:
        known = {**column.choices.options, **options.choices.get(column.choices.name, {})}
        yield Fact(column.title, (Value(known[value].zh),))
        return
    members = value if isinstance(value, tuple) else (value,)
    values = tuple(_value(member, target) for member in members)
    claimed = members and isinstance(members[0], Stated)
    yield Fact(column.title, values, disputed=bool(claimed) and len(values) > 1)


@dataclass(frozen=True, slots=True)
class Column:
    """A field as a row of a facts table."""

    attribute: str
    title: str
    choices: Choices | None


@cache
def columns(model: type[Record]) -> dict[str, Column]:
    """The fields of a model class by the name under which authors write them."""
    return {
        info.alias or attribute: Column(attribute, words(info)[0], choices_of(info))
        for attribute, info in model.model_fields.items()
    }


def _value(value: Any, target: Target) -> Value:
    if isinstance(value, Stated):
        inner = _value(value.value, target)
        return Value(inner.text, inner.url, value.source or "", value.note or "")
    if isinstance(value, Reference):
        return target(value)
    text = show(value)
    return Value(text, text if text.startswith(("https://", "http://")) else "")


def show(value: Any) -> str:
    """A scalar as readers see it."""
    if isinstance(value, bool):
        return "能" if value else "不能"
    if isinstance(value, PartialDate):
        return value.text
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Moment | Decimal | int | str):
        return str(value)
    raise TypeError(f"no words for {type(value).__name__}")


def _measures(measures: Iterable[Any]) -> Iterator[Fact]:
    rows: dict[str, list[Value]] = {}
    for measure in measures:
        unit = measure.unit or ""
        unit = unit if not unit or unit.startswith(("%", "‰", "°", "℃")) else f" {unit}"
        sign = "" if measure.op == "range" else f"{measure.op} " if measure.op in OPERATORS else ""
        sign = "" if measure.op == "=" else sign
        rows.setdefault(measure.name, []).append(
            Value(f"{sign}{measure.value}{unit}", note=measure.note or "")
        )
    for name, values in rows.items():
        yield Fact(name, tuple(values))


def _former_names(names: Iterable[Any]) -> Iterator[Fact]:
    values = tuple(
        Value(name.name, note=f"用到 {name.until.text}" if name.until else "") for name in names
    )
    yield Fact("曾用名", values)


def _lookalikes(lookalikes: Iterable[Any]) -> Iterator[Fact]:
    for lookalike in lookalikes:
        yield Fact(f"与{lookalike.name}的区别", (Value(lookalike.difference),))


def _trademarks(marks: Iterable[Any]) -> Iterator[Fact]:
    values = []
    for mark in marks:
        notes = [f"第 {mark.class_} 类" if mark.class_ else ""]
        notes += [f"{mark.registered.text} 核准注册" if mark.registered else ""]
        notes += ["马德里国际注册" if mark.madrid else ""]
        values.append(Value(f"第 {mark.number} 号", note="，".join(n for n in notes if n)))
    yield Fact("注册商标", tuple(values))


def _brand_values(valuations: Iterable[Any]) -> Iterator[Fact]:
    for valuation in valuations:
        note = f"{valuation.publisher}" + (f"；{valuation.method}" if valuation.method else "")
        text = f"{valuation.amount} 亿元"
        yield Fact(f"品牌价值（{valuation.year.text}）", (Value(text, note=note),))


def _buy(places: Iterable[Any]) -> Iterator[Fact]:
    for place in places:
        parts = [place.name, place.address or "", place.phone or "", place.text or ""]
        checked = f"核对于 {place.checked.isoformat()}" if place.checked else ""
        text = " ".join(part for part in parts if part)
        yield Fact(place.channel, (Value(text, place.url or "", note=checked),))


def _contact(contact: Any) -> Iterator[Fact]:
    if contact.phone:
        yield Fact("电话", (Value(contact.phone, f"tel:{contact.phone.replace(' ', '')}"),))
    if contact.wechat:
        yield Fact("微信", (Value(contact.wechat),))


def _years(value: int) -> Iterator[Fact]:
    yield Fact("有效期", (Value(f"{value} 年"),))


SPECIAL: dict[str, Callable[[Any], Iterator[Fact]]] = {
    "measures": _measures,
    "former_names": _former_names,
    "lookalikes": _lookalikes,
    "trademarks": _trademarks,
    "brand_values": _brand_values,
    "buy": _buy,
    "contact_public": _contact,
    "validity_years": _years,
}
