"""What is made again after an edit: the pages that show what was edited, and no others.

Without the exact sets, an incremental build that remakes everything would pass as well.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.support import pictures
from tests.support.basic_site import AS_OF, BASIC, REPOSITORY, SITE, tree, write
from tests.support.site_test import SiteTest

EXPIRY = date(2026, 1, 31)
GARDEN = {
    **BASIC,
    "site.yaml": f"{SITE}rules: {{entry.unannounced: 关闭}}\n",
    "content/gi/baishan-cha.md": (
        "---\nname: 白山茶\npinyin: bái shān chá\nregion: baishan\ncategories: crafts\n---\n\n茶。\n"
    ),
    "content/gi/qingxi-mi.md": (
        "---\nname: 青溪米\npinyin: qīng xī mǐ\nregion: qingxi\ncategories: crafts\n---\n\n米。\n"
    ),
    "content/products/cha-bing.md": (
        "---\nname: 茶饼\npinyin: chá bǐng\nkind: 手造\nregion: baishan\ncategories: crafts\n"
        "---\n\n饼。\n"
    ),
    "content/organizations/baishan-chang.yaml": (
        "name: 白山茶厂\npinyin: bái shān chá chǎng\nkind: 企业\nregion: baishan\n"
    ),
    "content/articles/second.md": (
        "---\nname: 第二篇\nkind: 说明\npublished: 2025-12-21 08:00\n---\n\n不提别的。\n"
    ),
    "content/schemes/prize.yaml": (
        "name: 市长质量奖\npinyin: shì zhǎng\nkind: 奖励\nauthority: 市政府\nlevel: 市级\n"
        "status: 现行\ndisplay: 标牌\nwording: 授予\n"
    ),
    "content/recognitions/prize-1.yaml": (
        "scheme: prize\ndocument: 质量奖第1号\nnumber_slug: prize-1\nannounced: 2025-02-01\n"
        f"rows:\n  - {{row: a, subject: organizations:baishan-chang, valid_until: {EXPIRY}}}\n"
    ),
}
LISTED = ("gi", "organizations", "products")
MAP = {"/sitemap/", "/regions/", "/regions/qingxi/", "/regions/yunzhou/"}
QINGXI = {"/gi/qingxi-xueli/", "/gi/qingxi-mi/", "/products/li-gao/",
          "/organizations/qingxi-li-xiehui/"}  # fmt: skip
WITH_QINGXI_CARDS = {"/", "/articles/first/", "/categories/crafts/", "/categories/fruit/",
                     "/categories/pears/", "/a-z/", "/a-z/l/", "/a-z/q/"}  # fmt: skip


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write(tmp_path, dict(GARDEN))
    SiteTest.at(tmp_path).build().passes()
    return tmp_path


def remade(site: Path, as_of: date = AS_OF) -> set[str]:
    """The addresses of what a build makes again; what changes on disk is among them."""
    before = tree(site / "output")
    outcome = SiteTest.at(site).build(as_of=as_of)
    after = tree(site / "output")
    changed = {path for path, data in after.items() if before.get(path) != data}
    bundles = tuple(path for path in outcome.remade if path.endswith("/"))
    pages = {path for path in changed if not path.startswith(bundles)}
    assert pages <= outcome.remade | {"release.json"}
    return {f"/{path.removesuffix('index.html')}" for path in outcome.remade}


def replace(site: Path, file: str, old: str, new: str) -> None:
    text = (site / file).read_text("utf-8")
    assert old in text
    (site / file).write_text(text.replace(old, new), "utf-8")


LIST = re.compile(r"/\w+/(?:(?:region|category|kind|scheme|status|year|table)/.*)?\Z")


def lists(site: Path, *collections: str) -> set[str]:
    """The pages of these collections' lists, the narrower ones and the tables among them."""
    pages = every_page(site)
    return {page for name in collections for page in pages if page.startswith(f"/{name}/")} & {
        page for page in pages if LIST.match(page)
    }


