"""What the author of a body should know, at its line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sitegen.problems import Kind


class Finding(NamedTuple):
    """A problem at a place of a body; lines and columns count from 1. `facts` fill in the wording of `kind`."""

    kind: Kind
    line: int
    facts: Mapping[str, str] = {}
    column: int = 1


class Line(NamedTuple):
    """A line of a body: its number, from 1, and its text. `raw` lines are HTML that stays as it is."""

    number: int
    text: str
    raw: bool = False
