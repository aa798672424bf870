"""QR codes hold the text they should, for a reader that is not ours."""

from __future__ import annotations

import io
import math

import pytest
import zxingcpp
from PIL import Image, ImageFilter
from resvg_py import svg_to_bytes

from sitegen.rendering.qr_code import QUIET_ZONE, QrCode, qr_code

ADDRESS = "https://weiyoushangpin.example/gi/weixian-luobo/"
TEXTS = (
    "https://a.cn/",
    ADDRESS,
    "https://www.weifang.example.gov.cn/zt/weiyoushangpin/organizations/anqiu-guanzhuang-nongye/",
    "https://例子.cn/地理标志/潍县萝卜/",
    "https://example.cn/" + "a" * 300 + "/",
)


def drawn(code: QrCode, pixels: int) -> Image.Image:
    """The code as a picture whose side has so many pixels."""
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {code.side} {code.side}" width="{pixels}" '
        f'height="{pixels}"><path fill="#fff" d="M0 0h{code.side}v{code.side}H0z"/>'
        f'<path stroke="#000" d="{code.path}"/></svg>'
    )
    data = bytes(svg_to_bytes(svg_string=svg, skip_system_fonts=True))
    return Image.open(io.BytesIO(data)).convert("L")


def read(image: Image.Image) -> str:
    found = zxingcpp.read_barcodes(image)
    assert len(found) == 1
    text: str = found[0].text
    return text


@pytest.mark.parametrize("text", TEXTS)
def test_a_reader_finds_the_text(text: str) -> None:
    assert read(drawn(qr_code(text), 600)) == text


def test_a_code_has_its_quiet_zone_and_no_stroke_in_it() -> None:
    code = qr_code(ADDRESS)
    picture = drawn(code, code.side)
    pixels = picture.tobytes()
    inner = range(QUIET_ZONE, code.side - QUIET_ZONE)
    dark = {
        (x, y)
        for x in range(code.side)
        for y in range(code.side)
        if pixels[y * code.side + x] < 128
    }
    assert dark
    assert all(x in inner and y in inner for x, y in dark)
    assert {(QUIET_ZONE, QUIET_ZONE), (code.side - QUIET_ZONE - 1, QUIET_ZONE)} <= dark


def test_thirty_millimetres_in_a_photograph_of_72_dots_an_inch_are_enough() -> None:
    """Such a code is 85 pixels wide; a photograph is blurred, turned and grey."""
    picture = drawn(qr_code(ADDRESS), 4 * round(30 / 25.4 * 72))
    ground = Image.new("L", (600, 600), 235)
    ground.paste(picture, (130, 130))
    for angle in (0, 3, 12, -20):
        photo = ground.rotate(angle, Image.Resampling.BICUBIC, fillcolor=235)
        photo = photo.resize((150, 150), Image.Resampling.LANCZOS)
        photo = photo.filter(ImageFilter.GaussianBlur(0.5)).point(lambda value: 40 + value * 0.7)
        assert read(photo) == ADDRESS, angle


def test_a_dirty_corner_does_not_matter() -> None:
    picture = drawn(qr_code(ADDRESS), 410)
    side = math.isqrt(round(410 * 410 * 0.03))
    picture.paste(0, (200, 250, 200 + side, 250 + side))
    assert read(picture) == ADDRESS
