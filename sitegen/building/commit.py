"""Committing: staged files take their places, with a journal that the next run finishes.

A kill at any instant leaves every file whole. The journal is written when all is staged and
checked; until then nothing in the output folder has changed, from then on the next run goes on.

What many builds of one process put in place may share one journal: it then stays, with all that has
changed since, until one of them settles: writes release.json and the manifest.
"""

from __future__ import annotations

import json
import os
from collections.abc import Container, Iterator, Mapping
from pathlib import Path
from typing import Any

from sitegen import files
from sitegen.building import manifest as manifests
from sitegen.building import state
from sitegen.building.manifest import JOURNAL, Manifest
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

Release = tuple[str, str]
"""(site id, as-of date) that stand in release.json."""
Journal = dict[str, Any]
"""What a commit does: whether `whole` folders change places, else which files are `moves`, which are
`removed`; the `rows` of the manifest that differ, those that are `gone`, and the `release`."""


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
    memory: manifests.ManifestMemory | None = None,
    *,
    settle: bool = True,
) -> None:
    """Put what is staged in place, remove what is gone, write release.json, then the manifest.

    `old` is the manifest of what lies there; `memory` gets the one of what will. Without `settle`,
    which needs a memory, both files are left to a later commit of it or to the next run.
    """
    rows = {
        path: made
        for path, made in staged.manifest.items()
        if (before := old.get(path)) is not made and before != made
    }
    step = {
        "whole": not os.path.lexists(output) and len(staged.moves) == len(staged.manifest),
        "moves": staged.moves,
        "removed": staged.removed,
        "release": release,
        "rows": rows,
        "gone": [path for path in old if path not in staged.manifest],
    }
    unsettled = memory.unsettled if memory is not None else None
    journal = _joined(unsettled, step, staged.manifest) if unsettled else step
    state.write_json(folder / JOURNAL, journal)
    arrived = _put_in_place(step, staged.manifest, output, now)
    final = _with_stats(staged.manifest, arrived)
    if settle:
        _settle(journal, final, output, folder)
    files.remove_tree(staging_folder(output))
    if memory is not None:
        memory.keep(folder, final, None if settle else journal)


def _joined(before: Journal, step: Journal, manifest: Manifest) -> Journal:
    """One journal of two commits, the second of which leaves what `manifest` says."""
    removed = dict.fromkeys([*before["removed"], *step["removed"]])
    gone = dict.fromkeys([*before["gone"], *step["gone"]])
    moves = dict.fromkeys([*before["moves"], *step["moves"]])
    rows = {**before["rows"], **step["rows"]}
    return {
        **step,
        "whole": False,
        "moves": [path for path in moves if path in manifest],
        "removed": [path for path in removed if path not in manifest],
        "rows": {path: made for path, made in rows.items() if path in manifest},
        "gone": [path for path in gone if path not in manifest],
    }


def finish(
    output: Path, folder: Path, now: int, memory: manifests.ManifestMemory | None = None
) -> None:
    """Carry out what an interrupted commit left, and clear what an interrupted staging left.

    A journal that cannot be read, or not by this version, is dropped: the files then differ from
    what the manifest says of them, and are made again. One that `memory` has left there stays.
    """
    if memory is not None and memory.unsettled is not None and memory.holds(folder):
        files.remove_tree(staging_folder(output))
        return
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
        arrived = _put_in_place(journal, manifest, output, now)
        # What arrived may have been altered since it was written: no stat of it is to be trusted.
        arrived = dict.fromkeys([*journal["moves"], *arrived])
        _settle(journal, _with_stats(manifest, arrived), output, folder)
    (folder / JOURNAL).unlink(missing_ok=True)
    files.remove_tree(staging_folder(output))


def _put_in_place(
    journal: Journal, manifest: Manifest, output: Path, now: int
) -> dict[str, Stat | None]:
    """Do what a journal says of the output folder: the stats of files that are moved to their places.

    `manifest` is what lies there then.
    """
    staging = staging_folder(output)
    if journal["whole"] and staging.is_dir() and not os.path.lexists(output):
        files.write_new(str(staging), RELEASE, _release(journal, manifest))
        if files.take_place(staging, output):
            return {}
    output.mkdir(parents=True, exist_ok=True)
    _clear_the_way(journal, output)
    moved = [path for path in journal["moves"] if files.move_in(str(staging), str(output), path)]
    for path in journal["removed"]:
        files.remove(files.inside(output, path), output)
    return {path: stat_of((output / path).lstat(), now) for path in moved}


def _clear_the_way(journal: Journal, output: Path) -> None:
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


def _with_stats(manifest: Manifest, arrived: Mapping[str, Stat | None]) -> Manifest:
    """The manifest with the stats of the files that have come to their places."""
    if not arrived:
        return manifest
    return {
        **manifest,
        **{p: manifest[p]._replace(stat=s) for p, s in arrived.items() if p in manifest},
    }


def _settle(journal: Journal, manifest: Manifest, output: Path, folder: Path) -> None:
    """Write down what now lies in the output folder; after that no journal is needed."""
    staging = staging_folder(output)
    release = output / RELEASE
    data = _release(journal, manifest)
    if not release.exists() or release.read_bytes() != data:
        files.write_new(str(staging), RELEASE, data)
        files.move_in(str(staging), str(output), RELEASE)
    manifests.write(folder, manifest)
    (folder / JOURNAL).unlink(missing_ok=True)


def _release(journal: Journal, manifest: Manifest) -> bytes:
    """The text of release.json: one line a file, in path order."""
    site, data_date = journal["release"]
    rows = ",\n".join(
        f"{json.dumps(path, ensure_ascii=False)}: {json.dumps(manifest[path].sha256)}"
        for path in sorted(manifest)
    )
    head = json.dumps({"data_date": data_date, "site": site}, ensure_ascii=False)
    return f'{head[:-1]},\n"files": {{\n{rows}\n}}\n}}\n'.encode()
