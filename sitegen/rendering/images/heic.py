"""Pictures of iPhones (HEIC) become JPEG. They are read by pillow-heif, which need not be installed."""

from __future__ import annotations

import io
from contextlib import nullcontext
from importlib.util import find_spec
from typing import TYPE_CHECKING

from sitegen.problems import Kind, Location, Problem, Severity
from sitegen.rendering.images import reading
from sitegen.rendering.images.library import pillow, quiet
from sitegen.rendering.images.making import in_srgb
from sitegen.rendering.images.reading import Turn

if TYPE_CHECKING:
    from PIL.Image import Image

NOT_INSTALLED = Kind(
    "image.heic",
    Severity.ERROR,
    zh="这是苹果手机的 HEIC 照片，还读不了",
    en="this is an HEIC picture of an iPhone, which cannot be read yet",
    fix_zh="装上 pillow-heif（pip install pillow-heif）；或把照片另存为 JPEG，手机的“相机 › 格式”选“兼容性最佳”再拍",
    fix_en="install pillow-heif (pip install pillow-heif); or save it as JPEG, and choose “Most Compatible” "
    "as the format of the camera",
)
QUALITY = 90
MOST_PIXELS = 50_000_000
"""The largest pictures of telephones have 48 million."""
BYTES_PER_PIXEL = 12
"""Three, in the decoder, in its buffer, in the picture and in the one without metadata."""


def is_installed() -> bool:
    """Whether HEIC pictures can be read."""
    return find_spec("pillow_heif") is not None


def as_jpeg(
    data: bytes, file: str, turn: Turn = lambda memory: nullcontext()
) -> tuple[bytes | None, list[Problem]]:
    """The HEIC picture in `data`, the bytes of `file`, as an upright JPEG in sRGB without metadata; None where
    problems say why not. It is decoded within `turn`, which is told how many bytes that takes.

    How the telephone was held stands in the picture's own transformations, which are applied; the Exif
    orientation repeats it and is not applied again.
    """
    at = Location(file)
    if not is_installed():
        return None, [Problem(NOT_INSTALLED, at)]
    if len(data) > reading.MAX_BYTES:
        most = f"{reading.MAX_BYTES // 1_000_000} MB"
        facts = {"given": f"超过 {most}", "given_en": f"over {most}"}
        facts |= {"wanted": most, "wanted_en": most}
        return None, [Problem(reading.TOO_LARGE, at, facts)]
    import pillow_heif

    try:
        with quiet():
            found = pillow_heif.open_heif(io.BytesIO(data), convert_hdr_to_8bit=True)
            width, height = found.size
            if max(width, height) > reading.MAX_SIDE or width * height > MOST_PIXELS:
                facts = reading.too_many_pixels(width, height, MOST_PIXELS)
                return None, [Problem(reading.TOO_LARGE, at, facts)]
            with turn(width * height * BYTES_PER_PIXEL):
                return _encoded(found.to_pillow()), []
    except Exception as error:  # hostile bytes can make a decoder raise anything
        return None, [Problem(reading.BROKEN, at, reading.reason_of(error))]


def _encoded(image: Image) -> bytes:
    profile = image.info.get("icc_profile")
    colours = in_srgb(image, profile if isinstance(profile, bytes) else None)
    # Encoders copy metadata from the image they get, so give them a new image without any.
    bare: Image = pillow().new("RGB", colours.size, "white")
    bare.paste(colours, mask=colours if colours.mode == "RGBA" else None)
    stream = io.BytesIO()
    bare.save(stream, "JPEG", quality=QUALITY)
    return stream.getvalue()
