"""The commit: moves the staged files to their places. The next run finishes an interrupted one.

A kill at any time leaves every file complete. The journal is written once everything is staged and
checked. Until then nothing in the output folder has changed; after that the next run completes the
commit from the journal.

Several commits of one process may share one journal (`settle=False`). It then contains all changes
so far, until one commit settles: writes release.json and the manifest, and removes the journal.
"""

from __future__ import annotations

import errno
import json
import os
import unicodedata
from collections.abc import Container, Iterable, Iterator, Mapping, Set
from pathlib import Path

from sitegen import files
from sitegen.building import journal as journals
from sitegen.building import manifest as manifests
from sitegen.building import ownership, staging_folder
from sitegen.building.manifest import Journal, Manifest, Release
from sitegen.building.stage import Staged
from sitegen.building.stat import Stat, stat_of
from sitegen.files import Folder
from sitegen.outputs.addresses import RELEASE
from sitegen.problems import Kind, Location, Problem, Severity

IN_THE_WAY = Kind(
    "output.in-the-way",
    Severity.ERROR,
    zh="输出文件夹里的“{path}”占着网页的位置，不知道是谁放的",
    en="“{path}” in the output folder stands where a page must go, and is not ours",
    fix_zh="把它移走，再运行一次",
    fix_en="move it away and run again",
)
BLOCKED = frozenset(
    [
        errno.ENOTDIR,
        errno.EISDIR,
        errno.EEXIST,
        errno.ENOTEMPTY,
        errno.ELOOP,
        errno.ENAMETOOLONG,
        errno.EINVAL,
        errno.EILSEQ,
    ]
)
"""What the system says where something is in the way of a file, or it cannot have this name: it will
say so the next time too."""


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
    step = Journal(
        whole=not os.path.lexists(output) and len(staged.moves) == len(staged.manifest),
        moves=staged.moves,
        removed=staged.removed,
        release=release,
        rows=rows,
        gone=tuple(path for path in old if path not in staged.manifest),
    )
    unsettled = memory.unsettled if memory is not None else None
    journal = journals.merged(unsettled, step, staged.manifest) if unsettled else step
    journals.write(folder, journal)
    staging = staging_folder.left(output, folder) or staging_folder.begin(output, folder)
    stats = _carry_out(step, staged.manifest, output, staging, now)
    manifest = _with_stats(staged.manifest, stats)
    if settle:
        _settle(journal, manifest, output, folder, staging)
    staging_folder.remove(output, folder)
    if memory is not None:
        memory.keep(folder, manifest, None if settle else journal)


def finish(
    output: Path, folder: Path, now: int, memory: manifests.ManifestMemory | None = None
) -> None:
    """Complete an interrupted commit, and remove the files of an interrupted staging.

    A journal that cannot be carried out is dropped: it cannot be read, was written by another
    version, or is about a folder that is not a release of its site. So is what of it is blocked. The
    files then differ from the manifest, and are made again. The shared journal of `memory` is kept.
    """
    if memory is not None and memory.unsettled is not None and memory.holds(folder):
        staging_folder.remove(output, folder)
        return
    journal = journals.read(folder)
    if journal is not None and not ownership.owned(output, journal.release.site, folder):
        _finish(journal, output, folder, now)
    journals.remove(folder)
    staging_folder.remove(output, folder)


def _finish(journal: Journal, output: Path, folder: Path, now: int) -> None:
    manifest = dict(manifests.read(folder))
    for path in journal.gone:
        manifest.pop(path, None)
    manifest |= journal.rows
    staging = staging_folder.left(output, folder) or staging_folder.begin(output, folder)
    blocked: list[str] = []
    try:
        stats = _carry_out(journal, manifest, output, staging, now, blocked)
        for path in blocked:
            manifest.pop(path, None)
        # Moved files may have been altered since the interruption: their stats prove nothing.
        unknown = dict.fromkeys([*journal.moves, *stats])
        _settle(journal, _with_stats(manifest, unknown), output, folder, staging)
    except OSError as error:
        if error.errno not in BLOCKED:
            raise


