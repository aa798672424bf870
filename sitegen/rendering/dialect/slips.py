"""Marks within a line that were typed full width, or with a space too many."""

from __future__ import annotations

import re

from sitegen.rendering.dialect.tokens import token

ADDRESS = r"(?:[a-z]+:[^\s()（）<>]+|[/#][^\s()（）<>]*|[\w./-]+\.(?:jpe?g|png|webp|gif|avif))"
LINK = re.compile(
    rf"(\[[^\[\]\n]*\])(?:\([^()\s]*\)|[ ]?[(（]\s?({ADDRESS})\s?[)）])", re.IGNORECASE
)
"""A link as usual, which stays as it is, or one with a space or with full-width brackets."""
TIMES = re.compile(r"(?<=[0-9A-Za-z])\*(?=[0-9])|(?<=[长宽高厚深径度])\*(?=[长宽高厚深径])")
"""The sign of a multiplication, as in 30*40cm and 长*宽*高."""
PAIRS = (("＊＊", "**"), ("～～", "~~"))


def mend(text: str) -> str:
    """`text` with links and pairs of marks as Markdown writes them. Lines with code stay as they are, and signs of
    multiplication in all but lines with addresses."""
    if "*" in text and "://" not in text:
        text = TIMES.sub(token("*"), text)
    if "`" in text:
        return text
    if "]" in text and ("）" in text or "（" in text or "] (" in text):
        text = LINK.sub(lambda link: f"{link[1]}({link[2]})" if link[2] else link[0], text)
    for wide, usual in PAIRS:
        if wide in text and text.count(wide) % 2 == 0:
            text = text.replace(wide, usual)
    return text
