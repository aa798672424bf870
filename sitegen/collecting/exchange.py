"""The folder of a city is exchanged as a whole: nobody ever finds half a city.

The new folder is made in .sitegen/, with second names of the files that stay; then the old one is moved aside and
the new one takes its place. A run that finds an old one aside and none in its place puts it back. New pictures
come before the entries that show them, old ones go after those.
"""

from __future__ import annotations

from pathlib import Path

from sitegen import files
from sitegen.building import state
from sitegen.collecting import texts
from sitegen.collecting.conversion import CityFiles
from sitegen.loading import disk
from sitegen.model.validate import COLLECTED
from sitegen.problems import Kind, Location, Mistaken, Problem, Severity

NOT_REPLACED = Kind(
    "collect.not-replaced",
    Severity.ERROR,
    zh="这个文件夹换不下来，可能有程序正开着里面的文件",
    en="this folder cannot be replaced; a program may have a file in it open",
    fix_zh="关掉打开着它的程序，再运行一次；原来的还在",
    fix_en="close the programs that use it, and run again; what was there still is",
)


def recover(root: Path, prefix: str) -> None:
    """Clear away what a run left that was killed."""
    work = _work(root, prefix)
    place = root / texts.folder_of(prefix)
    if files.is_folder(work / "old") and not files.is_folder(place):
        place.parent.mkdir(parents=True, exist_ok=True)
        files.take_place(work / "old", place)
    files.remove_tree(work)


def exchange(root: Path, prefix: str, before: CityFiles, after: CityFiles) -> None:
    """Put the files of a city in place of those before. Raises Mistaken where that fails."""
    _see_real(root)
    work = _work(root, prefix)
    new = {n: data for n, data in after.pictures.items() if before.pictures.get(n) != data}
    for name, data in new.items():
        files.write_new(str(_made(work / "media")), name, data)
    if new:
        with files.Folder(work / "media") as source, files.Folder(_media(root)) as media:
            for name in new:
                media.move_in(source, name)
    if before.texts != after.texts:
        _exchange_texts(root, prefix, before, after)
    if gone := before.pictures.keys() - after.pictures.keys():
        with files.Folder(_media(root)) as media:
            for name in sorted(gone):
                media.remove(name)
    files.remove_tree(work)


def _see_real(root: Path) -> None:
    """See that no link leads what is written elsewhere. Raises Mistaken."""
    for folder in ("content", f"content/{COLLECTED}", "content/media"):
        if (root / folder).is_symlink():
            raise Mistaken(Problem(disk.SYMLINK, Location(folder)))


def _media(root: Path) -> Path:
    return _made(root / "content" / "media")


def _exchange_texts(root: Path, prefix: str, before: CityFiles, after: CityFiles) -> None:
    work = _work(root, prefix)
    place = root / texts.folder_of(prefix)
    new = work / "new"
    _made(new)
    for name, data in after.texts.items():
        if before.texts.get(name) == data:
            files.link_or_copy(place / name, new / name)
        else:
            files.write_new(str(new), name, data)
    _made(place.parent)
    had_one = files.is_folder(place)
    if had_one and not files.take_place(place, work / "old"):
        raise Mistaken(Problem(NOT_REPLACED, Location(texts.folder_of(prefix))))
    if after.texts and not files.take_place(new, place):
        recover(root, prefix)
        raise Mistaken(Problem(NOT_REPLACED, Location(texts.folder_of(prefix))))


def _work(root: Path, prefix: str) -> Path:
    return root / state.FOLDER / "collect" / prefix


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder
