"""The cause of a libyaml error: from the place where libyaml stopped to the author's mistake."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import yaml

from sitegen.loading import yaml_full_width as full_width
from sitegen.loading import yaml_kinds as kinds
from sitegen.loading.yaml_messages import meaning
from sitegen.problems import Kind

Spot = tuple[int, int]
"""(line, column), both from 0, as libyaml counts."""

LONGEST_KEY: Final = 1024
QUOTES: Final = ("'", '"')
END_OF_FIELD: Final = ("did not find expected key", "did not find expected <document start>")


@dataclass(frozen=True, slots=True)
class Cause:
    """A mistake and its place."""

    kind: Kind
    spot: Spot
    facts: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_wrong_colon(self) -> bool:
        """Whether it can be corrected in memory, so that the text below it is read too."""
        return self.kind in (full_width.COLON, full_width.NO_SPACE, full_width.WIDE_SPACE)


def start_of(event: yaml.Event) -> Spot:
    mark = event.start_mark
    return (mark.line, mark.column) if mark else (0, 0)


def end_of(event: yaml.Event) -> Spot:
    mark = event.end_mark
    return (mark.line, mark.column) if mark else (0, 0)


def find(
    error: yaml.YAMLError,
    lines: Sequence[str],
    last: yaml.Event | None,
    opened: Spot | None,
) -> Cause:
    """The cause of an error; its spot is within `lines`.

    `last` is the last event before the error, `opened` the start of the innermost list or mapping
    that is not closed.
    """
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    message = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
    if mark is None:
        return Cause(meaning(message, None).kind, (0, 0), _facts(message, "", None))
    spot = within(lines, (mark.line, mark.column))
    context_mark = getattr(error, "context_mark", None)
    context = within(lines, (context_mark.line, context_mark.column)) if context_mark else spot
    scalar = last if isinstance(last, yaml.ScalarEvent) else None
    return (
        _tab(lines, spot)
        or _colon(message, lines, spot, context, scalar)
        or _after_value(message, lines, spot, scalar)
        or _bracket_in_text(message, lines, spot, scalar)
        or _unclosed(message, lines, spot, context, opened)
        or _meaning(message, getattr(error, "context", None), lines, spot, context)
    )


def escape_of(lines: Sequence[str], start: Spot, character: str) -> Spot:
    """Where a text in double quotes that begins at `start` has an escape for a character."""
    code = ord(character)
    short = {
        0x85: "N",
        0x2028: "L",
        0x2029: "P",
        0x7: "a",
        0x8: "b",
        0x1B: "e",
        0xB: "v",
        0xC: "f",
        0xD: "r",
    }
    spellings = [rf"x0*{code:x}", rf"u0*{code:x}", rf"U0*{code:x}"]
    spellings += [short[code]] if code in short else ["0"] if not code else []
    escape = re.compile(rf"\\(?:{'|'.join(spellings)})(?![0-9a-f])", re.IGNORECASE)
    line, column = start
    for number in range(line, len(lines)):
        match = escape.search(lines[number], column if number == line else 0)
        if match:
            return number, match.start()
    return start


def within(lines: Sequence[str], spot: Spot) -> Spot:
    """The spot, or the end of the text where the spot is beyond it, as libyaml's may be by a line."""
    line, column = spot
    if line >= len(lines):
        return len(lines) - 1, len(lines[-1])
    return line, min(column, len(lines[line]))


def _tab(lines: Sequence[str], spot: Spot) -> Cause | None:
    line, column = spot
    tab = lines[line].find("\t", 0, column + 1)
    if tab >= 0 and full_width.is_line_start(lines[line], tab):
        return Cause(kinds.TAB, (line, tab))
    return None


def _colon(
    message: str, lines: Sequence[str], spot: Spot, context: Spot, scalar: yaml.ScalarEvent | None
) -> Cause | None:
    """A colon that was missed: full-width, without its space, or not there at all."""
    if message == "could not find expected ':'":
        return _line_without_colon(lines, context)
    if message != "mapping values are not allowed in this context" or scalar is None:
        return None
    start, end = start_of(scalar), end_of(scalar)
    if end[0] != spot[0] or lines[end[0]][end[1] : spot[1]].strip():
        return None
    if end[0] == start[0]:
        if len(scalar.value) > LONGEST_KEY:
            return Cause(kinds.KEY_TOO_LONG, start)
        return None
    if scalar.style:
        return Cause(kinds.UNCLOSED_QUOTE, start) if scalar.style in QUOTES else None
    begins_line = full_width.is_line_start(lines[start[0]], start[1])
    for line in range(start[0] + (not begins_line), spot[0]):
        wrong = full_width.wrong_colon(lines[line], continues=line > start[0])
        if wrong:
            return Cause(wrong[0], (line, wrong[1]))
    if begins_line:
        return _line_without_colon(lines, start)
    indent = len(lines[spot[0]]) - len(lines[spot[0]].lstrip(" "))
    return Cause(kinds.INDENTATION, (spot[0], indent))


