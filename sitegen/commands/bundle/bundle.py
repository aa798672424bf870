"""A site, sitegen and its libraries in one folder, to be handed over on a stick."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from sitegen import files
from sitegen.building import state
from sitegen.commands.bundle.launchers import files_of_a_bundle
from sitegen.commands.bundle.wheels import checkout, download, requirements
from sitegen.config.site import read_site
from sitegen.problems import Kind, Location, Mistaken, Problem, Report, Severity

LEFT_OUT = frozenset([state.FOLDER, "output", ".git", ".venv", "venv", "node_modules"])
"""Folders beside site.yaml that can be made again, or hold what is not to be handed over."""

NOT_EMPTY = Kind(
    "bundle.not-empty",
    Severity.ERROR,
    zh="文件夹 {folder} 里已经有东西，没有动它",
    en="the folder {folder} is not empty, and was left alone",
    fix_zh="换一个空的文件夹，或先把它清空",
    fix_en="choose an empty one, or empty it first",
)
INSIDE = Kind(
    "bundle.inside-site",
    Severity.ERROR,
    zh="{folder} 在站点的文件夹里，打包会把自己也装进去",
    en="{folder} is inside the folder of the site, and would hold itself",
    fix_zh="换一个站点以外的文件夹",
    fix_en="choose one outside the site",
)


class Bundled(NamedTuple):
    """What a bundle holds: numbers of files of the site and of wheels, and the bytes of all."""

    files: int
    wheels: int
    size: int


def bundle(root: Path, folder: Path, report: Report, *, program: str) -> Bundled | None:
    """Put a site and all that builds it into `folder`, which is empty; None where the report says why not.
    `program` is the Python whose pip fetches the wheels."""
    site = report.take(read_site(root))
    if site is None or report.has_errors:
        return None
    wheels = folder / "wheels"
    try:
        _see_free(root, folder)
        checkout()
        wheels.mkdir(parents=True, exist_ok=True)
        _fetch(program, wheels)
        files.write(folder / "requirements.txt", requirements(wheels))
    except Mistaken as mistaken:
        report.add([mistaken.problem])
        return None
    count = _copy(root, folder / "site")
    for name, (data, mode) in files_of_a_bundle().items():
        files.write(folder / name, data, mode=mode)
    every = [entry for _, entry in files.walk(folder)]
    size = sum(entry.stat(follow_symlinks=False).st_size for entry in every)
    return Bundled(count, len(list(wheels.iterdir())), size)


def _fetch(program: str, wheels: Path) -> None:
    """Fetch the wheels; where that fails, leave the folder as empty as it was."""
    try:
        download(program, wheels)
    except Mistaken:
        files.remove_tree(wheels)
        raise


def _see_free(root: Path, folder: Path) -> None:
    facts = {"folder": str(folder)}
    if folder.resolve().is_relative_to(root.resolve()):
        raise Mistaken(Problem(INSIDE, Location(folder.name), facts))
    if folder.exists() and any(folder.iterdir()):
        raise Mistaken(Problem(NOT_EMPTY, Location(folder.name), facts))


def _copy(root: Path, place: Path) -> int:
    """Copy the site's own files, links left out; their number."""
    count = 0
    for path, entry in files.walk(root):
        if path.split("/")[0] in LEFT_OUT or not entry.is_file(follow_symlinks=False):
            continue
        files.write(files.inside(place, path), files.read(Path(entry.path)))
        count += 1
    return count
