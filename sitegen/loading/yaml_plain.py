"""A fast parser for the simplest front matter: lines `name: text`, and lists of plain words.

`read` gives exactly what libyaml's events give, or None where the text has anything beyond that; then
libyaml reads it. Tests compare the two over all real files and over generated ones.
"""

from __future__ import annotations

import re

from sitegen.loading.document import FieldPath, Place, Places, Tree

LONGEST = 60_000
LINE = re.compile(r"([A-Za-z_][A-Za-z0-9_]{0,99}):(?: +(?=\S)(.*))?\Z")
ITEM = re.compile(r"( *)- (?=\S)(.*)\Z")
INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`")
QUOTES = frozenset("“”‘’＂")
NOT_IN_LIST = re.compile(r"[“”‘’＂\[\]{}:#?'\"&*!|>%@`\\]")
UNKNOWN = re.compile(r"[\t\x7f-\xa0\u2028\u2029\ufeff：]| $", re.MULTILINE)


def read(text: str, first_line: int) -> tuple[dict[str, Tree], Places] | None:
    """The mapping in `text` with its places, or None where libyaml has to read it."""
    if len(text) > LONGEST or UNKNOWN.search(text):
        return None
    lines = text.split("\n")
    if lines and not lines[-1]:
        lines.pop()
    tree: dict[str, Tree] = {}
    values: dict[FieldPath, Place] = {(): (first_line, 1)}
    keys: dict[FieldPath, Place] = {}
    open_list: str | None = None
    indent = ""
    for number, line in enumerate(lines, start=first_line):
        match = LINE.match(line)
        if match is None:
            item = ITEM.match(line) if open_list is not None else None
            if item is None or not _is_plain(item[2]):
                return None
            assert open_list is not None
            members = tree[open_list]
            if not isinstance(members, list):
                members = tree[open_list] = []
                indent = item[1]
                values[open_list,] = (number, len(indent) + 1)
            if item[1] != indent:
                return None
            values[open_list, len(members)] = (number, len(indent) + 3)
            members.append(item[2])
            continue
        key, value = match[1], match[2]
        if key in tree or (open_list is not None and not tree[open_list]):
            return None
        keys[key,] = (number, 1)
        if value is None:
            open_list = key
            tree[key] = ""
            continue
        open_list = None
        at = (number, match.start(2) + 1)
        values[key,] = at
        if value.startswith("["):
            words = _list(value)
            if words is None:
                return None
            column = at[1] + 1
            for index, word in enumerate(words):
                values[key, index] = (number, column + len(word) - len(word.lstrip(" ")))
                column += len(word) + 1
            tree[key] = [word.strip(" ") for word in words]
        elif _is_plain(value):
            tree[key] = value
        else:
            return None
    if not tree or (open_list is not None and not tree[open_list]):
        return None
    return tree, Places(values, keys)


def _is_plain(value: str) -> bool:
    """Whether a text on one line, outside brackets, is a plain scalar without special characters."""
    return (
        value[0] not in INDICATORS
        and value[0] not in QUOTES
        and ": " not in value
        and " #" not in value
        and value[-1] != ":"
    )


def _list(value: str) -> list[str] | None:
    """The members of `[a, b]` with the spaces around them, None where one is not plain."""
    if not value.endswith("]"):
        return None
    inside = value[1:-1]
    if NOT_IN_LIST.search(inside):
        return None
    members = inside.split(",")
    words = (member.strip(" ") for member in members)
    return members if all(word and word[0] != "-" for word in words) else None
