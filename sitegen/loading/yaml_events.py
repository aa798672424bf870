"""YAML text becomes a mapping of text with places, or all of its problems.

A full-width colon hides what stands below it from libyaml, so the text is read again with that
colon mended: the author sees every such line at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from sitegen.loading import yaml_plain
from sitegen.loading.document import Places, Tree
from sitegen.loading.text import refuse
from sitegen.loading.yaml_causes import Cause
from sitegen.loading.yaml_tree import Reading
from sitegen.problems import Location, Problem

PASSES: Final = 40
WORK: Final = 2_000_000
"""Characters read again, at most, to find the wrong colons below the first one."""


def read(
    text: str, file: str, *, first_line: int = 1
) -> tuple[Mapping[str, Tree] | None, Places, list[Problem]]:
    """The mapping that `text` (with LF line ends) holds, with the places of its keys and values.

    `first_line` is the line of the file on which the text starts. The mapping is None exactly when
    there are problems; all of them are errors.
    """
    refused = refuse(text, file, first_line=first_line)
    if refused:
        return None, Places(), refused
    quick = yaml_plain.read(text, first_line)
    if quick is not None:
        return *quick, []
    reading = Reading(text, first_line)
    found = reading.run()
    if found is None and not reading.causes:
        return reading.root or {}, Places(reading.values, reading.keys), []
    mended: list[Cause] = []
    passes = min(PASSES, WORK // (len(text) + 1))
    while found is not None and found.is_wrong_colon and len(mended) < passes:
        mended.append(_unmended(found, mended))
        reading = Reading(_mend(text, mended), first_line)
        found = reading.run()
    causes = [*mended, *(_unmended(cause, mended) for cause in reading.causes)]
    # What is still wrong on a mended line is our mending, not the author's doing.
    if found is not None and all(cause.spot[0] != found.spot[0] for cause in mended):
        causes.append(_unmended(found, mended))
    once = {(cause.spot, cause.kind.code): cause for cause in causes}
    return None, Places(), [_problem(once[key], file, first_line) for key in sorted(once)]


def _mend(text: str, mended: list[Cause]) -> str:
    """The text with each of the wrong colons replaced by ": "."""
    lines = text.split("\n")
    for line, column in sorted((cause.spot for cause in mended), reverse=True):
        lines[line] = f"{lines[line][:column]}: {lines[line][column + 1 :]}"
    return "\n".join(lines)


def _unmended(cause: Cause, mended: list[Cause]) -> Cause:
    """The cause with its place in the text as the author wrote it."""
    line, column = cause.spot
    for mended_line, mended_column in sorted(other.spot for other in mended):
        if mended_line == line and mended_column < column:
            column -= 1
    return replace(cause, spot=(line, column))


def _problem(cause: Cause, file: str, first_line: int) -> Problem:
    at = Location(file, cause.spot[0] + first_line, cause.spot[1] + 1)
    return Problem(cause.kind, at, cause.facts)
