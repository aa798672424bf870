"""Any bytes as a picture: refused in words, or made into small pictures without a word of the old file."""

from __future__ import annotations

import io
from xml.etree import ElementTree

from PIL import Image, ImageCms

from sitegen.problems import Problem
from sitegen.rendering import drawing
from sitegen.rendering.images.making import Variant, encode
from sitegen.rendering.images.reading import ImageFile, inspect
from tests.support import pictures as drawn
from tests.support.attack import page_audit, seeds
from tests.support.attack.target import Target, chosen

NAMES = ("a.jpg", "a.png", "a.webp", "a.gif", "a.svg", "a.JPEG", "a.tif")
SMALL = 250_000
"""Pixels of a picture up to which it is made into others; the rest are only looked at."""
SECRET = b"canary"
"""Stands in the notes of the seeds."""


def run(data: bytes) -> None:
    number, data = chosen(data, len(NAMES))
    name = NAMES[number]
    if name.endswith(".svg"):
        _drawing(data, name)
        return
    image, problems = inspect(data, name)
    assert image is not None or len(problems) == 1
    _check_words(problems, name)
    if image is not None and image.width * image.height < SMALL:
        _make(data, image)


def _make(data: bytes, image: ImageFile) -> None:
    wanted = [
        Variant(min(40, image.width), min(30, image.height), "webp"),
        Variant(image.width, image.height, image.extension),
    ]
    for variant, made in encode(data, wanted):
        assert SECRET not in made
        with Image.open(io.BytesIO(made)) as shown:
            assert shown.size == variant[:2]
            assert not shown.getexif() and not set(shown.info) & {"icc_profile", "comment", "xmp"}


def _drawing(data: bytes, name: str) -> None:
    cleaned, problems = drawing.clean(data, name)
    assert (cleaned is None) == bool(problems)
    _check_words(problems, name)
    if cleaned is not None:
        assert list(page_audit.faults(cleaned)) == []
        for element in ElementTree.fromstring(cleaned).iter():
            assert element.tag in drawing.TAGS and not (element.text or "").strip()
            assert "url(" not in "".join(element.attrib.values()).lower()


def _check_words(problems: list[Problem], name: str) -> None:
    for problem in problems:
        assert problem.at.file == name
        for language in ("zh", "en"):
            assert problem.message(language) and problem.fix(language)


def seeded() -> list[bytes]:
    view = drawn.view(32, 24)
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    notes = Image.Exif()
    notes[0x0112], notes[0x010E] = 6, "canary"
    found = [
        (0, drawn.saved(view, exif=notes, icc_profile=profile, comment=SECRET)),
        (0, drawn.saved(view, progressive=True)),
        (0, drawn.saved(view.convert("CMYK"))),
        (0, drawn.saved(view.convert("L"))),
        (1, drawn.saved(view, "PNG", exif=notes, icc_profile=profile)),
        (1, drawn.saved(view.convert("P"), "PNG", transparency=3)),
        (1, drawn.png(20, 16, mode="LA")),
        (1, drawn.saved(view.convert("1"), "PNG")),
        (2, drawn.saved(view, "WEBP", exif=notes, icc_profile=profile)),
        (2, drawn.saved(view.convert("RGBA"), "WEBP", lossless=True)),
        (3, drawn.saved(view, "GIF", comment=SECRET)),
        (3, drawn.saved(view, "GIF", save_all=True, append_images=[drawn.view(32, 24, 2)])),
        *((4, data) for data in seeds.files(".svg")),
    ]
    return [bytes([number]) + data for number, data in found]


TARGET = Target(
    run,
    seeded,
    (
        *(
            b"\xff\xd8\xff",
            b"\xff\xda",
            b"\xff\xc2",
            b"\xff\xd9",
            b"\xff\xe1\0\x10Exif\0\0",
            b"IHDR",
            b"IDAT",
            b"IEND",
        ),
        *(
            b"acTL",
            b"fcTL",
            b"iCCP",
            b"tRNS",
            b"eXIf",
            b"RIFF",
            b"WEBPVP8X",
            b"ANIM",
            b"ANMF",
            b"GIF89a",
            b"\x21\xf9\x04",
        ),
        *(
            b"<svg viewBox='0 0 1 1' xmlns='http://www.w3.org/2000/svg'>",
            b"<path d=''/>",
            b"<!DOCTYPE a>",
            b"&#38;#60;",
        ),
        *(
            b" onload=''",
            b"fill='url(#a)'",
            b"xlink:href=''",
            b"<?xml version='1.0' encoding='utf-7'?>",
            b"<g>",
            b"</g>",
        ),
    ),
)
