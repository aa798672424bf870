"""The files made of a picture: upright, in sRGB, never larger, and nothing in them but pixels."""

from __future__ import annotations

import io
from collections.abc import Iterable

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from sitegen.rendering.images.making import SETTINGS, Variant, encode
from tests.support import pictures

SECRET = b"SECRET-PLACE"
FORMATS = ("jpg", "webp", "avif", "png")


def made(data: bytes, *variants: Variant) -> dict[Variant, bytes]:
    return dict(encode(data, variants))


def each(
    data: bytes, width: int, height: int, formats: Iterable[str] = FORMATS
) -> dict[str, bytes]:
    variants = [Variant(width, height, extension) for extension in formats]
    return {variant.extension: found for variant, found in made(data, *variants).items()}


def telling() -> bytes:
    """A JPEG that tells where it was taken in every way there is, with a page hanging on to it."""
    thumbnail = pictures.jpeg(16, 12)
    exif = Image.Exif()
    exif[0x010E] = SECRET.decode()
    exif[0x0110] = "SECRET-CAMERA"
    exif[0x0112] = 6
    place = exif.get_ifd(0x8825)
    place[1], place[2] = "N", (36.0, 42.0, 7.0)
    place[3], place[4] = "E", (119.0, 6.0, 5.0)
    place[29] = "2026:01:02"
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    xmp = b'<x:xmpmeta xmlns:x="adobe:ns:meta/">' + SECRET + b"</x:xmpmeta>"
    data = pictures.jpeg(
        400, 300, exif=exif.tobytes(), icc_profile=profile, comment=SECRET, xmp=xmp
    )
    assert pictures.opened(data).getexif().get_ifd(0x8825)[2] == (36.0, 42.0, 7.0)
    return data + thumbnail + b"<html><script>alert(1)</script>" + SECRET


@pytest.mark.parametrize("extension", FORMATS)
def test_nothing_but_pixels_is_left(extension: str) -> None:
    source = telling()
    assert source.count(SECRET) >= 4
    for width, height in ((150, 200), (300, 400)):
        found = each(source, width, height)[extension]
        for word in (b"SECRET", b"Exif", b"http", b"script", b"xmp", b"ICC", b"2026:01", b"sRGB"):
            assert word.lower() not in found.lower(), word
        image = pictures.opened(found)
        image.load()
        assert not dict(image.getexif()) and not image.getexif().get_ifd(0x8825)
        harmless = {
            "jfif",
            "jfif_version",
            "jfif_unit",
            "jfif_density",
            "progressive",
            "progression",
        }
        harmless |= {"loop", "background", "timestamp", "duration"}
        assert set(image.info) - harmless == set()
        assert pictures.colours(found) == ["blue", "red", "sand", "green"]


