"""The options that several commands share, each declared once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

if TYPE_CHECKING:
    from sitegen.problems import Language, Report

Decorator = Callable[[Callable[..., None]], Callable[..., None]]


def parse_day(context: click.Context, parameter: click.Parameter, value: str | None) -> date | None:
    """The date that an option gives as 2025-09-23; None where it is not given."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"{value}：日期写成 2025-09-23 (write 2025-09-23)") from None


def site_option(*, exists: bool = False) -> Decorator:
    """`--site`, passed on as `root`. With `exists`, a missing folder is a usage error."""
    return click.option(
        "--site",
        "root",
        type=click.Path(path_type=Path, file_okay=False, exists=exists),
        default=Path(),
        help="站点文件夹，默认当前文件夹",
    )


output_option = click.option(
    "--output",
    "target",
    type=click.Path(path_type=Path, file_okay=False),
    default=None,
    help="输出文件夹，默认站点下的 output",
)
as_of_option = click.option(
    "--as-of", callback=parse_day, metavar="日期", help="数据截至哪一天，默认今天"
)
strict_option = click.option("--strict", is_flag=True, help="提醒也算错误")


def language_option(description: str = "语言") -> Decorator:
    """`--lang`, passed on as `language`."""
    return click.option(
        "--lang", "language", type=click.Choice(["zh", "en"]), default="zh", help=description
    )


def output_folder(root: Path, target: Path | None) -> Path:
    """The output folder that `--output` names, else the default one."""
    from sitegen.pipeline.output_folder import NAME

    return target or root / NAME


class RunOptions(NamedTuple):
    """The options of every command that reads the whole site: build, check and record."""

    root: Path
    as_of: date | None
    workers: int | None
    strict: bool
    format: str
    language: Language
    timings: bool
    list_all: bool

    def report(self) -> Report:
        """An empty report for this run."""
        from sitegen.problems import Report

        return Report(strict=self.strict)


RUN_OPTIONS: tuple[Decorator, ...] = (
    site_option(),
    as_of_option,
    click.option(
        "--workers", type=click.IntRange(1, 64), default=None, help="用几个进程，默认按处理器数"
    ),
    strict_option,
    click.option(
        "--format",
        type=click.Choice(["text", "json", "github"]),
        default="text",
        help="问题的输出格式",
    ),
    language_option("问题说明的语言"),
    click.option("--timings", is_flag=True, help="显示每一步用时"),
    click.option("--all", "list_all", is_flag=True, help="同类问题全部列出"),
)
"""In the order in which `--help` lists them."""


def run_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the RUN_OPTIONS; it receives them as one RunOptions, its first argument."""

    @wraps(command)
    def with_run_options(**given: Any) -> None:
        options = RunOptions(**{name: given.pop(name) for name in RunOptions._fields})
        command(options, **given)

    decorated: Callable[..., None] = with_run_options
    for option in reversed(RUN_OPTIONS):
        decorated = option(decorated)
    return decorated
