"""The page shown instead of the site while there are errors: all problems, with place and fix."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby
from pathlib import Path
from urllib.parse import quote

from sitegen import visible
from sitegen.files import OutsideRoot, inside, read
from sitegen.problems import SEVERITY_WORDS, Language, Location, Problem, Report, Severity
from sitegen.serving.injection import HOME
from sitegen.serving.tree import is_within

STYLE = f"{HOME}overlay.css"
LAST = f"{HOME}last"
WORDS: dict[Language, dict[str, str]] = {
    "zh": {
        "lang": "zh-Hans",
        "title": "{errors} 处要改",
        "warned": "{warnings} 处提醒要改",
        "lead": "改好并保存，这一页会自己刷新。网站没有改动。",
        "last": "看上一次的网站",
        "place": "第 {line} 行",
        "column": "第 {column} 列",
        "field": "“{field}”",
    },
    "en": {
        "lang": "en",
        "title": "{errors} to correct",
        "warned": "{warnings} warnings to correct",
        "lead": "Correct and save: this page reloads by itself. The site is unchanged.",
        "last": "See the last good site",
        "place": "line {line}",
        "column": "column {column}",
        "field": "“{field}”",
    },
}
QUOTED = 160
"""Maximum number of characters shown of the line with a problem."""


def page(report: Report, root: Path, *, language: Language, back: str | None) -> str:
    """The whole page. `back` is the path that the link to the last good site leads to.

    None: there is no good site yet, and no link.
    """
    words = WORDS[language]
    errors, warnings = report.count(Severity.ERROR), report.count(Severity.WARNING)
    heading = words["title"] if errors else words["warned"]
    title = heading.format(errors=errors, warnings=warnings)
    link = f'<p><a href="{LAST}?to={quote(back)}">{words["last"]}</a></p>' if back else ""
    lines = [
        f'<!DOCTYPE html>\n<html lang="{words["lang"]}">\n<head>\n<meta charset="utf-8">',
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'self'; script-src 'self'; base-uri 'none'; form-action 'none'\">",
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{title} – sitegen</title>",
        f'<link rel="stylesheet" href="{STYLE}">\n</head>\n<body>\n<main>',
        f"<h1>{title}</h1>\n<p>{words['lead']}</p>\n{link}",
        *_files(report, root, language),
        "</main>\n</body>\n</html>\n",
    ]
    return "\n".join(lines)


def _files(report: Report, root: Path, language: Language) -> Iterator[str]:
    """The problems by file. Files with errors come first."""
    problems = report.sorted()
    files_with_errors = {
        problem.at.file for problem in problems if problem.kind.severity is Severity.ERROR
    }
    problems.sort(key=lambda problem: (problem.at.file not in files_with_errors, problem.order))
    for file, of_file in groupby(problems, key=lambda problem: problem.at.file):
        items = "\n".join(_item(problem, root, language) for problem in of_file)
        yield f"<h2>{escape(visible.one_line(file))}</h2>\n<ol>\n{items}\n</ol>"


def _item(problem: Problem, root: Path, language: Language) -> str:
    words, location, severity = WORDS[language], problem.at, problem.kind.severity
    position = [f"<strong>{SEVERITY_WORDS[language][severity]}</strong>"]
    if location.sheet:
        place = "!".join(part for part in (location.sheet, location.cell) if part)
        position.append(f"<code>{escape(visible.one_line(place))}</code>")
    elif location.line:
        position.append(words["place"].format(line=location.line))
        position += [words["column"].format(column=location.column)] if location.column else []
    position += (
        [escape(visible.one_line(words["field"].format(field=location.field)))]
        if location.field
        else []
    )
    line = _line(root, location)
    return (
        f'<li class="{severity.value}"><p class="place">{" ".join(position)}'
        f" <code>{escape(problem.kind.code)}</code></p>\n"
        f'<p class="what">{escape(visible.one_line(problem.message(language)))}</p>\n'
        + (f"<pre>{escape(visible.lines(line))}</pre>\n" if line else "")
        + f"<p>{escape(visible.one_line(problem.fix(language)))}</p></li>"
    )


def _line(root: Path, location: Location) -> str:
    """The text of the problem's line, "" if it has no line, is in a workbook or the file cannot be read."""
    if not location.line or location.sheet:
        return ""
    try:
        file = inside(root, location.file)
        if not is_within(file, root):
            return ""
        lines = read(file).decode("utf-8-sig", "replace").split("\n")
    except (OSError, OutsideRoot):
        return ""
    return lines[location.line - 1].strip()[:QUOTED] if location.line <= len(lines) else ""
