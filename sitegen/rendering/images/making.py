"""The files that pages show of a picture: smaller, upright, in sRGB, and with nothing else in them.

What is written holds pixels alone: no place, no camera, no comment, no thumbnail, no profile.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from sitegen.rendering.images.library import HEIGHT_FIRST, opened, orientation, pillow, quiet

if TYPE_CHECKING:
    from PIL.Image import Image

FEW_COLOURS = 256
"""A picture of no more colours was drawn, not taken: lossy WebP would smear its edges."""
SETTINGS: dict[str, tuple[str, dict[str, Any]]] = {
    "jpg": ("JPEG", {"quality": 82, "progressive": True, "optimize": True}),
    "png": ("PNG", {"optimize": True}),
    "webp": ("WEBP", {"quality": 80, "method": 4}),
    # With more threads the bytes would differ from machine to machine; speed 6 takes seven times
    # as long for 2.5 % fewer bytes.
    "avif": ("AVIF", {"quality": 60, "speed": 8, "max_threads": 1}),
}
DRAWN = {"lossless": True, "method": 4}
SHARPER = 2.0
"""A JPEG is unfolded at no less than so many times the size wanted, then resampled."""


class Variant(NamedTuple):
    """One file made of a picture."""

    width: int
    height: int
    extension: str


def encode(data: bytes, variants: Iterable[Variant]) -> Iterator[tuple[Variant, bytes]]:
    """The bytes of each variant of the picture in `data`, which is decoded once for all."""
    wanted = sorted(variants, reverse=True)
    if not wanted:
        return
    with quiet():
        image = opened(data)
        turn = orientation(image)
        profile = image.info.get("icc_profile")
        width, height = _lying(wanted[0], turn)
        image.draft(None, (round(width * SHARPER), round(height * SHARPER)))
        image = _plain(image)
    drawn = image.getcolors(FEW_COLOURS) is not None
    pixels: dict[tuple[int, int], Image] = {}
    for variant in wanted:
        size = variant[:2]
        if size not in pixels:
            pixels = {size: _finished(image, _lying(variant, turn), turn, profile)}
        yield variant, _written(pixels[size], variant.extension, drawn)


def _lying(variant: Variant, turn: int) -> tuple[int, int]:
    """The size of a variant before it is turned upright."""
    width, height = variant[:2]
    return (height, width) if turn in HEIGHT_FIRST else (width, height)


def _plain(image: Image) -> Image:
    """The first frame in a mode that can be resampled: grey, RGB, RGBA or CMYK, 8 bits each."""
    image.load()
    if image.mode in ("PA", "LA") or "transparency" in image.info:
        return image.convert("RGBA")
    if image.mode.startswith("I"):  # 16 bits of grey
        return image.convert("I").point(lambda value: value / 257).convert("L")
    if image.mode == "1":
        return image.convert("L")
    return image if image.mode in ("L", "RGB", "RGBA", "CMYK") else image.convert("RGB")


def _finished(image: Image, size: tuple[int, int], turn: int, profile: bytes | None) -> Image:
    from PIL.Image import Resampling, Transpose

    turns = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    small = image
    if image.size != size:
        small = image.resize(size, Resampling.LANCZOS, reducing_gap=SHARPER)
    small = _in_srgb(small, profile)
    if turn in turns:
        small = small.transpose(turns[turn])
    # What savers would copy hangs on the image they are given: this one has nothing to copy.
    bare: Image = pillow().new(small.mode, small.size)
    bare.paste(small)
    return bare


def _in_srgb(image: Image, profile: bytes | None) -> Image:
    """In RGB or RGBA, converted from the embedded profile; one that cannot be read is left out."""
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    if profile:
        from PIL import ImageCms

        try:
            given = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            srgb = ImageCms.createProfile("sRGB")
            found = ImageCms.profileToProfile(image, given, srgb, outputMode=mode)
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            found = None
        if found is not None:
            return found
    return image.convert(mode)


def _written(image: Image, extension: str, drawn: bool) -> bytes:
    name, settings = SETTINGS[extension]
    if extension == "webp" and drawn:
        settings = DRAWN
    if extension == "jpg" and image.mode != "RGB":
        image = image.convert("RGB")
    stream = io.BytesIO()
    image.save(stream, name, **settings)
    return stream.getvalue()
