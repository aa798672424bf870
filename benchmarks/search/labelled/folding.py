"""Text as two spellings of it are alike. Written apart from the program's own folding on purpose."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

RUN = re.compile(r"[\u3400-\u9fff]+")
LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
ADDRESS = re.compile(r"https?://\S+")


def fold(text: str) -> str:
    """Half width, lower case, letters and digits only."""
    wide = unicodedata.normalize("NFKC", text).lower()
    return "".join(char for char in wide if char.isalnum())


def code(text: str) -> str:
    """The ASCII letters and digits of a number, whatever brackets and words stand between."""
    return "".join(char for char in fold(text) if char.isascii())


def is_han(text: str) -> bool:
    return bool(RUN.fullmatch(text))


def runs(text: str) -> list[str]:
    """Unbroken runs of Han characters, in their order; of Markdown only what readers see."""
    return RUN.findall(prose(text))


def prose(text: str) -> str:
    return ADDRESS.sub(" ", LINK.sub(r"\1", text))


def strings(value: Any) -> Iterator[str]:
    """All text in a tree of lists and mappings."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for member in value.values():
            yield from strings(member)
    elif isinstance(value, list | tuple):
        for member in value:
            yield from strings(member)
