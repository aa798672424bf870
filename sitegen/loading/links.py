"""Where a link or image target is written in a document's body."""

from __future__ import annotations

import re

from sitegen.loading.document import Document
from sitegen.problems import Location

CODE = re.compile(r"(`+)(?:(?!\1).)*\1")


def place(document: Document, target: str) -> Location:
    """The first place outside code where `target` is written; the body's start if nowhere.

    Percent-encoding and backslash escapes make a rendered target differ from what is written: then
    the body's start has to do.
    """
    fenced = False
    for number, line in enumerate(document.body.split("\n")):
        if line.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
            continue
        if fenced:
            continue
        shown = CODE.sub(lambda found: " " * len(found[0]), line)
        column = shown.find(target)
        if column >= 0:
            return Location(document.file, document.body_line + number, column + 1)
    return Location(document.file, document.body_line, 1)
