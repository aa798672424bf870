"""What a picture will cost to decode, found in its structure before any pixel is decoded.

A file of a few hundred kilobytes may claim hundreds of scans of 80 million pixels, or hold millions of
empty chunks: each costs a decoder as much as a full one.
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass

from sitegen.rendering.images import gif

MOST_PIXELS = {"JPEG": 80_000_000, "PNG": 36_000_000, "WebP": 24_000_000, "GIF": 36_000_000}
"""A JPEG is decoded at a fraction of its size, the others are not; a WebP takes the most memory."""
MOST_PARTS = {"JPEG": 5_000, "PNG": 50_000, "WebP": 50_000, "GIF": 200_000}
"""Segments of a JPEG, chunks of a PNG or WebP, blocks of a GIF up to its second frame. A PNG of 40 MB has 5,000
with the usual 8 KB each, a GIF 160,000 with 255 bytes each."""
MOST_SCANS = 64
"""Encoders write ten scans, at most some twenty."""
MOST_SCANNED = 1_600_000_000
"""Pixels times scans of a progressive JPEG: 80 million pixels in 20 scans, about a second."""
MOST_BYTES = 300_000_000
"""What decoding may take: all pixels, or the coefficients of a progressive JPEG, kept until the last scan."""
BYTES_PER_PIXEL = 8
"""Of a picture that is no JPEG: four, and again as many while it is converted."""
SCAN, END = 0xDA, 0xD9
PROGRESSIVE = frozenset({0xC2, 0xC6, 0xCA, 0xCE})
FRAMES = frozenset({0xC0, 0xC1, 0xC3, 0xC5, 0xC7, 0xC9, 0xCB, 0xCD, 0xCF}) | PROGRESSIVE
"""The markers of a frame's header, and those of them whose pixels come in several scans."""
FRAME = struct.Struct(">3xHH")
"""Its length and depth, which are passed over, then height and width."""
MARKER = re.compile(rb"\xff[^\x00\x01\xd0-\xd8\xff]")
"""A marker with a length, or the last one. The others stand within the data of a scan."""


@dataclass(frozen=True, slots=True)
class Structure:
    """The parts of a picture: segments of a JPEG, some of which are scans, or chunks, or blocks. `parts` are
    counted up to the first one too many; `bytes_per_pixel` is what decoding takes.

    `size` is (width, height) in pixels, as the file says; (0, 0) where it does not.
    """

    parts: int
    scans: int
    bytes_per_pixel: float
    size: tuple[int, int]

    @property
    def memory(self) -> int:
        """The bytes that decoding takes, beside what a program needs anyway."""
        width, height = self.size
        return int(self.bytes_per_pixel * width * height)


def structure_of(data: bytes, kind: str) -> Structure:
    """The structure of the picture in `data`, a file of this kind (`JPEG`, `PNG`, `WebP`, `GIF`)."""
    if kind == "JPEG":
        return _segments(data)
    if kind == "GIF":
        parts, size = gif.blocks(data, MOST_PARTS[kind])
        return Structure(parts, 1, BYTES_PER_PIXEL, size)
    size = _size_of_png(data) if kind == "PNG" else _size_of_webp(data)
    return Structure(_chunks(data, kind), 1, BYTES_PER_PIXEL, size)


def is_too_costly(structure: Structure, kind: str, pixels: int) -> bool:
    """Whether decoding so many pixels would take more time or memory than any honest picture does."""
    return (
        structure.parts > MOST_PARTS[kind]
        or structure.scans > MOST_SCANS
        or (structure.scans > 1 and structure.scans * pixels > MOST_SCANNED)
        or structure.bytes_per_pixel * pixels > MOST_BYTES
    )


def _segments(data: bytes) -> Structure:
    parts = scans = 0
    bytes_per_pixel = 0.0
    size = (0, 0)
    at = 2
    while parts <= MOST_PARTS["JPEG"] and (found := MARKER.search(data, at)):
        marker, at = data[found.start() + 1], found.end()
        if marker == END or at + 2 > len(data):
            break
        (length,) = struct.unpack_from(">H", data, at)
        if marker in FRAMES and at + FRAME.size <= len(data):
            height, width = FRAME.unpack_from(data, at)
            size = (width, height)
            if marker in PROGRESSIVE:
                bytes_per_pixel = _coefficients(data[at + 2 : at + length])
        parts += 1
        scans += marker == SCAN
        at += length
    return Structure(parts, scans, bytes_per_pixel, size)


def _coefficients(frame: bytes) -> float:
    """Bytes per pixel: two for each sample, and some components have fewer samples than pixels."""
    factors = [(sampling >> 4, sampling & 15) for sampling in frame[7::3]]
    across = max((one for one, _ in factors), default=1)
    down = max((other for _, other in factors), default=1)
    return 2 * sum(one * other for one, other in factors) / max(1, across * down)


def _size_of_png(data: bytes) -> tuple[int, int]:
    width, height = struct.unpack(">II", data[16:24].ljust(8, b"\0"))
    return width, height


def _size_of_webp(data: bytes) -> tuple[int, int]:
    """By the first chunk: a canvas, or a picture without or with loss."""
    kind, head = data[12:16], data[20:30].ljust(10, b"\0")
    if kind == b"VP8X":
        return int.from_bytes(head[4:7], "little") + 1, int.from_bytes(head[7:10], "little") + 1
    if kind == b"VP8L":
        bits = int.from_bytes(head[1:5], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    width, height = struct.unpack("<HH", head[6:10])
    return width & 0x3FFF, height & 0x3FFF


def _chunks(data: bytes, kind: str) -> int:
    """The number of chunks. A PNG's are (length, type, data, 4 bytes of checksum), a WebP's (type, length,
    data, padded to an even number of bytes)."""
    chunks = 0
    at = {"PNG": 8, "WebP": 12}[kind]
    while at + 8 <= len(data) and chunks <= MOST_PARTS[kind]:
        if kind == "PNG":
            at += 12 + int(struct.unpack_from(">I", data, at)[0])
        else:
            length = int(struct.unpack_from("<I", data, at + 4)[0])
            at += 8 + length + length % 2
        chunks += 1
    return chunks
