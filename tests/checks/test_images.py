"""Pictures exist and say what they show."""

from __future__ import annotations

import json
import zlib
from pathlib import Path

import pytest

from sitegen.building.media import UNUSED
from tests.support import pictures, planned_site
from tests.support.basic_site import BASIC
from tests.support.problem_lines import problem_line
from tests.support.site_test import SiteTest

GI = "content/gi/qingxi-xueli.md"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0"/></svg>'
MEDIA: dict[str, str | bytes | None] = {
    "content/media/pear.png": pictures.png(640, 480),
    "content/media/pear.svg": SVG,
}


def picture_problems(root: Path, images: str = "", body: str = "") -> list[str]:
    text = BASIC[GI]
    assert isinstance(text, str)
    new = text.replace("name:", f"{images}name:", 1) + body
    _, report = planned_site.plan(root, {**MEDIA, GI: new})
    return [
        f"{problem_line(problem)} {problem.facts.get('nearest', '')}".strip()
        for problem in report.sorted()
        if problem.kind is not UNUSED  # most of these tests need no more than one of MEDIA
    ]


@pytest.mark.parametrize("file", ["pear.png", "pear.svg"])
def test_a_picture_with_its_words_is_fine(tmp_path: Path, file: str) -> None:
    assert picture_problems(tmp_path, f"images:\n  - {{file: {file}, alt: 一只梨}}\n") == []


def test_a_missing_picture_is_told_with_the_nearest(tmp_path: Path) -> None:
    assert picture_problems(tmp_path, "images:\n  - {file: paer.png, alt: 一只梨}\n") == [
        f"{GI}:3:12 image.missing pear.png"
    ]


@pytest.mark.parametrize("decorative", ["是", "有", "Yes", "true"])
def test_only_a_decorative_picture_needs_no_words(tmp_path: Path, decorative: str) -> None:
    assert picture_problems(tmp_path / "a", "images:\n  - {file: pear.png}\n") == [
        f"{GI}:3:5 image.no-alt"
    ]
    assert picture_problems(tmp_path / "b", "images:\n  - {file: pear.png, decorative: 否}\n") != []
    images = f"images:\n  - {{file: pear.png, decorative: {decorative}}}\n"
    assert picture_problems(tmp_path / "c", images) == []


def test_pictures_in_bodies_are_checked_at_their_line(tmp_path: Path) -> None:
    assert picture_problems(tmp_path / "a", body="\n![梨](pear.png)\n") == []
    assert picture_problems(tmp_path / "b", body="\n![梨](pearl.png)\n") == [
        f"{GI}:13:6 image.missing pear.png"
    ]
    assert picture_problems(tmp_path / "c", body="\n![梨](pear.svg)\n") == [
        f"{GI}:13:6 image.drawing-in-body"
    ]


@pytest.mark.parametrize("file", ["../site.yaml", "/etc/passwd", "a/../../x.png", ".hidden.png"])
def test_a_picture_never_comes_from_outside_media(tmp_path: Path, file: str) -> None:
    (problem,) = picture_problems(tmp_path, f"images:\n  - {{file: {file}, alt: 甲}}\n")
    assert problem.startswith(f"{GI}:3:12 image.missing")


def test_a_drawing_that_could_act_is_refused_by_name(tmp_path: Path) -> None:
    bad = SVG.replace("<path", "<script>1</script><path")
    files = {**MEDIA, "content/media/bad.svg": bad}
    SiteTest(tmp_path, files).check().fails_with("content/media/bad.svg image.bad-drawing")


def test_pictures_are_published_and_hidden_files_are_not(tmp_path: Path) -> None:
    text = BASIC[GI]
    assert isinstance(text, str)
    images = "images:\n  - {file: pear.png, alt: 一只梨}\n  - {file: pear.svg, alt: 画的梨, illustration: 是}\n"
    hidden = {"content/media/.hidden.png": b"x"}
    site = SiteTest(tmp_path, {**MEDIA, **hidden, GI: text.replace("name:", f"{images}name:", 1)})
    site.build().warns_of("content/media/.hidden.png file.hidden")
    page = site.text("gi/qingxi-xueli/index.html")
    assert 'alt="一只梨"' in page and "示意图" in page
    names = {path.name for path in (site.root / "output/media").iterdir()}
    lent = "pear.pine.svg"
    assert names == {"pear-480.png", "pear-480.webp", "pear-640.png", "pear-640.webp", lent}


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("汉" * 79 + ".png", "240 字节"),
        ('"><img src=x>.png', "看不见的字符"),
        ("a?.png", "看不见的字符"),
        ("con.png", "设备"),
        ("old/Lpt1.x.png", "设备"),
        ("old /a.png", "空格结尾"),
        ("web.config/a.png", "网页服务器"),
    ],
)
def test_the_name_of_a_picture_can_be_an_address(tmp_path: Path, name: str, why: str) -> None:
    site = SiteTest(tmp_path, {f"content/media/{name}": pictures.png(640, 480)}).build()
    (problem,) = site.report.problems
    assert site.built is None and problem.kind.code == "image.bad-name"
    assert problem.at.file == f"content/media/{name}" and why in problem.message("zh")


