"""The files that pages show: pictures made smaller, drawings, the site's icon; the style sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.model.collections import COLLECTIONS
from sitegen.outputs import pictures
from sitegen.outputs import urls as addresses
from sitegen.outputs.file_views import DrawingFile, IconFile
from sitegen.outputs.making import Making
from sitegen.outputs.output import Output, Planning
from sitegen.outputs.words import is_craft, seal
from sitegen.rendering.images import library
from sitegen.rendering.images.making import Variant

DRAWING = "files/drawing.svg"
ICON = "files/icon.svg"
VIEW_BOX = re.compile(r'viewBox="([^"]*)"')


def plan(planning: Planning) -> Iterator[Output]:
    """No file of content/media is published as it is: beside its pixels it may hold a place, a
    name, anything."""
    for name in pictures.used(planning):
        image = planning.images[name]
        for width, height, extension in pictures.variants(planning, image):
            yield planning.file(
                addresses.MEDIA + addresses.variant(name, width, extension),
                "variant",
                name,
                str(width),
                str(height),
                extension,
                batch=image.digest,
                file=image.digest,
                encoder=library.encoder(),
            )
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


def variant(making: Making, name: str, width: str, height: str, extension: str) -> bytes:
    image = making.planning.images[name]
    every = pictures.variants(making.planning, image)
    return making.encoded(name, image, every, Variant(int(width), int(height), extension))


def drawing(making: Making, name: str, craft: str) -> DrawingFile:
    svg = making.drawings[name]
    box = VIEW_BOX.search(svg)
    return DrawingFile(box[1] if box else "", svg, bool(craft))


def icon(making: Making) -> IconFile:
    settings = making.site.settings
    return IconFile(seal(settings.seal or settings.name)[0])


def style(making: Making) -> bytes:
    return making.style.encode()
