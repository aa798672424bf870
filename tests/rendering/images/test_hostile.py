"""Whatever bytes come: what is wrong is said, and what is let through can be encoded."""

from __future__ import annotations

import random

import pytest
from PIL import Image, ImageCms

from sitegen.rendering.images.making import Variant, encode
from sitegen.rendering.images.reading import inspect
from tests.support import pictures
from tests.support.attack.rounds import rounds

PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
VIEW = pictures.view(120, 90)
NOTES = Image.Exif()
NOTES[0x0112] = 6
NOTES[0x010E] = "words" * 10
SEEDS = {
    "a.jpg": [
        pictures.saved(VIEW, exif=NOTES, icc_profile=PROFILE),
        pictures.saved(VIEW, progressive=True),
        pictures.saved(VIEW.convert("CMYK"), icc_profile=PROFILE),
    ],
    "a.png": [
        pictures.saved(VIEW, "PNG", icc_profile=PROFILE, exif=NOTES),
        pictures.saved(VIEW.convert("P"), "PNG", transparency=3),
        pictures.png(mode="LA"),
    ],
    "a.webp": [
        pictures.saved(VIEW, "WEBP", exif=NOTES, icc_profile=PROFILE),
        pictures.saved(VIEW.convert("RGBA"), "WEBP", lossless=True),
    ],
    "a.gif": [
        pictures.saved(VIEW, "GIF"),
        pictures.saved(VIEW, "GIF", save_all=True, append_images=[pictures.view(120, 90, 2)]),
    ],
}
TIMES = rounds(usual=150, attack=3_000)
SMALL = 1_000_000


def spoilt(data: bytes, chance: random.Random) -> bytes:
    """Some bytes changed, most of them near the front where the headers are; some cut off."""
    found = bytearray(data)
    for _ in range(chance.choice([1, 1, 2, 5, 20])):
        place = chance.randrange(min(len(found), chance.choice([64, 700, 1_000_000])))
        found[place] = chance.choice([0, 255, chance.randrange(256), found[place] ^ 16])
    end = chance.randrange(len(found)) if chance.random() < 0.2 else len(found)
    return bytes(found[:end])


@pytest.mark.parametrize("name", SEEDS)
def test_spoilt_pictures_are_refused_or_encoded(name: str) -> None:
    chance = random.Random(20260115)
    let_through = 0
    for _ in range(TIMES):
        data = spoilt(chance.choice(SEEDS[name]), chance)
        image, problems = inspect(data, name)
        assert image is not None or len(problems) == 1
        if image is not None and image.width * image.height < SMALL:
            let_through += 1
            wanted = [
                Variant(image.width, image.height, "webp"),
                Variant(min(9, image.width), min(9, image.height), image.extension),
            ]
            assert len(dict(encode(data, wanted))) == 2 or wanted[0] == wanted[1]
    assert 10 < let_through < TIMES
