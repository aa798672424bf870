"""The files that pages show: pictures made smaller, drawings, the site's icon; the style sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.model.collections import COLLECTIONS
from sitegen.outputs import addresses
from sitegen.outputs.file_views import DrawingFile, IconFile
from sitegen.outputs.output import Output, PlanContext
from sitegen.outputs.parts import pictures
from sitegen.outputs.render_context import RenderContext
from sitegen.outputs.words import is_craft, seal
from sitegen.rendering.images import library
from sitegen.rendering.images.making import Variant

DRAWING = "files/drawing.svg"
ICON = "files/icon.svg"
VIEW_BOX = re.compile(r'viewBox="([^"]*)"')


def plan(context: PlanContext) -> Iterator[Output]:
    """No file of content/media is published as it is: beside its pixels it may hold a place, a
    name, anything."""
    for name in pictures.used(context):
        image = context.images[name]
        for width, height, extension in pictures.variants(context, image):
            yield context.file(
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
    for name, craft in sorted(_drawings(context)):
        yield context.file(
            addresses.MEDIA + addresses.drawing(name, craft=craft),
            "drawing",
            name,
            "craft" if craft else "",
            file=context.media[name],
            template=context.shared.templates[DRAWING],
        )
    yield context.file(
        addresses.ICON,
        "icon",
        template=context.shared.templates[ICON],
        frame=context.shared.frame,
    )
    yield context.file(context.shared.style, "style")


def _drawings(context: PlanContext) -> set[tuple[str, bool]]:
    """(file, craft) of every drawing that a card shows."""
    return {
        (entry.picture.file, is_craft(entry))
        for name, collection in COLLECTIONS.items()
        if collection.listed
        for entry in context.catalogue.collections[name]
        if entry.picture
        and entry.picture.file.endswith(".svg")
        and entry.picture.file in context.media
    }


def variant(context: RenderContext, name: str, width: str, height: str, extension: str) -> bytes:
    image = context.plan.images[name]
    every = pictures.variants(context.plan, image)
    return context.encoded(name, image, every, Variant(int(width), int(height), extension))


def drawing(context: RenderContext, name: str, craft: str) -> DrawingFile:
    svg = context.drawings[name]
    box = VIEW_BOX.search(svg)
    return DrawingFile(box[1] if box else "", svg, bool(craft))


def icon(context: RenderContext) -> IconFile:
    settings = context.site.settings
    return IconFile(seal(settings.seal or settings.name)[0])


def style(context: RenderContext) -> bytes:
    return context.style.encode()
