"""The commands for tables: entries as a workbook, and the empty form."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.cli.console import echo
from sitegen.cli.importing import import_
from sitegen.cli.messages import exported_table_message, new_form_message, print_report
from sitegen.cli.options import language_option, site_option
from sitegen.cli.parameters import Command, Group, argument, option
from sitegen.cli.values import TableFile
from sitegen.cli.words import Words

if TYPE_CHECKING:
    from sitegen.problems import Language

COLLECTION = Words("类别", "COLLECTION")
FILE = Words("文件", "FILE")
force_option = option(
    "--force", is_flag=True, words=Words("已有的同名文件换掉", "replace a file of this name")
)


@click.group(
    cls=Group,
    words=Words(
        "条目和 Excel 表格之间：导出全部条目，做一张发给企业填的空表，把填好的表格收回来。",
        "Between entries and sheets: exports all entries, makes an empty form for enterprises, takes a filled "
        "sheet back.",
    ),
    example=Words(
        "例：sitegen table export 特色产品 products.xlsx；sitegen table template 企业；"
        "sitegen table import 名单.xlsx",
        "Such as: sitegen table export products products.xlsx; sitegen table template organizations; "
        "sitegen table import list.xlsx",
    ),
)
@language_option(exposed=False)
def table() -> None:
    pass


@table.command(
    cls=Command,
    words=Words(
        "把一类的条目写成表格：一行一个，图片、来源等各在一张工作表；文件名以 .xlsx 或 .csv 结尾。",
        "Writes the entries of a collection as a table: a row each, further sheets for pictures, sources "
        "and the like. The name of the file ends in .xlsx or .csv.",
    ),
)
@argument("collection", words=COLLECTION)
@argument("file", words=FILE, type=TableFile("xlsx", "csv"))
@site_option()
@option(
    "--full",
    is_flag=True,
    words=Words("没有填过的列也要，不只是常用的", "also columns that nobody filled in"),
)
@option(
    "--public",
    is_flag=True,
    words=Words("不要内部资料，可以发给别人", "without what is never published"),
)
@force_option
@option(
    "--all",
    "list_all",
    is_flag=True,
    words=Words("同类问题全部列出", "list all problems of a kind"),
)
@language_option()
def export(
    collection: str,
    file: Path,
    root: Path,
    full: bool,
    public: bool,
    force: bool,
    list_all: bool,
    language: Language,
) -> None:
    from sitegen.commands.table_export import export_table
    from sitegen.problems import Report

    report = Report()
    exported = export_table(root, collection, file, report, full=full, public=public, force=force)
    print_report(report, language, list_all=list_all)
    if exported is not None:
        echo(exported_table_message(file, exported, language))
    sys.exit(report.exit_code)


@table.command(
    cls=Command,
    words=Words(
        "做一张空表发给企业填：带填写说明、下拉和一行示例；不写文件名就用类别的名称。",
        "Makes an empty form for enterprises, with instructions, drop-downs and an example row. Without "
        "a file it is named after the collection.",
    ),
)
@argument("collection", words=COLLECTION)
@argument("file", words=FILE, type=TableFile("xlsx"), required=False)
@site_option()
@option(
    "--full",
    is_flag=True,
    words=Words("公开的各项全部列出，不只是常用的", "all public fields, not only the usual ones"),
)
@force_option
@language_option()
def template(
    collection: str,
    file: Path | None,
    root: Path,
    full: bool,
    force: bool,
    language: Language,
) -> None:
    from sitegen.commands.table_template import write_template
    from sitegen.problems import Report

    report = Report()
    written = write_template(root, collection, file, report, full=full, force=force)
    print_report(report, language)
    if written is not None:
        echo(new_form_message(written, language))
    sys.exit(report.exit_code)


table.add_command(import_)
