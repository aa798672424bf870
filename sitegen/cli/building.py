"""The commands about a whole site: build, check, record, explain."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.cli.console import echo
from sitegen.cli.environment import clock_for, processors
from sitegen.cli.messages import (
    StageTimes,
    archive_message,
    build_message,
    check_message,
    print_failure,
    print_report,
    record_message,
)
from sitegen.cli.options import (
    DATE,
    FOLDER,
    RunOptions,
    language_option,
    output_folder,
    output_option,
    run_options,
    site_option,
)
from sitegen.cli.parameters import Command, argument, option
from sitegen.cli.values import Folder, parse_day
from sitegen.cli.words import BUSY, Failure, Words

if TYPE_CHECKING:
    from sitegen.problems import Language


@click.command(
    cls=Command,
    words=Words(
        "生成网站，写入 output/；有错误时不动已有的网站。",
        "Builds the site into output/; with errors the site there is left alone.",
    ),
)
@output_option
@option(
    "--clean",
    is_flag=True,
    words=Words(
        "不用缓存，全部重做；别人放在输出文件夹里的不动",
        "make everything anew, without caches; what others put into the output folder stays",
    ),
)
@run_options
def build(options: RunOptions, target: Path | None, clean: bool) -> None:
    from sitegen.building.state import Busy
    from sitegen.pipeline.unchanged import unchanged

    report = options.report()
    times = StageTimes(options.language, always=options.timings)
    clock = clock_for(options.as_of)
    folder = output_folder(options.root, target)
    result = None if clean else unchanged(options.root, folder, report, clock)
    if result is None:
        # Only now: a build in which nothing has changed must not load what the others need.
        from sitegen.commands.build import build as run_build

        try:
            result = run_build(
                options.root,
                folder,
                report,
                clock,
                workers=options.workers or processors(),
                clean=clean,
                tick=times.stage_ended,
            )
        except Busy:
            raise Failure(BUSY) from None
    print_report(report, options.language, format=options.format, list_all=options.list_all)
    if result is None:
        print_failure(report, options.language)
        sys.exit(1)
    message = build_message(result, times.seconds, options.language)
    echo(message, err=options.format != "text")


@click.command(
    cls=Command,
    words=Words(
        "封存：把停办的网站按某一天的样子生成到一个文件夹，每页写明不再更新。",
        "For a site that ends: builds it as of a day into a folder; every page says that it is no longer updated.",
    ),
)
@argument("folder", type=Folder(), words=FOLDER)
@option(
    "--noindex",
    is_flag=True,
    words=Words("请搜索引擎不再收录", "ask search engines to leave it out"),
)
@run_options
def archive(options: RunOptions, folder: Path, noindex: bool) -> None:
    from sitegen.building.state import Busy
    from sitegen.commands.archive import archive as run_archive

    report = options.report()
    times = StageTimes(options.language, always=options.timings)
    try:
        result = run_archive(
            options.root,
            folder.resolve(),
            report,
            clock_for(options.as_of),
            indexed=not noindex,
            workers=options.workers or processors(),
            tick=times.stage_ended,
        )
    except Busy:
        raise Failure(BUSY) from None
    print_report(report, options.language, format=options.format, list_all=options.list_all)
    if result is None:
        print_failure(report, options.language)
        sys.exit(1)
    echo(
        archive_message(folder, result, times.seconds, options.language),
        err=options.format != "text",
    )


@click.command(
    cls=Command,
    words=Words(
        "检查全部内容和网页，不写任何文件。", "Checks all content and pages; writes no file."
    ),
)
@run_options
def check(options: RunOptions) -> None:
    from sitegen.commands.check import check as run_check

    report = options.report()
    times = StageTimes(options.language, always=options.timings)
    count = run_check(
        options.root,
        report,
        clock_for(options.as_of),
        workers=options.workers or processors(),
        tick=times.stage_ended,
    )
    print_report(report, options.language, format=options.format, list_all=options.list_all)
    if report.has_errors:
        print_failure(report, options.language)
    else:
        message = check_message(count, times.seconds, options.language)
        echo(message, err=options.format != "text")
    sys.exit(report.exit_code)


@click.command(
    cls=Command,
    words=Words(
        "把这次公开的网址写进 content/ledger.jsonl（发布时用）。",
        "Writes the addresses that are published now into content/ledger.jsonl.",
    ),
)
@option(
    "--on",
    callback=parse_day,
    required=True,
    value=DATE,
    words=Words("发布日期", "the day of publication"),
)
@run_options
def record(options: RunOptions, on: date) -> None:
    from sitegen.building.state import Busy
    from sitegen.commands.record import record as run_record

    report = options.report()
    clock = clock_for(options.as_of or on)
    try:
        lines = run_record(options.root, report, clock, on, workers=options.workers or processors())
    except Busy:
        raise Failure(BUSY) from None
    print_report(report, options.language, format=options.format, list_all=options.list_all)
    if report.has_errors:
        print_failure(report, options.language)
    else:
        echo(record_message(lines, options.language))
    sys.exit(report.exit_code)


@click.command(
    cls=Command,
    words=Words(
        "解释：一个网页为什么重做（给路径），或一个问题代码是什么意思（给代码）。",
        "Explains why a page was made again (give its path) or what the code of a problem means.",
    ),
)
@argument("subject", words=Words("路径|代码", "PATH|CODE"))
@site_option()
@output_option
@language_option()
def explain(subject: str, root: Path, target: Path | None, language: Language) -> None:
    from sitegen.commands.explain import explain as run_explain

    text = run_explain(root, output_folder(root, target), subject, language)
    if text is None:
        zh = f"既不是网页路径也不是问题代码：{subject}"
        raise Failure(Words(zh, f"neither the path of a page nor the code of a problem: {subject}"))
    echo(text, nl=False)
