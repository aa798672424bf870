"""The logo of a site, as site.yaml sets it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import pictures
from tests.support.basic_site import SITE
from tests.support.site_test import SiteTest

LOGO = "templates/public/logo.svg"
SQUARE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><path d="M8 8h48v48H8z"/></svg>\n'
)
WIDE = SQUARE.replace('viewBox="0 0 64 64"', 'width="180" height="60px"')


def masthead(site: SiteTest, address: str) -> dict[str, str]:
    (image,) = site.page(address).select(".brand img")
    assert not site.page(address).select(".brand .seal")
    return {name: str(image[name]) for name in ("src", "width", "height", "alt")}


def icon(site: SiteTest, address: str) -> str:
    (link,) = site.page(address).select('link[rel="icon"]')
    return str(link["href"])


@pytest.mark.parametrize("style", ["directory", "file"])
def test_a_logo_stands_in_place_of_the_seal_on_every_page(tmp_path: Path, style: str) -> None:
    settings = f"{SITE}logo: logo.svg\nlink_style: {style}\nbase_path: /zt/\n"
    settings = settings.replace("test.example/", "test.example/zt/")
    site = SiteTest(tmp_path, {"site.yaml": settings, LOGO: SQUARE}).build().passes()
    size = {"width": "44", "height": "44", "alt": ""}
    assert masthead(site, "") == {"src": "logo.svg", **size}
    assert masthead(site, "gi/qingxi-xueli/") == {"src": "../../logo.svg", **size}
    assert masthead(site, "404.html") == {"src": "/zt/logo.svg", **size}
    assert icon(site, "gi/qingxi-xueli/") == "../../logo.svg"


@pytest.mark.parametrize(
    ("file", "data", "width"), [("logo.svg", WIDE, "132"), ("logo.png", pictures.png(90, 60), "66")]
)
def test_a_logo_that_makes_no_icon_leaves_that_of_the_seal(
    tmp_path: Path, file: str, data: str | bytes, width: str
) -> None:
    files = {"site.yaml": f"{SITE}logo: {file}\n", f"templates/public/{file}": data}
    site = SiteTest(tmp_path, files).build().passes()
    assert masthead(site, "about/") == {
        "src": f"../{file}",
        "width": width,
        "height": "44",
        "alt": "",
    }
    assert icon(site, "about/") == "../assets/icon.svg"


def test_pages_are_made_again_where_the_size_of_the_logo_changes(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, {"site.yaml": SITE + "logo: logo.svg\n", LOGO: SQUARE}).preview()
    site.build().passes()
    site.save({LOGO: SQUARE.replace("M8 8", "M9 8")}).passes()
    assert site.remade == {"logo.svg"}
    site.save({LOGO: WIDE}).passes()
    assert masthead(site, "")["width"] == "132"
    site.build().equals_clean_build()


@pytest.mark.parametrize(
    ("name", "code", "words"),
    [
        ("lgo.svg", "site.no-such-logo", "改成 logo.svg"),
        ("li.svg", "site.no-such-logo", "它在 content/media/li.svg"),
        ("content/media/li.svg", "site.no-such-logo", "它在 content/media/li.svg"),
        ("proof.txt", "site.logo-type", "“.txt”不是图片"),
        ("bare.svg", "site.logo-size", "viewBox"),
        ("bad.png", "site.logo-size", "重新导出"),
    ],
)
def test_a_logo_that_cannot_be_shown_is_told_in_the_settings(
    tmp_path: Path, name: str, code: str, words: str
) -> None:
    files = {
        "site.yaml": f"{SITE}logo: {name}\n",
        LOGO: SQUARE,
        "templates/public/proof.txt": "proof\n",
        "templates/public/bare.svg": SQUARE.replace('viewBox="0 0 64 64"', ""),
        "templates/public/bad.png": b"\x89PNG\r\n\x1a\n",
        "content/media/li.svg": SQUARE,
    }
    site = SiteTest(tmp_path, files).check()
    assert f"site.yaml:7:7 {code}" in site.problems
    assert words in site.report.text()
