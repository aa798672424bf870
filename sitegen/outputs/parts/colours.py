"""The colours of a site, as its settings have them."""

from __future__ import annotations

from sitegen.config.settings import Settings
from sitegen.rendering.palette import Palette, palette


def palette_of(settings: Settings) -> Palette:
    own = settings.colours
    return palette(own.primary or "", own.accent or "") if own else palette("", "")