def lists_with(site: Path, *entries: str) -> set[str]:
    """Those that show one of these entries, given as `collection/id/`."""
    return {
        page
        for entry in entries
        for page in lists(site, entry.partition("/")[0])
        if f'../{entry}"' in (site / "output" / page.lstrip("/") / "index.html").read_text("utf-8")
    }


def tables(site: Path) -> set[str]:
    """The tables, which have no pictures."""
    return {page for page in every_page(site) if "/table/" in page}


def dated(site: Path) -> set[str]:
    """The pages that print the as-of date."""
    return {"/", "/ledger/", "/verify/", *FIGURES} | lists(site, *LISTED)


WORKBOOK = "/figures/figures.xlsx"
FIGURES = {"/figures/", WORKBOOK}
"""The numbers by place, as a page and as a workbook."""
FEEDS = {"/feed.xml", "/feed.json"}


NAMES, CARDS, TEXTS = "/search/names/", "/search/cards/", "/search/texts/"
"""The three parts of the search index."""
SEARCH = {NAMES, CARDS, TEXTS}


def every_page(site: Path) -> set[str]:
    return {
        f"/{path.removesuffix('index.html')}"
        for path in tree(site / "output")
        if path.endswith(".html")
    }


def test_nothing_edited_remakes_nothing(site: Path) -> None:
    assert remade(site) == set()


def test_a_body_remakes_its_own_page(site: Path) -> None:
    replace(site, "content/gi/qingxi-xueli.md", "青溪的梨", "本地的梨")
    assert remade(site) == {"/gi/qingxi-xueli/", TEXTS}


def test_a_summary_remakes_the_pages_that_show_the_card_and_the_feed(site: Path) -> None:
    replace(site, "content/gi/qingxi-xueli.md", "皮薄汁多", "皮薄核小")
    assert remade(site) == lists_with(site, "gi/qingxi-xueli/") | {
        "/gi/qingxi-xueli/", "/", "/regions/qingxi/", "/regions/yunzhou/",
        "/categories/pears/", "/categories/fruit/", "/organizations/qingxi-li-xiehui/",
        "/articles/first/", "/a-z/", "/a-z/q/", *FEEDS, CARDS, TEXTS,
    }  # fmt: skip


def test_a_new_entry_remakes_its_lists_places_and_letters(site: Path) -> None:
    text = "---\nname: 新品\npinyin: xīn pǐn\nkind: 手造\nregion: qingxi\n---\n\n新。\n"
    write(site, {"content/products/xin.md": text})
    assert remade(site) == lists(site, "products") | {
        "/products/xin/", "/", "/regions/", "/regions/qingxi/", "/regions/yunzhou/", "/a-z/", "/a-z/b/", "/a-z/c/",
        "/a-z/l/", "/a-z/q/", "/a-z/x/", "/search/", "/verify/", "/sitemap.xml", NAMES, CARDS, TEXTS, *FIGURES,
    }  # fmt: skip


def test_a_removed_entry_remakes_the_pages_that_showed_it(site: Path) -> None:
    (site / "content/products/cha-bing.md").unlink()
    # All products are from qingxi now: its own list of them is the whole one.
    assert remade(site) == lists(site, "products") | {
        "/", "/regions/", "/regions/baishan/", "/regions/qingxi/", "/regions/yunzhou/", "/categories/",
        "/categories/crafts/", "/a-z/", "/a-z/b/", "/a-z/l/", "/a-z/q/", "/sitemap.xml",
        "/search/", "/verify/", NAMES, CARDS, TEXTS, *FIGURES,
    }  # fmt: skip
    gone = {"products/cha-bing", "products/kind", "a-z/c"}
    assert [path for path in gone if (site / "output" / path).exists()] == []


