"""What the command line says, in both languages, and which of them a run speaks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, cast

import click

if TYPE_CHECKING:
    from sitegen.problems import Language

LANGUAGES = ("zh", "en")
OPTION = "--lang"


class Words(NamedTuple):
    """A text in Chinese and in English."""

    zh: str
    en: str

    def of(self, language: Language) -> str:
        return self.zh if language == "zh" else self.en


def language_of(arguments: Sequence[str]) -> Language:
    """The language that a command line asks for, Chinese where it names none.

    It is looked for before the command line is understood: what is wrong with that is said in it.
    """
    language = "zh"
    for at, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == OPTION:
            given = value or "".join(arguments[at + 1 : at + 2])
            language = given if given in LANGUAGES else language
    return cast("Language", language)


def language_in(context: click.Context | None) -> Language:
    """The language of a run, which its contexts have as `obj`."""
    return cast("Language", (context.obj if context is not None else None) or "zh")


class Failure(click.ClickException):
    """The run cannot go on; the words say why. Exit code 1."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.zh)
        self.words = words


class WrongValue(click.BadParameter):
    """The value of an option or argument cannot be used; the words say why. Exit code 2."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.zh)
        self.words = words


class TooManyArguments(click.UsageError):
    """There are more arguments than the command takes. Exit code 2."""

    def __init__(self, values: Sequence[str], context: click.Context) -> None:
        super().__init__(" ".join(values), context)
        self.values = tuple(values)


BUSY = Words(
    "另一个 sitegen 正在生成这个站点，等它结束再试。",
    "another sitegen is building this site; try again when it has ended.",
)
