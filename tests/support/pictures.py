"""Pictures for tests, drawn by Pillow: no photograph is anybody's."""

from __future__ import annotations

import io
import random
from typing import Any

from PIL import Image, ImageChops

COLOURS = {
    "red": (200, 30, 30),
    "green": (30, 160, 60),
    "blue": (40, 60, 190),
    "sand": (200, 180, 130),
}


def quarters(width: int, height: int, mode: str = "RGB") -> Image.Image:
    """Red, green below it blue, sand: so that one can see how it was turned."""
    image = Image.new("RGB", (2, 2))
    for number, colour in enumerate(COLOURS.values()):
        image.putpixel((number % 2, number // 2), colour)
    image = image.resize((width, height), Image.Resampling.NEAREST)
    return (
        image.convert(mode, palette=Image.Palette.ADAPTIVE) if mode == "P" else image.convert(mode)
    )


def view(width: int, height: int, seed: int = 1) -> Image.Image:
    """Something like a photograph: large soft shapes, small ones, a little noise."""
    chance = random.Random(seed)
    made = Image.new("RGB", (width, height), (120, 120, 110))
    for cells, weight in ((3, 0.5), (12, 0.35), (60, 0.25), (300, 0.15)):
        size = (cells, max(1, cells * height // width))
        soft = Image.frombytes("RGB", size, chance.randbytes(size[0] * size[1] * 3))
        made = Image.blend(made, soft.resize((width, height), Image.Resampling.BICUBIC), weight)
    grain = Image.frombytes("L", (64, 64), chance.randbytes(4096)).point(lambda v: 122 + v // 20)
    tiled = Image.new("L", (width, height))
    for x in range(0, width, 64):
        for y in range(0, height, 64):
            tiled.paste(grain, (x, y))
    return ImageChops.add(made, tiled.convert("RGB"), scale=1, offset=-128)


def saved(image: Image.Image, kind: str = "JPEG", **options: Any) -> bytes:
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def jpeg(width: int = 64, height: int = 48, **options: Any) -> bytes:
    return saved(quarters(width, height), **{"quality": 90, **options})


def png(width: int = 64, height: int = 48, mode: str = "RGB", **options: Any) -> bytes:
    return saved(quarters(width, height, mode), "PNG", **options)


def turned(orientation: int, width: int = 64, height: int = 48) -> bytes:
    """A JPEG that its camera wrote lying as `orientation` says."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    return jpeg(width, height, exif=exif)


def colours(data: bytes) -> list[str]:
    """The names of the colours in the four quarters, in reading order."""
    image = Image.open(io.BytesIO(data)).convert("RGB")
    width, height = image.size
    places = [(x, y) for y in (height // 4, height * 3 // 4) for x in (width // 4, width * 3 // 4)]
    return [_nearest(image.getpixel(place)) for place in places]


def _nearest(pixel: Any) -> str:
    def far(name: str) -> int:
        return sum((a - b) ** 2 for a, b in zip(COLOURS[name], pixel, strict=True))

    return min(COLOURS, key=far)


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))
