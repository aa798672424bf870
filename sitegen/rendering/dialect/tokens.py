"""Characters that have to be text, although Markdown or HTML would take them for a mark.

In the source such a character is a token that no processor knows. It becomes the character again in the HTML,
wherever it ended up: in a paragraph, in code, in an attribute.
"""

from __future__ import annotations

import re
from html import escape

TOKEN = re.compile("\x02c([0-9]+)\x03")
"""Python-Markdown removes both control characters from the source first, so no author can write a token."""


def token(character: str) -> str:
    return f"\x02c{ord(character)}\x03"


def restore(html: str) -> str:
    """`html` with every token replaced by its character, escaped where HTML needs it."""
    return TOKEN.sub(lambda match: escape(chr(int(match[1]))), html) if "\x02c" in html else html


def without_tokens(text: str) -> str:
    return TOKEN.sub("", text) if "\x02c" in text else text
