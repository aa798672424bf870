"""Numbers as people in China type them: full-width digits, Han numerals, 万 and 亿."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

FULL_WIDTH: Final = {0xFF01 + step: 0x21 + step for step in range(94)} | {0x3000: 0x20}
HAN_DIGITS: Final = {character: value for value, character in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "○": 0,
    "两": 2,
}
HAN: Final = "".join(HAN_DIGITS) + "十"
HAN_MONTH: Final = "[〇零○]{0,2}[一二两三四五六七八九]|[〇零○]?一[〇零○一二两]|[〇零○]十[一二两三四五六七八九]|一?十[〇零○一二两]?"
"""The pattern of the numerals that `han_number` reads as 1 to 12."""
MULTIPLES: Final = {
    "百": 10**2,
    "千": 10**3,
    "万": 10**4,
    "百万": 10**6,
    "千万": 10**7,
    "亿": 10**8,
    "万亿": 10**12,
}
NUMBER = re.compile(
    r"([+-]?)(\d+|\d{1,3}(?:,\d{3})+)(\.\d+)?(?:\s*(万亿|百万|千万|百|千|万|亿))?\Z", re.ASCII
)


def half_width(text: str) -> str:
    """The text with full-width letters, digits, punctuation and spaces as ordinary ones."""
    return text if text.isascii() else text.translate(FULL_WIDTH)


def decimal_of(text: str) -> Decimal | None:
    """The number that a text stands for: `１２`, `1,200`, `12万`; None where it is no number."""
    match = NUMBER.match(half_width(text))
    if match is None:
        return None
    sign, whole, fraction, multiple = match.groups()
    number = Decimal(f"{sign}{whole.replace(',', '')}{fraction or ''}")
    return _plain(number * MULTIPLES[multiple]) if multiple else number


def leading_number(text: str) -> str:
    """The number at the start of a text such as `35%` or `12万吨`, as digits; "" where there is none.

    For the advice to somebody who wrote a unit behind a number.
    """
    text = half_width(text)
    match = re.match(r"[+-]?[\d,]{1,20}(?:\.\d{1,20})?(?:万亿|百万|千万|万|亿)?", text, re.ASCII)
    number = decimal_of(match[0]) if match else None
    return "" if number is None else f"{number:f}"


def han_number(text: str) -> int | None:
    """The number from 0 to 99 in Han numerals (十二, 三十, 〇), or digit by digit (二〇一八)."""
    if not text or any(character not in HAN for character in text):
        return None
    if "十" not in text:
        return int("".join(str(HAN_DIGITS[character]) for character in text))
    tens, _, ones = text.partition("十")
    if "十" in ones or len(tens) > 1 or len(ones) > 1:
        return None
    return 10 * (HAN_DIGITS[tens] if tens else 1) + (HAN_DIGITS[ones] if ones else 0)


def _plain(number: Decimal) -> Decimal:
    """A whole number without exponent or trailing zeros behind the point."""
    whole = number.to_integral_value()
    return Decimal(int(whole)) if whole == number else number.normalize()
