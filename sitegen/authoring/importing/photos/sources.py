"""Where photos come from: a folder, or a zip file, which is never unpacked to the disk."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Protocol, Self

from sitegen import files
from sitegen.loading import disk
from sitegen.problems import Kind, Location, Problem, Severity
from sitegen.rendering.images.reading import MAX_BYTES

EXTENSIONS = frozenset(
    [
        *(".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".webp", ".gif", ".heic", ".heif", ".hif"),
        *(".avif", ".tif", ".tiff", ".bmp", ".raw", ".dng", ".livp"),
    ]
)
"""Files with one of these names are photos to those who sent them, whether or not we can read them."""
MOST_FILES = 20_000
NAMED = 20
"""So many files are named in a problem of many."""
TOO_MANY = Kind(
    "photo.too-many",
    Severity.ERROR,
    zh="文件太多：超过 {wanted} 个",
    en="there are too many files: over {wanted}",
    fix_zh="分几次导入，每次只给这张表用得上的照片",
    fix_en="import them in several parts, with the photos of the table at hand",
)
OTHER_FILES = Kind(
    "photo.other-files",
    Severity.NOTE,
    zh="有 {count} 个文件不是照片，没有用：{files}",
    en="{count} files are no photos and are not used: {files}",
    fix_zh="不用改；照片装在里面的（压缩包、文档），先取出来",
    fix_en="nothing to do; take out photos that are inside of them (archives, documents)",
)


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo by its path in the folder or archive; `shown` has the name of that before it."""

    path: str
    shown: str

    @property
    def name(self) -> str:
        return PurePosixPath(self.path).name

    @property
    def stem(self) -> str:
        return stem_of(self.name)

    @property
    def at(self) -> Location:
        return Location(self.shown)


class PhotoSource(Protocol):
    """Photos, and what is wrong with other files beside them. Their bytes are read one by one. `is_given` says that
    there are photos beside the table at all; where the whole is not `is_readable`, problems say why."""

    photos: list[Photo]
    problems: list[Problem]
    is_given: bool
    is_readable: bool

    def read(self, photo: Photo) -> tuple[bytes | None, list[Problem]]:
        """At most MAX_BYTES + 1 bytes, which shows that a photo is too large; None where it cannot be read."""

    def __enter__(self) -> Self: ...

    def __exit__(self, *_: object) -> None: ...


@dataclass
class NoPhotos:
    """No photos at all."""

    photos: list[Photo] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    is_given: bool = False
    is_readable: bool = True

    def read(self, photo: Photo) -> tuple[bytes | None, list[Problem]]:
        return None, [Problem(disk.MISSING, photo.at)]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass


class FolderPhotos(NoPhotos):
    """The photos of a folder and of the folders in it. Links are not followed."""

    def __init__(self, folder: Path) -> None:
        super().__init__(is_given=True)
        self._folder = folder
        others = []
        for number, (path, entry) in enumerate(files.walk(folder)):
            if number >= MOST_FILES:
                self.photos = []
                facts = {"wanted": f"{MOST_FILES:,}"}
                self.problems = [Problem(TOO_MANY, Location(folder.name), facts)]
                self.is_readable = False
                return
            shown = f"{folder.name}/{path}".encode("utf-8", "replace").decode()
            if is_left_by_system(path):
                continue
            if not is_photo(path):
                others.append(path.encode("utf-8", "replace").decode())
            elif (unfit := disk.unfit(shown, entry)) is not None:
                self.problems.append(unfit)
            else:
                self.photos.append(Photo(path, shown))
        self.problems += other_files(others, folder.name)

    def read(self, photo: Photo) -> tuple[bytes | None, list[Problem]]:
        data, problems = disk.read(self._folder, photo.path, limit=MAX_BYTES)
        return data, [Problem(problem.kind, photo.at, problem.facts) for problem in problems]


def is_photo(path: str) -> bool:
    return PurePosixPath(path).suffix.lower() in EXTENSIONS


def is_left_by_system(path: str) -> bool:
    """Whether a system left this file among the photos: __MACOSX/._a.jpg, Thumbs.db."""
    return "__MACOSX" in path.split("/") or disk.is_leaving(path)


def stem_of(name: str) -> str:
    """A name without the extension of a photo."""
    return name[: -len(PurePosixPath(name).suffix)] if is_photo(name) else name


def other_files(paths: list[str], file: str) -> list[Problem]:
    if not paths:
        return []
    named = "、".join(paths[:NAMED]) + ("…" if len(paths) > NAMED else "")
    return [Problem(OTHER_FILES, Location(file), {"count": str(len(paths)), "files": named})]
