"""Translations: `locale/<locale>.po` of the theme replaces texts of templates and code.

The texts are written in simplified Chinese, so zh-Hans needs no translation. A site may still add
one to change the wording.
"""

from __future__ import annotations

import io
import re
from string import Formatter

from sitegen.problems import Kind, Location, Problem, Severity
from sitegen.rendering.templates import FOLDER, Theme

BAD_FILE = Kind(
    "words.bad-file",
    Severity.ERROR,
    zh="译文文件的这一行读不出来：{line}",
    en="this line of the file of words cannot be read: {line}",
    fix_zh='每行写成 msgid "原文" 或 msgstr "译文"，引号成对；注释以 # 开头',
    fix_en='write msgid "text" or msgstr "translation" with both quotation marks; comments begin with #',
)
BAD_PLACEHOLDER = Kind(
    "words.bad-placeholder",
    Severity.ERROR,
    zh="译文里的“{placeholder}”填不上：原文“{text}”没有它",
    en="“{placeholder}” in the translation cannot be filled in: “{text}” has no such name",
    fix_zh="只用原文里有的花括号名称和 %( )s 名称，原样照抄",
    fix_en="use only the names in braces or in %( )s that the original text has",
)
LINE = re.compile(
    r'\s*(?:#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s+)?"(?:[^"\\]|\\.)*"\s*)?\Z'
)
"""A line of a .po file: a comment, a blank line, or a string with or without a keyword."""
PERCENT = re.compile(r"%\((\w+)\)s")


def read(theme: Theme, locale: str) -> tuple[dict[str, str], list[Problem]]:
    """(translation by original text, problems of the file); both empty if the locale has no file."""
    name = f"locale/{locale}.po"
    if name not in theme.digests:
        return {}, []
    from babel.messages.pofile import PoFileError, read_po

    file = f"{FOLDER}{name}"
    text = theme.text(name)
    # Babel accepts a string without its closing quotation mark.
    for number, line in enumerate(text.splitlines(), start=1):
        if not LINE.match(line):
            return {}, [Problem(BAD_FILE, Location(file, number), {"line": line.strip()})]
    try:
        messages = read_po(io.StringIO(text), locale=locale.replace("-", "_"), abort_invalid=True)
    except PoFileError as error:
        return {}, [Problem(BAD_FILE, Location(file, error.lineno + 1), {"line": error.line})]
    translations: dict[str, str] = {}
    problems: list[Problem] = []
    for message in messages:
        if not message.id or not message.string or isinstance(message.id, list | tuple):
            continue
        text, translation = str(message.id), str(message.string)
        unknown = sorted(_placeholders(translation) - _placeholders(text))
        if unknown:
            facts = {"placeholder": unknown[0], "text": text}
            problems.append(Problem(BAD_PLACEHOLDER, Location(file, message.lineno), facts))
        else:
            translations[text] = translation
    return translations, problems


def _placeholders(text: str) -> set[str]:
    """The placeholders of a text: `{name}` (filled in by code) and `%(name)s` (by templates).

    A text that is not a valid format string counts as its own placeholder.
    """
    try:
        names = {f"{{{name}}}" for _, name, _, _ in Formatter().parse(text) if name is not None}
        percent = PERCENT.findall(text)
        if percent:
            text % dict.fromkeys(percent, "")
    except (ValueError, TypeError, KeyError):
        return {text}
    return names | {f"%({name})s" for name in percent}
