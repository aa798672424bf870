"""Makes the picture files for pages: resized, upright, in sRGB, without any metadata.

The files contain only pixels: no location, camera, comment, thumbnail or colour profile.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from sitegen.rendering.images.library import HEIGHT_FIRST, opened, orientation, pillow, quiet

if TYPE_CHECKING:
    from PIL.Image import Image

FEW_COLOURS = 256
"""Pictures with at most this many colours are drawings: lossy WebP would blur their edges."""
SETTINGS: dict[str, tuple[str, dict[str, Any]]] = {
    "jpg": ("JPEG", {"quality": 82, "progressive": True, "optimize": True}),
    "png": ("PNG", {"optimize": True}),
    "webp": ("WEBP", {"quality": 80, "method": 4}),
    # One thread, because the bytes depend on the number of threads. Speed 6 would take seven times
    # as long to save 2.5 % of the bytes.
    "avif": ("AVIF", {"quality": 60, "speed": 8, "max_threads": 1}),
}
LOSSLESS = {"lossless": True, "method": 4}
OVERSAMPLING = 2.0
"""JPEGs are decoded at this multiple of the target size or more, then resampled."""


class Variant(NamedTuple):
    """One of the files made from a picture. `width` and `height` are in pixels, upright."""

    width: int
    height: int
    extension: str


def encode(data: bytes, variants: Iterable[Variant]) -> Iterator[tuple[Variant, bytes]]:
    """The bytes of each variant of the picture in `data`, widest first. Decodes it only once."""
    ordered = sorted(variants, reverse=True)
    if not ordered:
        return
    with quiet():
        image = opened(data)
        exif_orientation = orientation(image)
        profile = image.info.get("icc_profile")
        width, height = _stored_size(ordered[0], exif_orientation)
        image.draft(None, (round(width * OVERSAMPLING), round(height * OVERSAMPLING)))
        image = _resamplable(image)
    is_drawn = image.getcolors(FEW_COLOURS) is not None
    resized: dict[tuple[int, int], Image] = {}
    for variant in ordered:
        size = variant[:2]
        if size not in resized:
            resized = {
                size: _finished(
                    image, _stored_size(variant, exif_orientation), exif_orientation, profile
                )
            }
        yield variant, _saved(resized[size], variant.extension, is_drawn)


def _stored_size(variant: Variant, exif_orientation: int) -> tuple[int, int]:
    """The size of a variant as the picture is stored, before it is turned upright."""
    width, height = variant[:2]
    return (height, width) if exif_orientation in HEIGHT_FIRST else (width, height)


def _resamplable(image: Image) -> Image:
    """The first frame, in a mode that can be resampled: grey, RGB, RGBA or CMYK, 8 bits each."""
    image.load()
    if image.mode in ("PA", "LA") or "transparency" in image.info:
        return image.convert("RGBA")
    if image.mode.startswith("I"):  # 16 bits of grey
        return image.convert("I").point(lambda value: value / 257).convert("L")
    if image.mode == "1":
        return image.convert("L")
    return image if image.mode in ("L", "RGB", "RGBA", "CMYK") else image.convert("RGB")


def _finished(
    image: Image, size: tuple[int, int], exif_orientation: int, profile: bytes | None
) -> Image:
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
    result = image
    if image.size != size:
        result = image.resize(size, Resampling.LANCZOS, reducing_gap=OVERSAMPLING)
    result = in_srgb(result, profile)
    if exif_orientation in turns:
        result = result.transpose(turns[exif_orientation])
    # Encoders copy metadata from the image they get, so give them a new image without any.
    bare: Image = pillow().new(result.mode, result.size)
    bare.paste(result)
    return bare


def in_srgb(image: Image, profile: bytes | None) -> Image:
    """The image as sRGB, in mode RGB or RGBA. An unreadable embedded profile is ignored."""
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    if profile:
        from PIL import ImageCms

        try:
            embedded = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            srgb = ImageCms.createProfile("sRGB")
            converted = ImageCms.profileToProfile(image, embedded, srgb, outputMode=mode)
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            converted = None
        if converted is not None:
            return converted
    return image.convert(mode)


def _saved(image: Image, extension: str, is_drawn: bool) -> bytes:
    name, settings = SETTINGS[extension]
    if extension == "webp" and is_drawn:
        settings = LOSSLESS
    if extension == "jpg" and image.mode != "RGB":
        image = image.convert("RGB")
    stream = io.BytesIO()
    image.save(stream, name, **settings)
    return stream.getvalue()
