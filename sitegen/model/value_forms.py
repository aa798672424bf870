"""How the values of a field type may be written, as far as a JSON Schema can say it.

A type is a function that reads a text. What an editor is to tell while somebody types is said beside that
function: a pattern that matches all it reads. A pattern may match more (2025-02-30 has the form of a date); the
function alone decides.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from pydantic import BeforeValidator

from sitegen.problems import Kind

Span = tuple[int, int]
"""The least and the most that a number may be."""


@dataclass(frozen=True, slots=True)
class Form:
    """The form of a text, in the expressions that Python and JavaScript share.

    `pattern` matches the whole text between the blanks around it, "" any text. `wanted` says in Chinese and
    English how it is written. Editors take some texts for numbers: `numbers` are the spans of those that are right,
    or None where any may be; `whole` says that they have no fraction. `in_words` says that a group may stand in its
    place: {text, sort}, words and the value by which they are sorted.
    """

    pattern: str = ""
    wanted: tuple[str, str] = ("", "")
    numbers: tuple[Span, ...] | None = None
    whole: bool = False
    in_words: bool = False
    examples: tuple[str, ...] = ()


ANY_TEXT = Form()


@dataclass(frozen=True, slots=True)
class Reads(BeforeValidator):
    """A function that reads a text, with the form of what it reads."""

    form: Form = field(default=ANY_TEXT, hash=False)


@dataclass(frozen=True, slots=True)
class ReadsList(BeforeValidator):
    """A function that reads a list, also where it is written as one text with `separators` in it; a text is one
    member where there are none."""

    separators: str = ""


@dataclass(frozen=True, slots=True)
class ReadsShort(BeforeValidator):
    """A function that reads a group of fields, also where the value of the field `only` stands for it; then
    `members` says whether a list of such groups is right, too."""

    only: str = ""
    members: bool = False


def advice(kind: Kind) -> tuple[str, str]:
    """What a kind of problem tells an author to write, in Chinese and English."""
    nothing: defaultdict[str, str] = defaultdict(str)
    return kind.fix(nothing, "zh"), kind.fix(nothing, "en")
