"""YAML text becomes a mapping of text with places, or a list of all its problems."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sitegen.loading import characters, yaml_plain
from sitegen.loading.document import Places, Tree
from sitegen.loading.yaml_causes import Cause
from sitegen.loading.yaml_passes import Passes
from sitegen.loading.yaml_tree import Reading
from sitegen.problems import Location, Problem

FEW_CAUSES: Final = 50
"""With at most so many mistakes the fields without one are looked at, too."""


def read(
    text: str, file: str, *, first_line: int = 1
) -> tuple[Mapping[str, Tree] | None, Places, list[Problem]]:
    """The mapping that `text` (with LF line ends) holds, with the places of its keys and values.

    `first_line` is the line of the file on which the text starts. All problems are errors. In spite of
    them there is a mapping where the text could be read to its end without the fields that are wrong: those
    are empty, and the others are what the author wrote, so that more can be said of them at once.
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
    passes = Passes(text, first_line, reading, stopped_at)
    passes.run()
    causes = passes.causes()
    problems = [_problem(cause, file, first_line) for cause in causes]
    if passes.stopped_at is not None or len(causes) > FEW_CAUSES:
        return None, Places(), problems
    return *passes.rest(causes), problems


def _problem(cause: Cause, file: str, first_line: int) -> Problem:
    at = Location(file, cause.spot[0] + first_line, cause.spot[1] + 1)
    return Problem(cause.kind, at, cause.facts)