def _carry_out(
    journal: Journal,
    manifest: Manifest,
    output: Path,
    staging: Path,
    now: int,
    blocked: list[str] | None = None,
) -> dict[str, Stat | None]:
    """Move and remove files as in the journal. Returns the stats of the moved files by path.

    `manifest` is that of the output afterwards. `now` is in ns. If the staging folder became the
    output folder, no stats are returned. Paths where something is in the way are added to `blocked`;
    without that list they raise OSError.
    """
    if journal.whole and not os.path.lexists(output):
        files.write_new(str(staging), RELEASE, _release_bytes(journal, manifest))
        if files.take_place(staging, output):
            return {}
    output.mkdir(parents=True, exist_ok=True)
    moved: dict[str, Stat | None] = {}
    alike = _alike(journal)
    with Folder(staging) as source, Folder(output) as target:
        if not os.path.lexists(output / RELEASE):  # from the first file on, the folder is ours
            files.write_new(str(staging), RELEASE, _release_bytes(journal, {}))
            target.move_in(source, RELEASE)
        _remove(target, _obstructing(journal, alike), alike, blocked)
        for path in journal.moves:
            try:
                status = target.move_in(source, path)
            except OSError as error:
                if blocked is None or error.errno not in BLOCKED:
                    raise
                blocked.append(path)
                continue
            if status is not None:
                moved[path] = stat_of(status, now)
        _remove(target, journal.removed, alike, blocked)
    return moved


def _remove(
    target: Folder, paths: Iterable[str], alike: Set[str], blocked: list[str] | None
) -> None:
    for path in paths:
        # On a disk that takes both names for one file, this one may be the new file by now.
        if path in alike and not target.is_spelt(path):
            continue
        try:
            target.remove(path)
        except OSError as error:
            if blocked is None or error.errno not in BLOCKED:
                raise


def _alike(journal: Journal) -> frozenset[str]:
    """The files to remove whose name differs from a new one in capital letters only: many disks take both for
    one file."""
    if not journal.removed:
        return frozenset()
    moves = {_folded(path) for path in journal.moves}
    return frozenset(path for path in journal.removed if _folded(path) in moves)


def _obstructing(journal: Journal, alike: Set[str]) -> Iterator[str]:
    """The files that go where a folder replaces a file, or a file replaces a folder, or where another has the
    same name but for capital letters."""
    folders = {folder for path in journal.moves for folder in _parents(path)}
    moves = set(journal.moves)
    for path in journal.removed:
        if path in folders or path in alike or moves.intersection(_parents(path)):
            yield path


def _folded(path: str) -> str:
    return unicodedata.normalize("NFC", path).casefold()


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


def _settle(
    journal: Journal, manifest: Manifest, output: Path, folder: Path, staging: Path
) -> None:
    """Write release.json and the manifest for the output as it is now, then delete the journal."""
    data = _release_bytes(journal, manifest)
    if _bytes(output / RELEASE) != data:
        files.write_new(str(staging), RELEASE, data)
        with Folder(staging) as source, Folder(output) as target:
            target.move_in(source, RELEASE)
    manifests.write(folder, manifest)
    journals.remove(folder)


def _bytes(path: Path) -> bytes | None:
    try:
        return files.read(path)
    except OSError:
        return None


_encoded = json.JSONEncoder(ensure_ascii=False).encode
"""`json.dumps` makes a new encoder for each text."""


def _release_bytes(journal: Journal, manifest: Manifest) -> bytes:
    """The content of release.json: one line per file and per redirect, in path order."""
    head = journal.release._asdict()
    redirects = head.pop("redirects")
    texts = [f"{_encoded(name)}: {_encoded(value)}" for name, value in sorted(head.items())]
    texts.append(f'"redirects": {_lines(redirects)}')
    texts.append(f'"files": {_lines({path: row.sha256 for path, row in manifest.items()})}')
    return "{{\n{}\n}}\n".format(",\n".join(texts)).encode()


def _lines(texts: Mapping[str, str]) -> str:
    """A JSON object with a line for each text, in the order of their names."""
    rows = ",\n".join(f"{_encoded(name)}: {_encoded(texts[name])}" for name in sorted(texts))
    return f"{{\n{rows}\n}}" if rows else "{}"