def test_what_a_png_says_in_words_is_left_out() -> None:
    words = PngImagePlugin.PngInfo()
    words.add_text("Comment", SECRET.decode())
    words.add_itxt("XML:com.adobe.xmp", SECRET.decode())
    exif = Image.Exif()
    exif[0x010E] = SECRET.decode()
    data = pictures.png(pnginfo=words, exif=exif.tobytes(), dpi=(300, 300)) + SECRET
    for found in each(data, 64, 48).values():
        assert SECRET not in found and b"tEXt" not in found and b"pHYs" not in found


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_orientation_is_set_upright(orientation: int) -> None:
    upright = Image.open(io.BytesIO(pictures.turned(orientation)))
    from PIL import ImageOps

    wanted = pictures.saved(ImageOps.exif_transpose(upright), "PNG")
    width, height = pictures.opened(wanted).size
    for found in each(pictures.turned(orientation), width // 2, height // 2).values():
        assert pictures.opened(found).size == (width // 2, height // 2)
        assert pictures.colours(found) == pictures.colours(wanted)


@pytest.mark.parametrize(
    ("mode", "kind"),
    [("RGB", "JPEG"), ("L", "JPEG"), ("CMYK", "JPEG"), ("RGB", "PNG"), ("RGBA", "PNG"),
     ("LA", "PNG"), ("P", "PNG"), ("1", "PNG"), ("I;16", "PNG"), ("RGBA", "WEBP"), ("P", "GIF")],
)  # fmt: skip
def test_every_kind_of_pixel_becomes_what_browsers_show(mode: str, kind: str) -> None:
    if mode == "I;16":
        image = Image.new("I;16", (60, 60))
        for x in range(60):
            for y in range(60):
                image.putpixel((x, y), x * 1000)
    else:
        image = pictures.quarters(60, 60, mode)
    for extension, found in each(pictures.saved(image, kind), 30, 30).items():
        small = pictures.opened(found)
        assert small.size == (30, 30) and small.mode in ("RGB", "RGBA"), extension
        if mode == "I;16":
            right = small.convert("L").getpixel((28, 15))
            assert isinstance(right, int) and 200 < right < 240
        elif mode in ("RGB", "RGBA", "CMYK", "P"):
            assert pictures.colours(found) == list(pictures.COLOURS), extension


def test_one_can_still_see_through_what_was_clear() -> None:
    clear = Image.new("RGBA", (40, 40), (200, 30, 30, 0))
    clear.paste((30, 160, 60, 255), (0, 0, 20, 40))
    palette = pictures.saved(clear.convert("P"), "PNG", transparency=0)
    for source in (pictures.saved(clear, "PNG"), palette):
        for extension, found in each(source, 20, 20, ("png", "webp", "avif")).items():
            alpha = pictures.opened(found).convert("RGBA").getchannel("A").getextrema()
            assert alpha == (0, 255) or source is palette, extension


def test_an_embedded_profile_is_applied() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = profile.replace(b"rXYZ", b"????").replace(b"bXYZ", b"rXYZ").replace(b"????", b"bXYZ")
    for found in each(pictures.jpeg(icc_profile=swapped), 64, 48).values():
        assert pictures.colours(found)[0] == "blue"


@pytest.mark.parametrize("profile", [b"no profile", b"\0" * 200])
def test_a_profile_that_cannot_be_read_is_left_out(profile: bytes) -> None:
    for found in each(pictures.jpeg(icc_profile=profile), 64, 48).values():
        assert pictures.colours(found) == list(pictures.COLOURS)


def test_a_grey_picture_with_the_profile_of_another_space_is_shown_as_it_is() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    grey = pictures.saved(pictures.quarters(64, 48, "L"), "JPEG", icc_profile=profile)
    assert len(each(grey, 64, 48)) == len(FORMATS)


def test_the_same_picture_gives_the_same_bytes_whatever_is_asked_with_it() -> None:
    data = pictures.saved(pictures.view(900, 600), "JPEG", quality=92)
    together = each(data, 480, 320)
    assert {e: each(data, 480, 320, (e,))[e] for e in FORMATS} == together
    chosen = [Variant(width, width * 2 // 3, "webp") for width in (480, 900)]
    assert made(data, *chosen)[chosen[0]] == together["webp"]


def test_jpegs_come_in_gradually_and_pngs_stay_whole() -> None:
    found = each(pictures.saved(pictures.view(300, 200), "PNG"), 300, 200)
    assert pictures.opened(found["jpg"]).info.get("progressive")
    assert pictures.opened(found["png"]).tobytes() == pictures.view(300, 200).tobytes()


def test_what_was_drawn_keeps_its_edges_in_webp() -> None:
    image = pictures.quarters(300, 200)
    found = each(pictures.saved(image, "PNG"), 300, 200)
    assert pictures.opened(found["webp"]).convert("RGB").tobytes() == image.tobytes()


def test_only_one_thread_writes_avif() -> None:
    """With more, the bytes differ between machines."""
    assert SETTINGS["avif"][1]["max_threads"] == 1


def test_of_what_moves_the_first_frame_is_shown() -> None:
    frames = [Image.new("RGB", (40, 30), colour) for colour in pictures.COLOURS.values()]
    data = pictures.saved(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=50)
    for found in each(data, 40, 30).values():
        assert pictures.colours(found) == ["red"] * 4
