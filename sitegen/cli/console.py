"""The terminal: all that is printed, what the system says of a file, the exit of the process."""

from __future__ import annotations

import os
import re
import sys
from types import TracebackType
from typing import TYPE_CHECKING

import click

from sitegen import visible
from sitegen.cli.words import Words

if TYPE_CHECKING:
    from sitegen.problems import Language

COMMAND = re.compile(r"^([^\S\n]*):(?=:)|#(?=#(?:vso)?\[)", re.MULTILINE)
"""What GitHub and Azure read as a command, wherever a job prints it."""


def echo(text: str, *, err: bool = False, nl: bool = True, for_programs: bool = False) -> None:
    """Print a text of one or more lines; all commands print by this function.

    No character in it moves the cursor or turns the text round, and no line is a command to a CI service,
    unless it is written for programs, as by `--format github`.
    """
    text = visible.lines(text)
    click.echo(text if for_programs else COMMAND.sub(_no_command, text), err=err, nl=nl)


def prompt(text: str, *, default: str) -> str:
    """Ask for one line; `default` is proposed if it is not empty."""
    proposed = f" [{visible.one_line(default)}]" if default else ""
    answer: str = click.prompt(
        visible.one_line(text) + proposed, default=default, show_default=False, prompt_suffix="> "
    )
    return answer


def _no_command(match: re.Match[str]) -> str:
    return r"\x23" if match[0] == "#" else rf"{match[1]}\x3a"


def print_crash(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Print the traceback of a fault of the program."""
    import traceback

    echo("".join(traceback.format_exception(kind, error, trace)), err=True, nl=False)


def file_error(error: OSError, language: Language) -> str:
    """What is printed where a file cannot be read or written."""
    from sitegen.files import reason_of

    reason = Words(*reason_of(error)).of(language)
    place = visible.one_line(str(error.filename)) if error.filename is not None else ""
    return Words(
        f"读写不了 {place}：{reason}\n检查权限、剩余空间和占着位置的文件，再运行一次，会接着做完。",
        f"cannot read or write {place}: {reason}\n"
        "check permissions, free space and files in the way, and run it again: it will go on",
    ).of(language)


def replace_unprintable() -> None:
    """Print ? for a character that the terminal's encoding (cp437, GBK) lacks, instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def exit_at_once(end: SystemExit) -> None:
    """End the process with the exception's code, without Python's clean-up.

    Python would free every object of the site one by one, which takes half a second at 10,000
    entries. An exit with a text as its code, or one after stdout was closed, is left to Python.
    """
    if end.code is not None and not isinstance(end.code, int):
        raise end
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        raise end from None
    os._exit(end.code or 0)
