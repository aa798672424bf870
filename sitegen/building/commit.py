"""Committing: staged files take their places, with a journal that the next run finishes.

A kill at any instant leaves every file whole. The journal is written when all is staged and
checked; until then nothing in the output folder has changed, from then on the next run goes on.
"""

from __future__ import annotations

import json
import os
from collections.abc import Container, Iterator
from pathlib import Path
from typing import Any

from sitegen import files
from sitegen.building import manifest as manifests
from sitegen.building import state
from sitegen.building.manifest import Manifest
from sitegen.building.stage import Staged
from sitegen.building.stat import Stat, stat_of
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

Release = tuple[str, str]
"""(site id, as-of date) that stand in release.json."""


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


def commit(
    staged: Staged,
    old: Manifest,
    output: Path,
    folder: Path,
    release: Release,
    now: int,
    memory: manifests.Memory | None = None,
) -> None:
    """Put what is staged in place, remove what is gone, write release.json, then the manifest.

    `old` is the manifest as it lies in `folder`; `memory` gets the one that will lie there.
    """
    rows = {path: made for path, made in staged.manifest.items() if old.get(path) != made}
    journal = {
        "whole": not os.path.lexists(output) and len(staged.moves) == len(staged.manifest),
        "moves": staged.moves,
        "removed": staged.removed,
        "release": release,
        "rows": rows,
        "gone": [path for path in old if path not in staged.manifest],
    }
    state.write_json(folder / JOURNAL, journal)
    final = _carry_out(journal, staged.manifest, output, folder, now, trusted=True)
    if memory is not None:
        memory.keep(folder, final)


def finish(output: Path, folder: Path, now: int) -> None:
    """Carry out what an interrupted commit left, and clear what an interrupted staging left.

    A journal that cannot be read, or not by this version, is dropped: the files then differ from
    what the manifest says of them, and are made again.
    """
    journal = state.read_json(folder / JOURNAL)
    try:
        manifest = dict(manifests.read(folder)) if journal else {}
        for path in journal["gone"]:
            manifest.pop(path, None)
        manifest |= manifests.from_json(journal["rows"])
        paths = [*journal["moves"], *journal["removed"]]
        _site, _data_date = journal["release"]
        readable = all(files.inside(output, path) for path in paths) and "whole" in journal
    except (KeyError, TypeError, ValueError, AttributeError):
        readable = False
    if readable:
        _carry_out(journal, manifest, output, folder, now, trusted=False)
    (folder / JOURNAL).unlink(missing_ok=True)
    files.remove_tree(staging_folder(output))


def _carry_out(
    journal: dict[str, Any],
    manifest: Manifest,
    output: Path,
    folder: Path,
    now: int,
    *,
    trusted: bool,
) -> Manifest:
    """The manifest of what lies there then.

    `trusted` says that the staged files have just been written, as `manifest` has them.
    What arrived before an interruption may have been altered since: it gets no stat to trust.
    """
    staging = staging_folder(output)
    site, data_date = journal["release"]
    text = _release(site, data_date, manifest)
    moves: list[str] = list(journal["moves"])
    arrived: dict[str, Stat | None] = {} if trusted else dict.fromkeys(moves)
    taken = False
    if journal["whole"] and staging.is_dir() and not os.path.lexists(output):
        files.write_new(str(staging), RELEASE, text)
        taken = files.take_place(staging, output)
    if not taken:
        output.mkdir(parents=True, exist_ok=True)
        _clear_the_way(journal, output)
        moved = [path for path in moves if files.move_in(str(staging), str(output), path)]
        arrived |= {path: stat_of((output / path).lstat(), now) for path in moved}
        for path in journal["removed"]:
            files.remove(files.inside(output, path), output)
        _write_release(output, staging, text)
    final = {
        path: made._replace(stat=arrived[path]) if path in arrived else made
        for path, made in manifest.items()
    }
    manifests.write(folder, final)
    (folder / JOURNAL).unlink(missing_ok=True)
    files.remove_tree(staging)
    return final


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


def _release(site: str, data_date: str, manifest: Manifest) -> bytes:
    """The text of release.json: one line a file, in path order."""
    rows = ",\n".join(
        f"{json.dumps(path, ensure_ascii=False)}: {json.dumps(manifest[path].sha256)}"
        for path in sorted(manifest)
    )
    head = json.dumps({"data_date": data_date, "site": site}, ensure_ascii=False)
    return f'{head[:-1]},\n"files": {{\n{rows}\n}}\n}}\n'.encode()


def _write_release(output: Path, staging: Path, data: bytes) -> None:
    path = output / RELEASE
    if not path.exists() or path.read_bytes() != data:
        files.write_new(str(staging), RELEASE, data)
        files.move_in(str(staging), str(output), RELEASE)
