"""The command line: declare, call, print, exit. Exit codes: 0 fine, 1 problems, 2 usage."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from time import time_ns
from typing import TYPE_CHECKING, Any

import click

from sitegen import __version__
from sitegen.cli.console import Group, leave, never_crash
from sitegen.cli.telling import Watch, ask, failed, tell, told

if TYPE_CHECKING:
    from sitegen.pipeline.outcome import BuildResult, Clock
    from sitegen.problems import Language, Report

Command = Callable[..., Any]


def day(context: click.Context, parameter: click.Parameter, value: str | None) -> date | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"{value}：日期写成 2025-09-23 (write 2025-09-23)") from None


def shared(command: Command) -> Command:
    """The options of every command that reads a site."""
    options = (
        click.option(
            "--site",
            "root",
            type=click.Path(path_type=Path, file_okay=False),
            default=Path(),
            help="站点文件夹，默认当前文件夹",
        ),
        click.option("--as-of", callback=day, metavar="日期", help="数据截至哪一天，默认今天"),
        click.option(
            "--workers", type=click.IntRange(1, 64), default=None, help="用几个进程，默认按处理器数"
        ),
        click.option("--strict", is_flag=True, help="提醒也算错误"),
        click.option(
            "--format",
            "form",
            type=click.Choice(["text", "json", "github"]),
            default="text",
            help="问题的输出格式",
        ),
        click.option(
            "--lang", type=click.Choice(["zh", "en"]), default="zh", help="问题说明的语言"
        ),
        click.option("--timings", is_flag=True, help="显示每一步用时"),
        click.option("--all", "every", is_flag=True, help="同类问题全部列出"),
    )
    for option in reversed(options):
        command = option(command)
    return command


@click.group(
    cls=Group,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help="把 YAML/Markdown 条目和表格变成可搜索的静态名录网站。",
    epilog="例：sitegen check；sitegen build；sitegen explain link.broken",
)
@click.version_option(__version__, message="sitegen %(version)s", help="显示版本")
def cli() -> None:
    pass


@cli.command(help="生成网站，写入 output/；有错误时不动已有的网站。")
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    default=None,
    help="输出文件夹，默认站点下的 output",
)
@click.option("--clean", is_flag=True, help="不用缓存，全部重做")
@shared
def build(
    root: Path,
    output: Path | None,
    clean: bool,
    as_of: date | None,
    workers: int | None,
    strict: bool,
    form: str,
    lang: Language,
    timings: bool,
    every: bool,
) -> None:
    from sitegen.building.state import Busy
    from sitegen.pipeline.unchanged import unchanged
    from sitegen.problems import Report

    report = Report(strict=strict)
    watch = Watch(lang, timings)
    target = output or root / "output"
    built = None if clean else unchanged(root, target, report, clock(as_of))
    if built is None:
        from sitegen.commands.build import build as run

        try:
            built = run(
                root,
                target,
                report,
                clock(as_of),
                workers=workers or processors(),
                clean=clean,
                tick=watch.tick,
            )
        except Busy:
            said = "另一个 sitegen 正在生成这个站点，等它结束再试。"
            raise click.ClickException(said) from None
    tell(report, form, lang, every)
    if built is not None:
        click.echo(told(built, watch.seconds, lang), err=form != "text")
    else:
        failed(report, lang)
    sys.exit(0 if built is not None else 1)


@cli.command(help="检查全部内容和网页，不写任何文件。")
@shared
def check(
    root: Path,
    as_of: date | None,
    workers: int | None,
    strict: bool,
    form: str,
    lang: Language,
    timings: bool,
    every: bool,
) -> None:
    from sitegen.commands.check import check as run
    from sitegen.problems import Report

    report = Report(strict=strict)
    watch = Watch(lang, timings)
    count = run(root, report, clock(as_of), workers=workers or processors(), tick=watch.tick)
    tell(report, form, lang, every)
    if report.has_errors:
        failed(report, lang)
    else:
        line = (
            f"检查了 {count} 个网页和文件，没有错误"
            if lang == "zh"
            else f"{count} pages and files checked, no errors"
        )
        click.echo(f"{line}（{watch.seconds:.2f} s）", err=form != "text")
    sys.exit(report.exit_code)


@cli.command(help="把这次公开的网址写进 content/ledger.jsonl（发布时用）。")
@click.option("--on", callback=day, required=True, metavar="日期", help="发布日期")
@shared
def record(
    root: Path,
    on: date,
    as_of: date | None,
    workers: int | None,
    strict: bool,
    form: str,
    lang: Language,
    timings: bool,
    every: bool,
) -> None:
    from sitegen.commands.record import record as run
    from sitegen.problems import Report

    report = Report(strict=strict)
    written = run(root, report, clock(as_of or on), on, workers=workers or processors())
    tell(report, form, lang, every)
    if report.has_errors:
        failed(report, lang)
    else:
        click.echo(
            f"台账新增 {written} 行" if lang == "zh" else f"{written} lines added to the ledger"
        )
    sys.exit(report.exit_code)


@cli.command(help="解释：一个网页为什么重做（给路径），或一个问题代码是什么意思（给代码）。")
@click.argument("subject", metavar="路径|代码")
@click.option(
    "--site",
    "root",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    help="站点文件夹，默认当前文件夹",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    default=None,
    help="输出文件夹，默认站点下的 output",
)
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", help="语言")
def explain(subject: str, root: Path, output: Path | None, lang: Language) -> None:
    from sitegen.commands.explain import explain as run

    text = run(root, output or root / "output", subject, lang)
    if text is None:
        raise click.ClickException(f"既不是网页路径也不是问题代码：{subject}")
    click.echo(text, nl=False)


@cli.command(help="在本机预览：保存文件就重新生成，浏览器自己刷新；有错误时显示在网页上。")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="端口")
@click.option(
    "--site",
    "root",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    default=Path(),
    help="站点文件夹，默认当前文件夹",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    default=None,
    help="输出文件夹，默认站点下的 output",
)
@click.option("--as-of", callback=day, metavar="日期", help="数据截至哪一天，默认今天")
@click.option("--strict", is_flag=True, help="提醒也算错误")
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", help="问题说明的语言")
def serve(
    port: int, root: Path, output: Path | None, as_of: date | None, strict: bool, lang: Language
) -> None:
    from sitegen.commands.rebuilder import ServeCallbacks
    from sitegen.commands.serve import serve as run

    def address(url: str) -> None:
        line = f"预览 {url}  按 Ctrl-C 结束" if lang == "zh" else f"preview {url}  Ctrl-C ends it"
        click.echo(line)

    def built(done: BuildResult | None, report: Report, seconds: float) -> None:
        tell(report, "text", lang, False)
        if done is None:
            failed(report, lang)
        elif lang == "zh":
            click.echo(f"生成 {done.made}，移除 {done.removed}；用时 {seconds:.2f} 秒")
        else:
            click.echo(f"made {done.made}, removed {done.removed} in {seconds:.2f} s")

    callbacks = ServeCallbacks(address, built, on_crash=lambda text: click.echo(text, err=True))
    try:
        refused = run(
            root,
            output or root / "output",
            clock(as_of),
            port,
            callbacks,
            workers=processors(),
            strict=strict,
            language=lang,
        )
    except KeyboardInterrupt:
        click.echo("\n预览结束" if lang == "zh" else "\npreview ended")
        return
    tell(refused, "text", lang, False)
    sys.exit(refused.exit_code)


@cli.command(help="新建一个条目：提议编号，逐项问必填的，其余字段写成注释。")
@click.argument("collection", metavar="类别")
@click.argument("name", metavar="[名称]", required=False)
@click.option(
    "--site",
    "root",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    help="站点文件夹，默认当前文件夹",
)
@click.option("--set", "given", multiple=True, metavar="字段=值", help="事先给出答案，可写多次")
@click.option("--yes", is_flag=True, help="不提问：编号照提议，没给的必填项留空")
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", help="语言")
def new(
    collection: str, name: str | None, root: Path, given: tuple[str, ...], yes: bool, lang: Language
) -> None:
    from sitegen.commands.new import new as run
    from sitegen.problems import Report

    answers = dict(pair.partition("=")[::2] for pair in given)
    if wrong := next((pair for pair in given if "=" not in pair), None):
        raise click.BadParameter(f"{wrong}：写成 字段=值 (write field=value)")
    if name is not None:
        answers["name"] = name
    report = Report()
    asks = not yes and sys.stdin.isatty()
    file = run(
        root,
        collection,
        answers,
        report,
        ask=lambda question: ask(question, lang) if asks else question.proposal,
        show=lambda problem: click.echo(f"{problem.message(lang)}。{problem.fix(lang)}"),
        language=lang,
    )
    tell(report, "text", lang, False)
    if file is not None:
        click.echo(
            f"写好了 {root / file}\n填好内容，再运行 sitegen check"
            if lang == "zh"
            else f"wrote {root / file}\nfill it in, then run sitegen check"
        )
    sys.exit(0 if file is not None else 1)


@cli.command(help="在一个新文件夹里建好可以马上生成的小站点，里面的条目都是示例。")
@click.argument("folder", metavar="文件夹", type=click.Path(path_type=Path))
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", help="语言")
def init(folder: Path, lang: Language) -> None:
    from sitegen.commands.init import init as run
    from sitegen.problems import Report

    report = Report()
    written = run(folder, report)
    tell(report, "text", lang, False)
    if written:
        there = f'"{folder}"' if " " in str(folder) else str(folder)
        head = (
            f"建好了 {len(written)} 个文件。接着运行："
            if lang == "zh"
            else f"{len(written)} files written. Next:"
        )
        click.echo(f"{head}\n  cd {there}\n  sitegen serve")
    sys.exit(report.exit_code)


def clock(as_of: date | None) -> Clock:
    from sitegen.pipeline.outcome import Clock

    def today(timezone: str) -> date:
        from zoneinfo import ZoneInfo

        return as_of or datetime.now(ZoneInfo(timezone)).date()

    return Clock(today, time_ns)


def processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def main() -> None:
    never_crash()
    # A run makes many values and no cycles among them, and then it ends: looking through all of
    # them again and again for cycles would take a fifth of its time. `serve` turns it on between builds.
    gc.disable()
    try:
        cli(prog_name="sitegen")
    except SystemExit as ended:
        leave(ended)
    except OSError as error:
        reason = f"{error.filename}: {error.strerror}" if error.filename else str(error)
        click.echo(
            f"读写不了 {reason}\n"
            "检查权限、剩余空间和占着位置的文件，再运行一次，会接着做完。\n"
            "cannot read or write it; check permissions, free space and files in the way, run again",
            err=True,
        )
        sys.exit(1)
