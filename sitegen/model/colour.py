"""A colour as people write it in site.yaml: `#1a5fb4`, `1A5FB4`, `#15b`."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from pydantic import BeforeValidator

from sitegen.model import faults
from sitegen.model.faults import fault
from sitegen.model.types import SHORT, scalar

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


COLOUR = BeforeValidator(_read)
