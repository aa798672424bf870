"""What people come for, from the beginning to its end, in as few taps as it may take."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import zxingcpp
from PIL import Image

from sitegen.rendering.images import fonts
from tests.support.basic_site import PEAR, SITE
from tests.support.browser.places import Place
from tests.support.browser.server import serving
from tests.support.site_test import SiteTest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True)
    yield context.new_page()
    context.close()


@pytest.fixture
def bare(browser: Browser) -> Iterator[Page]:
    """Without scripts."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_an_elder_finds_who_may_use_the_mark_and_whom_to_call_in_three_taps(
    phone: Page, served: Place
) -> None:
    phone.goto(served.url(""))
    phone.get_by_role("button", name="长者版").click()
    phone.goto(served.url(""))
    assert phone.evaluate("document.documentElement.dataset.elder") == ""
    phone.locator("input[type=search]").first.fill("潍坊的萝卜")
    phone.get_by_role("button", name="搜索", exact=True).last.tap()
    first = phone.locator(".result a").first
    first.wait_for()
    assert first.inner_text() == "潍县萝卜"
    first.tap()
    assert phone.locator("h1").inner_text() == "潍县萝卜"
    assert "2010年获准2家，现状待核" in phone.locator("aside").inner_text()
    call = phone.get_by_role("link", name="举报假冒")
    assert call.get_attribute("href") == "tel:12315"
    box = call.bounding_box()
    assert box is not None and box["height"] >= 60 and box["width"] <= 360


def test_the_39_names_of_41_approvals_in_13_announcements_each_with_its_date(
    bare: Page, served: Place
) -> None:
    bare.goto(served.url(""))
    figure = bare.locator(".figures li", has_text="地理标志").first
    assert figure.locator(".figures__number").inner_text() == "39"
    figure.get_by_role("link").click()
    assert bare.get_by_text("共39件").is_visible()
    names = bare.locator(".card__name").all_inner_texts()
    assert len(set(names)) == len(names) == 39
    assert bare.get_by_text("核对至2025-12-16").first.is_visible()
    bare.goto(served.url("ledger/"))
    counts = [
        re.sub(r"\s+", " ", text) for text in bare.locator(".tally dl > div").all_inner_texts()
    ]
    assert counts == ["39 名称", "41 认定", "13 公告"] or counts == [
        "名称 39",
        "认定 41",
        "公告 13",
    ]
    assert bare.locator(".announcement").count() == 13
    rows = bare.locator(".announcement tr:not(:first-child)")
    assert rows.count() == 41
    for head in bare.locator(".announcement__head").all():
        assert re.search(r"核对于\d{4}-\d\d-\d\d", head.inner_text()), head.inner_text()


def test_without_scripts_the_vegetables_of_one_county_in_three_taps_with_how_they_stand(
    bare: Page, served: Place
) -> None:
    bare.goto(served.url(""))
    bare.locator(".figures li", has_text="地理标志").first.get_by_role("link").click()
    bare.locator(".narrowing__first a", has_text="寿光").click()
    bare.locator("summary", has_text="类别").click()
    value = bare.locator('[data-facet="category"] a', has_text="蔬菜")
    number = re.search(r"\d+", value.inner_text())
    assert number is not None
    value.click()
    assert bare.get_by_text(f"共{number[0]}件").is_visible()
    assert bare.locator(".card").count() == int(number[0])
    assert all("寿光" in text for text in bare.locator(".card__place").all_inner_texts())
    bare.locator("summary", has_text="登记状态").click()
    status = bare.locator('[data-facet="status"] li', has_text="有效")
    assert number[0] in status.inner_text()


@pytest.mark.skipif(fonts.find(Path()) is None, reason="no Noto CJK on this machine: no posters")
def test_a_code_printed_three_years_ago_leads_to_the_notice_that_took_the_title_back(
    bare: Page, tmp_path: Path
) -> None:
    """Since then the entry has another name and id, its title was revoked, and the site lies elsewhere."""
    settings = SITE.replace("test.example/", "test.example/zt/").replace(
        "keeper", "base_path: /zt/\nkeeper"
    )
    settings += "posters: 推荐\nfeatured: [gi:qingxi-xueli]\n"
    site = SiteTest(tmp_path, {"site.yaml": settings}).build().passes()
    poster = (site.target / "gi/qingxi-xueli/poster.png").read_bytes()

    renamed = "content/gi/yunzhou-xueli.md"
    site.remove("content/gi/qingxi-xueli.md").write(
        renamed,
        PEAR.replace("name: 青溪雪梨", "name: 云州雪梨\nformer_urls: /gi/qingxi-xueli/").replace(
            "qīng xī", "yún zhōu"
        ),
    )
    for path in (
        "content/products/li-gao.md",
        "content/recognitions/cnipa-700.yaml",
        "content/articles/first.md",
    ):
        site.change(path, "qingxi-xueli", "yunzhou-xueli")
    history = "history:\n  - {row: a, date: 2026-01-05, status: 撤销, document: 国知公告第 9 号}\n"
    notice = site.root / "content/recognitions/cnipa-700.yaml"
    notice.write_text(notice.read_text("utf-8") + history, "utf-8")
    moved = settings.replace("/zt/", "/brand/").replace("gi:qingxi", "gi:yunzhou")
    site.write("site.yaml", moved).build().warns_of("site.yaml:9:12 site.title-ended")

    with Image.open(io.BytesIO(poster)) as image:
        printed = zxingcpp.read_barcodes(image.convert("L"))[0].text
    assert printed == "https://test.example/zt/gi/qingxi-xueli/"
    with serving(site.target, "/brand/", [], moved_from="/zt/") as root:
        answer = bare.goto(
            printed.replace("https://test.example/zt/", root.replace("/brand/", "/zt/"))
        )
        assert answer is not None and answer.status == 200
        bare.wait_for_url("**/brand/gi/yunzhou-xueli/")
        assert bare.locator("h1").inner_text() == "云州雪梨"
        banner = bare.locator(".status").first
        assert "已撤销" in banner.inner_text()
        assert "国知公告第9号" in banner.inner_text()
        assert banner.is_visible() and banner.bounding_box() is not None
        again = bare.reload()
        assert again is not None and again.status == 200
