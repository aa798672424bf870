"""The settings of VS Code that give each file its schema, put among those that a folder has already.

Such a file is JSON with comments and commas too many. What is added goes behind what is there: not one character of
the author's is changed, and what the author has set otherwise stays.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from sitegen.problems import Kind, Location, Mistaken, Problem, Severity

SCHEMAS: Final = "yaml.schemas"
TOKEN: Final = re.compile(
    r"[\s\ufeff]+|//[^\n]*|/\*.*?\*/"
    r'|(?P<token>"(?:[^"\\\n]|\\.)*"|[{}\[\]:,]|[^\s{}\[\]:,"/]+)',
    re.DOTALL,
)
NOT_UNDERSTOOD = Kind(
    "schema-file.settings-not-understood",
    Severity.ERROR,
    zh="看不懂这里的设置，没有动它",
    en="the settings are not understood here, and were left alone",
    fix_zh="用 VS Code 打开它，照标出的错误改好；或把它移走，再运行一次",
    fix_en="open it in VS Code and correct what is marked, or move it away, and run the command again",
)


class Token(NamedTuple):
    text: str
    start: int
    end: int


class Members(NamedTuple):
    """An object in the text: where the value of each member begins, by name, and where more can be put."""

    values: Mapping[str, int]
    comma: int
    """Where a comma has to be added before more members; -1 where none has."""
    end: int
    """The end of all that stands in it, of comments, too."""
    close: int
    """The place of its closing brace."""


def merged(text: str, wanted: Mapping[str, Any], file: str) -> str:
    """The text of settings with those `wanted` that it lacks, also among the schemas. Raises Mistaken where it is
    no such text."""
    tokens = _tokens(text, file)
    if not tokens:
        return json.dumps(dict(wanted), indent=2, ensure_ascii=False) + "\n"
    _must_be_json(tokens, file, text)
    outer = _members(text, tokens, tokens[0].start)
    parts = [(outer, {k: v for k, v in wanted.items() if k not in outer.values}, 1)]
    if SCHEMAS in outer.values:
        inner = _members(text, tokens, outer.values[SCHEMAS])
        if inner.close < 0:
            raise Mistaken(_not_understood(text, outer.values[SCHEMAS], file))
        parts.append(
            (inner, {k: v for k, v in wanted[SCHEMAS].items() if k not in inner.values}, 2)
        )
    # What stands further on comes first, so that the places before it stay right.
    for members, added, depth in sorted(parts, key=lambda part: -part[0].end):
        text = _with(text, members, added, depth)
    return text


def _with(text: str, members: Members, added: Mapping[str, Any], depth: int) -> str:
    """The text with more members in an object that stands `depth` deep."""
    if not added:
        return text
    indent = "\n" + "  " * depth
    lines = [
        f"{json.dumps(name)}: {json.dumps(value, indent=2, ensure_ascii=False)}"
        for name, value in added.items()
    ]
    body = ",".join(indent + line.replace("\n", indent) for line in lines)
    if "\n" not in text[members.end : members.close]:
        body += "\n" + "  " * (depth - 1)
    if "\r\n" in text:
        body = body.replace("\n", "\r\n")
    new = text[: members.end] + body + text[members.end :]
    return new if members.comma < 0 else f"{new[: members.comma]},{new[members.comma :]}"


def _tokens(text: str, file: str) -> list[Token]:
    """The tokens of the text, without blanks and comments."""
    tokens, place = [], 0
    while place < len(text):
        match = TOKEN.match(text, place)
        if match is None:
            raise Mistaken(_not_understood(text, place, file))
        if match["token"] is not None:
            tokens.append(Token(match["token"], match.start(), match.end()))
        place = match.end()
    return tokens


def _must_be_json(tokens: list[Token], file: str, text: str) -> None:
    """Refuse what is no object of JSON, commas before closing brackets aside."""
    kept = [
        token
        for token, after in zip(tokens, [*tokens[1:], None], strict=True)
        if not (token.text == "," and after is not None and after.text in "}]")
    ]
    try:
        value = json.loads("".join(token.text for token in kept))
    except json.JSONDecodeError as error:
        length, place = 0, kept[-1].end
        for token in kept:
            if length >= error.pos:
                place = token.start
                break
            length += len(token.text)
        raise Mistaken(_not_understood(text, place, file)) from error
    except (RecursionError, ValueError) as error:  # too deep, or a number of thousands of digits
        raise Mistaken(_not_understood(text, 0, file)) from error
    if not isinstance(value, dict):
        raise Mistaken(_not_understood(text, kept[0].start, file))


def _members(text: str, tokens: list[Token], start: int) -> Members:
    """The members of the object that opens at a place; its `close` is -1 where no object opens there."""
    values: dict[str, int] = {}
    depth = 0
    before = first = next(i for i, token in enumerate(tokens) if token.start == start)
    if tokens[first].text != "{":
        return Members(values, -1, -1, -1)
    for i in range(first, len(tokens)):
        token = tokens[i]
        if token.text in ("{", "["):
            depth += 1
        elif token.text in ("}", "]"):
            depth -= 1
        if depth == 0:
            break
        if depth == 1 and token.text == ":":
            values[json.loads(tokens[i - 1].text)] = tokens[i + 1].start
        before = i
    last = tokens[before]
    has_comma = last.text == "," or before == first
    close = tokens[before + 1].start
    return Members(values, -1 if has_comma else last.end, len(text[:close].rstrip()), close)


def _not_understood(text: str, place: int, file: str) -> Problem:
    line = text.count("\n", 0, place) + 1
    column = place - (text.rfind("\n", 0, place) + 1) + 1
    return Problem(NOT_UNDERSTOOD, Location(file, line, column))
