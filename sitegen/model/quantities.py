"""Numbers as sources state them: exactly, at least, about, from one to another; with their unit and what they count."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any

from sitegen.model.faults import NOT_A_NUMBER
from sitegen.model.fields import REQUIRED, Record, field
from sitegen.model.number_types import DIGIT, not_a_number
from sitegen.model.numerals import half_width
from sitegen.model.types import SHORT, Label, Name, choice, scalar
from sitegen.model.value_forms import Form, Reads, advice

OPERATORS = {
    "≥": Label("不低于", "at least"),
    "≤": Label("不高于", "at most"),
    ">": Label("高于", "more than"),
    "<": Label("低于", "less than"),
    "=": Label("为", "equal to"),
    "range": Label("范围", "range"),
}
STATED = {
    **OPERATORS,
    "≥": Label("以上", "at least"),
    "≤": Label("以内", "at most"),
    "about": Label("左右", "about"),
}
"""The operators of documents about the economy, which also say 500家左右."""
SCOPES = {
    "total": Label("累计", "in total"),
    "added": Label("新增", "added"),
    "rate": Label("比率", "rate"),
    "period": Label("当期", "in the period"),
}
"""What a number counts: all there are at the time, what came in a period, a share, or what happened in a period."""
MULTIPLES = {"万": Decimal(10**4), "亿": Decimal(10**8)}
"""Units that begin so are multiples: 1.1 万件 are 11,000."""
NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?\Z", re.ASCII)
SPAN = re.compile(r" ?[~–—至到] ?|(?<=\d)-(?=\d)")


def number_or_range(value: Any) -> str:
    """A number, or two joined by ～ for a range, in one spelling: `6.4` or `6.4～11.8`."""
    text = scalar(value, SHORT)
    parts = SPAN.split(half_width(text))
    if len(parts) > 2 or not all(NUMBER.match(part) for part in parts):
        raise not_a_number(text)
    return "～".join(parts)


def bounds(value: str) -> tuple[Decimal, Decimal]:
    """The least and the most of a value that has been read: the same twice for one number."""
    first, _, last = value.partition("～")
    return Decimal(first), Decimal(last or first)


EXACT = f"[+＋－-]?{DIGIT}+(?:[.．]{DIGIT}+)?"
BETWEEN = "(?:[ 　]?[~～–—至到][ 　]?|[－-])"
NumberOrRange = Annotated[
    str,
    Reads(
        number_or_range,
        form=Form(
            f"{EXACT}(?:{BETWEEN}{EXACT})?",
            advice(NOT_A_NUMBER),
            examples=("6.4", "6.4～11.8"),
        ),
    ),
]


class Quantity(Record):
    """A number as a document states it."""

    op: Annotated[str, *choice("quantity.op", STATED)] = field(
        "关系",
        "Relation",
        "以上、以内、左右、为；两个数之间写 范围",
        "at least, at most, about, equal to, range",
        default="=",
    )
    value: NumberOrRange = field(
        "数值",
        "Value",
        "数字；范围写 8～10",
        "a number; a range as 8～10",
        default=REQUIRED,
    )
    unit: Name | None = field("单位", "Unit", "如 个、件、%", "such as % or km", usual=True)
    scope: Annotated[str, *choice("quantity.scope", SCOPES)] | None = field(
        "口径",
        "Scope",
        "累计、新增、比率、当期",
        "in total, added, rate, in the period",
        usual=True,
    )
