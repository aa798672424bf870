"""What is a telephone number may be dialled by a touch; orders to the telephone are refused."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from sitegen.model.telephone import Telephone, linked

PHONE = TypeAdapter(Telephone)


@pytest.mark.parametrize(
    ("written", "links"),
    [
        ("0536-3212345", [("0536-3212345", "tel:0536-3212345")]),
        ("139 1234 5678", [("139 1234 5678", "tel:13912345678")]),
        ("（0536）3212345", [("（0536）3212345", "tel:(0536)3212345")]),
        ("０５３６－３２１２３４５", [("０５３６－３２１２３４５", "tel:0536-3212345")]),
        ("0536 – 3212345", [("0536 – 3212345", "tel:0536-3212345")]),
        ("+86 536 3212345", [("+86 536 3212345", "tel:+865363212345")]),
        ("0536-3212345 转 801", [("0536-3212345 转 801", "tel:0536-3212345")]),
        ("0536-3212345 ext. 12", [("0536-3212345 ext. 12", "tel:0536-3212345")]),
        ("12315", [("12315", "tel:12315")]),
        (
            "0536-3212345、3212346；3212347",
            [
                ("0536-3212345", "tel:0536-3212345"),
                ("3212346", "tel:3212346"),
                ("3212347", "tel:3212347"),
            ],
        ),
        ("0536-3212345（办公室）", [("0536-3212345（办公室）", "")]),
        ("工作日 0536-3212345", [("工作日 0536-3212345", "")]),
        ("12", [("12", "")]),
        ("1" * 30, [("1" * 30, "")]),
        ("、", [("、", "")]),
    ],
)
def test_numbers_alone_become_links(written: str, links: list[tuple[str, str]]) -> None:
    assert list(linked(PHONE.validate_python(written))) == links


@pytest.mark.parametrize(
    ("written", "character", "right"),
    [
        ("*21*05361234567#", "*", ""),
        ("##002#", "#", ""),
        ("＊21＊0536＃", "*", ""),
        ("0536-3212345*801", "*", "0536-3212345"),
        ("+1-900-555-0100;phone-context=evil.example", ";", "+1-900-555-0100"),
        ("05363212345;ext=1", ";", "05363212345"),
    ],
)
def test_orders_and_parameters_are_refused(written: str, character: str, right: str) -> None:
    with pytest.raises(ValidationError) as raised:
        PHONE.validate_python(written)
    (error,) = raised.value.errors()
    assert error["type"] == "schema.not-a-telephone"
    assert (error["ctx"]["character"], error["ctx"]["right"]) == (character, right)
