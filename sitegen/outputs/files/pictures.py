"""The files that pages show: pictures made smaller, drawings, the site's icon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from sitegen.model.types import Label
from sitegen.outputs import addresses
from sitegen.outputs.dependencies import digest_of
from sitegen.outputs.family import Family, Recipe
from sitegen.outputs.output import Output
from sitegen.outputs.parts import pictures
from sitegen.outputs.parts.colours import palette_of
from sitegen.outputs.parts.seals import seal
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext
from sitegen.outputs.showing.table import listed
from sitegen.rendering.images import library
from sitegen.rendering.images.making import Variant

DRAWING_TEMPLATE = "files/drawing.svg"
ICON_TEMPLATE = "files/icon.svg"
VIEW_BOX = re.compile(r'viewBox="([^"]*)"')


class DrawingFile(NamedTuple):
    """卡片上的线描图，自成一个文件 | a drawing of a card, as a file of its own"""

    view_box: str
    """viewBox 的值；没有则空 | the value of viewBox; empty where there is none"""
    svg: Markup
    """图形，可直接写出 | the drawing, ready to print"""
    craft: bool
    """是否工艺类（用点缀色，不用主色） | whether it is of a craft (in the accent colour, not the primary)"""
    colour: str
    """浅色网页上的颜色 | its colour on light pages"""
    dark_colour: str
    """深色网页上的颜色 | its colour on dark pages"""


class IconFile(NamedTuple):
    """浏览器标签上的图标 | the icon in the browser's tab"""

    character: str
    """印章的第一个字 | the first character of the seal"""
    colour: str
    """印章的颜色 | the colour of the seal"""


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
            template=context.shared.templates[DRAWING_TEMPLATE],
            colours=digest_of(palette_of(context.site.settings)),
        )
    yield context.file(
        addresses.ICON,
        "icon",
        template=context.shared.templates[ICON_TEMPLATE],
        frame=context.shared.frame,
    )


def _drawings(context: PlanContext) -> set[tuple[str, bool]]:
    """(file, craft) of every drawing that a card shows."""
    shown = [
        (entry, picture)
        for name in listed()
        for entry in context.catalogue.collections[name]
        if (picture := context.catalogue.card_picture(entry)) is not None
    ]
    return {
        (picture.image.file, pictures.in_accent(entry, picture))
        for entry, picture in shown
        if picture.image.file.endswith(".svg") and picture.image.file in context.media
    }


def variant(context: RenderContext, name: str, width: str, height: str, extension: str) -> bytes:
    image = context.plan.images[name]
    every = pictures.variants(context.plan, image)
    return context.encoded(name, image, every, Variant(int(width), int(height), extension))


def drawing(context: RenderContext, name: str, craft: str) -> DrawingFile:
    svg = context.drawings[name]
    box = VIEW_BOX.search(svg)
    colours = palette_of(context.site.settings).pair("accent" if craft else "primary")
    return DrawingFile(box[1] if box else "", svg, bool(craft), *colours)


def icon(context: RenderContext) -> IconFile:
    settings = context.site.settings
    colour, _ = palette_of(settings).pair("seal")
    return IconFile(seal(settings.seal or settings.name)[0], colour)


FAMILY = Family(
    "pictures",
    plan=plan,
    recipes={
        "variant": Recipe(variant, checked_before=True),
        "drawing": Recipe(drawing, DRAWING_TEMPLATE),
        "icon": Recipe(icon, ICON_TEMPLATE),
    },
    parts={
        "encoder": Label("图片编码器", "the encoder of pictures"),
        "colours": Label("网站的颜色", "the colours of the site"),
    },
    addresses=("media",),
    over="site",
)
