"""Telephone numbers: what may be dialled by a touch, and nothing else.

A telephone takes `*21*…#` for an order to forward all calls, and some obey a link to it without asking. So
only digits become a link.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Annotated, Any

from sitegen.model import faults
from sitegen.model.faults import fault
from sitegen.model.types import one_line
from sitegen.model.value_forms import Form, Reads, advice

NUMBER = re.compile(r"\+?\(?[0-9](?:[()-]{0,2}[0-9]){2,20}", re.ASCII)
"""A number as it is dialled, with what people put between its digits."""
EXTENSION = re.compile(r"(?<!\s)\s*(?:转|分机|ext\.?|-?x)\s*[0-9]{1,6}\Z", re.IGNORECASE | re.ASCII)
SEVERAL = re.compile(r"[、，,；/／]")
ORDER = re.compile(r"[*#]|;\s*[a-z]", re.IGNORECASE)
"""What begins an order to the telephone, or a parameter of a link."""
LIMIT = 200


def linked(text: str) -> Iterator[tuple[str, str]]:
    """(number as written, its `tel:` address) of each number; one text without an address, where that has
    more than numbers."""
    parts = [part.strip() for part in SEVERAL.split(text) if part.strip()]
    links = [link(part) for part in parts]
    if parts and all(links):
        yield from zip(parts, links, strict=True)
    else:
        yield text, ""


def link(text: str) -> str:
    """The `tel:` address of one number; "" where the text is none. An extension is dialled by hand."""
    number = EXTENSION.sub("", _plain(text)).replace(" ", "")
    return f"tel:{number}" if NUMBER.fullmatch(number) else ""


def _plain(text: str) -> str:
    """A text with the digits and signs of half width."""
    return re.sub("[‐‑–—−]", "-", unicodedata.normalize("NFKC", text))


def _read(value: Any) -> str:
    text = one_line(value, LIMIT)
    wrong = ORDER.search(_plain(text))
    if wrong:
        before = _plain(text)[: wrong.start()].strip()
        right = before if link(before) else ""
        raise fault(faults.NOT_A_TELEPHONE, value=text[:40], character=wrong[0][0], right=right)
    return text


FORM = Form(
    r"(?![^\n]*[;；]\s*[A-Za-z])[^\n*#＊＃﹡﹟]{1,200}",
    advice(faults.NOT_A_TELEPHONE),
    examples=("0536-1234567",),
)
Telephone = Annotated[str, Reads(_read, form=FORM)]
