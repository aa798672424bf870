"""Characters that nobody sees, and that make a terminal or a browser show something else, made visible.

File names, entries and arguments may hold any character. An escape character clears a terminal or writes its
title, a line break forges a line, U+202E turns what follows it round. Whatever is printed goes through one of
these functions; the escapes are those of Python and of YAML: `\\x1b`, `\\n`, `\\u202e`.
"""

from __future__ import annotations

import re

_INVISIBLE = (
    "\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u3164\ufeff\uffa0\ufff0-\ufffb\ud800-\udfff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U00013430-\U0001343f\U000e0000-\U000e007f"
)
"""Control characters, marks of direction, line breaks of Unicode, characters without a shape, and halves of
characters, which stand for bytes of a file name that are no UTF-8."""
HIDDEN = re.compile(f"[\x00-\x1f{_INVISIBLE}]")
HIDDEN_IN_LINES = re.compile(f"[\x00-\x08\x0b-\x1f{_INVISIBLE}]")
HIDDEN_IN_JSON = re.compile(rf"{HIDDEN_IN_LINES.pattern}|#(?=#(?:vso)?\[)")
SHORT = {"\t": r"\t", "\n": r"\n", "\r": r"\r"}


def one_line(text: str) -> str:
    """A text on one line: a line break in it is shown as `\\n`."""
    return HIDDEN.sub(_escape, text)


def lines(text: str) -> str:
    """A text of several lines. Line ends (LF) and tabs stay."""
    return HIDDEN_IN_LINES.sub(_escape, text)


def in_json(document: str) -> str:
    """A JSON document that says the same without such a character, and without `##[`, which CI services
    take for a command."""
    return HIDDEN_IN_JSON.sub(_json_escape, document)


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    number = ord(character)
    if 0xDC80 <= number <= 0xDCFF:  # how Python keeps a byte of a file name that is no UTF-8
        number -= 0xDC00
    if number > 0xFFFF:
        return f"\\U{number:08x}"
    return SHORT.get(character) or (f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}")


def _json_escape(match: re.Match[str]) -> str:
    number = ord(match[0])
    if number < 0x10000:
        return f"\\u{number:04x}"
    high, low = divmod(number - 0x10000, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"
