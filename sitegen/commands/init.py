"""sitegen init: a small working site of one's own, from the samples that come with the program."""

from __future__ import annotations

from pathlib import Path

from sitegen import files
from sitegen.problems import Kind, Location, Problem, Report, Severity

NOT_EMPTY = Kind(
    "init.not-empty",
    Severity.ERROR,
    zh="这个文件夹不是空的，没有动它",
    en="this folder is not empty and was left alone",
    fix_zh="换一个新文件夹的名字，它会自己建好",
    fix_en="name a new folder: it will be made",
)
STARTER = Path(__file__).parent.parent / "starter"
HIDDEN = {"gitignore": ".gitignore"}
"""A package carries no hidden files: their names begin with a dot only where they are written."""


def init(folder: Path, report: Report) -> list[str]:
    """Write the starter site into `folder`; the names of its files, none where it is refused."""
    if folder.is_file() or (folder.is_dir() and any(folder.iterdir())):
        report.add([Problem(NOT_EMPTY, Location(str(folder)))])
        return []
    written = []
    for name, _ in files.walk(STARTER):
        target = HIDDEN.get(name, name)
        files.create(files.inside(folder, target), (STARTER / name).read_bytes())
        written.append(target)
    return written