def _line_without_colon(lines: Sequence[str], start: Spot) -> Cause:
    line = lines[start[0]]
    wrong = full_width.wrong_colon(line, continues=False)
    if wrong and wrong[1] > start[1]:
        return Cause(wrong[0], (start[0], wrong[1]))
    if line[start[1] : start[1] + 1] == "＃":
        return Cause(full_width.HASH, start)
    return Cause(kinds.NO_COLON, start)


def _after_value(
    message: str, lines: Sequence[str], spot: Spot, scalar: yaml.ScalarEvent | None
) -> Cause | None:
    """Text after a closing quote, or a dash or colon where the next field should begin."""
    if message not in END_OF_FIELD:
        return None
    line, column = spot
    character = lines[line][column : column + 1]
    if full_width.is_line_start(lines[line], column):
        if character == ":":
            return Cause(kinds.NO_NAME, spot)
        return Cause(kinds.LIST_DASH, spot) if character == "-" else None
    if scalar is not None and scalar.style in QUOTES:
        start = start_of(scalar)
        if character == "：" and full_width.is_line_start(lines[start[0]], start[1]):
            return Cause(full_width.COLON, spot)
        if start[0] < end_of(scalar)[0] == line:
            return Cause(kinds.UNCLOSED_QUOTE, start)
    return Cause(kinds.AFTER_QUOTE, spot)


def _bracket_in_text(
    message: str, lines: Sequence[str], spot: Spot, scalar: yaml.ScalarEvent | None
) -> Cause | None:
    """A bracket right behind text within brackets: `{number: 鲁政[2016]1号}`."""
    if message not in ("did not find expected ',' or ']'", "did not find expected ',' or '}'"):
        return None
    line, column = spot
    character = lines[line][column : column + 1]
    if scalar is None or scalar.style or character not in ("[", "{") or end_of(scalar) != spot:
        return None
    start = start_of(scalar)
    text = re.match(r"[^,]{0,60}?(?=\s*[,}\n]|$)", lines[line][start[1] :])
    facts = {"text": text[0] if text else scalar.value, "character": character}
    return Cause(kinds.BRACKET_IN_TEXT, start, facts)


def _unclosed(
    message: str, lines: Sequence[str], spot: Spot, context: Spot, opened: Spot | None
) -> Cause | None:
    """A half-width quote or bracket that is closed by a full-width one or not at all."""
    if message == "found unexpected end of stream":
        column = full_width.wrong_closing_quote(lines[context[0]])
        if column is not None and column > context[1]:
            closing = (context[0], column)
            return Cause(full_width.QUOTE, closing, {"character": lines[context[0]][column]})
    at_end = not lines[spot[0]][spot[1] :].strip()
    if at_end and message == "did not find expected node content" and opened is not None:
        bracket = lines[opened[0]][opened[1] : opened[1] + 1]
        kind = {"[": kinds.UNCLOSED_BRACKET, "{": kinds.UNCLOSED_BRACE}.get(bracket)
        return Cause(kind, opened) if kind else None
    if message in ("did not find expected ',' or ']'", "did not find expected ',' or '}'"):
        comma = full_width.COMMA_BEFORE_FIELD.search(lines[context[0]], context[1])
        if comma:
            return Cause(full_width.COMMA, (context[0], comma.start()))
        match = full_width.CLOSING_BRACKETS.search(lines[context[0]], context[1])
        if match:
            return Cause(full_width.BRACKET, (context[0], match.start()), {"character": match[0]})
    return None


def _meaning(
    message: str, context_message: str | None, lines: Sequence[str], spot: Spot, context: Spot
) -> Cause:
    meant = meaning(message, context_message)
    line, column = context if meant.mark == "context" else spot
    character = lines[line][column : column + 1]
    return Cause(meant.kind, (line, column), _facts(message, character, context_message))


def _facts(message: str, character: str, context: str | None) -> dict[str, str]:
    full = f"{context}, {message}" if context else message
    return {"character": character or "⏎", "message": full}
