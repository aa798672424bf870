"""sitegen init: write a small site that builds at once, from the samples in the package."""

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
HIDDEN_FILES = {"gitignore": ".gitignore"}
"""Hidden files of the starter: the package has them under a name without the dot."""


def init(folder: Path, report: Report) -> list[str]:
    """Write the starter site into `folder`, which must be new or empty. Returns the paths of the
    files written, none where the report says why not."""
    if folder.is_file() or (folder.is_dir() and any(folder.iterdir())):
        report.add([Problem(NOT_EMPTY, Location(str(folder)))])
        return []
    written = []
    for name, _ in files.walk(STARTER):
        path = HIDDEN_FILES.get(name, name)
        files.create(files.inside(folder, path), (STARTER / name).read_bytes())
        written.append(path)
    return written
