"""The options that several commands share, each declared once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from sitegen.cli.parameters import option
from sitegen.cli.values import Folder, OneOf, WholeNumber, parse_day
from sitegen.cli.words import LANGUAGES, OPTION, Words, language_in

if TYPE_CHECKING:
    from sitegen.problems import Language, Report

Decorator = Callable[[Callable[..., None]], Callable[..., None]]
FOLDER = Words("文件夹", "FOLDER")
DATE = Words("日期", "DATE")
NUMBER = Words("个数", "NUMBER")


def site_option(*, exists: bool = False) -> Decorator:
    """`--site`, passed on as `root`. With `exists`, a missing folder is a usage error."""
    return option(
        "--site",
        "root",
        type=Folder(exists=exists),
        default=Path(),
        value=FOLDER,
        words=Words("站点文件夹，默认当前文件夹", "folder of the site; default: this one"),
    )


output_option = option(
    "--output",
    "target",
    type=Folder(),
    default=None,
    value=FOLDER,
    words=Words("输出文件夹，默认站点下的 output", "output folder; default: output in the site"),
)
as_of_option = option(
    "--as-of",
    callback=parse_day,
    value=DATE,
    words=Words("数据截至哪一天，默认今天", "the day whose statuses are shown; default: today"),
)
strict_option = option(
    "--strict", is_flag=True, words=Words("提醒也算错误", "warnings count as errors")
)


def language_option(*, exposed: bool = True) -> Decorator:
    """`--lang`, passed on as `language`; the program itself takes it too, for its own help."""
    return option(
        OPTION,
        "language",
        type=OneOf(LANGUAGES),
        callback=lambda context, parameter, value: value or language_in(context),
        expose_value=exposed,
        words=Words("语言，默认中文", "language; default: Chinese"),
    )


def output_folder(root: Path, target: Path | None) -> Path:
    """The output folder that `--output` names, else the default one."""
    from sitegen.pipeline.outcome import OUTPUT

    if target is None:
        return root / OUTPUT
    # `.` and `..` do not say what the folder is called, nor what is beside it.
    return target.resolve() if target.name in ("", "..") else target


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
    option(
        "--workers",
        type=WholeNumber(1, 64),
        default=None,
        value=NUMBER,
        words=Words(
            "用几个进程，1 到 64，默认按处理器数", "processes, 1 to 64; default: one a processor"
        ),
    ),
    strict_option,
    option(
        "--format",
        type=OneOf(["text", "json", "github"]),
        default="text",
        words=Words("问题的输出格式", "how problems are printed"),
    ),
    language_option(),
    option(
        "--timings", is_flag=True, words=Words("显示每一步用时", "show how long each stage takes")
    ),
    option(
        "--all",
        "list_all",
        is_flag=True,
        words=Words("同类问题全部列出", "list all problems of a kind"),
    ),
)
"""In the order in which `--help` lists them."""


def run_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the RUN_OPTIONS; it receives them as one RunOptions, its first argument."""

    @wraps(command)
    def with_run_options(**given: Any) -> None:
        options = RunOptions(**{name: given.pop(name) for name in RunOptions._fields})
        command(options, **given)

    decorated: Callable[..., None] = with_run_options
    for one in reversed(RUN_OPTIONS):
        decorated = one(decorated)
    return decorated
