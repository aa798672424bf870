"""The width and height that a picture states of itself, drawings (SVG) among them."""

from __future__ import annotations

import re

from sitegen.rendering.images.library import opened, quiet

ROOT = re.compile(rb"<svg\b[^>]*>", re.IGNORECASE)
VIEW_BOX = re.compile(rb"""\sviewBox\s*=\s*["']([^"']*)["']""")
SIDE = rb"""\s%s\s*=\s*["']\s*([\d.]+)\s*(?:px)?\s*["']"""


def proportions(data: bytes) -> tuple[float, float] | None:
    """Width and height in one unit, both above 0; None where it states none."""
    root = ROOT.search(data)
    sides = _of_drawing(root[0]) if root else _of_pixels(data)
    return sides if sides and min(sides) > 0 else None


def _of_drawing(root: bytes) -> tuple[float, float] | None:
    box = VIEW_BOX.search(root)
    try:
        if box:
            _, _, width, height = map(float, box[1].replace(b",", b" ").split())
            return width, height
        given = [re.search(SIDE % name, root) for name in (b"width", b"height")]
        width, height = (float(side[1]) for side in given if side)
        return width, height
    except ValueError:
        return None


def _of_pixels(data: bytes) -> tuple[float, float] | None:
    try:
        with quiet():
            width, height = opened(data).size
    except Exception:  # hostile bytes can make a decoder raise anything
        return None
    return width, height
