"""Writing the file of a table: a new one, or with `force` one in place of another."""

from __future__ import annotations

from pathlib import Path

from sitegen import files
from sitegen.problems import Kind, Location, Problem, Report, Severity

FILE_EXISTS = Kind(
    "table.file-exists",
    Severity.ERROR,
    zh="已经有这个文件，没有动它",
    en="this file exists and was left alone",
    fix_zh="换一个文件名；确实要换掉它，加上 --force",
    fix_en="choose another name, or add --force to replace it",
)


def write_table(path: Path, data: bytes, report: Report, *, force: bool) -> bool:
    """Whether the file was written; else the report says why not."""
    if not force and (path.exists() or path.is_symlink()):
        report.add([Problem(FILE_EXISTS, Location(str(path)))])
        return False
    files.write(path, data)
    return True
