"""The words of a locale: `locale/<locale>.po` of the theme replaces what templates and code say.

Texts are written in simplified Chinese, so zh-Hans needs no translation; a site may add one to word
things its own way.
"""

from __future__ import annotations

import io
from string import Formatter

from babel.messages.catalog import Message

from sitegen.problems import Kind, Location, Problem, Severity
from sitegen.rendering.templates import FOLDER, Theme

BAD_FILE = Kind(
    "words.bad-file",
    Severity.ERROR,
    zh="译文文件读不出来：{message}",
    en="the file of words cannot be read: {message}",
    fix_zh="改正这一行；它应是 gettext 的 .po 格式",
    fix_en="correct this line; the file is to be a gettext .po file",
)
BAD_PLACEHOLDER = Kind(
    "words.bad-placeholder",
    Severity.ERROR,
    zh="译文里的“{placeholder}”填不上：原文“{text}”没有它",
    en="“{placeholder}” in the translation cannot be filled in: “{text}” has no such name",
    fix_zh="只用原文里有的花括号名称",
    fix_en="use the names in braces of the original text only",
)


def read(theme: Theme, locale: str) -> tuple[dict[str, str], list[Problem]]:
    """Translations by the texts they replace, and what is wrong in their file; empty where the locale
    has no file."""
    name = f"locale/{locale}.po"
    if name not in theme.digests:
        return {}, []
    from babel.messages.pofile import PoFileError, read_po

    file = f"{FOLDER}{name}"
    try:
        catalog = read_po(
            io.StringIO(theme.text(name)), locale=locale.replace("-", "_"), abort_invalid=True
        )
    except PoFileError as error:
        at = Location(file, error.lineno + 1)
        return {}, [Problem(BAD_FILE, at, {"message": str(error)})]
    words: dict[str, str] = {}
    problems: list[Problem] = []
    for message in catalog:
        if not message.id or not message.string or isinstance(message.id, list | tuple):
            continue
        text, translation = str(message.id), str(message.string)
        wrong = sorted(_placeholders(translation) - _placeholders(text))
        if wrong:
            facts = {"placeholder": f"{{{wrong[0]}}}", "text": text}
            problems.append(Problem(BAD_PLACEHOLDER, Location(file, _line(message)), facts))
        else:
            words[text] = translation
    return words, problems


def _line(message: Message) -> int | None:
    return message.lineno


def _placeholders(text: str) -> set[str]:
    """The names in braces that code fills in; text that is no such pattern has itself for one."""
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        return {text}
