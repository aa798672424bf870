"""YAML text becomes a mapping of text with places, or a list of all its problems.

libyaml stops at a full-width colon. So the text is read again with that colon corrected, until none is
left: the author sees all such lines at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from sitegen.loading import characters, yaml_plain
from sitegen.loading import yaml_full_width as full_width
from sitegen.loading import yaml_kinds as kinds
from sitegen.loading.document import Places, Tree
from sitegen.loading.yaml_causes import Cause
from sitegen.loading.yaml_tree import DUPLICATE, Reading
from sitegen.problems import Location, Problem

PASSES: Final = 40
"""Maximum number of times that a text is read again."""
WORK: Final = 2_000_000
"""Maximum number of characters that are read again, over all passes."""


SOFT_CAUSES: Final = 50
SOFT: Final = frozenset(
    {
        kinds.HASH_IN_TEXT.code,
        kinds.ONLY_A_COMMENT.code,
        kinds.CURLY_QUOTES.code,
        full_width.COLON.code,
        full_width.NO_SPACE.code,
        full_width.WIDE_SPACE.code,
        DUPLICATE.code,
    }
)
"""Mistakes that concern their own line only; with at most so many of them the rest is looked at too."""


def read(
    text: str, file: str, *, first_line: int = 1
) -> tuple[Mapping[str, Tree] | None, Places, list[Problem]]:
    """The mapping that `text` (with LF line ends) holds, with the places of its keys and values.

    `first_line` is the line of the file on which the text starts. All problems are errors. In spite of
    them there is a mapping where the text could be read to its end: on lines without a problem its
    values are what the author wrote, so that more can be said of them at once.
    """
    refused = characters.problems(text, file, first_line=first_line)
    if refused:
        return None, Places(), refused
    quick = yaml_plain.read(text, first_line)
    if quick is not None:
        return *quick, []
    reading = Reading(text, first_line)
    stopped_at = reading.run()
    if stopped_at is None and not reading.causes:
        return reading.root or {}, Places(reading.values, reading.keys), []
    colons: list[Cause] = []
    passes = min(PASSES, WORK // (len(text) + 1))
    while stopped_at is not None and stopped_at.is_wrong_colon and len(colons) < passes:
        colons.append(_in_original(stopped_at, colons))
        reading = Reading(_corrected(text, colons), first_line)
        stopped_at = reading.run()
    causes = [*colons, *(_in_original(cause, colons) for cause in reading.causes)]
    # A mistake on a line that we corrected comes from our correction, not from the author.
    if stopped_at is not None and all(cause.spot[0] != stopped_at.spot[0] for cause in colons):
        causes.append(_in_original(stopped_at, colons))
    once = {(cause.spot, cause.kind.code): cause for cause in causes}
    problems = [_problem(once[key], file, first_line) for key in sorted(once)]
    soft = len(once) <= SOFT_CAUSES and all(cause.kind.code in SOFT for cause in once.values())
    if stopped_at is not None or reading.root is None or not soft:
        return None, Places(), problems
    return reading.root, Places(reading.values, reading.keys), problems


def _corrected(text: str, colons: list[Cause]) -> str:
    """The text with each of the wrong colons replaced by ": "."""
    lines = text.split("\n")
    for line, column in sorted((cause.spot for cause in colons), reverse=True):
        lines[line] = f"{lines[line][:column]}: {lines[line][column + 1 :]}"
    return "\n".join(lines)


def _in_original(cause: Cause, colons: list[Cause]) -> Cause:
    """The cause with its place in the text as the author wrote it, before `colons` were corrected."""
    line, column = cause.spot
    for colon_line, colon_column in sorted(other.spot for other in colons):
        if colon_line == line and colon_column < column:
            column -= 1
    return replace(cause, spot=(line, column))


def _problem(cause: Cause, file: str, first_line: int) -> Problem:
    at = Location(file, cause.spot[0] + first_line, cause.spot[1] + 1)
    return Problem(cause.kind, at, cause.facts)
