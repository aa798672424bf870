"""The commit: moves the staged files to their places. The next run finishes an interrupted one.

A kill at any time leaves every file complete. The journal is written once everything is staged and
checked. Until then nothing in the output folder has changed; after that the next run completes the
commit from the journal.

Several commits of one process may share one journal (`settle=False`). It then contains all changes
so far, until one commit settles: writes release.json and the manifest, and removes the journal.
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
OTHER_SITE = Kind(
    "output.other-site",
    Severity.ERROR,
    zh="输出文件夹里是另一个站点“{other}”，本站的编号是“{id}”",
    en="the output folder holds another site, “{other}”; this site's id is “{id}”",
    fix_zh="换一个输出文件夹；确实不要那个站点了，就把里面的东西移走",
    fix_en="use another output folder; or, if the other site is not needed, move its files away",
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
"""(site id, as-of date) for release.json."""
Journal = dict[str, Any]
"""What a commit does.

`moves` are the paths of files to move to the output folder, `removed` those to remove from it. If
`whole`, the staging folder becomes the output folder instead. `rows` are the new and changed rows
of the manifest by path, `gone` the paths of removed rows; `release` is a Release.
"""


def staging_folder(output: Path) -> Path:
    """The staging folder. It is beside the output folder, so that a move is a rename."""
    return output.parent / f".{output.name}.staging"


def owned(output: Path, site_id: str, folder: Path) -> list[Problem]:
    """A problem if the output folder is neither empty nor a release of this site.

    `folder` has the manifest of what was last built there from this site's folder: where that is what
    is there, it is this site's, though its id was changed since.
    """
    if not output.exists() or (output.is_dir() and not any(output.iterdir())):
        return []
    release = state.read_json(output / RELEASE) if output.is_dir() else None
    if not isinstance(release, dict) or not isinstance(release.get("site"), str):
        return [Problem(NOT_OURS, Location(output.name))]
    if release["site"] == site_id:
        return []
    built = {path: row.sha256 for path, row in manifests.read(folder).items()}
    if built and built == released(output):
        return []
    return [Problem(OTHER_SITE, Location(output.name), {"other": release["site"], "id": site_id})]


def released(output: Path) -> dict[str, str]:
    """sha256 by path of the release in the output folder; empty if there is none."""
    release = state.read_json(output / RELEASE)
    digests = release.get("files") if isinstance(release, dict) else None
    return dict(digests) if isinstance(digests, dict) else {}


def obstacles(staged: Staged, output: Path, disk: Container[str]) -> Iterator[Problem]:
    """Problems: files and folders in the way of the site's files that are not ours to remove.

    `disk` has the paths of the files in `output` that may be replaced.
    """
    new_paths = [path for path in staged.moves if path not in disk] if output.exists() else []
    removed = set(staged.removed)
    for folder in sorted({folder for path in new_paths for folder in _parents(path)}):
        target = output / folder
        if folder not in removed and (target.is_symlink() or target.is_file()):
            yield Problem(IN_THE_WAY, Location(output.name), {"path": folder})
    for path in new_paths:
        target = output / path
        if target.is_dir() and not target.is_symlink():
            contained = [f"{path}/{name}" for name, _ in files.walk(target)]
            if not contained or not removed.issuperset(contained):
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
    """Move the staged files, remove obsolete ones, write release.json, then the manifest.

    `old` is the manifest of the current output; `memory` receives the new one. `now` is in ns.
    Without `settle` (this requires a memory) release.json and the manifest are left to a later
    commit with the same memory, or to the next run.
    """
    rows = {
        path: row
        for path, row in staged.manifest.items()
        if (old_row := old.get(path)) is not row and old_row != row
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
    journal = _merged(unsettled, step, staged.manifest) if unsettled else step
    state.write_json(folder / JOURNAL, journal)
    stats = _carry_out(step, staged.manifest, output, now)
    manifest = _with_stats(staged.manifest, stats)
    if settle:
        _settle(journal, manifest, output, folder)
    files.remove_tree(staging_folder(output))
    if memory is not None:
        memory.keep(folder, manifest, None if settle else journal)


def _merged(earlier: Journal, later: Journal, manifest: Manifest) -> Journal:
    """One journal for two commits. `manifest` is that of the output after the later one."""
    removed = dict.fromkeys([*earlier["removed"], *later["removed"]])
    gone = dict.fromkeys([*earlier["gone"], *later["gone"]])
    moves = dict.fromkeys([*earlier["moves"], *later["moves"]])
    rows = {**earlier["rows"], **later["rows"]}
    return {
        **later,
        "whole": False,
        "moves": [path for path in moves if path in manifest],
        "removed": [path for path in removed if path not in manifest],
        "rows": {path: row for path, row in rows.items() if path in manifest},
        "gone": [path for path in gone if path not in manifest],
    }


def finish(
    output: Path, folder: Path, now: int, memory: manifests.ManifestMemory | None = None
) -> None:
    """Complete an interrupted commit, and remove the files of an interrupted staging.

    A journal that cannot be read, or was written by another version, is deleted: the files then
    differ from the manifest and are made again. The shared journal of `memory` is kept.
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
        stats = _carry_out(journal, manifest, output, now)
        # Moved files may have been altered since the interruption: their stats prove nothing.
        stats = dict.fromkeys([*journal["moves"], *stats])
        _settle(journal, _with_stats(manifest, stats), output, folder)
    (folder / JOURNAL).unlink(missing_ok=True)
    files.remove_tree(staging_folder(output))


