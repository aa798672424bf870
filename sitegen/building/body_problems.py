"""What is wrong in the Markdown below the fields of an entry, apart from where its links lead."""

from __future__ import annotations

from sitegen.building import deceptive_links, refused_links
from sitegen.building.refused_links import REFUSED_LINK
from sitegen.loading import characters
from sitegen.loading.document import Document
from sitegen.loading.links import LinkPlaces
from sitegen.problems import Kind, Location, Problem, Severity
from sitegen.rendering.markdown import Prose

TOO_DEEP = Kind(
    "markdown.too-deep",
    Severity.ERROR,
    zh="正文的列表或引用套得太深",
    en="lists or quotations in the body are nested too deep",
    fix_zh="减少层级",
    fix_en="use fewer levels",
)


def body_problems(document: Document, prose: Prose) -> list[Problem]:
    """The problems of a body that was rendered as `prose`, at their lines in the file."""
    places = LinkPlaces(document)
    problems = [
        Problem(REFUSED_LINK, places.place(target), refused_links.facts(target))
        for target in prose.refused
    ]
    if prose.too_deep:
        problems.append(Problem(TOO_DEEP, Location(document.file, document.body_line, 1)))
    problems += deceptive_links.problems(document, prose, places)
    problems += characters.entity_problems(
        document.body, prose.html, document.file, document.body_line
    )
    for kind, line, facts, column in prose.findings:
        at = Location(document.file, document.body_line + line - 1, column)
        problems.append(Problem(kind, at, facts))
    return problems
