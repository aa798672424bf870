"""Lists that Markdown does not see, since no blank line is before them."""

from __future__ import annotations

import re

LIST_ITEM = re.compile(r"\s{0,3}(?:[-*+]|\d+[.)])\s+\S")
ITEM_UNDER_TEXT = re.compile(
    r"^(?!{item})(?=.*\S).*\n(?={item})".format(item=r"[^\S\n]{0,3}(?:[-*+]|\d+[.)])[^\S\n]+\S"),
    re.MULTILINE,
)
"""Only where this is found can a list item be right under a paragraph."""


def tight_lists(source: str) -> list[int]:
    """Line numbers (from 1) of list items right under a paragraph: Markdown sees no list there."""
    return _items_under_text(source) if ITEM_UNDER_TEXT.search(source) else []


def _items_under_text(source: str) -> list[int]:
    found: list[int] = []
    previous = ""
    fenced = False
    for number, line in enumerate(source.split("\n"), start=1):
        if line.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
        item = LIST_ITEM.match(line)
        plain = previous.strip() and not previous.startswith(("#", ">", "|", "    ", "\t"))
        if (
            item
            and plain
            and not fenced
            and not LIST_ITEM.match(previous)
            and not found_above(previous)
        ):
            found.append(number)
        if item is not None or not _in_list(previous, line):
            previous = line
    return found


def found_above(line: str) -> bool:
    """Whether the line is a rule, an attribute list or a definition, under which a list may start."""
    return bool(re.match(r"\s*(?:\{:|\[\^?[^\]]+\]:|[-*_]{3,}\s*$|=+\s*$)", line))


def _in_list(previous: str, line: str) -> bool:
    return bool(LIST_ITEM.match(previous)) and bool(line.strip())
