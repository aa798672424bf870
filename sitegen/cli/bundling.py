"""The command that packs a site with all it needs: bundle."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.cli.console import echo
from sitegen.cli.messages import print_failure, print_report
from sitegen.cli.options import FOLDER, language_option, site_option
from sitegen.cli.parameters import Command, argument
from sitegen.cli.values import Folder
from sitegen.cli.words import Words
from sitegen.visible import one_line

if TYPE_CHECKING:
    from sitegen.problems import Language


@click.command(
    cls=Command,
    words=Words(
        "打包：把站点、sitegen 和它的库（Linux 和 Windows 的）放进一个文件夹，到没有网络的机器上用。",
        "Packs the site, sitegen and its libraries, for Linux and Windows, into a folder for machines without a network.",
    ),
)
@argument("folder", type=Folder(), words=FOLDER)
@site_option(exists=True)
@language_option()
def bundle(folder: Path, root: Path, language: Language) -> None:
    from sitegen.commands.bundle.bundle import bundle as run_bundle
    from sitegen.problems import Report

    report = Report()
    done = run_bundle(root, folder, report, program=sys.executable)
    print_report(report, language)
    if done is None:
        print_failure(report, language)
        sys.exit(1)
    name, mega = one_line(str(folder)), done.size // 1_000_000
    echo(
        Words(
            f"打好了 {name}：站点 {done.files} 个文件，{done.wheels} 个安装包，共 {mega} MB\n"
            "整个文件夹拷走；那边装好 Python，运行 sitegen.sh 或 sitegen.bat",
            f"packed {name}: {done.files} files of the site, {done.wheels} wheels, {mega} MB\n"
            "copy the whole folder; there, with Python, run sitegen.sh or sitegen.bat",
        ).of(language)
    )
