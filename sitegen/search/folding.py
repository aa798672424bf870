"""Folding: one spelling for texts that people regard as the same. fold.js must do the same.

The result is half width, lower case and in simplified characters, with letters and digits only. ü
becomes v, whatever other diacritics it has; those are dropped. Σ is σ wherever it stands in a word. A test
compares both over all of Unicode.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

DATA = Path(__file__).with_name("data")
BRACKETS = re.compile(r"[（(〔［\[【][^（(〔［\[【）)〕］\]】]*[）)〕］\]】]")


@cache
def traditional() -> dict[int, str]:
    """The simplified character by the code point of the traditional one, for `str.translate`."""
    rows = (DATA / "traditional.txt").read_text("utf-8").splitlines()
    pairs = [pair for row in rows if not row.startswith("#") for pair in row.split()]
    simplified_of = {pair[0]: pair[1] for pair in pairs}
    return {
        ord(char): simplified_of.get(simplified, simplified)
        for char, simplified in simplified_of.items()
    }


def fold(text: str) -> str:
    """`ＮＦＣ 濰縣·萝卜` → `nfc潍县萝卜`."""
    decomposed = unicodedata.normalize("NFKD", text).replace("Σ", "σ").lower().replace("ς", "σ")
    if "\u0308" in decomposed:
        decomposed = _with_v(decomposed)
    return "".join(filter(str.isalnum, decomposed)).translate(traditional())


def _with_v(decomposed: str) -> str:
    """The text with v for each u that has a diaeresis among its diacritics."""
    chars = list(decomposed)
    base = 0
    for at, char in enumerate(decomposed):
        if char == "\u0308" and chars[base] == "u":
            chars[base] = "v"
        elif unicodedata.category(char)[0] != "M":
            base = at
    return "".join(chars)


def spellings(name: str) -> tuple[str, ...]:
    """The name itself, its text without the parts in brackets, and each part in brackets.

    For example `风筝制作技艺（潍坊风筝）` is also known as 潍坊风筝.
    """
    inside = [bracketed[1:-1] for bracketed in BRACKETS.findall(name)]
    outside = BRACKETS.sub("", name) if inside else name
    return tuple(dict.fromkeys(part for part in (name, outside, *inside) if part.strip()))
