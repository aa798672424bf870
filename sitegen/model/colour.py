"""A colour as people write it in site.yaml: `#1a5fb4`, `1A5FB4`, `#15b`."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from sitegen.model import faults
from sitegen.model.faults import fault
from sitegen.model.types import SHORT, scalar
from sitegen.model.value_forms import Form, Reads, advice

HEX = re.compile(r"#?([0-9a-f]{6}|[0-9a-f]{3})", re.ASCII)
WITH_OPACITY = re.compile(r"#?([0-9a-f]{6})[0-9a-f]{2}", re.ASCII)
PARTS = re.compile(
    r"(?:rgba?\(|\()?\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})(?:[\s,/].*)?\)?", re.ASCII
)


def _read(value: Any) -> str:
    """`#rrggbb`, in lower case."""
    text = scalar(value, SHORT)
    folded = unicodedata.normalize("NFKC", text).lower()
    if match := HEX.fullmatch(folded):
        return _whole(match[1])
    right = _proposed(folded)
    raise fault(faults.NOT_A_COLOUR, value=text, right=f'"{right}"' if right else "")


def _whole(digits: str) -> str:
    return "#" + (digits if len(digits) == 6 else "".join(2 * digit for digit in digits))


def _proposed(text: str) -> str:
    """The colour that was meant; "" where that cannot be told."""
    if match := WITH_OPACITY.fullmatch(text):
        return _whole(match[1])
    match = PARTS.fullmatch(text)
    parts = [int(part) for part in match.groups()] if match else []
    return "#" + "".join(f"{part:02x}" for part in parts) if parts and max(parts) < 256 else ""


DIGIT = "[0-9A-Fa-f０-９Ａ-Ｆａ-ｆ]"
COLOUR = Reads(
    _read,
    form=Form(
        f"[#＃﹟]?(?:{DIGIT}{{6}}|{DIGIT}{{3}})",
        advice(faults.NOT_A_COLOUR),
        numbers=((0, 999_999),),
        whole=True,
        examples=("#1a5fb4",),
    ),
)
