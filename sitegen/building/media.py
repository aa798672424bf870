"""The pictures of content/media: inspected by workers, or taken from the cache where unchanged."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from sitegen import visible
from sitegen.building.inspection import FOLDER, inspect_all
from sitegen.building.stat import Stat, stat_of
from sitegen.files import digest, inside, walk
from sitegen.files import read as read_file
from sitegen.loading import disk
from sitegen.model.entry import Entry
from sitegen.model.path_parts import objection
from sitegen.problems import Kind, Location, Problem, Severity
from sitegen.rendering import drawing
from sitegen.rendering.images.reading import ImageFile

SAME_STEM = Kind(
    "image.same-name",
    Severity.ERROR,
    zh="和“{other}”的名字只差大小写、扩展名或字符的编码方式，做出来的图片会重名",
    en="this differs from “{other}” only in capital letters, extension or how accents are encoded, so "
    "that what is made of both would have one name",
    fix_zh="给其中一个改名，条目里写的文件名一起改",
    fix_en="rename one of them, also where entries name it",
)
UNUSED = Kind(
    "image.unused",
    Severity.NOTE,
    zh="没有条目用到这张图片，它不会发布",
    en="no entry uses this picture, so it is not published",
    fix_zh="写进条目的 images 或正文；不需要的删掉",
    fix_en="name it in the images or the body of an entry; remove it if it is not needed",
)
BAD_NAME = Kind(
    "image.bad-name",
    Severity.ERROR,
    zh="图片名“{name}”不能做网址：{why}",
    en="the name “{name}” cannot be part of an address: {why_en}",
    fix_zh="改名，条目里写的文件名一起改",
    fix_en="rename it, also where entries name it",
)
HIDDEN = Kind(
    "image.hidden-character",
    Severity.ERROR,
    zh="图片名里有看不见的字符 {character}",
    en="the name of this picture has the invisible character {character}",
    fix_zh="改名[[为“{right}”]]，条目里写的文件名一起改",
    fix_en="rename it[[ to “{right}”]], also where entries name it",
)


@dataclass(frozen=True, slots=True)
class Media:
    """The files of content/media by name in NFC, as entries name them. `digests` has all of them, including
    refused ones; `images` and `drawings` have those that pages may show."""

    digests: Mapping[str, str]
    images: Mapping[str, ImageFile]
    drawings: Mapping[str, Any]


def read(
    root: Path, *, workers: int, now: int, use_cache: bool, keep_cache: bool
) -> tuple[Media, list[Problem]]:
    """The files of content/media of the site in `root`, and their problems; `now` is in ns."""
    folder = root / FOLDER
    if not folder.is_dir() or folder.is_symlink():
        return Media({}, {}, {}), []
    digests: dict[str, str] = {}
    drawings: dict[str, Any] = {}
    stats: dict[str, Stat] = {}
    problems: list[Problem] = []
    written: dict[str, str] = {}
    for path, item in walk(folder):
        file, name = f"{FOLDER}/{path}", unicodedata.normalize("NFC", path)
        if disk.is_leaving(path):
            continue
        unfit = (
            _hidden(file, path)
            or disk.unfit(file, item)
            or _misnamed(file, name)
            or _same(written, name, path)
        )
        suffix = PurePosixPath(name).suffix
        if unfit is None and suffix != ".svg" == suffix.lower():
            facts = {"extension": suffix, "wanted": ".svg"}
            unfit = Problem(disk.EXTENSION, Location(file), facts)
        if unfit is not None:
            digests.setdefault(name.encode("utf-8", "replace").decode(), "")
            problems.append(unfit)
        elif name.endswith(".svg"):
            data, faults = disk.read(root, file, limit=drawing.LIMIT)
            problems += faults
            cleaned, faults = drawing.clean(data, file) if data is not None else (None, [])
            problems += faults
            digests[name] = digest(data or b"")[:20]
            if cleaned is not None:
                drawings[name] = cleaned
        else:
            stats[name] = stat_of(item.stat(follow_symlinks=False), now)
    inspected = inspect_all(
        root, written, stats, workers=workers, use_cache=use_cache, keep_cache=keep_cache
    )
    images = {result.name: result.image for result in inspected if result.image is not None}
    for result in inspected:
        digests[result.name] = result.digest
        problems += result.problems
    problems += _same_stems(images, drawings, written)
    ordered = {name: digests[name] for name in sorted(digests)}
    return Media(ordered, images, drawings), problems


def _misnamed(file: str, name: str) -> Problem | None:
    """Why the files that are made of a picture could not have its name."""
    for part in name.split("/"):
        why = objection(part, plain=False)
        if why is not None:
            facts = {"name": part, "why": why.zh, "why_en": why.en}
            return Problem(BAD_NAME, Location(file), facts)
    return None


def unused(media: Media, entries: Collection[Entry]) -> list[Problem]:
    """A note for each usable picture that no entry names, public or not."""
    names = {*media.images, *media.drawings}
    if not names:
        return []
    used = {name for entry in entries for name in entry.image_files}
    used |= {
        link.removeprefix("media:")
        for entry in entries
        for link in entry.links
        if link.startswith("media:")
    }
    return [Problem(UNUSED, Location(f"{FOLDER}/{name}")) for name in sorted(names - used)]


def _hidden(file: str, path: str) -> Problem | None:
    """A character of a name that nobody sees. What is no text at all is for `disk.unfit`."""
    found = visible.HIDDEN.search(path)
    if found is None or "\ud800" <= found[0] <= "\udfff":
        return None
    part = next(part for part in path.split("/") if found[0] in part)
    right = visible.HIDDEN.sub("", part)
    right = "" if right.startswith(".") else right
    return Problem(HIDDEN, Location(file), {"character": f"U+{ord(found[0]):04X}", "right": right})


def _same(written: dict[str, str], name: str, path: str) -> Problem | None:
    """A file whose name in NFC is that of another. Takes in how the name is written on the disk."""
    other = written.setdefault(name, path)
    return None if other is path else _same_name(path, other)


def _same_stems(
    images: Iterable[str], drawings: Iterable[str], written: Mapping[str, str]
) -> list[Problem]:
    """Problems of pictures whose names are the same but for capital letters and, unless they are drawings,
    without extension: so would their output be."""
    stems = [(PurePosixPath(name).with_suffix("").as_posix(), name) for name in sorted(images)]
    problems = []
    first: dict[str, str] = {}
    for published, name in [*stems, *((name, name) for name in sorted(drawings))]:
        other = first.setdefault(published.casefold(), name)
        if other != name:
            problems.append(_same_name(written[name], other))
    return problems


def _same_name(path: str, other: str) -> Problem:
    return Problem(SAME_STEM, Location(f"{FOLDER}/{path}"), {"other": other})


def read_bytes(root: Path, name: str) -> bytes:
    """The bytes of a file of content/media, by its name in NFC."""
    try:
        return read_file(inside(root / FOLDER, name))
    except FileNotFoundError:
        for path, _ in walk(root / FOLDER):
            if unicodedata.normalize("NFC", path) == name:
                return read_file(inside(root / FOLDER, path))
        raise
