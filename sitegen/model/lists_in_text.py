"""Lists that stand in one text, with separators between their members; and texts that were meant as lists."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from sitegen.model import faults
from sitegen.model.faults import fault
from sitegen.model.value_forms import ReadsList

WORD_SEPARATORS = "、，；,;"
DASHED = re.compile(r"(?:\A|(?<=\s))[-－–—]\s*(?=[^\W\d])")
BRACKETED = re.compile(r"[【［\[]([^】］\]]*)[】］\]]\s*")
MARKS_OF_LISTS = ("-", "－", "–", "—", "【", "［", "[")


def many(value: Any) -> Any:
    """A list as it is; a single text as a list of one."""
    if not isinstance(value, str):
        return value
    no_lost_list(value)
    return [value]


def no_lost_list(text: str) -> None:
    """A fault where a text was meant as a list: each line with a dash and no space, or in full-width brackets."""
    if not text.startswith(MARKS_OF_LISTS):
        return
    if bracketed := BRACKETED.fullmatch(text):
        parts = words_in(bracketed[1])
    elif DASHED.match(text):
        parts = [part.strip() for part in DASHED.split(text) if part.strip()]
    else:
        return
    raise fault(faults.LOST_LIST, value=text, right=f"[{', '.join(parts)}]")


def _none_twice(members: list[Any]) -> None:
    """A fault where a list has a text twice."""
    if len(members) < 2:
        return
    texts = [member.strip() for member in members if isinstance(member, str)]
    once = dict.fromkeys(texts)
    if len(once) < len(texts):
        value = next(text for text, count in Counter(texts).items() if count > 1)
        raise fault(faults.TWICE, value=value, right=f"[{', '.join(once)}]")


def separated(separators: str, *, in_members: bool = True) -> ReadsList:
    """Reads a list, also where members stand in one text with a separator between them. Within brackets
    nothing separates: 云锦（大花、小花） is one.

    `in_members` says whether the members of a list are cut as well."""
    marks = re.compile(f"[{separators}（(《》)）]")

    def cut(text: str) -> Iterator[str]:
        start = depth = 0
        for mark in marks.finditer(text):
            if mark[0] in separators:
                if depth <= 0:
                    yield text[start : mark.start()]
                    start = mark.end()
            else:
                depth += 1 if mark[0] in "（(《" else -1
        yield text[start:]

    def read(value: Any) -> Any:
        if isinstance(value, str):
            no_lost_list(value)
        elif not isinstance(value, list | tuple):
            return value
        is_cut = in_members or isinstance(value, str)
        members: list[Any] = []
        for member in [value] if isinstance(value, str) else value:
            if not isinstance(member, str):
                members.append(member)
            elif is_cut and marks.search(member):
                members += [part for part in cut(member) if part.strip()]
            elif member.strip():
                members.append(member)
        _none_twice(members)
        return members

    return ReadsList(read, separators=separators)


def words_in(text: str) -> list[str]:
    """The words of one text, with any comma between them."""
    return [word.strip() for word in re.split(f"[{WORD_SEPARATORS}]", text) if word.strip()]
