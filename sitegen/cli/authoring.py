"""The commands for authors: new writes an entry, init a whole site, schema what editors complete by."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.cli.console import echo, prompt
from sitegen.cli.environment import program
from sitegen.cli.messages import (
    collection_lines,
    copied_site_message,
    entry_lines,
    new_entry_message,
    new_site_message,
    not_asked_message,
    print_report,
    schemas_message,
)
from sitegen.cli.options import FOLDER, language_option, site_option
from sitegen.cli.parameters import Command, argument, option
from sitegen.cli.values import parse_answers
from sitegen.cli.words import Words
from sitegen.visible import one_line

if TYPE_CHECKING:
    from sitegen.authoring.interview import Question
    from sitegen.problems import Language, Problem

COLLECTION = Words("类别", "COLLECTION")
SHOWN_CHOICES = 40
"""A longer list of choices is not printed: the author types a name instead."""


@click.command(
    cls=Command,
    words=Words(
        "新建一个条目：提议编号，逐项问必填的，常用的写成注释。类别写 gi 或 地理标志 都行。",
        "Writes a new entry: proposes its id, asks for what is required, the usual rest as comments.",
    ),
)
@argument("collection", words=COLLECTION)
@argument("name", words=Words("名称", "NAME"), required=False)
@site_option()
@option(
    "--set",
    "given",
    multiple=True,
    value=Words("字段=值", "FIELD=VALUE"),
    words=Words("事先给出答案，可写多次", "an answer given ahead; may be repeated"),
)
@option(
    "--yes",
    is_flag=True,
    words=Words(
        "不提问：编号照提议，没给的必填项留空",
        "ask nothing: take the id proposed, leave open what is not given",
    ),
)
@option(
    "--full",
    is_flag=True,
    words=Words(
        "把能写的项全部列成注释，不只是常用的",
        "list all fields as comments, not only the usual ones",
    ),
)
@language_option()
def new(
    collection: str,
    name: str | None,
    root: Path,
    given: tuple[str, ...],
    yes: bool,
    full: bool,
    language: Language,
) -> None:
    from sitegen.commands.new import new as run_new
    from sitegen.problems import Report

    answers = parse_answers(given)
    if name is not None:
        answers["name"] = name
    interactive = not yes and sys.stdin.isatty()

    open_fields: list[str] = []

    def ask(question: Question) -> str:
        if not interactive and question.required and not question.proposal:
            open_fields.append(question.title)
        return _prompt(question, language) if interactive else question.proposal

    def show(problem: Problem) -> None:
        joint = "。" if language == "zh" else ". "
        echo(one_line(f"{problem.message(language)}{joint}{problem.fix(language)}"))

    report = Report()
    file = run_new(
        root, collection, answers, report, ask=ask, show=show, language=language, full=full
    )
    print_report(report, language)
    if file is None:
        sys.exit(1)
    echo(new_entry_message(root / file, language))
    if open_fields and not yes:
        echo(not_asked_message(open_fields, language))


@click.command(
    "list",
    cls=Command,
    words=Words(
        "列出条目的编号和名称，别的条目里就这样写；不给类别时列出各类有多少。",
        "Lists ids and names of entries, as other entries name them; without a collection, how many "
        "there are.",
    ),
)
@argument("collection", words=COLLECTION, required=False)
@site_option()
@language_option()
def list_(collection: str | None, root: Path, language: Language) -> None:
    from sitegen.commands.list import list_entries
    from sitegen.problems import Report

    report = Report()
    entries = list_entries(root, collection, report)
    print_report(report, language)
    if entries is None:
        sys.exit(1)
    lines = collection_lines if collection is None else entry_lines
    for line in lines(entries, language):
        echo(line)


@click.command(
    cls=Command,
    words=Words(
        "在一个新文件夹里建好可以马上生成的小站点，里面的条目都是示例。",
        "Writes a small site into a new folder, ready to be built; its entries are examples.",
    ),
)
@argument("folder", words=FOLDER, type=click.Path(path_type=Path))
@option(
    "--from",
    "other",
    type=click.Path(path_type=Path),
    value=Words("站点", "SITE"),
    words=Words(
        "不用示例，照搬这个站点的设置、地区、类别、认定体系和模板",
        "no examples: settings, regions, categories, schemes and templates of this site",
    ),
)
@language_option()
def init(folder: Path, other: Path | None, language: Language) -> None:
    from sitegen.commands.init import init as run_init
    from sitegen.commands.init import init_from
    from sitegen.problems import Report

    report = Report()
    files = run_init(folder, report) if other is None else init_from(folder, other, report)
    print_report(report, language)
    if files and other is None:
        echo(new_site_message(folder, len(files), program(), language))
    elif files:
        echo(copied_site_message(folder, len(files), language))
    sys.exit(report.exit_code)


@click.command(
    cls=Command,
    words=Words(
        "写出各类条目和 site.yaml 的 JSON Schema，放在站点的 .vscode 里：VS Code 写 .yaml 时就有提示。",
        "Writes JSON Schemas of all collections and of site.yaml into the .vscode of the site: VS Code then "
        "completes and checks .yaml files.",
    ),
)
@site_option()
@language_option()
def schema(root: Path, language: Language) -> None:
    from sitegen.commands.schema import write_schemas
    from sitegen.problems import Report

    report = Report()
    written = write_schemas(root, report, language)
    print_report(report, language)
    if written is None:
        sys.exit(1)
    echo(schemas_message(written, language))


def _prompt(question: Question, language: Language) -> str:
    """Ask one question on the terminal and return what the author typed."""
    optional = "（可不填）" if language == "zh" else " (optional)"
    mark = " *" if question.required else optional
    echo("\n" + one_line(f"{question.title}{mark}  {question.about}"))
    if len(question.choices) <= SHOWN_CHOICES:
        for number, (value, label) in enumerate(question.choices, start=1):
            echo(one_line(f"  {number}. {label}" + (f"  {value}" if value != label else "")))
    return prompt(question.field, default=question.proposal)
