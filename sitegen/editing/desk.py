"""What all answers of one run of the editor share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sitegen.editing.words import said
from sitegen.problems import Language

HOME: Final = "/__sitegen__/edit/"
"""The editor's own pages are below this path."""


@dataclass(frozen=True, slots=True)
class Desk:
    """`token` must come with all that is sent; `time` is the time of day, for the list of saves."""

    root: Path
    language: Language
    token: str
    time: Callable[[], str]

    def say(self, text: str, **facts: object) -> str:
        """A text of the editor in the language of this run."""
        return said(self.language, text, **facts)

    def entry(self, collection: str, identifier: str, told: str = "") -> str:
        """The address of the form of an entry."""
        return f"{HOME}entry/{collection}/{identifier}{f'?told={told}' if told else ''}"
