"""Finds lists that Markdown does not recognise because no blank line precedes them."""

from __future__ import annotations

import re

LIST_ITEM = re.compile(r"\s{0,3}(?:[-*+]|\d+[.)])\s+\S")
ITEM_UNDER_TEXT = re.compile(
    r"^(?!{item})(?=.*\S).*\n(?={item})".format(item=r"[^\S\n]{0,3}(?:[-*+]|\d+[.)])[^\S\n]+\S"),
    re.MULTILINE,
)
"""A quick test: without a match no list item directly follows a paragraph."""


def tight_lists(source: str) -> list[int]:
    """Line numbers (from 1) of list items right after a paragraph, which Markdown takes for text."""
    return _items_under_text(source) if ITEM_UNDER_TEXT.search(source) else []


def _items_under_text(source: str) -> list[int]:
    numbers: list[int] = []
    previous = ""
    fenced = False
    for number, line in enumerate(source.split("\n"), start=1):
        if line.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
        item = LIST_ITEM.match(line)
        is_text = previous.strip() and not previous.startswith(("#", ">", "|", "    ", "\t"))
        if (
            item
            and is_text
            and not fenced
            and not LIST_ITEM.match(previous)
            and not may_precede_list(previous)
        ):
            numbers.append(number)
        if item is not None or not _in_list(previous, line):
            previous = line
    return numbers


def may_precede_list(line: str) -> bool:
    """Whether the line is a rule, an attribute list or a definition: a list may follow these."""
    return bool(re.match(r"\s*(?:\{:|\[\^?[^\]]+\]:|[-*_]{3,}\s*$|=+\s*$)", line))


def _in_list(previous: str, line: str) -> bool:
    return bool(LIST_ITEM.match(previous)) and bool(line.strip())
