"""What all answers of one run of the editor share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlencode

from sitegen.editing.commits import NO_ANSWER, NO_GIT, commit
from sitegen.editing.words import said
from sitegen.problems import Language

LONGEST_REASON: Final = 200
HOME: Final = "/__sitegen__/edit/"
"""The editor's own pages are below this path."""


@dataclass(frozen=True, slots=True)
class Desk:
    """`token` must come with all that is sent; `time` is the time of day, for the list of saves."""

    root: Path
    language: Language
    token: str
    time: Callable[[], str]
    commits: bool = False
    """Whether git is to have a commit for each save."""
    git: str = ""
    """What git said where it refused the last one."""

    def say(self, text: str, **facts: object) -> str:
        """A text of the editor in the language of this run."""
        return said(self.language, text, **facts)

    def entry(self, collection: str, identifier: str, told: str = "") -> str:
        """The address of the form of an entry."""
        return f"{HOME}entry/{collection}/{identifier}{f'?told={told}' if told else ''}"

    def saved(self, place: str, files: Sequence[str], name: str) -> str:
        """The address to go to after a save of these files, which are committed if that is wanted. Where git
        refuses, the address says why."""
        if not self.commits:
            return place
        why = commit(self.root, list(dict.fromkeys(files)), self.say("编辑 {name}", name=name))
        why = self.say(why) if why in (NO_GIT, NO_ANSWER) else why
        more = urlencode({"git": why[:LONGEST_REASON]})
        return f"{place}{'&' if '?' in place else '?'}{more}" if why else place