def test_a_region_renamed_remakes_its_entries_and_the_pages_with_their_cards(site: Path) -> None:
    replace(site, "content/regions.yaml", "青溪县, short_name: 青溪", "清溪县, short_name: 清溪")
    shown_in_tables = {"/ledger/", "/timeline/", "/changes/", "/schemes/gi-protection/", "/search/",
                       "/v/cnipa-700/"}  # fmt: skip
    shown = MAP | FIGURES | QINGXI | WITH_QINGXI_CARDS | shown_in_tables | SEARCH
    assert remade(site) == shown | lists(site, *LISTED)


def test_a_fact_of_a_scheme_remakes_the_entries_that_hold_its_title(site: Path) -> None:
    replace(site, "content/schemes/gi-protection.yaml", "国家知识产权局", "知识产权局")
    assert remade(site) == {
        "/schemes/", "/schemes/gi-protection/", "/gi/qingxi-xueli/", "/v/cnipa-700/", TEXTS,
    }  # fmt: skip


def test_a_recognition_remakes_its_subject_its_cards_its_scheme_and_the_ledger(site: Path) -> None:
    row = "  - {row: b, subject: gi:baishan-cha}\n"
    replace(site, "content/recognitions/cnipa-700.yaml", "xueli}\n", "xueli}\n" + row)
    others = {"/gi/region/qingxi/", "/gi/category/pears/"}
    assert remade(site) == lists(site, "gi") - others | {
        "/gi/baishan-cha/", "/", "/schemes/", "/schemes/gi-protection/", "/ledger/", "/v/cnipa-700/", "/verify/",
        "/regions/baishan/", "/regions/yunzhou/", "/categories/crafts/", "/a-z/", "/a-z/b/",
        "/timeline/", NAMES, CARDS, TEXTS, *FIGURES,
    }  # fmt: skip


def test_an_own_card_template_remakes_every_page_that_may_show_cards(site: Path) -> None:
    name = "templates/components/card/card.html"
    text = (REPOSITORY / name).read_text("utf-8")
    assert "</li>" in text
    write(site, {name: text.replace("</li>", "<i>甲</i></li>")})
    assert remade(site) == every_page(site) - {
        "/404.html", "/a-z/", "/a-z/b/", "/a-z/c/", "/a-z/l/", "/a-z/q/", "/articles/",
        "/categories/", "/regions/", "/ledger/", "/schemes/", "/schemes/gi-protection/",
        "/schemes/prize/", "/search/", "/sitemap/", "/figures/", "/timeline/", "/changes/",
        "/v/cnipa-700/", "/v/prize-1/", "/verify/",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new"),
    [("试验编辑部", "编辑部"), ("id: test-site\n", "id: test-site\ntagline: 副题\n")],
)
def test_a_setting_remakes_every_page(site: Path, old: str, new: str) -> None:
    replace(site, "site.yaml", old, new)
    files = {*FEEDS, WORKBOOK, "/robots.txt", "/sitemap.xml", "/assets/icon.svg"}
    assert remade(site) == every_page(site) | files


def test_the_next_day_with_nothing_due_remakes_only_pages_that_print_the_date(site: Path) -> None:
    found = remade(site, AS_OF + timedelta(days=1))
    assert found == dated(site)
    pages = found - {WORKBOOK}
    written = [(site / "output" / page.lstrip("/") / "index.html").read_text() for page in pages]
    assert all("2026-01-16" in text or "2026年1月16日" in text for text in written)


def test_the_day_after_an_expiry_remakes_its_holder_too(site: Path) -> None:
    assert remade(site, EXPIRY) == dated(site)
    assert remade(site, EXPIRY + timedelta(days=1)) == dated(site) | {
        "/organizations/baishan-chang/", "/schemes/", "/schemes/prize/", "/regions/baishan/",
        "/v/prize-1/",
        "/regions/yunzhou/", "/a-z/", "/a-z/b/", "/timeline/", NAMES, CARDS, TEXTS,
    }  # fmt: skip
    assert "已过登记有效期" in (site / "output/organizations/baishan-chang/index.html").read_text()