def _carry_out(
    journal: Journal, manifest: Manifest, output: Path, now: int
) -> dict[str, Stat | None]:
    """Move and remove files as in the journal. Returns the stats of the moved files by path.

    `manifest` is that of the output afterwards. `now` is in ns. If the staging folder became the
    output folder, no stats are returned.
    """
    staging = staging_folder(output)
    if journal["whole"] and staging.is_dir() and not os.path.lexists(output):
        files.write_new(str(staging), RELEASE, _release_bytes(journal, manifest))
        if files.take_place(staging, output):
            return {}
    output.mkdir(parents=True, exist_ok=True)
    _remove_obstructing(journal, output)
    moved_paths = [
        path for path in journal["moves"] if files.move_in(str(staging), str(output), path)
    ]
    for path in journal["removed"]:
        files.remove(files.inside(output, path), output)
    return {path: stat_of((output / path).lstat(), now) for path in moved_paths}


def _remove_obstructing(journal: Journal, output: Path) -> None:
    """Remove files first where a folder replaces a file, or a file replaces a folder."""
    folders = {folder for path in journal["moves"] for folder in _parents(path)}
    moves = set(journal["moves"])
    for path in journal["removed"]:
        if path in folders or moves.intersection(_parents(path)):
            files.remove(files.inside(output, path), output)


def _parents(path: str) -> Iterator[str]:
    """The folders that contain a path, outermost first."""
    parts = path.split("/")
    return ("/".join(parts[:length]) for length in range(1, len(parts)))


def _with_stats(manifest: Manifest, stats: Mapping[str, Stat | None]) -> Manifest:
    """The manifest with these stats by path."""
    if not stats:
        return manifest
    return {
        **manifest,
        **{p: manifest[p]._replace(stat=s) for p, s in stats.items() if p in manifest},
    }


def _settle(journal: Journal, manifest: Manifest, output: Path, folder: Path) -> None:
    """Write release.json and the manifest for the output as it is now, then delete the journal."""
    staging = staging_folder(output)
    release = output / RELEASE
    data = _release_bytes(journal, manifest)
    if not release.exists() or release.read_bytes() != data:
        files.write_new(str(staging), RELEASE, data)
        files.move_in(str(staging), str(output), RELEASE)
    manifests.write(folder, manifest)
    (folder / JOURNAL).unlink(missing_ok=True)


def _release_bytes(journal: Journal, manifest: Manifest) -> bytes:
    """The content of release.json: one line per file, in path order."""
    site, data_date = journal["release"]
    rows = ",\n".join(
        f"{json.dumps(path, ensure_ascii=False)}: {json.dumps(manifest[path].sha256)}"
        for path in sorted(manifest)
    )
    head = json.dumps({"data_date": data_date, "site": site}, ensure_ascii=False)
    return f'{head[:-1]},\n"files": {{\n{rows}\n}}\n}}\n'.encode()
