"""Pictures that pages show as files, the site's icon, and the style sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.model.collections import COLLECTIONS
from sitegen.outputs import urls as addresses
from sitegen.outputs.making import Making
from sitegen.outputs.output import Output, Planning
from sitegen.outputs.views import DrawingFile, IconFile
from sitegen.outputs.words import is_craft, seal

DRAWING = "files/drawing.svg"
ICON = "files/icon.svg"
VIEW_BOX = re.compile(r'viewBox="([^"]*)"')


def plan(planning: Planning) -> Iterator[Output]:
    for name, digest in planning.media.items():
        if not name.endswith(".svg"):
            yield planning.file(addresses.MEDIA + name, "media", name, file=digest)
    for name, craft in sorted(_drawings(planning)):
        yield planning.file(
            addresses.MEDIA + addresses.drawing(name, craft=craft),
            "drawing",
            name,
            "craft" if craft else "",
            file=planning.media[name],
            template=planning.shared.templates[DRAWING],
        )
    yield planning.file(
        addresses.ICON,
        "icon",
        template=planning.shared.templates[ICON],
        frame=planning.shared.frame,
    )
    yield planning.file(planning.shared.style, "style")


def _drawings(planning: Planning) -> set[tuple[str, bool]]:
    """(file, craft) of every drawing that a card shows."""
    return {
        (entry.picture.file, is_craft(entry))
        for name, collection in COLLECTIONS.items()
        if collection.listed
        for entry in planning.catalogue.collections[name]
        if entry.picture
        and entry.picture.file.endswith(".svg")
        and entry.picture.file in planning.media
    }


def media(making: Making, name: str) -> bytes:
    return making.read_media(name)


def drawing(making: Making, name: str, craft: str) -> DrawingFile:
    svg = making.drawings[name]
    box = VIEW_BOX.search(svg)
    return DrawingFile(box[1] if box else "", svg, bool(craft))


def icon(making: Making) -> IconFile:
    settings = making.site.settings
    return IconFile(seal(settings.seal or settings.name)[0])


def style(making: Making) -> bytes:
    return making.style.encode()
