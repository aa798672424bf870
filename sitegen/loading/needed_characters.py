"""Invisible characters that do what they are for: joiners, variants of a shape, blanks of a script."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from sitegen.loading.character_kinds import RANGES


def _class() -> str:
    """All that is in no range, negated: `re` then passes over a good character with one look into a table."""
    gaps = [(0x20, 0x7E)]
    gaps += [(one.last + 1, other.first - 1) for one, other in pairwise(RANGES)]
    members = (f"{chr(first)}-{chr(last)}" for first, last in gaps if first <= last)
    return f"[^\t\n{''.join(members)}]"


SUSPECT: Final = re.compile(_class())
"""One of the characters of RANGES. It has all that libyaml refuses, and all that only libyaml counts as line
ends: in a text without errors lines are the same for us, libyaml and the author's editor."""

HAN = re.compile("[\u2e80-\u2fdf\u3005\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
JOINING = re.compile(
    "[\u0600-\u061b\u061d-\u08ff\u0900-\u0dff\u0f00-\u109f\u1700-\u17b3\u17b6-\u17ff\u1807\u1810-\u18af"
    "\u1900-\u1aff\ua840-\ua877\ua880-\ua8df\ua900-\ua9ff\uaa60-\uaa7f\ufb50-\ufdcf\ufdf0-\ufdff"
    "\ufe70-\ufefc\U00010a00-\U00011fff\U0001e900-\U0001e95f]"
)
"""Letters and marks of scripts in which joiners change the shape of what stands beside them."""
MONGOLIAN = re.compile("[\u1807\u1810-\u18af]")
JAMO = re.compile("[\u1100-\u115e\u1161-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]")
BRAILLE = re.compile("[\u2801-\u28ff]")
SKIN = re.compile("[\U0001f3fb-\U0001f3ff]")
KEYCAPS: Final = "0123456789#*"
WITH_VARIANTS: Final = "‼⁉ℹ〰、。，．：；！？‘’“”"
"""Beside symbols and Han characters, what may have another shape before a variation selector."""


def is_honest(text: str, index: int) -> bool:
    """Whether the invisible character at `index` does there what it is for."""
    character = text[index]
    before = text[index - 1] if index else ""
    after = text[index + 1 : index + 2]
    if "\ufe00" <= character <= "\ufe0f":
        return bool(before) and _has_variant(before, character, after)
    if "\U000e0100" <= character <= "\U000e01ef":
        return bool(HAN.match(before))
    if character in "\u200c\u200d":
        joins = bool(JOINING.match(before)) and (
            character == "\u200d" or bool(JOINING.match(after))
        )
        return joins or (character == "\u200d" and _joins_emoji(text, index))
    if "\u180b" <= character <= "\u180f":
        return bool(MONGOLIAN.match(before))
    if character in "\u115f\u1160":
        return bool(JAMO.match(before) or JAMO.match(after))
    if character == "\u2800":
        return bool(BRAILLE.search(text, max(0, index - 8), index + 8))
    return False


def wrong_in(text: str) -> Iterator[int]:
    """The indexes of the characters that deceive, in order."""
    for match in SUSPECT.finditer(text):
        if not is_honest(text, match.start()):
            yield match.start()


def _has_variant(before: str, selector: str, after: str) -> bool:
    """Whether a variation selector may change the shape of the character before it."""
    if before in KEYCAPS:
        return after == "\u20e3"
    if HAN.match(before):
        return selector <= "\ufe02"
    is_sign = unicodedata.category(before) in ("So", "Sm") and (before > "\u2000" or before in "©®")
    return is_sign or before in WITH_VARIANTS or bool(JOINING.match(before))


def _joins_emoji(text: str, index: int) -> bool:
    before = text[max(0, index - 4) : index].rstrip("\ufe0f\u20e3")
    if SKIN.match(before[-1:]):
        before = before[:-1]
    ends = (before[-1:], text[index + 1 : index + 2])
    return all(end and unicodedata.category(end) in ("So", "Sm") for end in ends)
