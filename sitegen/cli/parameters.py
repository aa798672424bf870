"""click's commands, options and arguments with their help in two languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from sitegen.cli.words import TooManyArguments, Words, language_in

if TYPE_CHECKING:
    from sitegen.problems import Language

HEADINGS = {
    "Usage: ": Words("用法：", "Usage: "),
    "Options": Words("选项", "Options"),
    "Commands": Words("命令", "Commands"),
}
ANY_OPTIONS = Words("[选项]", "[OPTIONS]")
ANY_COMMAND = Words("命令 …", "COMMAND …")
SHOW_HELP = Words("显示帮助", "show this help")


class Formatter(click.HelpFormatter):
    """click's formatter with headings in the language of the run."""

    language: Language = "zh"

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, HEADINGS["Usage: "].of(self.language))

    def write_heading(self, heading: str) -> None:
        super().write_heading(HEADINGS[heading].of(self.language))


class Context(click.Context):
    def make_formatter(self) -> click.HelpFormatter:
        formatter = Formatter(width=self.terminal_width, max_width=self.max_content_width)
        formatter.language = language_in(self)
        return formatter


class Option(click.Option):
    """An option; `words` are its help, `value` is the name of its value in usage and help."""

    def __init__(self, *names: Any, words: Words, value: Words | None = None, **more: Any) -> None:
        super().__init__(*names, **more)
        self.words = words
        self.value_words = value

    def make_metavar(self, ctx: click.Context) -> str:
        if self.value_words is not None:
            return self.value_words.of(language_in(ctx))
        return super().make_metavar(ctx)

    def get_help_record(self, ctx: click.Context) -> tuple[str, str]:
        names = ", ".join(sorted(self.opts, key=len))
        value = "" if self.is_flag else f" {self.make_metavar(ctx)}"
        return f"{names}{value}", self.words.of(language_in(ctx))


class Argument(click.Argument):
    """An argument; `words` are its name in usage and messages."""

    def __init__(self, *names: Any, words: Words, **more: Any) -> None:
        super().__init__(*names, **more)
        self.words = words

    def make_metavar(self, ctx: click.Context) -> str:
        words = self.words.of(language_in(ctx))
        return words if self.required else f"[{words}]"


def option(*names: str, words: Words, **more: Any) -> Callable[[Any], Any]:
    return click.option(*names, cls=Option, words=words, **more)


def argument(name: str, *, words: Words, **more: Any) -> Callable[[Any], Any]:
    return click.argument(name, cls=Argument, words=words, **more)


class Command(click.Command):
    """A command; `words` say what it does."""

    context_class = Context

    # What is too much is refused below, in the language of the run.
    allow_extra_args = True

    def __init__(self, name: str | None, *, words: Words, **more: Any) -> None:
        super().__init__(name, **more)
        self.words = words

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        with _option_of(ctx):
            rest = super().parse_args(ctx, args)
        if rest:
            raise TooManyArguments(rest, ctx)
        return rest

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        return list(_usage_pieces(self, ctx))

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        self.help = self.words.of(language_in(ctx))
        super().format_help_text(ctx, formatter)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return _translated(super().get_help_option(ctx), ctx)


class Group(click.Group):
    """A program with commands; `words` say what it is for, `example` stands below its help."""

    context_class = Context
    command_class = Command

    def __init__(self, name: str | None, *, words: Words, example: Words, **more: Any) -> None:
        super().__init__(name, **more)
        self.words = words
        self.example = example

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        with _option_of(ctx):
            return super().parse_args(ctx, args)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        return [*_usage_pieces(self, ctx), ANY_COMMAND.of(language_in(ctx))]

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        self.help = self.words.of(language_in(ctx))
        super().format_help_text(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        language = language_in(ctx)
        rows = [
            (name, command.words.of(language))
            for name, command in self.commands.items()
            if isinstance(command, Command)
        ]
        with formatter.section("Commands"):
            formatter.write_dl(rows)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        self.epilog = self.example.of(language_in(ctx))
        super().format_epilog(ctx, formatter)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return _translated(super().get_help_option(ctx), ctx)


@contextmanager
def _option_of(context: click.Context) -> Iterator[None]:
    """Tell an error in the use of an option where it belongs, which click's parser does not."""
    try:
        yield
    except click.BadOptionUsage as error:
        error.ctx = error.ctx or context
        raise


def _usage_pieces(command: click.Command, context: click.Context) -> Iterator[str]:
    yield ANY_OPTIONS.of(language_in(context))
    for parameter in command.get_params(context):
        yield from parameter.get_usage_pieces(context)


def _translated(option: click.Option | None, context: click.Context) -> click.Option | None:
    if option is not None:
        option.help = SHOW_HELP.of(language_in(context))
    return option
