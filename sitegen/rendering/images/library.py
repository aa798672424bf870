"""Pillow, as both halves of this package use it."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from sitegen.files import digest

if TYPE_CHECKING:
    from PIL.Image import Image

FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
"""What is opened at all: each further decoder is a further way in."""
ORIENTATION = 0x0112
HEIGHT_FIRST = frozenset([5, 6, 7, 8])
"""Orientations in which the picture lies on its side."""


@cache
def pillow() -> ModuleType:
    """`PIL.Image`. Its guard against bombs warns, or raises, by the bounds of Pillow: ours, in
    `reading`, stands before anything is decoded."""
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = None
    return Image


@contextmanager
def quiet() -> Iterator[None]:
    """Without Pillow's warnings about a picture's notes, which are of no use to its author."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def opened(data: bytes) -> Image:
    """The picture in these bytes, its header read and nothing decoded."""
    image: Image = pillow().open(io.BytesIO(data), formats=FORMATS)
    return image


def orientation(image: Image) -> int:
    """How the picture is to be turned, 1–8, as its camera wrote it; 1 where nothing sensible is."""
    try:
        found = image.getexif().get(ORIENTATION, 1)
    except Exception:  # a damaged note on a picture is no reason to refuse the picture
        return 1
    return found if isinstance(found, int) and 1 <= found <= 8 else 1


@cache
def encoder() -> str:
    """A digest of all that decides what bytes become of a picture: this code and the codecs."""
    import PIL
    from PIL import features

    parts = [f"pillow={PIL.__version__}"]
    for name in ("jpg", "libjpeg_turbo", "zlib", "webp", "avif", "littlecms2"):
        parts.append(f"{name}={features.version(name)}")
    for path in sorted(Path(__file__).parent.glob("*.py")):
        parts.append(f"{path.name}={digest(path.read_bytes())}")
    return digest("\n".join(parts).encode())[:20]


def can_write_avif() -> bool:
    """Whether this Pillow was built with AVIF."""
    from PIL import features

    return bool(features.check("avif"))
