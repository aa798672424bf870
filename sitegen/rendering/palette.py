"""The colours of a site whose primary or accent colour is its own: all tints, for light and dark pages.

Names are those of css/tokens.css without their dashes. What has text on it, or is text, reaches the contrast
of its mode; only the colour itself may be too faint for that, which is for a rule to refuse (`too_faint`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sitegen.rendering.colours import contrast, mixed, seen, shown

READABLE = 4.5
"""The contrast of text (WCAG 2, AA)."""
ELDER = 7.0
"""The same on pages for old people (AAA)."""
PAPER, WHITE, INK = "#f9f7f1", "#ffffff", "#22251f"
"""What stands in css/tokens.css for light pages, and stays."""
DARK_INK, ON_SEAL = "#ece6d8", "#fffdf7"
WASH, TILE_1, TILE_2 = 0.11, 0.23, 0.82
"""Shares of the colour in its tints on light pages; the rest is white."""
STEP = 0.004
"""By so much lightness is raised or lowered at a time; the eye sees no difference."""
DEFAULTS = {
    "primary": ("#1d5a4b", "#93cbb6"),
    "accent": ("#a93226", "#ea9a89"),
    "seal": ("#ad3529", "#a93a2e"),
}
"""The colours of the default theme that also stand in files of their own: (light, dark)."""

DARK, MORE = "(prefers-color-scheme: dark)", "(prefers-contrast: more)"

Tokens = Mapping[str, str]


class Palette(NamedTuple):
    """The tokens that a site's own colours change, by mode; all empty where it has none."""

    light: Tokens
    dark: Tokens
    elder: Tokens
    elder_dark: Tokens

    def pair(self, name: str) -> tuple[str, str]:
        """A colour as light and dark pages show it."""
        light, dark = DEFAULTS[name]
        return self.light.get(name, light), self.dark.get(name, dark)

    def css(self) -> str:
        """What stands behind css/tokens.css; "" where nothing changes."""
        root, elder = ":root", ":root[data-elder]"
        blocks = [_block(root, self.light), _dark(root, self.dark)]
        blocks += [_block(elder, self.elder), _dark(elder, self.elder_dark)]
        blocks += [_in(MORE, _block(root, self.elder))]
        blocks += [_in(f"{MORE} and {DARK}", _block(root, self.elder_dark))]
        return "\n".join(blocks) if self.light else ""


def palette(primary: str, accent: str) -> Palette:
    """The palette of these two colours, each "" where the theme's own stays."""
    modes = []
    for dark, least in ((False, READABLE), (True, READABLE), (False, ELDER), (True, ELDER)):
        of_primary, of_accent = (_dark_primary, _dark_accent) if dark else (_primary, _accent)
        modes.append(
            (dict(of_primary(primary, least)) if primary else {})
            | (dict(of_accent(accent, least)) if accent else {})
        )
    return Palette(*modes)


def contrast_on_light(colour: str) -> float:
    """The contrast of text in this colour with the ground, of those it stands on, that it shows least on."""
    return min(contrast(colour, ground) for ground in (PAPER, mixed(colour, WHITE, WASH)))


def too_faint(colour: str) -> bool:
    return contrast_on_light(colour) < READABLE


def readable(colour: str, least: float = READABLE) -> str:
    """The nearest colour of the same hue, itself if it will do, in which text can be read."""
    nearest = colour
    while contrast_on_light(nearest) < least:
        nearest = _lighter(nearest, -STEP)
    return nearest


def _primary(colour: str, least: float) -> Iterator[tuple[str, str]]:
    text = readable(colour, least)
    yield "primary", text
    yield "primary-wash", mixed(text, WHITE, WASH)
    yield "on-primary", WHITE
    yield "tile-1", mixed(text, WHITE, TILE_1)
    yield from zip(("tile-2", "on-tile-2"), _middle_tile(text, least), strict=True)
    yield "night", _tint(colour, 0.273, 0.018)


def _dark_primary(colour: str, least: float) -> Iterator[tuple[str, str]]:
    wash, on_primary = _tint(colour, 0.30, 0.03), _tint(colour, 0.20, 0.016)
    yield "paper", _tint(colour, 0.217, 0.014)
    yield "sheet", _tint(colour, 0.245, 0.017)
    yield "hairline", _tint(colour, 0.337, 0.021)
    yield "primary", _until(_tint(colour, 0.795, 0.09), wash, least)
    yield "primary-wash", wash
    yield "on-primary", on_primary
    yield "tile-1", _tint(colour, 0.37, 0.045)
    yield "tile-2", _until(_tint(colour, 0.63, 0.08), on_primary, least)
    yield "on-tile-2", on_primary
    yield "night", _tint(colour, 0.19, 0.013)


def _accent(colour: str, least: float) -> Iterator[tuple[str, str]]:
    text = readable(colour, least)
    yield "accent", text
    yield "accent-wash", mixed(text, WHITE, WASH)
    yield "seal", text


def _dark_accent(colour: str, least: float) -> Iterator[tuple[str, str]]:
    wash = _tint(colour, 0.27, 0.03)
    yield "accent", _until(_tint(colour, 0.77, 0.11), wash, least)
    yield "accent-wash", wash
    # A seal darker than that could not be told from the paper.
    text = readable(colour, least)
    yield "seal", text if seen(text).lightness >= 0.42 else _tint(colour, 0.42, 0.2)


def _middle_tile(colour: str, least: float) -> tuple[str, str]:
    """A tint between the colour and its light ones, and the text on it: as near to TILE_2 as can be read."""
    shares = sorted((share / 100 for share in range(30, 101)), key=lambda s: abs(s - TILE_2))
    tiles = [(mixed(colour, WHITE, share), text) for share in shares for text in (WHITE, INK)]
    return next(pair for pair in tiles if contrast(*pair) >= least)


def _tint(colour: str, lightness: float, most: float) -> str:
    """The hue of a colour at this lightness, with no more chroma than `most` nor than it has itself."""
    own = seen(colour)
    return shown(own._replace(lightness=lightness, chroma=min(own.chroma, most)))


def _until(colour: str, ground: str, least: float) -> str:
    """The colour, made lighter until it reaches a contrast with its dark ground."""
    while contrast(colour, ground) < least:
        colour = _lighter(colour, STEP)
    return colour


def _lighter(colour: str, by: float) -> str:
    own = seen(colour)
    return shown(own._replace(lightness=own.lightness + by))


def _block(selector: str, tokens: Tokens) -> str:
    lines = "".join(f"  --{name}: {colour};\n" for name, colour in tokens.items())
    return f"{selector} {{\n{lines}}}\n"


def _dark(selector: str, tokens: Tokens) -> str:
    return _in(DARK, _block(selector, tokens))


def _in(media: str, css: str) -> str:
    return f"@media {media} {{\n{css}}}\n"
