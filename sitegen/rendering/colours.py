"""Colours by what the eye sees of them: lightness, chroma and hue (OKLCH), and contrast (WCAG 2).

A colour is `#rrggbb` in lower case; lightness runs from 0 to 1, a hue in radians.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import atan2, cos, hypot, sin
from typing import NamedTuple

STEPS = 40
"""How often the chroma of a colour that no screen shows is halved on its way to one that screens show."""


class Seen(NamedTuple):
    """A colour as the eye sees it."""

    lightness: float
    chroma: float
    hue: float


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 (the same) to 21 (black and white)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def mixed(one: str, other: str, share: float) -> str:
    """`share` (0 to 1) of `one` and the rest of `other`."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return _written([share * a + (1 - share) * b for a, b in pairs])


def seen(colour: str) -> Seen:
    red, green, blue = (_linear(channel) for channel in _channels(colour))
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    lightness = 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
    return Seen(lightness, hypot(a, b), atan2(b, a))


def shown(colour: Seen) -> str:
    """The colour as screens show it: with less chroma where they cannot show so much."""
    channels = _light(colour)
    if not _fits(channels):
        least, most = 0.0, colour.chroma
        for _ in range(STEPS):
            middle = (least + most) / 2
            if _fits(_light(colour._replace(chroma=middle))):
                least = middle
            else:
                most = middle
        channels = _light(colour._replace(chroma=least))
    return _written([_encoded(channel) for channel in channels])


def _light(colour: Seen) -> list[float]:
    """The linear light of red, green and blue; outside 0 to 1 where no screen shows it."""
    lightness, chroma, hue = colour
    a, b = chroma * cos(hue), chroma * sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return [
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    ]


def _fits(channels: Sequence[float]) -> bool:
    return all(-1e-6 <= channel <= 1 + 1e-6 for channel in channels)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(colour: str) -> list[float]:
    return [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]


def _written(channels: Sequence[float]) -> str:
    return "#" + "".join(f"{round(255 * min(max(channel, 0), 1)):02x}" for channel in channels)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _encoded(light: float) -> float:
    light = max(light, 0.0)
    return 12.92 * light if light <= 0.0031308 else float(1.055 * light ** (1 / 2.4) - 0.055)
