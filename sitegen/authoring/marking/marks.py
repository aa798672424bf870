"""What is to be marked in a workbook, and the texts that say so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from sitegen import visible
from sitegen.loading.workbook_marks import COMMENT_END, COMMENT_START
from sitegen.problems import Language, Problem, Severity, letters

MOST: Final = 5_000
"""So many marks of a workbook are made. Nobody corrects more in one go."""
LONGEST: Final = 400
LONGEST_OF_ROW: Final = 2_000
LONGEST_OF_CELL: Final = 1_200
"""In characters. What is wrong further in the same row is told in its comments, and when the file comes again."""
CODE_OF_EXCEL: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
NO_XML: Final = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
WORDS: Final[dict[Language, tuple[str, str, str, str]]] = {
    "zh": ("{column}列", "{column}列 {name}", "：", "（提醒）"),
    "en": ("Column {column}", "Column {column} ({name})", ": ", "(warning) "),
}
"""The name of a column without and with its header, what is between name and text, what marks a warning."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A cell with something wrong in it. `row` and `column` count from 1; without a column the whole row is meant,
    and its first cell is marked. `text` says what is wrong and what to do, `name` is the header of the column."""

    sheet: str
    row: int
    column: int | None
    text: str
    severity: Severity = Severity.ERROR
    name: str = ""


def mark_of(problem: Problem, language: Language) -> Mark | None:
    """The mark for a problem of a table; None for one that stands in no row."""
    at = problem.at
    if at.line is None:
        return None
    fix = problem.fix(language)
    text = problem.message(language) + (("：" if language == "zh" else ": ") + fix if fix else "")
    return Mark(at.sheet, at.line, at.column, text, problem.kind.severity, at.field or "")


def worst(marks: Iterable[Mark]) -> Severity:
    """The severity that colours a cell with all these marks."""
    errors = any(mark.severity is Severity.ERROR for mark in marks)
    return Severity.ERROR if errors else Severity.WARNING


def text_of_row(marks: Sequence[Mark], language: Language) -> str:
    """What the column of problems says of a row, a line for each mark."""
    plain, named, colon, warning = WORDS[language]
    lines = []
    for mark in marks:
        place = ""
        if mark.column is not None:
            name = " ".join(mark.name.split())
            form = named if name else plain
            place = form.format(column=letters(mark.column), name=_cut(name, 40)) + colon
        is_warning = mark.severity is not Severity.ERROR
        lines.append(place + (warning if is_warning else "") + _cut(mark.text, LONGEST))
    return _cut("\n".join(dict.fromkeys(lines)), LONGEST_OF_ROW)


def text_of_comment(marks: Sequence[Mark]) -> str:
    """What the comment of a cell says."""
    texts = dict.fromkeys(_cut(mark.text, LONGEST) for mark in marks)
    text = _cut("\n".join(texts), LONGEST_OF_CELL).replace(COMMENT_END, "")
    return f"{COMMENT_START}\n{text}\n{COMMENT_END}"


def excel_text(text: str) -> str:
    """A text as it stands in a workbook: Excel takes `_x0041_` for an A, and some characters for damage."""
    return raw_text(visible.lines(text))


def raw_text(text: str) -> str:
    """As `excel_text`, with characters that nobody sees kept as Excel itself writes them."""
    coded = CODE_OF_EXCEL.sub("_x005F_", text)
    return NO_XML.sub(lambda match: f"_x{ord(match[0]):04X}_", coded)


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1] + "…"
