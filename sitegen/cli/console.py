"""The console: click's help in Chinese, characters that cannot be printed, the end of a run."""

from __future__ import annotations

import os
import sys

import click

HEADINGS = {"Options": "选项", "Commands": "命令", "Usage: ": "用法："}


class Formatter(click.HelpFormatter):
    """click's formatter with Chinese headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, HEADINGS["Usage: "])

    def write_heading(self, heading: str) -> None:
        super().write_heading(HEADINGS.get(heading, heading))


class Context(click.Context):
    formatter_class = Formatter


class Command(click.Command):
    context_class = Context

    def get_help_option(self, context: click.Context) -> click.Option | None:
        return _translated(super().get_help_option(context))


class Group(click.Group):
    context_class = Context
    command_class = Command

    def get_help_option(self, context: click.Context) -> click.Option | None:
        return _translated(super().get_help_option(context))


def _translated(option: click.Option | None) -> click.Option | None:
    if option is not None:
        option.help = "显示帮助"
    return option


def never_crash() -> None:
    """Let a console in cp437 or GBK show ? for what it cannot print, instead of a traceback."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def leave(ended: SystemExit) -> None:
    """End the process at once, as the exception says.

    Else Python lets go of every value of a large site one by one, which takes half a second at
    10,000 entries. An exit with words, or a console that is gone, is left to Python.
    """
    if ended.code is not None and not isinstance(ended.code, int):
        raise ended
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        raise ended from None
    os._exit(ended.code or 0)
