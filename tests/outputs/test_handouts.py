"""Cards, sheets, codes and posters: which entries have them, and what stands on them."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from sitegen.rendering.images import fonts
from tests.support.basic_site import BASIC, PEAR, SITE
from tests.support.pictures import COLOURS, quarters, saved
from tests.support.site_test import SiteTest

GI = "content/gi/qingxi-xueli.md"
NOTICE = "content/recognitions/cnipa-700.yaml"
ADDRESS = "https://test.example/gi/qingxi-xueli/"
ALL = ("qr.svg", "card/index.html", "sheet/index.html", "poster.png", "thumbnail.jpg")
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" fill="currentColor">'
    '<circle cx="200" cy="200" r="150"/></svg>'
)
FONTS = fonts.find(Path())
needs_font = pytest.mark.skipif(FONTS is None, reason="no Noto CJK on this machine")


def settings(lines: str) -> str:
    return f"{SITE}featured: [gi:qingxi-xueli]\n{lines}"


def made(site: SiteTest, entry: str = "gi/qingxi-xueli") -> tuple[str, ...]:
    return tuple(name for name in ALL if (site.target / entry / name).is_file())


def text_of_code(site: SiteTest, name: str) -> str:
    with Image.open(io.BytesIO((site.target / "gi/qingxi-xueli" / name).read_bytes())) as image:
        found = zxingcpp.read_barcodes(image.convert("L"))
    assert len(found) == 1
    text: str = found[0].text
    return text


def test_featured_entries_have_a_code_a_card_and_a_sheet(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, {"site.yaml": settings("")}).build().passes()
    assert made(site) == ALL[:3]
    assert made(site, "products/li-gao") == ()
    links = [link["href"] for link in site.page("gi/qingxi-xueli/").select("#handouts ~ ul a")]
    assert links == [f"../../gi/qingxi-xueli/{name}" for name in ("card/", "sheet/", "qr.svg")]
    assert not site.page("products/li-gao/").select("#handouts")


@pytest.mark.parametrize(("share", "of_pear", "of_cake"), [("无", 0, 0), ("全部", 3, 3)])
def test_a_site_says_which_entries_have_them(
    tmp_path: Path, share: str, of_pear: int, of_cake: int
) -> None:
    site = SiteTest(tmp_path, {"site.yaml": settings(f"handouts: {share}\n")}).build().passes()
    assert len(made(site)) == of_pear
    assert len(made(site, "products/li-gao")) == of_cake


def test_a_share_that_is_none_is_refused(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, {"site.yaml": settings("posters: 一半\n")})
    site.build().fails_with("site.yaml:8:10 schema.not-a-choice")


@pytest.mark.parametrize("event", ["撤销", "暂停"])
def test_an_entry_whose_title_was_taken_back_has_none(tmp_path: Path, event: str) -> None:
    """What is printed would go on to praise it."""
    site = SiteTest(tmp_path, {"site.yaml": settings("")})
    text = (site.root / NOTICE).read_text("utf-8")
    history = f"history:\n  - {{row: a, date: 2026-01-05, status: {event}, document: 某号}}\n"
    site.write(NOTICE, text + history)
    site.build().warns_of("site.yaml:7:12 site.title-ended")
    assert made(site) == ()
    assert not site.page("gi/qingxi-xueli/").select("#handouts")


@pytest.mark.parametrize(
    "rows", ["", "  - {row: a, subject: gi:qingxi-xueli, valid_until: 2025-12-31}\n"]
)
def test_an_indication_that_holds_no_title_has_none(tmp_path: Path, rows: str) -> None:
    """Its paper would call it a geographical indication and say nothing of how it stands."""
    site = SiteTest(
        tmp_path, {"site.yaml": settings("handouts: 全部\nrules: {entry.unannounced: 关闭}\n")}
    )
    head = (site.root / NOTICE).read_text("utf-8").partition("  - ")[0]
    if rows:
        site.write(NOTICE, head + rows)
    else:
        site.remove(NOTICE)
    site.build()
    assert site.built is not None and made(site) == ()
    assert made(site, "products/li-gao") == ALL[:3]


def test_titles_stand_with_status_number_and_day_of_check(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, {"site.yaml": settings("")})
    site.change(GI, "categories: pears", "categories: pears\nchecked: 2025-12-16")
    site.build().passes()
    for page in ("card", "sheet"):
        title = site.page(f"gi/qingxi-xueli/{page}/").select_one(".paper__titles li")
        assert title is not None
        words = "".join(title.get_text("").split())
        assert words == "地理标志产品有效国家知识产权局公告第700号；核对至2025-12-16"


def test_the_printed_address_and_the_code_are_the_permanent_ones(tmp_path: Path) -> None:
    """Also where the site is served below another path today."""
    site = SiteTest(
        tmp_path,
        {"site.yaml": settings("base_path: /zt/\nrules: {site.path-disagrees: 关闭}\n")},
    )
    site.build().passes()
    card = site.page("gi/qingxi-xueli/card/")
    assert card.select(".paper__address")[0].text == "test.example/gi/qingxi-xueli/"
    before = (site.target / "gi/qingxi-xueli/qr.svg").read_bytes()
    site.change("site.yaml", "test.example", "other.example").build().passes()
    assert (site.target / "gi/qingxi-xueli/qr.svg").read_bytes() != before


def test_search_engines_leave_cards_out(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, {"site.yaml": settings("")}).build().passes()
    for page in ("card", "sheet"):
        robots = site.page(f"gi/qingxi-xueli/{page}/").select('meta[name="robots"]')
        assert [tag["content"] for tag in robots] == ["noindex, follow"]
    assert "/card/" not in (site.target / "sitemap.xml").read_text("utf-8")


@needs_font
def test_a_poster_is_a_picture_whose_code_leads_to_the_entry(tmp_path: Path) -> None:
    site = SiteTest(
        tmp_path,
        {
            "site.yaml": settings("posters: 推荐\n"),
            "content/media/pear.svg": DRAWING,
            GI: PEAR.replace(
                "region:", "images:\n  - {file: pear.svg, alt: 一个圆, illustration: 是}\nregion:"
            ),
        },
    )
    site.build().passes()
    assert made(site) == ALL
    with Image.open(site.target / "gi/qingxi-xueli/poster.png") as poster:
        assert poster.size == (1080, 1440)
        assert poster.convert("RGB").getpixel((540, 290)) == (0x1D, 0x5A, 0x4B)
    with Image.open(site.target / "gi/qingxi-xueli/thumbnail.jpg") as thumbnail:
        assert thumbnail.size == (600, 600)
    assert text_of_code(site, "poster.png") == ADDRESS
    page = site.page("gi/qingxi-xueli/")
    assert page.select("main img")[0]["src"] == "../../gi/qingxi-xueli/thumbnail.jpg"
    assert page.select("#handouts ~ ul a")[0]["href"] == "../../gi/qingxi-xueli/poster.png"


@needs_font
def test_a_poster_alone_can_be_found(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, {"site.yaml": settings("handouts: 无\nposters: 推荐\n")})
    site.build().passes()
    assert made(site) == ALL[3:]
    section = site.page("gi/qingxi-xueli/").select("#handouts ~ *")
    assert [link["href"] for part in section for link in part.select("a")] == [
        "../../gi/qingxi-xueli/poster.png"
    ]
    assert not site.page("gi/qingxi-xueli/").select(".handouts__code")


@needs_font
@pytest.mark.parametrize("size", [(1600, 900), (600, 1600), (40, 30)])
def test_a_photograph_covers_the_head_of_the_poster(tmp_path: Path, size: tuple[int, int]) -> None:
    site = SiteTest(
        tmp_path,
        {
            "site.yaml": settings("posters: 全部\n"),
            "content/media/pear.jpg": saved(quarters(*size)),
            GI: PEAR.replace("region:", "images:\n  - {file: pear.jpg, alt: 一只梨}\nregion:"),
        },
    )
    site.build().passes()
    for name, width, height in (("poster.png", 1080, 580), ("thumbnail.jpg", 600, 600)):
        with Image.open(site.target / "gi/qingxi-xueli" / name) as image:
            corners = {
                "red": (3, 3),
                "green": (width - 4, 3),
                "blue": (3, height - 4),
                "sand": (width - 4, height - 4),
            }
            for colour, place in corners.items():
                shown = image.convert("RGB").getpixel(place)
                assert isinstance(shown, tuple)
                far = [abs(a - b) for a, b in zip(shown, COLOURS[colour], strict=True)]
                assert max(far) < 30, (name, colour, shown)


@needs_font
def test_the_same_site_gives_the_same_poster_and_edits_make_it_anew(tmp_path: Path) -> None:
    first = SiteTest(tmp_path / "a", {"site.yaml": settings("posters: 推荐\n")}).build().passes()
    second = SiteTest(tmp_path / "b", {"site.yaml": settings("posters: 推荐\n")})
    second.build(workers=2).passes()
    poster = Path("gi/qingxi-xueli/poster.png")
    before = (first.target / poster).read_bytes()
    assert (second.target / poster).read_bytes() == before
    first.change(GI, "皮薄汁多的梨。", "皮薄、汁多、味甜的梨。").build().passes()
    assert (first.target / poster).read_bytes() != before
    first.change(
        "content/schemes/gi-protection.yaml", "badge_text: 地理标志产品", "badge_text: 地标"
    )
    changed = (first.target / poster).read_bytes()
    first.build().passes()
    assert (first.target / poster).read_bytes() != changed


def test_without_a_font_there_are_no_posters_and_a_warning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "PLACES", (str(tmp_path / "nowhere"),))
    site = SiteTest(tmp_path / "site", {"site.yaml": settings("posters: 推荐\n")})
    site.build().warns_of("site.yaml:8:10 posters.no-font")
    assert made(site) == ALL[:3]
    assert "fonts-noto-cjk" in site.report.text()


@needs_font
def test_fonts_of_the_site_come_first_and_what_they_lack_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert FONTS is not None
    monkeypatch.setattr(fonts, "PLACES", ())
    own = Path(FONTS.text.path).read_bytes()
    site = SiteTest(
        tmp_path,
        {
            "site.yaml": settings("posters: 推荐\n"),
            "templates/fonts/heading.ttc": own,
            "templates/fonts/text.ttc": own,
            GI: PEAR.replace("name: 青溪雪梨", "name: 青溪𗀀雪梨"),
        },
    )
    site.build().warns_of("site.yaml:8:10 posters.no-glyph")
    assert "没有“𗀀”" in site.report.text()
    assert made(site) == ALL


@needs_font
@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (GI, "皮薄汁多", "皮薄𗀀汁多"),
        ("content/regions.yaml", "short_name: 青溪", "short_name: 青𗀀溪"),
        ("content/schemes/gi-protection.yaml", "badge_text: 地理", "badge_text: 地𗀀理"),
        (NOTICE, "局公告第700号", "局𗀀公告第700号"),
        ("site.yaml", "name: 试验", "name: 试𗀀验"),
    ],
)
def test_all_that_a_poster_shows_is_looked_up_in_its_fonts(
    tmp_path: Path, file: str, old: str, new: str
) -> None:
    site = SiteTest(tmp_path, {"site.yaml": settings("posters: 推荐\n")}).build().passes()
    site.change(file, old, new).build()
    assert "site.yaml:8:10 posters.no-glyph" in site.problems
    assert "“青溪雪梨”的海报" in site.report.text()


def test_three_titles_stand_on_paper_and_the_others_are_counted(tmp_path: Path) -> None:
    scheme = str(BASIC["content/schemes/gi-protection.yaml"])
    files = {"site.yaml": settings("")}
    for n in range(4):
        files[f"content/schemes/title-{n}.yaml"] = scheme.replace("地理标志产品", f"好梨{n}")
        files[f"content/recognitions/title-{n}.yaml"] = (
            f"scheme: title-{n}\ndocument: 甲〔2024〕{n}号\nnumber_slug: title-{n}\n"
            "announced: 2024-05-01\nrows:\n  - {row: a, subject: gi:qingxi-xueli}\n"
        )
    site = SiteTest(tmp_path, files).build()
    for kind in ("card", "sheet"):
        titles = site.page(f"gi/qingxi-xueli/{kind}/").select_one(".paper__titles")
        assert titles is not None and len(titles.select(".paper__title")) == 3
        assert titles.select("li")[-1].get_text(strip=True) == "另有2项，见网页"


@needs_font
def test_a_file_that_is_no_font_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "PLACES", ())
    site = SiteTest(
        tmp_path,
        {
            "site.yaml": settings("posters: 推荐\n"),
            "templates/fonts/heading.otf": b"no font",
            "templates/fonts/text.otf": b"no font",
        },
    )
    site.build().warns_of("site.yaml:8:10 posters.no-font")


def test_a_code_is_drawn_by_shapes_alone(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, {"site.yaml": settings("")}).build().passes()
    code = (site.target / "gi/qingxi-xueli/qr.svg").read_text("utf-8")
    assert not re.search(r"<(?!/?(svg|path)\b)", code)