PHOTO = "content/media/pear.jpg"
WITH_PEAR_CARDS = {"/", "/regions/qingxi/", "/regions/yunzhou/", "/categories/pears/",
                   "/categories/fruit/", "/organizations/qingxi-li-xiehui/", "/articles/first/",
                   "/a-z/", "/a-z/q/"}  # fmt: skip


def picture(site: Path) -> None:
    images = "images:\n  - {file: pear.jpg, alt: 一只梨}\nname: 青溪雪梨"
    replace(site, "content/gi/qingxi-xueli.md", "name: 青溪雪梨", images)


def made_of(stem: str, *widths: int) -> set[str]:
    return {f"/media/{stem}-{width}.{kind}" for width in widths for kind in ("jpg", "webp")}


def test_a_picture_added_remakes_its_page_and_the_pages_with_its_card(site: Path) -> None:
    write(site, {PHOTO: pictures.jpeg(600, 400)})
    assert remade(site) == set()
    picture(site)
    # The search page's examples are of the entries that a site puts first: those with pictures.
    pages = {"/gi/qingxi-xueli/", *FEEDS, "/search/"} | WITH_PEAR_CARDS
    pages |= lists_with(site, "gi/qingxi-xueli/")
    assert remade(site) == pages | made_of("pear", 480, 600) | {CARDS, TEXTS}


def test_a_picture_retouched_remakes_its_files_alone(site: Path) -> None:
    write(site, {PHOTO: pictures.jpeg(600, 400)})
    picture(site)
    remade(site)
    write(site, {PHOTO: pictures.jpeg(600, 400, quality=40)})
    assert remade(site) == made_of("pear", 480, 600)


def test_a_picture_of_another_size_remakes_the_pages_that_show_it(site: Path) -> None:
    write(site, {PHOTO: pictures.jpeg(600, 400)})
    picture(site)
    remade(site)
    write(site, {PHOTO: pictures.jpeg(500, 400)})
    pages = {"/gi/qingxi-xueli/"} | WITH_PEAR_CARDS
    pages |= lists_with(site, "gi/qingxi-xueli/") - tables(site)
    assert remade(site) == pages | made_of("pear", 480, 500)
    assert not (site / "output/media/pear-600.webp").exists()


def test_a_picture_renamed_takes_its_files_with_it(site: Path) -> None:
    write(site, {PHOTO: pictures.jpeg(600, 400)})
    picture(site)
    remade(site)
    (site / PHOTO).rename(site / "content/media/snow.jpg")
    replace(site, "content/gi/qingxi-xueli.md", "pear.jpg", "snow.jpg")
    pages = {"/gi/qingxi-xueli/", *FEEDS} | WITH_PEAR_CARDS
    pages |= lists_with(site, "gi/qingxi-xueli/")
    assert remade(site) == pages | made_of("snow", 480, 600) | {CARDS, TEXTS}
    assert not list((site / "output/media").glob("pear*"))


def test_a_picture_in_a_body_remakes_that_page(site: Path) -> None:
    write(site, {PHOTO: pictures.jpeg(600, 400)})
    replace(site, "content/articles/second.md", "不提别的。", "![一只梨](pear.jpg)")
    assert remade(site) == {"/articles/second/", TEXTS} | made_of("pear", 480, 600)
    write(site, {PHOTO: pictures.jpeg(600, 300)})
    assert remade(site) == {"/articles/second/"} | made_of("pear", 480, 600)


def test_avif_is_made_for_every_picture_once_it_is_wanted(site: Path) -> None:
    write(site, {PHOTO: pictures.jpeg(600, 400)})
    picture(site)
    remade(site)
    write(site, {"site.yaml": GARDEN["site.yaml"] + "images: {avif: 是}\n"})
    found = {path for path in remade(site) if path.startswith("/media/")}
    assert found == {"/media/pear-480.avif", "/media/pear-600.avif"}
    page = (site / "output/gi/qingxi-xueli/index.html").read_text("utf-8")
    assert page.index("image/avif") < page.index("image/webp") < page.index("<img")
