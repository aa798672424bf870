"""What of an entry has room on a card of A6 and on one sheet of A4: what has none is left out, and the paper says so.

Lines are estimated from the sizes that paper.css sets on paper, with something to spare: a browser may set a text
wider, never much. A test prints the longest entry that the model allows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import ceil

from sitegen.outputs.parts.views.facts import Fact, Section, SourceLine, Value
from sitegen.outputs.parts.views.handouts import Paper
from sitegen.outputs.parts.views.recognitions import MarkUse

LINES = 57
"""Lines of text on a sheet, from edge to edge."""
COLUMN, VALUE, SOURCE, TITLE = 26, 20, 32, 36
"""Characters in a line of one of its two columns, of a value there, of a source, of a title."""
PICTURE, SEASON, CODE = 10, 7, 8
"""Lines that the picture, the months and the code take, at least."""
LEAST = 12
"""Lines of a column that tables have in any case."""
MOST_SOURCES = 5
LONGEST = (300, 100)
"""A value of more characters is cut behind a sentence where it has one; the second where the first is too long."""
HEADING = 2
"""The lines of a heading."""
ENDS = "。；！？"
CARD_LINES, CARD_LINE = 12.8, 27
"""The lines of a card that name, sentence and titles share, and the characters in one."""


def on_card(paper: Paper) -> Paper:
    """The paper with the titles for which a card has room: one in any case."""
    name = len(paper.name)
    room = CARD_LINES - (2.2 * ceil(name / 10) if name <= 14 else 1.2 * ceil(name / 19))
    room -= (
        ceil(len(paper.summary) / CARD_LINE) + bool(paper.place or paper.label) + (paper.more > 0)
    )
    shown = 0
    for title in paper.titles:
        room -= 0.5 + ceil((len(title.name) + len(title.word) + 3) / CARD_LINE)
        room -= ceil((len(title.document) + 16) / CARD_LINE)
        if shown and room < 0:
            break
        shown += 1
    left = len(paper.titles) - shown
    return paper._replace(titles=paper.titles[:shown], more=paper.more + left)


def most_lines(paper: Paper, mark_use: MarkUse | None, sources: Sequence[str], season: bool) -> int:
    """How many lines of its two columns are left for the tables."""
    head = 3 + 2 * ceil(len(paper.name) / 12) + ceil(len(paper.summary) / TITLE)
    head += sum(2 + ceil(len(title.document) / TITLE) for title in paper.titles)
    foot = max(CODE, 2 + sum(ceil(len(source) / SOURCE) for source in sources))
    column = LINES - max(PICTURE, head) - foot - (SEASON if season else 0)
    used = (
        2 + sum(ceil(len(text) / COLUMN) for text in (mark_use.names, *mark_use.notes))
        if mark_use
        else 0
    )
    return 2 * max(column, LEAST) - used


def few(sources: tuple[SourceLine, ...]) -> tuple[SourceLine, ...]:
    """The sources that have room."""
    return tuple(
        line._replace(text=_short(line.text, LONGEST[-1])) for line in sources[:MOST_SOURCES]
    )


def shortened(sections: Sequence[Section], lines: int) -> tuple[tuple[Section, ...], bool]:
    """The sections as far as they have room, and whether anything was left out. Where much is to be said, all
    long texts are cut before a whole fact is left out."""
    for longest in LONGEST:
        kept, whole = _within(sections, lines, longest)
        if whole:
            break
    return kept, kept != tuple(sections)


def _within(
    sections: Sequence[Section], lines: int, longest: int
) -> tuple[tuple[Section, ...], bool]:
    """The sections with texts of at most so many characters, and whether all facts have room."""
    kept, whole = [], True
    for section in sections:
        facts: list[Fact] = []
        for fact in section.facts:
            short = _shorter(fact, longest)
            needed = _height(short) + (0 if facts else HEADING)
            whole = whole and needed <= lines
            if needed <= lines:
                lines -= needed
                facts.append(short)
        if facts:
            kept.append(section._replace(facts=tuple(facts)))
    return tuple(kept), whole


def _shorter(fact: Fact, longest: int) -> Fact:
    """A fact with as much of its values as a sheet has room for."""
    values: list[Value] = []
    room = 2 * longest
    for value in fact.values:
        short = value._replace(text=_short(value.text, longest), note=_short(value.note, longest))
        room -= sum(_widths([short]))
        if values and room < 0:
            break
        values.append(short)
    return fact._replace(values=tuple(values))


def _short(text: str, longest: int) -> str:
    if len(text) <= longest:
        return text
    end = max(text.rfind(mark, longest // 2, longest) for mark in ENDS) + 1
    return f"{text[: end or longest - 2]}……"


def _height(fact: Fact) -> int:
    """The lines of a fact in a column."""
    written = sum(_widths(fact.values))
    return max(ceil(written / VALUE), ceil(len(fact.label) / 6))


def _widths(values: Iterable[Value]) -> Iterator[int]:
    for value in values:
        yield 1 + len(value.text) + len(value.note) + len(value.source)
