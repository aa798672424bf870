"""The QR codes of entries, their posters, and the square pictures that messengers show of them."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from sitegen.model.entry import Entry
from sitegen.model.types import Label
from sitegen.outputs import addresses
from sitegen.outputs.dependencies import digest_of
from sitegen.outputs.family import Family, Recipe
from sitegen.outputs.output import Output
from sitegen.outputs.parts import pictures
from sitegen.outputs.parts.colours import palette_of
from sitegen.outputs.parts.handouts import (
    drawing_colour,
    handed_out,
    on_posters,
    paper,
    paper_dependency,
)
from sitegen.outputs.parts.poster_text import PosterText, poster_text
from sitegen.outputs.parts.seals import seal_of
from sitegen.outputs.parts.statuses import statuses_digest
from sitegen.outputs.parts.views.handouts import Paper
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext
from sitegen.rendering.colours import mixed
from sitegen.rendering.images import raster
from sitegen.rendering.images.fonts import Fonts
from sitegen.rendering.images.reading import ImageFile
from sitegen.rendering.palette import PAPER, WASH, WHITE
from sitegen.rendering.qr_code import QrCode, qr_code

CODE, POSTER, THUMBNAIL = "files/qr.svg", "files/poster.svg", "files/thumbnail.svg"
WIDEST = 1080
"""The width of a photograph on a poster is at most this many pixels, where it comes in several."""
MIME = {"jpg": "image/jpeg", "png": "image/png", "gif": "image/gif"}


class CodeFile(NamedTuple):
    """二维码图片 | the picture of a QR code"""

    code: QrCode
    """条目永久网址的二维码 | the QR code of the entry's permanent address"""


class PosterFile(NamedTuple):
    """海报（1080×1440），由 SVG 画成 PNG | a poster (1080×1440), a PNG drawn from SVG"""

    paper: Paper
    """海报上的内容 | what is on the poster"""
    text: PosterText
    """排好的字行和大小 | its texts, set in lines and sizes"""
    photo: str
    """照片，写成 data: 网址；没有则空 | its photograph as a data: address; empty where it has none"""
    seal_colour: str
    """印章的颜色 | the colour of the seal"""
    ground: str
    """底色 | the colour of its ground"""
    wash: str
    """图片下面的底色 | the colour of the ground below its picture"""
    heading_font: str
    """名称的字体 | the font of the name"""
    text_font: str
    """其余的字体 | the font of all else"""


class ThumbnailFile(NamedTuple):
    """聊天软件取用的方图（600×600），由 SVG 画成 JPEG | the square picture for messengers (600×600), a JPEG drawn from SVG"""

    photo: str
    """照片，写成 data: 网址；没有则空 | its photograph as a data: address; empty where it has none"""
    svg: Markup
    """线描图；没有则空 | its drawing; empty where it has none"""
    seal: tuple[str, ...]
    """代替图片的印章；可空 | the seal that stands in for a picture; may be empty"""
    colour: str
    """图的颜色 | the colour of the drawing"""
    seal_colour: str
    """印章的颜色 | the colour of the seal"""
    ground: str
    """底色 | the colour of its ground"""
    heading_font: str
    """印章的字体 | the font of the seal"""


def plan(context: PlanContext) -> Iterator[Output]:
    urls = digest_of([context.urls.permanent_url, context.edition.prefix])
    for entry in handed_out(context):
        yield context.edition_file(
            addresses.code(entry),
            "qr-code",
            entry.key,
            template=context.shared.templates[CODE],
            address=urls,
        )
    for entry in on_posters(context):
        photo = _photo(context, entry)
        # What is made of one photograph is made by one process (building.variants).
        batch = photo[1].digest if photo else addresses.poster(entry)
        for address, recipe, template in (
            (addresses.poster(entry), "poster", POSTER),
            (addresses.thumbnail(entry), "thumbnail", THUMBNAIL),
        ):
            yield context.edition_file(
                address,
                recipe,
                entry.key,
                batch=batch,
                template=context.shared.templates[template],
                cards=paper_dependency(context, entry),
                file=photo[1].digest if photo else "",
                fonts=digest_of(context.shared.fonts and context.shared.fonts.identity),
                frame=context.shared.frame,
                statuses=statuses_digest(context, entry.key),
            )


def _photo(context: PlanContext, entry: Entry) -> tuple[str, ImageFile] | None:
    """The photograph that the entry shows, and its name; None where it shows none."""
    shown = context.catalogue.card_picture(entry)
    image = context.images.get(shown.image.file) if shown else None
    return (shown.image.file, image) if shown and image else None


def code(context: RenderContext, key: str) -> CodeFile:
    entry = context.catalogue.entries[key]
    return CodeFile(qr_code(context.urls.permanent(addresses.entry(entry))))


def poster(context: RenderContext, key: str) -> PosterFile:
    entry = context.catalogue.entries[key]
    fonts = _fonts(context)
    shown = paper(context, addresses.poster(entry), entry)
    return PosterFile(
        paper=shown,
        text=poster_text(context.wording, shown, fonts),
        photo=_as_data(context, entry),
        seal_colour=palette_of(context.site.settings).pair("seal")[0],
        ground=PAPER,
        wash=mixed(shown.colour, WHITE, WASH),
        heading_font=fonts.heading.family,
        text_font=fonts.text.family,
    )


def thumbnail(context: RenderContext, key: str) -> ThumbnailFile:
    entry = context.catalogue.entries[key]
    record = context.catalogue.record(entry)
    shown = pictures.entry_pictures(context, addresses.thumbnail(entry), entry, record.images)
    colour = drawing_colour(context, entry)
    return ThumbnailFile(
        photo=_as_data(context, entry),
        svg=shown[0].svg if shown else Markup(),
        seal=seal_of(context.plan, entry),
        colour=colour,
        seal_colour=palette_of(context.site.settings).pair("seal")[0],
        ground=mixed(colour, WHITE, WASH),
        heading_font=_fonts(context).heading.family,
    )


def _as_data(context: RenderContext, entry: Entry) -> str:
    """The photograph of an entry as a data: address, "" where it shows none."""
    photo = _photo(context.plan, entry)
    if photo is None:
        return ""
    name, image = photo
    every = pictures.variants(context.plan, image)
    plain = [variant for variant in every if variant.extension == image.extension]
    variant = max(plain, key=lambda variant: (variant.width <= WIDEST, variant.width))
    data = base64.b64encode(context.encoded(name, image, every, variant)).decode()
    return f"data:{MIME[image.extension]};base64,{data}"


def _fonts(context: RenderContext) -> Fonts:
    fonts = context.plan.shared.fonts
    assert fonts is not None, "nothing is planned without"
    return fonts


def as_png(context: RenderContext, svg: str) -> bytes:
    return raster.png(svg, _fonts(context))


def as_jpeg(context: RenderContext, svg: str) -> bytes:
    return raster.jpeg(svg, _fonts(context))


FAMILY = Family(
    "posters",
    plan=plan,
    recipes={
        "qr-code": Recipe(code, CODE),
        "poster": Recipe(poster, POSTER, finish=as_png),
        "thumbnail": Recipe(thumbnail, THUMBNAIL, finish=as_jpeg),
    },
    parts={
        "address": Label("永久网址", "the permanent address"),
        "fonts": Label("海报的字体", "the fonts of posters"),
        "statuses": Label("认定记录或其状态", "its recognitions or their status"),
    },
)
