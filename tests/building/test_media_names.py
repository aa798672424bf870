"""A picture is found however its name is encoded, and no two names make one file."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest

from tests.support import pictures
from tests.support.basic_site import PEAR
from tests.support.site_test import SiteTest

GI = "content/gi/qingxi-xueli.md"
PNG = pictures.png(640, 480)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0"/></svg>'
FORMS = ("NFC", "NFD")


def shown(name: str) -> str:
    row = f"images:\n  - {{file: {json.dumps(name, ensure_ascii=False)}, alt: 梨, illustration: 是}}\n"
    return PEAR.replace("name:", f"{row}name:", 1)


@pytest.mark.parametrize("on_disk", FORMS)
@pytest.mark.parametrize("named", FORMS)
@pytest.mark.parametrize("body", [False, True])
def test_a_picture_is_found_in_either_form_of_its_name(
    tmp_path: Path, on_disk: str, named: str, body: bool
) -> None:
    file = unicodedata.normalize(on_disk, "é梨.png")  # type: ignore[arg-type]
    name = unicodedata.normalize(named, "é梨.png")  # type: ignore[arg-type]
    entry = f"{PEAR}\n![梨]({name})\n" if body else shown(name)
    site = SiteTest(tmp_path, {f"content/media/{file}": PNG, GI: entry})
    site.build().passes()
    assert (site.target / "media" / "é梨-480.webp").is_file()
    source = "../../media/%C3%A9%E6%A2%A8-640.png"
    assert source in {one["src"] for one in site.page("gi/qingxi-xueli/").select("main img")}
    site.build().passes().equals_clean_build()


def test_a_drawing_is_found_in_either_form_of_its_name(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, {"content/media/e\u0301.svg": SVG, GI: shown("\u00e9.svg")})
    assert "示意图" in site.build().passes().text("gi/qingxi-xueli/index.html")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("e\u0301.png", "\u00e9.png"),
        ("e\u0301.svg", "\u00e9.svg"),
        ("A.svg", "a.svg"),
        ("E\u0301.png", "\u00e9.jpg"),
        ("Pic/a.png", "pic/A.png"),
    ],
)
def test_two_names_that_would_make_one_file_are_refused(
    tmp_path: Path, first: str, second: str
) -> None:
    files = {
        f"content/media/{name}": SVG if name.endswith("svg") else PNG for name in (first, second)
    }
    jpeg = {f"content/media/{second}": pictures.saved(pictures.view(64, 64))}
    site = SiteTest(tmp_path, {**files, **(jpeg if second.endswith("jpg") else {})}).build()
    assert site.built is None and "image.same-name" in site.codes
    (problem,) = [one for one in site.report.problems if one.kind.code == "image.same-name"]
    assert {problem.at.file.removeprefix("content/media/")} < {first, second}


@pytest.mark.parametrize(
    ("name", "character", "right"),
    [
        ("\u202egnp.png", "U+202E", "gnp.png"),
        ("a\x1b[2J.png", "U+001B", "a[2J.png"),
        ("a\n::error::b.png", "U+000A", "a::error::b.png"),
        ("x\u200b/b.svg", "U+200B", "x"),
        ("x\u2028.txt", "U+2028", "x.txt"),
        ("\u200b.png", "U+200B", ""),
        ("\U000e0041a.png", "U+E0041", "a.png"),
    ],
)
def test_a_name_with_a_hidden_character_is_refused_with_the_character(
    tmp_path: Path, name: str, character: str, right: str
) -> None:
    site = SiteTest(tmp_path, {f"content/media/{name}": PNG}).build()
    site.fails_with(f"content/media/{name} image.hidden-character")
    facts = site.report.problems[0].facts
    assert (facts["character"], facts["right"]) == (character, right)
    assert character in site.report.text("zh") and name not in site.report.text("zh")


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("a#b.png", "a%23b-640.png"),
        ("a%2e.png", "a%252e-640.png"),
        ("a b,c.png", "a%20b%2Cc-640.png"),
        ("it's&amp;.png", "it%27s%26amp%3B-640.png"),
    ],
)
def test_an_address_escapes_what_a_name_may_hold(tmp_path: Path, name: str, address: str) -> None:
    site = SiteTest(tmp_path, {f"content/media/{name}": PNG, GI: shown(name)}).build().passes()
    page = site.page("gi/qingxi-xueli/")
    assert page.select_one(f'main img[src="../../media/{address}"]') is not None
    (source,) = page.select("main .picture source")
    webp = address.removesuffix("640.png")
    assert source["srcset"] == (f"../../media/{webp}480.webp 480w, ../../media/{webp}640.webp 640w")
