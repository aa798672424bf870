"""What a photo becomes in content/media, judged by its bytes: enterprises send anything."""

from __future__ import annotations

from contextlib import nullcontext
from functools import partial
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from sitegen import files
from sitegen.authoring.importing.photos.sources import Photo, PhotoSource
from sitegen.building.turns import turn
from sitegen.problems import Kind, Location, Problem, Severity
from sitegen.rendering.images import heic, reading

NOT_A_PICTURE = Kind(
    "photo.not-usable",
    Severity.ERROR,
    zh="里面是 {given}，不是能用的照片",
    en="inside is {given_en}, which is no photo that can be used",
    fix_zh="用看图软件打开，另存为 JPEG",
    fix_en="open it in an image viewer and save it as JPEG",
)
HEIC = "HEIC"
EXTENSIONS = {"JPEG": ".jpg", "PNG": ".png", "WebP": ".webp", "GIF": ".gif"}


class Picture(NamedTuple):
    """The bytes of a picture as content/media gets them."""

    data: bytes
    extension: str


class Judged(NamedTuple):
    """What a photo becomes, without the bytes: their sha256 and their number. Where it cannot be used, there is no
    digest, and problems say why."""

    digest: str
    size: int
    extension: str
    problems: tuple[Problem, ...]


def judge(context: tuple[PhotoSource, Path], photo: Photo) -> Judged:
    """Judge a photo. Runs in a worker; the folder stands for the site, where large pictures take turns."""
    source, root = context
    data, problems = source.read(photo)
    if data is None:
        return Judged("", 0, "", tuple(problems))
    picture, problems = picture_of(data, photo.shown, partial(turn, root))
    if picture is None:
        return Judged("", 0, "", tuple(problems))
    data, extension = picture
    return Judged(files.digest(data), len(data), extension, tuple(problems))


def bytes_of(source: PhotoSource, photo: Photo) -> bytes | None:
    """The bytes that content/media gets of a photo that was judged; None where they cannot be read any more."""
    data, _ = source.read(photo)
    if data is not None and reading.kind_of(data)[0] == HEIC:
        return heic.as_jpeg(data, photo.shown)[0]
    return data


def picture_of(
    data: bytes, shown: str, turn: reading.Turn = lambda memory: nullcontext()
) -> tuple[Picture | None, list[Problem]]:
    """The picture that a photo becomes, None where problems say why not. What it is, its bytes say, whatever
    its name."""
    kind, kind_en = reading.kind_of(data)
    if kind == HEIC:
        converted, problems = heic.as_jpeg(data, shown, turn)
        return (Picture(converted, ".jpg") if converted is not None else None), problems
    extension = EXTENSIONS.get(kind, "")
    if data and not extension:
        facts = {"given": kind, "given_en": kind_en}
        return None, [Problem(NOT_A_PICTURE, Location(shown), facts)]
    named = PurePosixPath(shown).with_suffix(extension or ".jpg")
    image, problems = reading.inspect(data, str(named), turn)
    found = [Problem(problem.kind, Location(shown), problem.facts) for problem in problems]
    return (Picture(data, extension) if image is not None else None), found