@pytest.mark.parametrize(
    "name", ["青溪 雪梨（一）.png", "it's, a&b;.png", "a..b%2e-1.png", "-1.png"]
)
def test_a_picture_may_have_a_name_in_any_language(tmp_path: Path, name: str) -> None:
    text = BASIC[GI]
    assert isinstance(text, str)
    shown = text.replace("name:", f"images:\n  - {{file: {json.dumps(name)}, alt: 梨}}\nname:", 1)
    site = SiteTest(tmp_path, {f"content/media/{name}": pictures.png(640, 480), GI: shown})
    site.build().passes()
    assert (site.target / "media" / f"{name.removesuffix('.png')}-480.webp").is_file()


def test_a_file_that_is_no_picture_is_told_once_at_its_place(tmp_path: Path) -> None:
    """Not again as missing, where an entry names it."""
    text = BASIC[GI]
    assert isinstance(text, str)
    images = "images:\n  - {file: page.jpg, alt: 甲}\n  - {file: notice.pdf, alt: 乙}\n"
    changes: dict[str, str | bytes | None] = {
        GI: text.replace("name:", f"{images}name:", 1),
        "content/media/page.jpg": b"<html><script>alert(1)</script>",
        "content/media/notice.pdf": b"%PDF-1.7",
        "content/media/Thumbs.db": b"x",
        "content/media/draw.SVG": SVG,
    }
    SiteTest(tmp_path, changes).check().fails_with(
        "content/media/draw.SVG file.extension",
        "content/media/notice.pdf image.unsupported-type",
        "content/media/page.jpg image.wrong-type",
    )


def test_files_that_cannot_be_read_are_told_at_their_place(tmp_path: Path) -> None:
    root = SiteTest(tmp_path, {"content/media/a:b.jpg": b"x"}).root
    (root / "content/media/link.jpg").symlink_to("/etc/passwd")
    SiteTest(root).check().fails_with(
        "content/media/a:b.jpg file.bad-name", "content/media/link.jpg file.symlink"
    )


def test_pictures_of_which_the_same_files_would_be_made_are_told(tmp_path: Path) -> None:
    changes: dict[str, str | bytes | None] = {
        "content/media/gi/a.jpg": pictures.jpeg(),
        "content/media/gi/a.png": pictures.png(),
        "content/media/gi/A.webp": pictures.saved(pictures.quarters(9, 9), "WEBP"),
        "content/media/gi/a-480.jpg": pictures.jpeg(),
        "content/media/a.png": pictures.png(),
    }
    SiteTest(tmp_path, changes).check().fails_with(
        "content/media/gi/a.jpg image.same-name", "content/media/gi/a.png image.same-name"
    )


def test_the_size_of_a_refused_bomb_is_never_unfolded(tmp_path: Path) -> None:
    bomb = pictures.png(20, 20)
    header = bomb.index(b"IHDR")
    forged = bytearray(bomb)
    forged[header + 4 : header + 12] = (60000).to_bytes(4, "big") * 2
    forged[header + 17 : header + 21] = zlib.crc32(forged[header : header + 17]).to_bytes(4, "big")
    found = SiteTest(tmp_path, {"content/media/bomb.png": bytes(forged)}).check().problems
    assert found == ["content/media/bomb.png image.too-large"]


def test_pictures_of_what_is_not_public_stay_at_home(tmp_path: Path) -> None:
    text = BASIC["content/products/li-gao.md"]
    assert isinstance(text, str)
    images = "images:\n  - {file: pear.png, alt: 一只梨}\n"
    changes: dict[str, str | bytes | None] = {
        "content/media/pear.png": pictures.png(640, 480),
        "content/products/li-gao.md": text.replace("name:", f"draft: 是\n{images}name:", 1),
    }
    site = SiteTest(tmp_path, changes)
    site.build().passes()
    assert not (site.root / "output/media").exists()
