"""The command that imports a table."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.cli.causes import cause_lines
from sitegen.cli.console import echo, prompt
from sitegen.cli.environment import processors
from sitegen.cli.import_messages import import_lines
from sitegen.cli.messages import print_report
from sitegen.cli.options import language_option, site_option
from sitegen.cli.parameters import Command, argument, option
from sitegen.cli.values import PhotosPath, TableFile, parse_answers, parse_columns
from sitegen.cli.words import BUSY, Failure, Words

if TYPE_CHECKING:
    from sitegen.authoring.importing.received import ColumnAnswers
    from sitegen.problems import Language, Problem

FILE = Words("文件", "FILE")


@click.command(
    "import",
    cls=Command,
    words=Words(
        "收回填好的表格：逐行比对，先说会新增、改动什么；加上 --write 才写进 content/。"
        "文件写 -，就读粘贴进来的名单（连同列名，各列用 Tab 或两个以上空格隔开）。",
        "Takes a table back: compares each row and says what would be new or changed; writes it to content/ "
        "with --write. For the file - it reads a pasted list, with the names of its columns and tabs or two "
        "spaces between them.",
    ),
)
@argument(
    "file", words=FILE, type=TableFile("xlsx", "xlsm", "ods", "xls", "csv", takes_pasted=True)
)
@site_option()
@option(
    "--as",
    "collection",
    default="",
    value=Words("类别", "COLLECTION"),
    words=Words("表里是哪一类的条目", "the collection that the rows belong to"),
)
@option(
    "--column",
    "columns",
    multiple=True,
    value=Words("列名=项", "HEADER=FIELD"),
    words=Words("这一列填的是哪一项，可以写几次", "the field that a column holds; may be repeated"),
)
@option(
    "--ignore",
    "ignored",
    multiple=True,
    value=Words("列名", "HEADER"),
    words=Words("不要这一列，可以写几次", "leave a column out; may be repeated"),
)
@option(
    "--set",
    "values",
    multiple=True,
    value=Words("项=值", "FIELD=VALUE"),
    words=Words(
        "表里没有这一列时，每个新条目都填这个值，可以写几次",
        "the value of a field in every new entry, where the table has no column for it; may be repeated",
    ),
)
@option(
    "--photos",
    type=PhotosPath(),
    value=Words("文件夹或 zip", "FOLDER|ZIP"),
    words=Words(
        "照片所在的文件夹或 zip；按表里写的文件名、否则按条目的名称对上",
        "the folder or zip file of the photos, which are found by the names in the table, else by the names of "
        "the entries",
    ),
)
@option(
    "--clear",
    is_flag=True,
    words=Words("空着的格子也算：清空条目里的这一项", "blank cells empty the field of the entry"),
)
@option(
    "--write",
    is_flag=True,
    words=Words("写进 content/；没有这个选项只是试算", "write to content/; else it is a dry run"),
)
@option(
    "--all",
    "all_or_nothing",
    is_flag=True,
    words=Words("有一行不收，就都不写", "write nothing if a row is refused"),
)
@option(
    "--details",
    is_flag=True,
    words=Words("每一行、每个问题都列出", "list every row and every problem"),
)
@language_option()
def import_(
    file: Path,
    root: Path,
    collection: str,
    columns: tuple[str, ...],
    ignored: tuple[str, ...],
    values: tuple[str, ...],
    photos: Path | None,
    clear: bool,
    write: bool,
    all_or_nothing: bool,
    details: bool,
    language: Language,
) -> None:
    from sitegen.authoring.importing.given import from_file, from_pasted
    from sitegen.authoring.importing.received import ColumnAnswers
    from sitegen.building.state import Busy
    from sitegen.commands.table_import import import_table
    from sitegen.problems import Report

    said = parse_answers(values)
    if photos is not None and sys.stdin.isatty():
        said |= _ask_of_photos(said, language)
    answers = ColumnAnswers(parse_columns(columns), frozenset(ignored), said)

    def ask(questions: Sequence[Problem]) -> ColumnAnswers:
        return _ask(questions, answers, language)

    report = Report()
    is_pasted = str(file) == "-"
    given = report.take(from_pasted(_pasted(language)) if is_pasted else from_file(file))
    done = None
    try:
        if given is not None:
            done = import_table(
                root,
                given,
                report,
                name=collection,
                answers=answers,
                ask=ask if sys.stdin.isatty() and not is_pasted else None,
                photos=photos,
                clear=clear,
                write=write,
                all_or_nothing=all_or_nothing,
                workers=processors(),
                language=language,
            )
    except Busy:
        raise Failure(BUSY) from None
    if details:
        print_report(report, language, list_all=True)
    else:
        for line in cause_lines(report.problems, language):
            echo(line, err=True)
    if given is not None and done is not None:
        for line in import_lines(given.name, done, language, details=details):
            echo(line)
    sys.exit(report.exit_code)


def _ask_of_photos(said: Mapping[str, str], language: Language) -> dict[str, str]:
    """Ask once for what all photos have in common, where it is not said; nothing is an answer, too."""
    from sitegen.model.column_words import folded

    asked = (
        (
            "图片.署名",
            ("图片.署名", "images.credit", "pictures.credit"),
            "照片署名（作者或提供者）",
            "credit of the photos",
        ),
        (
            "图片.许可",
            ("图片.许可", "images.licence", "pictures.licence"),
            "照片许可",
            "licence of the photos",
        ),
    )
    known = set(map(folded, said))
    found = {}
    for field, words, zh, en in asked:
        if known.isdisjoint(words):
            text = f"{zh}，没有就直接回车" if language == "zh" else f"{en} (Enter: none)"
            if answer := prompt(text, default="").strip():
                found[field] = answer
    return found


def _pasted(language: Language) -> bytes:
    """What is pasted into standard input, up to a byte more than is read of a table."""
    from sitegen.loading.tables import LIMIT

    if sys.stdin.isatty():
        zh = "粘贴名单（连同列名），再按 Ctrl+D 结束（Windows 是 Ctrl+Z 再回车）："
        en = "Paste the list with the names of its columns, then end with Ctrl+D (Ctrl+Z and Enter on Windows):"
        echo(zh if language == "zh" else en)
    return sys.stdin.buffer.read(LIMIT + 1)


def _ask(questions: Sequence[Problem], answers: ColumnAnswers, language: Language) -> ColumnAnswers:
    """Ask what the columns mean that no field is called by."""
    from sitegen.authoring.importing.received import ColumnAnswers

    meant, ignored = dict(answers.meant), set(answers.ignored)
    for problem in questions:
        header = problem.facts["header"]
        if header in meant or header in ignored:
            continue
        text = (
            f"“{header}”一列是哪一项（不要这一列，写 -）"
            if language == "zh"
            else f"which field is the column “{header}” (- leaves it out)"
        )
        answer = prompt(text, default=problem.facts["right"] or "-")
        if answer == "-":
            ignored.add(header)
        else:
            meant[header] = answer
    return ColumnAnswers(meant, frozenset(ignored), answers.values)
