"""The terminal: all that is printed, what the system says of a file, the exit of the process."""

from __future__ import annotations

import errno
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

REASONS = {
    errno.EACCES: Words("没有权限", "permission denied"),
    errno.EPERM: Words("系统不允许", "the system does not allow it"),
    errno.ENOENT: Words("没有这个文件或文件夹", "there is no such file or folder"),
    errno.EEXIST: Words("已经有同名的文件", "a file of that name is there"),
    errno.ENOTDIR: Words(
        "路径里有一段是文件或链接，不是文件夹", "a part of the path is a file or a link, no folder"
    ),
    errno.EISDIR: Words("那里是文件夹，不是文件", "it is a folder, not a file"),
    errno.ENOSPC: Words("磁盘满了", "the disk is full"),
    errno.EROFS: Words("磁盘只能读，不能写", "the disk is read-only"),
    errno.EBUSY: Words("别的程序正占着它", "another program is using it"),
    errno.ESTALE: Words("刚刚有人改过它", "somebody has just changed it"),
    errno.EMFILE: Words("打开的文件太多", "too many files are open"),
    errno.ENAMETOOLONG: Words("名称太长", "the name is too long"),
}
"""What the system may have against a file."""
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
    number = error.errno or 0
    code = errno.errorcode.get(number, type(error).__name__)
    reason = REASONS.get(number, Words(f"系统错误 {code}", f"system error {code}")).of(language)
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
