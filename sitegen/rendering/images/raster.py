"""Drawings in SVG as pictures of pixels. The same drawing and fonts give the same bytes."""

from __future__ import annotations

import io
from typing import Final

from sitegen.rendering.images.fonts import Fonts

QUALITY: Final = 88


def png(svg: str, fonts: Fonts) -> bytes:
    """A drawing as PNG, as large as its `width` and `height` say."""
    # Imported here: few sites have posters.
    from resvg_py import svg_to_bytes

    files = list(dict.fromkeys(font.path for font in fonts))
    return bytes(svg_to_bytes(svg_string=svg, skip_system_fonts=True, font_files=files))


def jpeg(svg: str, fonts: Fonts) -> bytes:
    """The same as JPEG; the drawing covers its whole ground."""
    from PIL import Image

    data = io.BytesIO()
    with Image.open(io.BytesIO(png(svg, fonts))) as image:
        image.convert("RGB").save(data, "JPEG", quality=QUALITY, optimize=True)
    return data.getvalue()
