"""Translations: `locale/<locale>.po` of the theme replaces texts of templates and code.

The texts are written in simplified Chinese, so zh-Hans needs no translation. A site may still add
one to change the wording.
"""

from __future__ import annotations

import io
import re
from contextlib import suppress
from string import Formatter

from sitegen.problems import Kind, Location, Problem, Severity
from sitegen.rendering.templates import FOLDER, Theme, theme_folder

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
PLURAL = Kind(
    "words.plural",
    Severity.WARNING,
    zh="“{text}”写了单复数两种，这里用不到，译文没有采用",
    en="“{text}” has plural forms, which are not used here, so its translation is not taken",
    fix_zh="删掉 msgid_plural，把 msgstr[0] 改成 msgstr",
    fix_en="remove msgid_plural and write msgstr instead of msgstr[0]",
)
SUFFIX = ".po"
CATALOGUE = "locale/messages.pot"
"""All texts of the default theme and the program."""
LINE = re.compile(
    r'\s*(?:#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s+)?"(?:[^"\\]|\\.)*"\s*)?\Z'
)
"""A line of a .po file: a comment, a blank line, or a string with or without a keyword."""
PERCENT = re.compile(r"%\((\w+)\)s")


def read(theme: Theme, locale: str) -> tuple[dict[str, str], list[Problem]]:
    """(translation by original text, problems of the file); both empty if the locale has no file."""
    name = f"locale/{locale}{SUFFIX}"
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
        at = Location(file, message.lineno)
        if isinstance(message.id, list | tuple):
            problems.append(Problem(PLURAL, at, {"text": str(message.id[0])}))
            continue
        if not message.id or not message.string:
            continue
        text, translation = str(message.id), str(message.string)
        unknown = sorted(_placeholders(translation) - _placeholders(text))
        if unknown:
            facts = {"placeholder": unknown[0], "text": text}
            problems.append(Problem(BAD_PLACEHOLDER, at, facts))
        else:
            translations[text] = translation
    return translations, problems


def lines(theme: Theme, locale: str) -> dict[str, int]:
    """The line of each text that a sound file of the locale translates."""
    name = f"locale/{locale}{SUFFIX}"
    if name not in theme.digests:
        return {}
    from babel.messages.pofile import read_po

    messages = read_po(io.StringIO(theme.text(name)), locale=locale.replace("-", "_"))
    return {
        message.id: message.lineno or 1
        for message in messages
        if message.id and message.string and isinstance(message.id, str)
    }


def known_texts() -> frozenset[str]:
    """The texts of the default theme and the program; empty where their list cannot be read."""
    from babel.messages.pofile import read_po

    with suppress(OSError):
        catalogue = (theme_folder() / CATALOGUE).read_text("utf-8", "replace")
        return frozenset(str(message.id) for message in read_po(io.StringIO(catalogue)))
    return frozenset()


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
