"""Where a link or image target is written in a document's body."""

from __future__ import annotations

import re

from sitegen.loading.document import Document
from sitegen.problems import Location

CODE = re.compile(r"(`+)(?:(?!\1).)*\1")


def place(document: Document, target: str) -> Location:
    """The first place outside code where `target` is written, or else the start of the body.

    With percent-encoding or a backslash escape the target in the HTML is spelt otherwise than in
    the body, so that it cannot be located.
    """
    fenced = False
    for number, line in enumerate(document.body.split("\n")):
        if line.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
            continue
        if fenced:
            continue
        shown = CODE.sub(lambda code: " " * len(code[0]), line)
        column = shown.find(target)
        if column >= 0:
            return Location(document.file, document.body_line + number, column + 1)
    return Location(document.file, document.body_line, 1)
