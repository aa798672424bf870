"""Writes what a form or a table says to the site's own content, and takes it back.

A save replaces whole files. It is refused where one of them is another than the save was made for: nothing that
somebody else wrote meanwhile is lost. What was there before is kept below `.sitegen/edits/`.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping, Sequence
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


class NewBytes(NamedTuple):
    """What a file of content/ is to be; `data` is None where it is to go. `digest` is that of its bytes now, ""
    where it is to be a new one."""

    file: str
    digest: str
    data: bytes | None


class Change(NamedTuple):
    """What a save did to a file. `before` are its bytes from before, None where there were none; `after` is the
    digest of what was written, "" where the file went."""

    file: str
    before: bytes | None
    after: str

    def happened(self, now: bytes | None) -> bool:
        """Whether the file is another one than before. Raises ChangedMeanwhile where the save did not make it."""
        if now == self.before:
            return False
        if _digest(now) != self.after:
            raise ChangedMeanwhile(self.file)
        return True


class Save(NamedTuple):
    """A save that can be taken back. `name` is what it was of: an entry, a table."""

    number: int
    time: str
    name: str
    changes: tuple[Change, ...]


class ChangedMeanwhile(Exception):
    """The file is not the one that was read before."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.file = file


def current(root: Path, file: str) -> bytes | None:
    """The bytes of a file of the site, None where there is none."""
    try:
        return files.read(files.inside(root, file))
    except FileNotFoundError:
        return None


def save(root: Path, new: Sequence[NewBytes], *, name: str, time: str) -> None:
    """Write files of content/. A kill between two of them leaves each whole, as it was or as it is to be, and
    what was written can be taken back.

    `name` and `time` are for the list of saves. Raises ChangedMeanwhile before anything is written; OSError
    where the disk refuses.
    """
    changes = []
    for one in new:
        assert one.file.startswith(CONTENT)
        before = current(root, one.file)
        if _digest(before) != one.digest:
            raise ChangedMeanwhile(one.file)
        changes.append(Change(one.file, before, _digest(one.data)))
    _remember(root, Save(_next(root), time, name, tuple(changes)))
    _put(root, {one.file: one.data for one in new if one.data is not None})
    _remove(root, [one.file for one in new if one.data is None])


def take_back(root: Path) -> Save | None:
    """Undo the last save; None where there is none. Raises ChangedMeanwhile where a file of it was changed since.

    A save that was noted and did not happen (a kill, a full disk) is forgotten on the way.
    """
    for last in kept(root):
        happened = [one for one in last.changes if one.happened(current(root, one.file))]
        olds = {one.file: one.before for one in happened if one.before is not None}
        _put(root, olds)
        _remove(root, [one.file for one in happened if one.before is None])
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
    changes = tuple(_change(one) for one in row["changes"])
    return Save(number, str(row["time"]), str(row["name"]), changes)


def _change(row: Any) -> Change:
    before, file = row["before"], row["file"]
    if not file.startswith(CONTENT):
        raise files.OutsideRoot(file)
    files.checked_parts(file)
    data = None if before is None else base64.b64decode(before, validate=True)
    return Change(file, data, str(row["after"]))


def _put(root: Path, data: Mapping[str, bytes]) -> None:
    """Put files into their places: all are made in a folder of ours, then each is moved in one step. No link on
    the way is followed."""
    if not data:
        return
    staging = root / state.FOLDER / FOLDER / f"new-{random_name()}"
    files.make_folder(staging)
    try:
        with Folder(staging) as staged, Folder(root) as folder:
            for file, content in data.items():
                staged.create(file, content)
            for file in data:
                folder.move_in(staged, file)
    finally:
        files.remove_tree(staging)


def _remove(root: Path, files_: Sequence[str]) -> None:
    with Folder(root) as folder:
        for file in files_:
            folder.remove(file)


def _digest(data: bytes | None) -> str:
    return files.digest(data) if data is not None else ""


def _remember(root: Path, one: Save) -> None:
    changes = [{**change._asdict(), "before": _as_text(change.before)} for change in one.changes]
    state.write_json(_path(root, one.number), {**one._asdict(), "changes": changes})
    for number in sorted(_numbers(root))[:-MOST]:
        files.remove(_path(root, number), root)


def _as_text(data: bytes | None) -> str | None:
    return base64.b64encode(data).decode() if data is not None else None


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
