"""The commands for a preview on this machine: serve, and edit with forms for the entries."""

from __future__ import annotations

import secrets
import sys
import webbrowser
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.cli.console import echo
from sitegen.cli.environment import clock_for, processors, time_of_day
from sitegen.cli.library_logs import print_logs
from sitegen.cli.messages import (
    address_message,
    preview_end_message,
    print_failure,
    print_report,
    rebuild_message,
)
from sitegen.cli.options import (
    as_of_option,
    language_option,
    output_folder,
    output_option,
    site_option,
    strict_option,
)
from sitegen.cli.parameters import Command, option
from sitegen.cli.values import WholeNumber
from sitegen.cli.words import Words

if TYPE_CHECKING:
    from sitegen.commands.rebuilder import ServeCallbacks
    from sitegen.pipeline.outcome import BuildResult
    from sitegen.problems import Language, Report


@click.command(
    cls=Command,
    words=Words(
        "在本机预览：保存文件就重新生成，浏览器自己刷新；有错误时显示在网页上。",
        "Previews the site on this machine: a save builds it again and the browser reloads; "
        "problems show on the page.",
    ),
)
@option(
    "--port",
    type=WholeNumber(0, 65535),
    default=8000,
    value=Words("端口", "PORT"),
    words=Words("端口，默认 8000", "port; default: 8000"),
)
@site_option(exists=True)
@output_option
@as_of_option
@strict_option
@language_option()
def serve(
    port: int, root: Path, target: Path | None, as_of: date | None, strict: bool, language: Language
) -> None:
    from sitegen.commands.serve import serve as run_serve

    _until_interrupted(
        language,
        lambda: run_serve(
            root,
            output_folder(root, target),
            clock_for(as_of),
            port,
            secrets.token_urlsafe(16),
            _callbacks(language),
            workers=processors(),
            strict=strict,
            language=language,
        ),
    )


@click.command(
    cls=Command,
    words=Words(
        "在浏览器里编辑：打开本机的表单，边填边查错，保存后网页马上更新。",
        "Opens forms for the entries in the browser of this machine: mistakes show while you "
        "type, and a save updates the site at once.",
    ),
)
@option(
    "--port",
    type=WholeNumber(0, 65535),
    default=8001,
    value=Words("端口", "PORT"),
    words=Words("端口，默认 8001", "port; default: 8001"),
)
@option(
    "--no-browser",
    is_flag=True,
    words=Words("不自动打开浏览器", "do not open the browser"),
)
@option(
    "--commit",
    "commits",
    is_flag=True,
    words=Words("每次保存都提交到 git", "commit each save to git"),
)
@site_option(exists=True)
@output_option
@language_option()
def edit(
    port: int,
    no_browser: bool,
    commits: bool,
    root: Path,
    target: Path | None,
    language: Language,
) -> None:
    from sitegen.commands.edit import edit as run_edit

    def on_address(url: str) -> None:
        echo(address_message(url, language))
        if not no_browser:
            webbrowser.open(url)

    _until_interrupted(
        language,
        lambda: run_edit(
            root,
            output_folder(root, target),
            clock_for(None),
            port,
            secrets.token_urlsafe(16),
            secrets.token_urlsafe(16),
            _callbacks(language, on_address),
            workers=processors(),
            time=time_of_day,
            commits=commits,
            language=language,
        ),
    )


def _callbacks(
    language: Language, on_address: Callable[[str], None] | None = None
) -> ServeCallbacks:
    from sitegen.commands.rebuilder import ServeCallbacks

    def print_build(result: BuildResult | None, report: Report, seconds: float) -> None:
        print_report(report, language)
        if result is None:
            print_failure(report, language)
        else:
            echo(rebuild_message(result, seconds, language))

    print_logs()
    return ServeCallbacks(
        on_address=on_address or (lambda url: echo(address_message(url, language))),
        on_build=print_build,
        on_crash=lambda traceback: echo(traceback, err=True),
    )


def _until_interrupted(language: Language, run: Callable[[], Report]) -> None:
    """Serve until Ctrl-C; where serving could not start, print why."""
    try:
        report = run()
    except KeyboardInterrupt:
        echo(preview_end_message(language))
        return
    print_report(report, language)
    sys.exit(report.exit_code)
