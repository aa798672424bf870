"""Folding: one spelling for texts that people take for the same. fold.js does the same, to the letter.

Half width, lower case, simplified characters, letters and digits only; ü is v, other marks above
letters go.
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
    """Simplified characters by the code of the traditional one, for `str.translate`."""
    rows = (DATA / "traditional.txt").read_text("utf-8").splitlines()
    words = [word for row in rows if not row.startswith("#") for word in row.split()]
    pairs = {word[0]: word[1] for word in words}
    return {ord(old): pairs.get(new, new) for old, new in pairs.items()}


def fold(text: str) -> str:
    """`ＮＦＣ 濰縣·萝卜` → `nfc潍县萝卜`."""
    decomposed = unicodedata.normalize("NFKD", text).lower().replace("u\u0308", "v")
    return "".join(filter(str.isalnum, decomposed)).translate(traditional())


def spellings(name: str) -> tuple[str, ...]:
    """What a name can be called: itself, what stands outside its brackets, what inside.

    `风筝制作技艺（潍坊风筝）` is known as 潍坊风筝 too.
    """
    inside = [found[1:-1] for found in BRACKETS.findall(name)]
    outside = BRACKETS.sub("", name) if inside else name
    return tuple(dict.fromkeys(part for part in (name, outside, *inside) if part.strip()))
