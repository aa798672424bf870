"""The values that options take, and what is said of a wrong one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from sitegen.cli.words import Words, WrongValue


class OneOf(click.Choice[str]):
    """One of a few words."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value not in self.choices:
            from sitegen.loading.nearest import nearest

            close = nearest(str(value), list(self.choices))
            every = "、".join(self.choices), ", ".join(self.choices)
            zh = f"不能是“{value}”" + (f"，最接近的是“{close}”" if close else "")
            en = f"cannot be “{value}”" + (f"; the nearest is “{close}”" if close else "")
            raise WrongValue(Words(f"{zh}；可选：{every[0]}", f"{en}; choices: {every[1]}"))
        return str(value)


class WholeNumber(click.IntRange):
    """A whole number from `min` to `max`."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        try:
            return int(super().convert(value, param, ctx))
        except click.BadParameter:
            zh = f"不能是“{value}”；写 {self.min} 到 {self.max} 之间的整数"
            en = f"cannot be “{value}”; write a whole number from {self.min} to {self.max}"
            raise WrongValue(Words(zh, en)) from None


class Folder(click.Path):
    """A folder; with `exists`, one that is there."""

    def __init__(self, *, exists: bool = False) -> None:
        super().__init__(path_type=Path, file_okay=False, exists=exists)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            raise WrongValue(_what_is_wrong_with(Path(value))) from None


class TableFile(click.ParamType[Path]):
    """The path of a table, whose name ends in one of `extensions`, which are given without the dot; with
    `takes_pasted` also `-`, for standard input."""

    name = "file"

    def __init__(self, *extensions: str, takes_pasted: bool = False) -> None:
        self._extensions = [f".{extension}" for extension in extensions]
        self._takes_pasted = takes_pasted

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        path = Path(value)
        if self._takes_pasted and str(value) == "-":
            return path
        if path.is_dir():
            raise WrongValue(
                Words(f"“{path}”是文件夹，不是文件", f"“{path}” is a folder, not a file")
            )
        if path.suffix.lower() in self._extensions:
            return path
        zh = f"不能是“{value}”；文件名要以 {' 或 '.join(self._extensions)} 结尾"
        en = f"cannot be “{value}”; its name must end in {' or '.join(self._extensions)}"
        raise WrongValue(Words(zh, en))


class PhotosPath(click.ParamType[Path]):
    """The path of a folder or of a zip file."""

    name = "photos"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        path = Path(value)
        if path.is_dir() or (path.is_file() and path.suffix.lower() == ".zip"):
            return path
        if not path.exists():
            zh, en = f"没有“{value}”", f"there is no “{value}”"
        else:
            zh = f"不能是“{value}”；写照片所在的文件夹，或 .zip"
            en = f"cannot be “{value}”; give a folder or a .zip file"
        raise WrongValue(Words(zh, en))


def _what_is_wrong_with(path: Path) -> Words:
    if not path.exists():
        return Words(f"没有“{path}”这个文件夹", f"there is no folder “{path}”")
    if path.is_file():
        return Words(f"“{path}”是文件，不是文件夹", f"“{path}” is a file, not a folder")
    return Words(f"“{path}”读不了，检查权限", f"“{path}” cannot be read; check its permissions")


def parse_day(context: click.Context, parameter: click.Parameter, value: str | None) -> date | None:
    """The date that an option gives as 2025-09-23; None where it is not given."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        zh = f"不能是“{value}”；日期写成 2025-09-23"
        raise WrongValue(Words(zh, f"cannot be “{value}”; write a date as 2025-09-23")) from None


def parse_answers(pairs: Sequence[str]) -> dict[str, str]:
    """The answers given as `--set field=value`, by field."""
    for pair in pairs:
        if "=" not in pair:
            zh = f"不能是“{pair}”；写成 字段=值，如 name=青溪雪梨"
            en = f"cannot be “{pair}”; write field=value, such as region=qingxi"
            wrong = WrongValue(Words(zh, en))
            wrong.param_hint = "--set"
            raise wrong
    return dict(pair.partition("=")[::2] for pair in pairs)


def parse_columns(pairs: Sequence[str]) -> dict[str, str]:
    """The fields given as `--column header=field`, by header."""
    for pair in pairs:
        header, equals, field = pair.partition("=")
        if not (header and equals and field):
            zh = f"不能是“{pair}”；写成 列名=项，如 厂名=名称"
            en = f"cannot be “{pair}”; write header=field, such as maker=name"
            wrong = WrongValue(Words(zh, en))
            wrong.param_hint = "--column"
            raise wrong
    return dict(pair.partition("=")[::2] for pair in pairs)
