"""The terminal: click's help in Chinese, unprintable characters, the exit of the process."""

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
