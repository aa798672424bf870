"""Pillow, set up for `reading` and `making`."""

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
"""The only formats that are decoded: every further decoder is more code open to attack."""
ORIENTATION = 0x0112
"""The Exif tag of the orientation."""
HEIGHT_FIRST = frozenset([5, 6, 7, 8])
"""Orientations of pictures that are stored on their side: width and height are swapped."""


@cache
def pillow() -> ModuleType:
    """`PIL.Image` without its own limit of pixels. `reading` enforces ours before it decodes."""
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = None
    return Image


@contextmanager
def quiet() -> Iterator[None]:
    """Suppresses Pillow's warnings about metadata: authors cannot do anything about them."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def opened(data: bytes) -> Image:
    """The picture in these bytes. Only the header has been read, no pixels."""
    image: Image = pillow().open(io.BytesIO(data), formats=FORMATS)
    return image


def orientation(image: Image) -> int:
    """The Exif orientation, 1–8. 1 (upright) if it is missing or invalid."""
    try:
        value = image.getexif().get(ORIENTATION, 1)
    except Exception:  # damaged metadata is no reason to refuse the picture
        return 1
    return value if isinstance(value, int) and 1 <= value <= 8 else 1


@cache
def encoder() -> str:
    """A digest of everything that affects the encoded bytes: this package's code and the codecs."""
    import PIL
    from PIL import features

    parts = [f"pillow={PIL.__version__}"]
    for name in ("jpg", "libjpeg_turbo", "zlib", "webp", "avif", "littlecms2"):
        parts.append(f"{name}={features.version(name)}")
    for path in sorted(Path(__file__).parent.glob("*.py")):
        parts.append(f"{path.name}={digest(path.read_bytes())}")
    return digest("\n".join(parts).encode())[:20]


def can_write_avif() -> bool:
    """Whether the installed Pillow was built with AVIF."""
    from PIL import features

    return bool(features.check("avif"))
