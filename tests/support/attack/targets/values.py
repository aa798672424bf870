"""Any text as the value of a field: a value, or a fault in words; a value written again is the same."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from typing import Annotated, Any

from pydantic import TypeAdapter, ValidationError

from sitegen.loading.document import Document, Places
from sitegen.model import colour, dates, extra_fields, faults, pinyin, site_path, types
from sitegen.model.dates import Moment, PartialDate
from sitegen.model.identifiers import CreditCode, credit_code_holds, is_identity_number
from sitegen.model.months import Months
from sitegen.model.number_types import Integer, Number, whole
from sitegen.model.options import ExtraField
from sitegen.model.references import Reference, reference, reference_or_name
from sitegen.model.types import Label
from sitegen.problems import Problem
from tests.support.attack.target import Target, chosen

TYPES: tuple[Any, ...] = (
    *(
        dates.Partial,
        dates.Day,
        dates.Time,
        Months,
        Number,
        Integer,
        CreditCode,
        types.Name,
        types.Names,
    ),
    *(types.Line, types.Summary, types.Text, types.YesNo, types.Address, types.Id),
    *(
        Annotated[int, whole(1, 500)],
        Annotated[str, colour.COLOUR],
        Annotated[str, site_path.SITE_PATH],
    ),
    *(Annotated[Reference, reference("gi", "brands")], Annotated[Reference, reference("regions")]),
    Annotated[Reference | str, reference_or_name("organizations")],
)
EXTRA = tuple(
    ExtraField("taste", name, Label("口味", "taste"), (("sweet", Label("甜", "sweet")),), ("gi",))
    for name in extra_fields.TYPES
)
KNOWN = frozenset(["missing", "extra_forbidden", "tuple_type", "string_type", "int_type"])
DOCUMENT = Document("content/gi/a.yaml", {}, "", 1, "", Places())


@cache
def adapter(number: int) -> TypeAdapter[Any]:
    return TypeAdapter(TYPES[number])


def run(data: bytes) -> None:
    number, data = chosen(data, len(TYPES) + len(EXTRA) + 1)
    text = data.decode("utf-8", "replace")
    for written in (text, text.split("\n"), {"text": text, "sort": text[:4]}):
        try:
            if number < len(TYPES):
                value = adapter(number).validate_python(written)
                if not isinstance(written, dict):
                    _written_again(number, value)
            elif number < len(TYPES) + len(EXTRA):
                members = extra_fields.read(EXTRA[number - len(TYPES)], written)
                assert all(isinstance(member, str) for member in members)
        except ValidationError as error:
            _has_words(error)
    _names(text)


def _written_again(number: int, value: Any) -> None:
    kind = TYPES[number]
    if isinstance(value, PartialDate):
        assert value.first <= value.last
        assert dates.partial_date(value.text) == value
    elif isinstance(value, date):
        assert dates.day(value.isoformat()) == value
    elif isinstance(value, Moment):
        assert dates.moment(str(value)) == value
    elif isinstance(value, Decimal):
        assert value.is_finite() and adapter(number).validate_python(f"{value:f}") == value
    elif kind is Months:
        assert value == tuple(sorted(set(value))) and set(value) <= set(range(1, 13))
        assert adapter(number).validate_python([str(month) for month in value]) == value
    elif isinstance(value, str | int | tuple) and not isinstance(value, bool):
        again = adapter(number).validate_python(
            list(value) if isinstance(value, tuple) else str(value)
        )
        assert again == value, f"{value!r}, then {again!r}"


def _has_words(error: ValidationError) -> None:
    for detail in error.errors(include_url=False):
        kind = detail["type"]
        if kind not in faults.BY_CODE:
            assert kind in KNOWN or kind.endswith("_type"), kind
            continue
        facts = {name: str(value) for name, value in (detail.get("ctx") or {}).items()}
        problem = Problem(faults.BY_CODE[kind], DOCUMENT.at(()), facts)
        for language in ("zh", "en"):
            assert problem.message(language) and problem.fix(language)


def _names(text: str) -> None:
    """Readings, ids and paths that are proposed for a name are such as are accepted."""
    name = text[:60]
    slug = pinyin.slug(name)
    assert not slug or types.ID.match(slug), slug
    assert pinyin.plain(pinyin.plain(name)) == pinyin.plain(name)
    assert pinyin.filed_under(pinyin.plain_reading(name)) in "ABCDEFGHIJKLMNOPQRSTUVWXYZ#"
    try:
        assert site_path.is_site_path(site_path.proposed(name)), site_path.proposed(name)
    except ValueError as error:
        raise AssertionError(f"no path for {name!r}") from error
    code = text[:18]
    assert credit_code_holds(code) in (True, False) if len(code) == 18 else True
    assert is_identity_number(code) in (True, False)


def seeded() -> list[bytes]:
    values = (
        *(
            "2025-01-10",
            "2025年1月10日",
            "二〇二五年一月十日",
            "20250110",
            "45667",
            "2025.1",
            "清道光年间",
        ),
        *(
            "10-12",
            "11月至2月",
            "九月到十月",
            "全年",
            "1,200",
            "12万",
            "１２",
            "-0.5亿",
            "35%",
            "2025-1-1 9:30",
        ),
        *(
            "是",
            "https://a.b/c?d=e#f",
            "gi:weixian-luobo",
            "潍县萝卜",
            "weixian-luobo",
            "#1a5fb4",
            "15b",
        ),
        *(
            "/zt/",
            "专题",
            "91110000600037341L",
            "110101199003077758",
            "甲、乙；丙",
            "rgb(1, 2, 3)",
            "//a/../b",
        ),
    )
    return [
        bytes([number]) + value.encode() for number in range(len(TYPES) + 9) for value in values
    ]


TARGET = Target(
    run,
    seeded,
    (
        *(
            b"-",
            b".",
            b"/",
            "年".encode(),
            "月".encode(),
            "日".encode(),
            "十".encode(),
            "万亿".encode(),
            b":",
            b"\n",
        ),
        *(
            "〇".encode(),
            "½".encode(),
            "²".encode(),
            "٣".encode(),
            "Ⅷ".encode(),
            "\u3000".encode(),
            b"[",
            b"//[",
            b"@",
        ),
        *(
            "İ".encode(),
            "ß".encode(),
            "ﷺ".encode(),
            "\u0301".encode(),
            "𠮷".encode(),
            b"%00",
            b"%2e%2e",
            b"9" * 400,
        ),
    ),
)
