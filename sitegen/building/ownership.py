"""Whose an output folder is: what is not ours is never changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sitegen import files
from sitegen.building import manifest as manifests
from sitegen.building import state
from sitegen.outputs.addresses import RELEASE
from sitegen.problems import Kind, Location, Problem, Severity

NOT_OURS = Kind(
    "output.not-ours",
    Severity.ERROR,
    zh="输出文件夹里有别的文件，没有本站的 release.json 标记，不敢动它",
    en="the output folder holds files but not this site's release.json, so it is left alone",
    fix_zh="换一个空文件夹，或先把里面的东西移走",
    fix_en="use an empty folder, or move its files away first",
)
OTHER_SITE = Kind(
    "output.other-site",
    Severity.ERROR,
    zh="输出文件夹里是另一个站点“{other}”，本站的编号是“{id}”",
    en="the output folder holds another site, “{other}”; this site's id is “{id}”",
    fix_zh="换一个输出文件夹；确实不要那个站点了，就把里面的东西移走",
    fix_en="use another output folder; or, if the other site is not needed, move its files away",
)
AMONG_SOURCES = Kind(
    "output.among-sources",
    Severity.ERROR,
    zh="网站不能生成到这里：{folder} 里放的是做网站用的文件",
    en="the site cannot be built to this place: {folder} holds what the site is made from",
    fix_zh="换一个文件夹，如 {right}",
    fix_en="use another folder, such as {right}",
)
SOURCES = ("content", "templates", state.FOLDER, ".git")
"""The folders of a site in which nothing may be built."""


def misplaced(root: Path, output: Path) -> Iterator[Problem]:
    """A problem where `output` is among the files of the site in `root`, or contains them."""
    place, site = output.resolve(), root.resolve()
    right = str(root / "output")
    if site.is_relative_to(place):
        facts = {"folder": str(output), "right": right}
        yield Problem(AMONG_SOURCES, Location(str(output)), facts)
        return
    for name in SOURCES:
        if place.is_relative_to((site / name).resolve()):
            facts = {"folder": f"{name}/", "right": right}
            yield Problem(AMONG_SOURCES, Location(str(output)), facts)


def owned(output: Path, site_id: str, folder: Path) -> list[Problem]:
    """A problem if the output folder is neither empty nor a release of this site.

    `folder` has the manifest of what was last built there from this site's folder: where that is what
    is there, it is this site's, though its id was changed or its release.json damaged since.
    """
    if not output.exists() or (output.is_dir() and not any(output.iterdir())):
        return []
    release = _release(output)
    site = release.get("site") if isinstance(release, dict) else None
    if site == site_id:
        return []
    manifest = manifests.read(folder)
    if not isinstance(site, str):
        marked = (output / RELEASE).is_file() or (output / RELEASE).is_symlink()
        return [] if marked and _lies_there(manifest, output) else [_problem(output)]
    built = {path: row.sha256 for path, row in manifest.items()}
    if built and built == released(output):
        return []
    return [Problem(OTHER_SITE, Location(output.name), {"other": site, "id": site_id})]


def released(output: Path) -> dict[str, str]:
    """sha256 by path of the release in the output folder; empty if there is none."""
    release = _release(output)
    digests = release.get("files") if isinstance(release, dict) else None
    rows = digests.items() if isinstance(digests, dict) else ()
    return {path: sha256 for path, sha256 in rows if isinstance(sha256, str) and _is_path(path)}


def _release(output: Path) -> object:
    try:
        return state.parse_json(files.read(output / RELEASE))
    except OSError:
        return None


def _is_path(path: str) -> bool:
    try:
        manifests.checked_path(path)
    except ValueError:
        return False
    return True


def _lies_there(manifest: manifests.Manifest, output: Path) -> bool:
    """Whether the files of the manifest are in the folder as they were left."""
    there = [path for path, _ in files.look_up(output, manifest)]
    return 0 < len(there) == len(manifest) and all(
        files.digest(files.read(output / path)) == manifest[path].sha256 for path in there
    )


def _problem(output: Path) -> Problem:
    return Problem(NOT_OURS, Location(output.name))
