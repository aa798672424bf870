"""Committing: staged files take their places, with a journal that the next run finishes.

A kill at any instant leaves every file whole. The journal is written when all is staged and
checked; until then nothing in the output folder has changed, from then on the next run goes on.
"""

from __future__ import annotations

import json
from collections.abc import Container, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from sitegen import files
from sitegen.building import manifest as manifests
from sitegen.building import state
from sitegen.building.manifest import Manifest
from sitegen.building.stage import Staged
from sitegen.building.stat import stat_of
from sitegen.problems import Kind, Location, Problem, Severity

NOT_OURS = Kind(
    "output.not-ours",
    Severity.ERROR,
    zh="输出文件夹里有别的文件，没有本站的 release.json 标记，不敢动它",
    en="the output folder holds files but not this site's release.json, so it is left alone",
    fix_zh="换一个空文件夹，或先把里面的东西移走",
    fix_en="use an empty folder, or move its files away first",
)
IN_THE_WAY = Kind(
    "output.in-the-way",
    Severity.ERROR,
    zh="输出文件夹里的“{path}”占着网页的位置，不知道是谁放的",
    en="“{path}” in the output folder stands where a page must go, and is not ours",
    fix_zh="把它移走，再运行一次",
    fix_en="move it away and run again",
)
RELEASE = "release.json"
JOURNAL = "journal.json"


def staging_folder(output: Path) -> Path:
    """Beside the output folder, so that a move is a rename on one file system."""
    return output.parent / f".{output.name}.staging"


def owned(output: Path, site_id: str) -> list[Problem]:
    """A problem where the output folder is not empty and not a release of this site."""
    if not output.exists() or (output.is_dir() and not any(output.iterdir())):
        return []
    release = state.read_json(output / RELEASE) if output.is_dir() else None
    if isinstance(release, dict) and release.get("site") == site_id:
        return []
    return [Problem(NOT_OURS, Location(output.name))]


def released(output: Path) -> dict[str, str]:
    """path → sha256 of the release in the output folder, empty where there is none."""
    release = state.read_json(output / RELEASE)
    found = release.get("files") if isinstance(release, dict) else None
    return dict(found) if isinstance(found, dict) else {}


def obstacles(staged: Staged, output: Path, disk: Container[str]) -> Iterator[Problem]:
    """What stands where a file or folder of the site must go, and is not ours to remove.

    `disk` are the paths of the files in `output`: those are replaced.
    """
    new = [path for path in staged.moves if path not in disk] if output.exists() else []
    removed = set(staged.removed)
    for folder in sorted({folder for path in new for folder in _above(path)}):
        place = output / folder
        if folder not in removed and (place.is_symlink() or place.is_file()):
            yield Problem(IN_THE_WAY, Location(output.name), {"path": folder})
    for path in new:
        place = output / path
        if place.is_dir() and not place.is_symlink():
            held = [f"{path}/{name}" for name, _ in files.walk(place)]
            if not held or not removed.issuperset(held):
                yield Problem(IN_THE_WAY, Location(output.name), {"path": path})


def commit(staged: Staged, output: Path, folder: Path, release: dict[str, Any], now: int) -> None:
    """Put what is staged in place, remove what is gone, write release.json, then the manifest."""
    journal = {
        "moves": list(staged.moves),
        "removed": list(staged.removed),
        "release": release,
        "manifest": manifests.to_json(staged.manifest),
    }
    state.write_json(folder / JOURNAL, journal)
    _carry_out(journal, staged.manifest, output, folder, now)


def finish(output: Path, folder: Path, now: int) -> None:
    """Carry out what an interrupted commit left, and clear what an interrupted staging left.

    A journal that cannot be read, or not by this version, is dropped: the files then differ from
    what the manifest says of them, and are made again.
    """
    journal = state.read_json(folder / JOURNAL)
    try:
        manifest = manifests.from_json(journal["manifest"])
        paths = [*journal["moves"], *journal["removed"]]
        readable = all(files.inside(output, path) for path in paths) and journal["release"]
    except (KeyError, TypeError, ValueError, AttributeError):
        readable = False
    if readable:
        _carry_out(journal, manifest, output, folder, now)
    (folder / JOURNAL).unlink(missing_ok=True)
    files.remove_tree(staging_folder(output))


def _carry_out(
    journal: dict[str, Any], manifest: Manifest, output: Path, folder: Path, now: int
) -> None:
    staging = staging_folder(output)
    output.mkdir(parents=True, exist_ok=True)
    _clear_the_way(journal, output)
    arrived = set()
    for path in journal["moves"]:
        staged = files.inside(staging, path)
        if staged.exists():
            files.move(staged, files.inside(output, path))
            arrived.add(path)
    for path in journal["removed"]:
        files.remove(files.inside(output, path), output)
    _write_release(output, staging, journal["release"])
    # What arrived before an interruption may have been altered since: it gets no stat to trust.
    stats = {path: stat_of((output / path).lstat(), now) for path in arrived}
    final = {
        path: replace(made, stat=stats[path]) if path in stats else made
        for path, made in manifest.items()
    }
    manifests.write(folder, final)
    (folder / JOURNAL).unlink(missing_ok=True)
    files.remove_tree(staging)


def _clear_the_way(journal: dict[str, Any], output: Path) -> None:
    """Where a file is to become a folder or the reverse, what is gone must go first."""
    folders = {folder for path in journal["moves"] for folder in _above(path)}
    moves = set(journal["moves"])
    for path in journal["removed"]:
        if path in folders or moves.intersection(_above(path)):
            files.remove(files.inside(output, path), output)


def _above(path: str) -> Iterator[str]:
    """The folders in which a path lies."""
    parts = path.split("/")
    return ("/".join(parts[:length]) for length in range(1, len(parts)))


def _write_release(output: Path, staging: Path, release: dict[str, Any]) -> None:
    data = (json.dumps(release, ensure_ascii=False, indent=0, sort_keys=True) + "\n").encode()
    path = output / RELEASE
    if not path.exists() or path.read_bytes() != data:
        files.write_new(staging / RELEASE, data)
        files.move(staging / RELEASE, path)
