"""The commands that change what visitors get: publish, rollback, withdraw."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.cli.console import echo
from sitegen.cli.environment import clock_for, identity, moment, processors, variables
from sitegen.cli.messages import StageTimes, print_failure, print_report
from sitegen.cli.options import (
    NUMBER,
    RunOptions,
    language_option,
    run_options,
    site_option,
)
from sitegen.cli.parameters import Command, argument, option
from sitegen.cli.release_messages import (
    UploadProgress,
    publish_message,
    releases_message,
    restored_message,
    rollback_message,
    verify_message,
    withdraw_message,
)
from sitegen.cli.values import WholeNumber
from sitegen.cli.words import BUSY, Failure, Words

if TYPE_CHECKING:
    from sitegen.commands.publication import Request
    from sitegen.problems import Language

TARGET = Words("目标", "TARGET")
target_argument = argument("target", required=False, words=TARGET)
most_removed_option = option(
    "--max-removals",
    "most_removed",
    type=WholeNumber(0, 10_000_000),
    default=None,
    value=NUMBER,
    words=Words(
        "最多去掉几个文件，默认 20 个或一成",
        "so many files may be removed; default: 20, or a tenth of all",
    ),
)


def _request(
    workers: int | None = None,
    *,
    dry_run: bool = False,
    most_removed: int | None = None,
    repair: bool = False,
) -> Request:
    from sitegen.commands.publication import Request

    return Request(
        now=moment,
        who=identity(),
        workers=workers or processors(),
        environment=variables(),
        dry_run=dry_run,
        most_removed=most_removed,
        repair=repair,
    )


@click.command(
    cls=Command,
    words=Words(
        "发布：重新生成、检查，放到 site.yaml 写明的地方，一步换上；有错误时网站不变。",
        "Publishes: builds anew, checks, puts the site where site.yaml says and shows it in one step; with "
        "errors the site stays as it is.",
    ),
)
@target_argument
@option(
    "--dry-run",
    is_flag=True,
    words=Words("只说会改什么，不发布", "only say what would change"),
)
@most_removed_option
@option(
    "--repair",
    is_flag=True,
    words=Words(
        "读目标上现在的文件，坏了、少了的重新放好",
        "read the files that are on the target, and put again what is damaged or missing",
    ),
)
@run_options
def publish(
    options: RunOptions,
    target: str | None,
    dry_run: bool,
    most_removed: int | None,
    repair: bool,
) -> None:
    from sitegen.building.state import Busy
    from sitegen.commands.publish import publish as run_publish

    report = options.report()
    times = StageTimes(options.language, always=options.timings)
    request = _request(options.workers, dry_run=dry_run, most_removed=most_removed, repair=repair)
    try:
        done = run_publish(
            options.root,
            target,
            report,
            clock_for(options.as_of),
            request._replace(tick=times.stage_ended, told=UploadProgress(options.language)),
        )
    except Busy:
        raise Failure(BUSY) from None
    print_report(report, options.language, format=options.format, list_all=options.list_all)
    if done is None:
        print_failure(report, options.language)
        sys.exit(1)
    echo(
        publish_message(done, times.seconds, options.language, every=options.list_all),
        err=options.format != "text",
    )
    if done.verified is not None:
        message = verify_message(done.verified, report.has_errors, options.language)
        echo(message, err=options.format != "text")
    sys.exit(report.exit_code)


@click.command(
    cls=Command,
    words=Words(
        "退回：再给访问的人看以前的一个版本，默认是前一个。",
        "Goes back: visitors get an earlier release again, by default the one before.",
    ),
)
@target_argument
@argument("release", required=False, words=Words("版本", "RELEASE"))
@option(
    "--list",
    "is_list",
    is_flag=True,
    words=Words("只列出有哪些版本", "only list the releases"),
)
@option(
    "--even-withdrawn",
    is_flag=True,
    words=Words(
        "那个版本里有已下架的条目也退", "though that release has entries that were withdrawn"
    ),
)
@site_option(exists=True)
@language_option()
def rollback(
    target: str | None,
    release: str | None,
    is_list: bool,
    even_withdrawn: bool,
    root: Path,
    language: Language,
) -> None:
    from sitegen.building.state import Busy
    from sitegen.commands.rollback import listed
    from sitegen.commands.rollback import rollback as run_rollback
    from sitegen.problems import Report

    report = Report()
    if is_list:
        found = listed(root, target, report, variables())
        print_report(report, language)
        if found is not None:
            echo(releases_message(found, language))
        sys.exit(report.exit_code)
    try:
        done = run_rollback(
            root, target, release, report, _request(), even_withdrawn=even_withdrawn
        )
    except Busy:
        raise Failure(BUSY) from None
    print_report(report, language)
    if done is not None:
        echo(rollback_message(done, language))
    sys.exit(report.exit_code)


@click.command(
    cls=Command,
    words=Words(
        "下架一个条目，马上生效；别的内容正改着、有错误也不要紧。",
        "Takes one entry down at once, though other content is being changed or has errors.",
    ),
)
@argument("entry", words=Words("条目", "ENTRY"))
@option(
    "--reason",
    default="",
    value=Words("原因", "REASON"),
    words=Words("向公众说明的原因", "the reason told to the public"),
)
@option(
    "--document",
    default="",
    value=Words("文件", "DOCUMENT"),
    words=Words("依据的文件", "the document relied on"),
)
@option(
    "--target",
    default=None,
    value=TARGET,
    words=Words("哪个目标，默认全部", "which target; default: all"),
)
@option(
    "--restore",
    is_flag=True,
    words=Words(
        "不再下架：允许它下一次重新公开", "no longer: the next publication may show it again"
    ),
)
@run_options
def withdraw(
    options: RunOptions,
    entry: str,
    reason: str,
    document: str,
    target: str | None,
    restore: bool,
) -> None:
    from sitegen.building.state import Busy
    from sitegen.commands import withdraw as withdrawing

    report = options.report()
    times = StageTimes(options.language, always=options.timings)
    request = _request(options.workers)._replace(
        tick=times.stage_ended, told=UploadProgress(options.language)
    )
    if not reason and not restore:
        raise Failure(Words("没有写原因：加上 --reason。", "there is no reason: add --reason."))
    try:
        if restore:
            withdrawing.restore(options.root, entry, report, request)
            done = None
        else:
            wanted = withdrawing.Withdrawal(entry, reason, document)
            done = withdrawing.withdraw(
                options.root, wanted, target, report, clock_for(options.as_of), request
            )
    except Busy:
        raise Failure(BUSY) from None
    print_report(report, options.language, format=options.format, list_all=options.list_all)
    if restore and not report.has_errors:
        echo(restored_message(entry, options.language))
    elif done is None:
        print_failure(report, options.language)
        sys.exit(1)
    else:
        echo(withdraw_message(done, times.seconds, options.language))
        for one in done.done:
            if one.verified is not None:
                echo(verify_message(one.verified, report.has_errors, options.language))
        sys.exit(1 if done.failed else report.exit_code)


@click.command(
    cls=Command,
    words=Words(
        "从外面核对：按访问的人看到的，逐个比对发布的网页，看转向、404、缓存、压缩、证书。",
        "Looks from outside, as visitors get the site: compares the published pages, and looks at redirects, "
        "404, caches, packing and the certificate.",
    ),
)
@target_argument
@site_option(exists=True)
@language_option()
def verify(target: str | None, root: Path, language: Language) -> None:
    from sitegen.commands.verify import verify as run_verify
    from sitegen.problems import Report

    report = Report()
    done = run_verify(root, target, report, moment("UTC"), variables())
    print_report(report, language)
    if done is not None:
        echo(verify_message(done, report.has_errors, language))
    sys.exit(report.exit_code)
