"""Writes what a form says to the site's own content, and takes it back.

A save replaces one file as a whole. It is refused where the file is another one than the form was made of:
nothing that somebody else wrote meanwhile is lost. What was there before is kept below `.sitegen/edits/`.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

from sitegen import files
from sitegen.building import state
from sitegen.files import Folder
from sitegen.files.writing import random_name

FOLDER: Final = "edits"
CONTENT: Final = "content/"
"""Nothing else is written, whatever a note of a save says."""
MOST: Final = 50
"""So many saves can be taken back."""


class Save(NamedTuple):
    """A save that can be taken back. `before` are the bytes of the file, None where there was none; `after` is
    the digest of what was written, "" where the file was removed."""

    number: int
    time: str
    file: str
    name: str
    before: bytes | None
    after: str


class ChangedMeanwhile(Exception):
    """The file is not the one that the form was made of. `data` are its bytes now, None where it is gone."""

    def __init__(self, data: bytes | None) -> None:
        super().__init__()
        self.data = data


def current(root: Path, file: str) -> bytes | None:
    """The bytes of a file of the site, None where there is none."""
    try:
        return files.read(files.inside(root, file))
    except FileNotFoundError:
        return None


def save(root: Path, file: str, digest: str, data: bytes, *, name: str, time: str) -> None:
    """Write a file of content/ whose bytes have this digest, "" where it is to be a new one.

    `name` and `time` are for the list of saves. Raises ChangedMeanwhile; OSError where the disk refuses.
    """
    assert file.startswith(CONTENT)
    before = current(root, file)
    if (files.digest(before) if before is not None else "") != digest:
        raise ChangedMeanwhile(before)
    _remember(root, Save(_next(root), time, file, name, before, files.digest(data)))
    if before is not None:
        _replace(root, file, data)
        return
    with Folder(root) as folder:
        folder.create(file, data)


def take_back(root: Path) -> Save | None:
    """Undo the last save; None where there is none. Raises ChangedMeanwhile where its file was changed since.

    A save that was noted and did not happen (a kill, a full disk) is forgotten on the way.
    """
    for last in kept(root):
        now = current(root, last.file)
        happened = now != last.before
        if happened and (files.digest(now) if now is not None else "") != last.after:
            raise ChangedMeanwhile(now)
        if happened and last.before is None:
            with Folder(root) as folder:
                folder.remove(last.file)
        elif happened and last.before is not None:
            _replace(root, last.file, last.before)
        files.remove(_path(root, last.number), root)
        if happened:
            return last
    return None


def kept(root: Path) -> Iterator[Save]:
    """The saves that can be taken back, the last one first. A note of one that is damaged, or that anybody
    else wrote, is passed over."""
    for number in sorted(_numbers(root), reverse=True):
        try:
            yield _noted(number, state.read_json(_path(root, number)))
        except (*state.DAMAGED, files.OutsideRoot):
            continue


def _noted(number: int, row: Any) -> Save:
    before, file = row["before"], row["file"]
    if not file.startswith(CONTENT):
        raise files.OutsideRoot(file)
    files.checked_parts(file)
    data = None if before is None else base64.b64decode(before, validate=True)
    return Save(number, str(row["time"]), file, str(row["name"]), data, str(row["after"]))


def _replace(root: Path, file: str, data: bytes) -> None:
    """Put these bytes in the place of a file, in one step. No link on the way is followed."""
    staging = root / state.FOLDER / FOLDER / f"new-{random_name()}"
    files.make_folder(staging)
    try:
        with Folder(staging) as staged, Folder(root) as folder:
            staged.create(file, data)
            folder.move_in(staged, file)
    finally:
        files.remove_tree(staging)


def _remember(root: Path, one: Save) -> None:
    before = base64.b64encode(one.before).decode() if one.before is not None else None
    row = {**one._asdict(), "before": before}
    state.write_json(_path(root, one.number), row)
    for number in sorted(_numbers(root))[:-MOST]:
        files.remove(_path(root, number), root)


def _numbers(root: Path) -> list[int]:
    folder = root / state.FOLDER / FOLDER
    if not folder.is_dir():
        return []
    stems = (path.name.removesuffix(".json") for path in folder.iterdir())
    return [int(stem) for stem in stems if stem.isdigit()]


def _next(root: Path) -> int:
    return max(_numbers(root), default=0) + 1


def _path(root: Path, number: int) -> Path:
    return root / state.FOLDER / FOLDER / f"{number:06}.json"
