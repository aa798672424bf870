"""Where a link or image target is written in a document's body."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.loading.document import Document
from sitegen.problems import Location

CODE = re.compile(r"(`+)(?:(?!\1).)*\1")


def place(document: Document, target: str) -> Location:
    """The first place outside code where `target` is written, or else the start of the body.

    With percent-encoding or a backslash escape the target in the HTML is spelt otherwise than in
    the body, so that it cannot be located.
    """
    for number, shown in outside_code(document.body):
        column = shown.find(target)
        if column >= 0:
            return Location(document.file, document.body_line + number, column + 1)
    return Location(document.file, document.body_line, 1)


def outside_code(body: str) -> Iterator[tuple[int, str]]:
    """(number from 0, text) of each line outside fences, with spaces in place of code."""
    fenced = False
    for number, line in enumerate(body.split("\n")):
        if line.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
        elif not fenced:
            yield number, CODE.sub(lambda code: " " * len(code[0]), line) if "`" in line else line
