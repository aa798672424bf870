"""What is said of a wrong use of the command line, instead of click's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sitegen.cli.parameters import Group
from sitegen.cli.words import Failure, TooManyArguments, Words, WrongValue
from sitegen.visible import one_line

if TYPE_CHECKING:
    from sitegen.problems import Language

ERROR = Words("错误：", "Error: ")
ABORTED = Words("已中止，什么也没有写", "stopped; nothing was written")


def report(error: click.ClickException, language: Language) -> str:
    """All that is printed of an error: for a wrong use also the usage, and where to read on."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return error.format_message()
    said = one_line(ERROR.of(language) + words_of(error).of(language))
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is None:
        return said
    help_command = f"{context.command_path} --help"
    hint = Words(f"全部用法：{help_command}", f"All of it: {help_command}").of(language)
    return f"{context.get_usage()}\n{said}\n{hint}"


def words_of(error: click.ClickException) -> Words:
    """The error in words."""
    match error:
        case Failure():
            return error.words
        case WrongValue():
            name = _name(error)
            return Words(f"{name}：{error.words.zh}", f"{name}: {error.words.en}")
        case click.MissingParameter():
            name = _name(error)
            return Words(f"没有写 {name}".replace(" “", "“"), f"{name} is missing")
        case click.NoSuchOption():
            name, close = error.option_name, _first(error.possibilities)
            zh = f"没有 {name} 这个选项" + (f"，最接近的是 {close}" if close else "")
            en = f"there is no option {name}" + (f"; the nearest is {close}" if close else "")
            return Words(zh, en)
        case click.exceptions.NoSuchCommand():
            return _no_such_command(error)
        case click.BadOptionUsage():
            return _value_or_none(error)
        case TooManyArguments():
            values = "、".join(error.values), ", ".join(error.values)
            return Words(f"多写了：{values[0]}", f"there is too much: {values[1]}")
    if isinstance(error, click.UsageError) and error.ctx and isinstance(error.ctx.command, Group):
        return Words("没有写命令", "there is no command")
    return Words(error.message, error.message)


def _no_such_command(error: click.exceptions.NoSuchCommand) -> Words:
    name, close = error.command_name, _first(error.possibilities)
    zh = f"没有“{name}”这个命令" + (f"，最接近的是 {close}" if close else "")
    en = f"there is no command “{name}”" + (f"; the nearest is {close}" if close else "")
    return Words(zh, en)


def _value_or_none(error: click.BadOptionUsage) -> Words:
    """An option that stands without its value, or has one though it takes none."""
    name, context = error.option_name, error.ctx
    parameters = context.command.get_params(context) if context else []
    option = next((one for one in parameters if name in one.opts), None)
    if isinstance(option, click.Option) and not option.is_flag and context is not None:
        value = option.make_metavar(context)
        return Words(f"{name} 后面要写值：{name} {value}", f"{name} needs a value: {name} {value}")
    return Words(f"{name} 后面不写值", f"{name} takes no value")


def _name(error: click.BadParameter) -> str:
    """The option as one types it, or the name of the argument."""
    if isinstance(error.param_hint, str):
        return error.param_hint
    if isinstance(error.param, click.Option):
        return max(error.param.opts, key=len)
    if error.param is not None and error.ctx is not None:
        return f"“{error.param.make_metavar(error.ctx)}”"
    return ""


def _first(possibilities: list[str] | None) -> str:
    return possibilities[0] if possibilities else ""
