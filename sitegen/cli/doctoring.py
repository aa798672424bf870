"""The command that looks after machine and site: doctor."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.cli.console import echo
from sitegen.cli.environment import machine
from sitegen.cli.options import language_option, site_option
from sitegen.cli.parameters import Command, option
from sitegen.cli.values import OneOf
from sitegen.cli.words import Words

if TYPE_CHECKING:
    from sitegen.problems import Language


@click.command(
    cls=Command,
    words=Words(
        "看看这台机器、站点的文件夹、版本库、发布目标和网址有没有毛病；只看不改。",
        "Looks at the machine, the site's folder, its repository, targets and addresses; changes nothing.",
    ),
)
@site_option(exists=True)
@option(
    "--offline",
    is_flag=True,
    words=Words("不碰网络", "leave the network alone"),
)
@option(
    "--format",
    type=OneOf(["text", "json"]),
    default="text",
    words=Words("输出格式", "how findings are printed"),
)
@language_option()
def doctor(root: Path, offline: bool, format: str, language: Language) -> None:
    from sitegen.commands.doctor.examination import examine
    from sitegen.commands.doctor.finding import as_json, has_errors

    findings = []
    for finding in examine(root, machine(), offline=offline):
        findings.append(finding)
        if format == "text":
            echo(finding.text(language))
    if format == "json":
        echo(as_json(findings, language), nl=False, for_programs=True)
    else:
        count = {state: sum(f.state == state for f in findings) for state in ("error", "warning")}
        echo(
            Words(
                f"{count['error']} 个错误，{count['warning']} 个提醒",
                f"{count['error']} errors, {count['warning']} warnings",
            ).of(language)
        )
    sys.exit(has_errors(findings))
