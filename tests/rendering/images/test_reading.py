"""What a picture file is, and what is refused before a pixel of it is used."""

from __future__ import annotations

import struct
import zlib

import pytest
from PIL import Image

from sitegen.problems import Problem
from sitegen.rendering.images import reading
from sitegen.rendering.images.reading import ImageFile, inspect
from tests.support import pictures


def read(data: bytes, name: str) -> tuple[ImageFile | None, list[Problem]]:
    return inspect(data, f"content/media/{name}")


def refused(data: bytes, name: str) -> Problem:
    image, problems = read(data, name)
    assert image is None
    (problem,) = problems
    assert str(problem.at) == f"content/media/{name}"
    for language in ("zh", "en"):
        problem.message(language)  # type: ignore[arg-type]
    return problem


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def claiming(width: int, height: int) -> bytes:
    """A PNG of a few bytes whose header claims a size."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = chunk(b"IDAT", zlib.compress(b"\0" * 1000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + pixels + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("name", "data", "extension"),
    [
        ("a.jpg", pictures.jpeg(), "jpg"),
        ("a.jpeg", pictures.jpeg(), "jpg"),
        ("A.JPG", pictures.jpeg(progressive=True), "jpg"),
        ("a.png", pictures.png(), "png"),
        ("a.png", pictures.png(mode="P"), "png"),
        ("a.webp", pictures.saved(pictures.quarters(64, 48), "WEBP"), "jpg"),
        ("a.webp", pictures.saved(pictures.quarters(64, 48, "RGBA"), "WEBP", exact=True), "jpg"),
        ("a.gif", pictures.saved(pictures.quarters(64, 48), "GIF"), "png"),
    ],
)
def test_pictures_that_pages_may_show(name: str, data: bytes, extension: str) -> None:
    image, problems = read(data, name)
    assert image is not None and problems == []
    assert (image.width, image.height) == (64, 48)
    if "webp" not in name:
        assert image.extension == extension


def test_a_webp_one_can_see_through_keeps_that_in_its_plain_format() -> None:
    clear = Image.new("RGBA", (8, 8), (0, 0, 0, 0))
    image, _ = read(pictures.saved(clear, "WEBP"), "a.webp")
    assert image is not None and image.extension == "png"


@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_size_is_that_of_the_picture_set_upright(orientation: int) -> None:
    image, _ = read(pictures.turned(orientation), "a.jpg")
    assert image is not None
    assert (image.width, image.height) == ((64, 48) if orientation < 5 else (48, 64))


@pytest.mark.parametrize(
    ("name", "data", "given"),
    [
        ("a.jpg", pictures.png(), "PNG"),
        ("a.png", pictures.jpeg(), "JPEG"),
        ("a.png", pictures.saved(pictures.quarters(9, 9), "WEBP"), "WebP"),
        ("a.jpg", b"<!DOCTYPE html><script>alert(1)</script>", "HTML"),
        ("a.jpg", b"\n\n<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG"),
        ("a.png", b"<?xml version='1.0'?>", "XML"),
        ("a.jpg", b"%PDF-1.7", "PDF"),
        ("a.jpg", b"PK\3\4abcd", "ZIP"),
        ("a.jpg", pictures.saved(pictures.quarters(9, 9), "TIFF"), "TIFF"),
        ("a.jpg", pictures.saved(pictures.quarters(9, 9), "BMP"), "BMP"),
        ("a.jpg", pictures.saved(pictures.quarters(9, 9), "AVIF"), "AVIF"),
        ("a.jpg", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "HEIC"),
        ("a.jpg", b"MZ\x90\0", "别的东西"),
    ],
)
def test_what_is_inside_must_be_what_the_name_says(name: str, data: bytes, given: str) -> None:
    problem = refused(data, name)
    assert problem.kind is reading.WRONG_TYPE and problem.facts["given"] == given


@pytest.mark.parametrize(
    "name", ["a.pdf", "a.mp4", "a.tiff", "a.avif", "a.html", "a.js", "README", "a.zip"]
)
def test_other_files_are_refused_by_name(name: str) -> None:
    assert refused(b"anything", name).kind is reading.UNSUPPORTED


@pytest.mark.parametrize("name", ["a.heic", "a.HEIF"])
def test_photos_of_iphones_are_told_as_such(name: str) -> None:
    assert refused(b"anything", name).kind.code == "image.heic-in-media"


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp", "a.gif"])
def test_what_is_cut_short_or_damaged_is_refused(name: str) -> None:
    kind = {"jpg": "JPEG"}.get(name[2:], name[2:].upper())
    whole = pictures.saved(pictures.view(200, 150), kind)
    assert read(whole, name)[0] is not None
    for length in (12, 30, 60, len(whole) // 2, len(whole) * 9 // 10):
        problem = refused(whole[:length], name)
        assert problem.kind in (reading.BROKEN, reading.WRONG_TYPE), length
        assert " object at 0x" not in problem.facts.get("reason", "")
    assert refused(b"", name).kind is reading.BROKEN


@pytest.mark.parametrize(("width", "height"), [(60000, 60000), (9000, 9000), (16384, 10)])
def test_a_bomb_is_refused_by_its_header(width: int, height: int) -> None:
    data = claiming(width, height)
    problem = refused(data, "bomb.png")
    assert problem.kind is reading.TOO_LARGE
    assert f"{width}×{height}" in problem.facts["given"] and len(data) < 200


@pytest.mark.parametrize("size", [(0, 5), (5, 0)])
def test_a_picture_of_no_size_is_refused(size: tuple[int, int]) -> None:
    assert refused(claiming(*size), "none.png").kind is reading.BROKEN


def test_a_file_of_too_many_bytes_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    data = pictures.jpeg()
    monkeypatch.setattr(reading, "MAX_BYTES", len(data) - 1)
    assert refused(data, "a.jpg").kind is reading.TOO_LARGE


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_of_what_moves_there_is_one_picture_and_a_warning(kind: str) -> None:
    frames = [pictures.view(32, 24, seed) for seed in (1, 2, 3)]
    data = pictures.saved(frames[0], kind, save_all=True, append_images=frames[1:], duration=50)
    image, (problem,) = read(data, f"a.{kind.lower()}")
    assert image is not None and problem.kind is reading.ANIMATED


def test_damaged_notes_on_a_picture_are_no_reason_to_refuse_it() -> None:
    data = pictures.jpeg(exif=b"Exif\0\0II*\0\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff")
    image, problems = read(data, "a.jpg")
    assert image is not None and problems == []
