"""Pictures that cost more to decode than any honest one are refused before they are decoded."""

from __future__ import annotations

import struct
import time
import zlib

import pytest

from sitegen.rendering.images.reading import inspect
from sitegen.rendering.images.structure import structure_of
from tests.support import pictures

QUICK = 1.0
"""Seconds of CPU; each of these took 10 to 60 when it was decoded."""


def chunk(kind: bytes, data: bytes = b"") -> bytes:
    checksum = zlib.crc32(kind + data)
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", checksum)


def png(width: int, height: int, extra: bytes = b"", depth: int = 8, colours: int = 6) -> bytes:
    """A PNG of one colour, with further chunks before its pixels."""
    samples = {0: 1, 3: 1, 6: 4}[colours]
    line = b"\0" * ((width * samples * depth + 7) // 8 + 1)
    packer = zlib.compressobj(9)
    rows = b"".join(packer.compress(line) for _ in range(height)) + packer.flush()
    header = struct.pack(">IIBBBBB", width, height, depth, colours, 0, 0, 0)
    parts = (chunk(b"IHDR", header), extra, chunk(b"IDAT", rows), chunk(b"IEND"))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def with_scans(times: int, side: int = 4000) -> bytes:
    """A progressive JPEG with its last scan again and again."""
    data = pictures.saved(pictures.quarters(side, side).convert("L"), progressive=True, quality=30)
    last = data.rindex(b"\xff\xda")
    return data[:-2] + data[last:-2] * times + data[-2:]


def with_segments(times: int) -> bytes:
    data = pictures.jpeg()
    return data[:2] + b"\xff\xfe\0\2" * times + data[2:]


def gif(before: bytes = b"", frame: tuple[int, int] = (32, 24), after: bytes = b"") -> bytes:
    """A GIF with blocks before its first frame, which may be larger than the canvas, and before its data."""
    data = pictures.saved(pictures.view(32, 24), "GIF")
    start = 13 + (3 << (data[10] & 7) + 1)
    assert data[start : start + 1] == b","
    place = data[start : start + 5] + struct.pack("<HH", *frame) + data[start + 9 : start + 11]
    return data[:start] + before + place + after + data[start + 11 :]


TO_BACKGROUND = b"!\xf9\4\x08\0\0\0\0"
"""What makes Pillow paint the first frame when it opens the file."""
SMALL_FRAME = b"," + struct.pack("<HHHHBB", 0, 0, 1, 1, 0, 2) + b"a" * 34 + b"\0"
"""To one who is not within blocks a frame of one pixel, to one who is a block of 44 bytes, and no more."""
COSTLY = {
    "300 empty scans.jpg": with_scans(300),
    "50 scans of 64 million pixels.jpg": with_scans(40, 8000),
    "millions of segments.jpg": with_segments(5_000_000),
    "millions of empty chunks.png": png(10, 10, chunk(b"abCd") * 3_000_000),
    "millions of texts.png": png(10, 10, chunk(b"tEXt", b"a\0b") * 1_000_000),
    "80 million pixels.png": png(8940, 8940),
    "a canvas of 80 million pixels.gif": pictures.saved(pictures.quarters(10, 10), "GIF")[:6]
    + struct.pack("<HH", 8900, 8900)
    + pictures.saved(pictures.quarters(10, 10), "GIF")[10:],
    "a frame of a thousand million pixels.gif": gif(TO_BACKGROUND, (32_000, 32_000)),
    "the same behind a block that hides it.gif": gif(
        b"!\xff\0" + SMALL_FRAME + TO_BACKGROUND, (32_000, 32_000)
    ),
    "the same behind loops.gif": gif(
        b"!\xff\x0bNETSCAPE2.0\0" + SMALL_FRAME + TO_BACKGROUND, (32_000, 32_000)
    ),
    "millions of words.gif": gif(b"!\xfe" + b"\1a" * 15_000_000 + b"\0"),
    "millions of little blocks.gif": gif(after=b"\1\0" * 15_000_000),
    "millions of bytes that are nothing.gif": gif(b"\1" * 30_000_000),
}


@pytest.mark.parametrize("name", COSTLY)
def test_it_is_refused_before_it_is_decoded(name: str) -> None:
    start = time.process_time()
    image, (problem,) = inspect(COSTLY[name], f"content/media/{name}")

    assert image is None and problem.kind.code in ("image.too-costly", "image.too-large")
    assert time.process_time() - start < QUICK


HONEST = {
    "jpg": pictures.saved(pictures.view(2400, 1800), quality=90),
    "progressive.jpg": pictures.saved(pictures.view(2400, 1800), quality=90, progressive=True),
    "fine.jpg": pictures.saved(pictures.view(800, 600), progressive=True, subsampling=0),
    "png": pictures.saved(pictures.view(1600, 1200), "PNG"),
    "webp": pictures.saved(pictures.view(800, 600), "WEBP"),
    "gif": pictures.saved(pictures.view(800, 600), "GIF"),
    "long.gif": gif(b"!\xfe" + b"\xff" + b"a" * 255 + b"\0"),
}


@pytest.mark.parametrize("name", HONEST)
def test_pictures_of_cameras_and_editors_are_let_through(name: str) -> None:
    image, problems = inspect(HONEST[name], f"content/media/a.{name}")

    assert image is not None and problems == []


def test_scans_segments_and_samples_are_counted() -> None:
    grey, colour, fine = (
        structure_of(pictures.saved(image, progressive=True, **more), "JPEG")
        for image, more in (
            (pictures.view(80, 60).convert("L"), {}),
            (pictures.view(80, 60), {}),
            (pictures.view(80, 60), {"subsampling": 0}),
        )
    )
    assert (grey.bytes_per_pixel, colour.bytes_per_pixel, fine.bytes_per_pixel) == (2, 3, 6)
    assert 5 <= grey.scans <= colour.scans == fine.scans <= 12
    assert structure_of(pictures.jpeg(), "JPEG").scans == 1
    assert structure_of(with_scans(300, 80), "JPEG").scans == grey.scans + 300


@pytest.mark.parametrize(
    "data", [b"\xff\xd8\xff" + b"\xff\x00" * 9_000_000, b"\xff\xd8" + b"\xff" * 30_000_000]
)
def test_counting_takes_no_time_itself(data: bytes) -> None:
    start = time.process_time()
    structure_of(data, "JPEG")
    assert time.process_time() - start < QUICK


def test_what_is_cut_off_is_counted_to_its_end() -> None:
    for whole, kind in (
        (pictures.jpeg(), "JPEG"),
        (pictures.png(), "PNG"),
        (HONEST["webp"], "WebP"),
        (HONEST["long.gif"], "GIF"),
    ):
        counts = [structure_of(whole[:end], kind).parts for end in range(12, len(whole))]
        assert counts == sorted(counts) and counts[-1] == structure_of(whole, kind).parts
