"""Number formats: which of them are read at all, and what a number looks like in them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

BUILT_IN: Final[Mapping[int, str]] = {
    **{2: "0.00", 9: "0%", 10: "0.00%", 14: "yyyy-m-d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy"},
    **{22: "yyyy-m-d h:mm", 27: 'yyyy"年"m"月"', 28: 'm"月"d"日"', 29: 'm"月"d"日"', 30: "m-d-yy"},
    **{31: 'yyyy"年"m"月"d"日"', 36: 'yyyy"年"m"月"', 50: 'yyyy"年"m"月"', 51: 'm"月"d"日"'},
    **{52: 'yyyy"年"m"月"', 53: 'm"月"d"日"', 54: 'm"月"d"日"', 57: 'yyyy"年"m"月"'},
    58: 'm"月"d"日"',
}
"""The formats that have a number only, as a Chinese Excel shows them; without times and plain numbers."""
LITERAL = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[[^\]]*\]')
LONGEST: Final = 255
"""In characters; spreadsheets allow no longer format."""
YEAR_AND_TENTH = re.compile(r"[12]\d{3}\.1\Z", re.ASCII)
"""2025.1: January as it is, October where 2025.10 was typed."""
TWO_DECIMALS = "0.00"
PADDED = re.compile(r"[0\- ()+/]*\Z")


@cache
def is_telling(code: str) -> bool:
    """Whether a number in this format reads otherwise than the number itself: 0536, 50%, a date."""
    return bool("%" in code or date_parts(code) or _pattern(code) or _has_two_decimals(code))


@cache
def date_parts(code: str) -> str:
    """Which of y, m and d a date format shows, "" for other formats and for times."""
    plain = LITERAL.sub("", code[:LONGEST].split(";")[0]).lower()
    if "general" in plain or "0" in plain or "#" in plain or "h" in plain or "s" in plain:
        return ""
    return "".join(part for part in "ymd" if part in plain)


@cache
def _pattern(code: str) -> str:
    """The digits and signs of a format that fills up with zeros, "" of others: `0000` of `0000;@`."""
    plain = LITERAL.sub(lambda match: match[1] or match[2] or "", code[:LONGEST].split(";")[0])
    return plain if plain.startswith(("00", "(0")) and PADDED.match(plain) else ""


@cache
def _has_two_decimals(code: str) -> bool:
    return LITERAL.sub("", code[:LONGEST].split(";")[0]).strip() == TWO_DECIMALS


def is_cut_month(number: float, code: str) -> bool:
    """Whether a number may be the tenth month of a year without its last 0, which the format does not show."""
    return (
        number % 1 != 0
        and not shown(number, code)
        and YEAR_AND_TENTH.match(plain(number)) is not None
    )


def shown(number: float, code: str) -> str | None:
    """A number as its format shows it, where it fills up with zeros, is a percentage, or a year with its tenth
    month, 2025.10; else None.

    The signs of a pattern stand where they do: 5361234567 in `0000-0000000` is 0536-1234567.
    """
    if "%" in code:
        return f"{plain(number * 100)}%"
    if _has_two_decimals(code):
        text = plain(number)
        return f"{text}0" if YEAR_AND_TENTH.match(text) else None
    pattern = _pattern(code)
    if not pattern or number < 0 or number != int(number):
        return None
    digits = list(str(int(number)))
    filled: list[str] = []
    for sign in reversed(pattern):
        filled.append((digits.pop() if digits else "0") if sign == "0" else sign)
    return "".join([*digits, *reversed(filled)])


def plain(number: float) -> str:
    """A number with the 15 digits that spreadsheets keep, without exponent: 12.0 is 12."""
    text = f"{number:.15g}"
    if "e" in text:
        text = f"{number:.20f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
