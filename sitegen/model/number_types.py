"""Field types of numbers, as people type them."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any

from pydantic_core import PydanticCustomError

from sitegen.model import faults
from sitegen.model.faults import fault
from sitegen.model.numerals import MULTIPLES, decimal_of, leading_number
from sitegen.model.types import SHORT, scalar
from sitegen.model.value_forms import Form, Reads, advice

WHOLE_LIMIT = 10**9


def _number(value: Any) -> Decimal:
    text = scalar(value, SHORT)
    number = decimal_of(text)
    if number is None:
        raise not_a_number(text)
    return number


def _integer(value: Any) -> int:
    if isinstance(value, int):
        return value
    text = scalar(value, SHORT)
    number = decimal_of(text)
    if number is None:
        raise not_a_number(text, whole=True)
    if number != number.to_integral_value() or abs(number) >= WHOLE_LIMIT:
        wanted = {"wanted": "整数", "wanted_en": "a whole number"}
        raise fault(faults.NOT_A_NUMBER, value=text, right="", **wanted)
    return int(number)


def whole_number(text: str) -> int:
    """The number in the text of an `Integer` field that has been validated."""
    return _integer(text)


def not_a_number(text: str, *, whole: bool = False) -> PydanticCustomError:
    """The fault of a text that is no number; its advice keeps the number that the text begins with."""
    words = ("整数", "a whole number") if whole else ("数字", "a number")
    right = leading_number(text)
    return fault(faults.NOT_A_NUMBER, value=text, wanted=words[0], wanted_en=words[1], right=right)


def whole(first: int, last: int) -> Reads:
    """A whole number within bounds."""

    def read(value: Any) -> int:
        number = _integer(value)
        if not first <= number <= last:
            bounds = {"first": str(first), "last": str(last)}
            right = str(min(max(number, first), last))
            raise fault(faults.OUT_OF_RANGE, value=str(number), **bounds, right=right)
        return number

    wanted = (f"{first} 到 {last} 的整数", f"a whole number from {first} to {last}")
    form = Form(TYPED, wanted, numbers=((first, last),), whole=True)
    return Reads(read, form=form)


DIGIT = "[0-9０-９]"
TYPED = (
    rf"[+＋－-]?(?:{DIGIT}+|{DIGIT}{{1,3}}(?:[,，]{DIGIT}{{3}})+)(?:[.．]{DIGIT}+)?"
    rf"\s*(?:{'|'.join(MULTIPLES)})?"
)
"""The form of a number with all that `decimal_of` takes."""
Number = Annotated[Decimal, Reads(_number, form=Form(TYPED, advice(faults.NOT_A_NUMBER)))]
Integer = Annotated[
    int,
    Reads(_integer, form=Form(TYPED, advice(faults.NOT_A_NUMBER), whole=True)),
]
