"""The two parts of an entry's `.md` file: YAML between two lines `---`, and Markdown below them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sitegen.problems import Kind, Location, Problem, Severity

MISSING = Kind(
    "front-matter.missing",
    Severity.ERROR,
    zh="文件开头没有字段区",
    en="The file does not begin with front matter",
    fix_zh="第一行写三个半角减号“---”，下面写各字段，再用一行“---”结束，正文写在它后面",
    fix_en="Begin with a line “---”, then the fields, then another line “---”, then the text",
)
UNCLOSED = Kind(
    "front-matter.unclosed",
    Severity.ERROR,
    zh="从这一行开始的字段区没有结束",
    en="The front matter that begins on this line does not end",
    fix_zh="在最后一个字段下面单独加一行“---”（三个半角减号，前面不留空格）",
    fix_en="Add a line “---” of its own below the last field, with no space before it",
)
DASHES = Kind(
    "front-matter.dashes",
    Severity.ERROR,
    zh="这一行的“{dashes}”不是三个半角减号，不能作为字段区的边界",
    en="“{dashes}” is not three hyphens, so it does not bound the front matter",
    fix_zh="切换到英文输入法，把这一行改成“---”，前后不加别的字",
    fix_en="Replace the line by “---”, typed as three ordinary hyphens",
)

OPENING = re.compile(r"(?:[ \t]*+\n)*+---[ \t]*+(?:\n|\Z)")
CLOSING = re.compile(r"^---[ \t]*$", re.MULTILINE)
# Lines that were meant as `---`: hyphens and what an input method or Word makes of them, two of them
# instead of three, or indented ones.
DASHES_LINE = re.compile(
    r"^[ \t\u3000]*([-\u2010-\u2015\u2212\u2500\u2501\u30fc\ufe58\ufe63\uff0d]{2,6})[ \t\u3000]*$",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The two parts of a file and the lines (from 1) on which they start."""

    yaml: str
    yaml_line: int
    body: str
    body_line: int


def split(text: str, file: str) -> tuple[FrontMatter | None, list[Problem]]:
    """Cut a text with LF line ends at its two `---` lines. Blank lines above the first are allowed.

    None exactly when there is a problem.
    """
    opening = OPENING.match(text)
    if opening is None:
        return None, [_no_opening(text, file)]
    start = opening.end()
    yaml_line = text.count("\n", 0, start) + 1
    closing = CLOSING.search(text, start)
    if closing is None:
        return None, [_no_closing(text, start, yaml_line, file)]
    yaml = text[start : closing.start()]
    body_line = yaml_line + yaml.count("\n") + 1
    return FrontMatter(yaml, yaml_line, text[closing.end() + 1 :], body_line), []


def body_start(text: str) -> int:
    """The index of a text with LF line ends at which its body begins; its end where it has no front matter."""
    opening = OPENING.match(text)
    closing = CLOSING.search(text, opening.end()) if opening else None
    return closing.end() if closing else len(text)


def _no_opening(text: str, file: str) -> Problem:
    blank = len(text) - len(text.lstrip())
    dashes = DASHES_LINE.match(text, text.rfind("\n", 0, blank) + 1)
    if dashes is None:
        return Problem(MISSING, Location(file, 1, 1))
    return _dashes(dashes, text.count("\n", 0, blank) + 1, file)


def _no_closing(text: str, start: int, yaml_line: int, file: str) -> Problem:
    dashes = DASHES_LINE.search(text, start)
    if dashes is None:
        opening_line = text.count("\n", 0, text.index("---")) + 1
        return Problem(UNCLOSED, Location(file, opening_line, 1))
    return _dashes(dashes, yaml_line + text.count("\n", start, dashes.start()), file)


def _dashes(match: re.Match[str], line: int, file: str) -> Problem:
    column = match.start(1) - match.start() + 1
    return Problem(DASHES, Location(file, line, column), {"dashes": match[1]})
