"""Who has never seen the program adds a product in the browser: typed at the speed of people, without a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from tests.support.basic_site import basic, write
from tests.support.preview.process import Running, running

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

HOME = "/__sitegen__/edit/"
PER_KEY = 30
"""Milliseconds between two keys: eight times as fast as people, for the sake of the tests."""


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Running]]:
    root = basic(tmp_path_factory.mktemp("edited"))
    with running(root, command="edit") as preview:
        yield root, preview


@pytest.fixture
def page(browser: Browser, edited: tuple[Path, Running]) -> Iterator[Page]:
    made = browser.new_page(viewport={"width": 1440, "height": 900}, bypass_csp=True)
    complaints: list[str] = []
    made.on("pageerror", lambda error: complaints.append(str(error)))
    made.goto(edited[1].url)
    yield made
    assert complaints == []
    made.close()


def test_a_product_of_a_maker_without_an_entry_is_added_and_shown(
    page: Page, edited: tuple[Path, Running]
) -> None:
    page.get_by_text("新建条目").click()
    page.get_by_role("link", name="特色产品", exact=True).click()
    page.get_by_label("名称").first.press_sequentially("青溪梨汤", delay=PER_KEY)
    page.get_by_label("种类").select_option("农产品")
    page.get_by_label("一句话").press_sequentially("熬的，电话13912345678", delay=PER_KEY)
    page.locator("#summary .said").wait_for()
    assert "手机号" in page.locator("#summary .said").inner_text()
    page.get_by_label("一句话").fill("雪梨熬的汤。")
    page.locator("#summary .said").wait_for(state="detached")
    page.get_by_role("combobox", name="地区").press_sequentially("qx", delay=PER_KEY)
    page.get_by_role("option", name="青溪县").wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.get_by_role("combobox", name="制作者").press_sequentially("青溪老梨汤铺", delay=PER_KEY)
    page.get_by_role("button", name="添加 来源").click()
    page.locator("[name='sources/0/title']").press_sequentially("县志", delay=PER_KEY)
    page.keyboard.press("Control+s")
    page.get_by_text("已保存").wait_for()
    text = (edited[0] / "content/products/qingxi-litang.md").read_text("utf-8")
    assert "region: [qingxi]" in text and "maker: 青溪老梨汤铺" in text and "title: 县志" in text
    edited[1].until(lambda: b"200" in edited[1].get("/products/qingxi-litang/")[:15])
    page.reload()
    frame = page.frame_locator("iframe")
    frame.get_by_role("heading", level=1, name="青溪梨汤").wait_for()
    page.get_by_label("一句话").fill("雪梨慢慢熬的汤。")
    page.get_by_role("button", name="保存", exact=True).click()
    frame.get_by_text("雪梨慢慢熬的汤。").first.wait_for()


def test_a_form_of_some_hundred_fields_is_checked_and_saved(
    page: Page, edited: tuple[Path, Running]
) -> None:
    sources = "".join(f"  - {{title: 第{n}份, number: {n}号}}\n" for n in range(60))
    text = f"---\nname: 青溪长梨\nsources:\n{sources}---\n"
    write(edited[0], {"content/gi/chang-li.md": text})
    edited[1].until(lambda: b"200" in edited[1].get("/gi/chang-li/")[:15])
    page.goto(page.url.partition("/__")[0] + f"{HOME}entry/gi/chang-li")
    assert page.locator("form.form [name]").count() > 300
    page.get_by_label("一句话").fill("电话13912345678")
    page.locator("#summary .said").wait_for()
    page.get_by_label("一句话").fill("长。")
    page.get_by_role("button", name="保存", exact=True).click()
    page.get_by_text("已保存").wait_for()
    now = (edited[0] / "content/gi/chang-li.md").read_text("utf-8")
    assert now == text.replace("sources:", "summary: 长。\nsources:")


def test_what_is_typed_stays_where_nothing_answers(page: Page) -> None:
    page.goto(page.url.partition("/__")[0] + f"{HOME}entry/gi/qingxi-xueli")
    page.route("**/entry/gi/*", lambda route: route.fulfill(status=500, body="500"))
    page.get_by_label("一句话").fill("还在")
    page.get_by_role("alert").filter(has_text="没有得到回答（500）").wait_for()
    page.get_by_role("button", name="添加 来源").click()
    page.wait_for_timeout(300)
    assert page.get_by_label("一句话").input_value() == "还在"
    page.unroute_all()
    page.get_by_label("一句话").fill("还在这里")
    page.get_by_role("alert").filter(has_text="没有得到回答").wait_for(state="detached")


def test_what_is_not_saved_is_offered_again(page: Page) -> None:
    page.goto(page.url.partition("/__")[0] + f"{HOME}entry/gi/qingxi-xueli")
    page.get_by_label("一句话").fill("写到一半")
    page.wait_for_function("Object.keys(localStorage).length > 0")
    page.reload()
    assert page.get_by_label("一句话").input_value() != "写到一半"
    page.get_by_role("button", name="恢复").click()
    page.wait_for_function("document.querySelector('[name=summary]').value === '写到一半'")


def test_the_text_is_shown_as_the_site_shows_it(page: Page) -> None:
    page.goto(page.url.partition("/__")[0] + f"{HOME}entry/gi/qingxi-xueli")
    page.get_by_label("正文").fill("## 小标题\n\n见[协会](organizations:qingxi-li-xiehui)。")
    page.get_by_role("button", name="预览正文").click()
    frame = page.frame_locator(".text iframe")
    frame.get_by_role("heading", name="小标题").wait_for()
    link = frame.get_by_role("link", name="协会")
    address = link.evaluate("link => link.pathname")
    assert address == "/organizations/qingxi-li-xiehui/"
    family = frame.locator("h2").evaluate("it => getComputedStyle(it).fontFamily")
    assert "Serif" in family


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_and_nothing_is_wider_than_the_screen(
    browser: Browser,
    edited: tuple[Path, Running],
    axe: str,
    width: int,
    scheme: Literal["light", "dark"],
) -> None:
    write(edited[0], {"content/gi/faulty.md": "---\nname: 错\nregion: 没有的\n---\n"})
    look = browser.new_page(
        viewport={"width": width, "height": 800},
        color_scheme=scheme,
        bypass_csp=True,
    )
    look.goto(edited[1].url)
    base = look.url.partition("/__")[0] + HOME
    for path in (
        "",
        "?only=problems",
        "new/gi",
        "entry/gi/qingxi-xueli",
        "entry/gi/faulty",
        "entry/x/y",
        "help",
        "review/gi/qingxi-xueli",
        "approval/gi/qingxi-xueli",
        "withdraw/gi/qingxi-xueli",
        "rename/gi/qingxi-xueli",
    ):
        look.goto(base + path)
        for fold in look.locator("details").all():
            fold.evaluate("it => { it.open = true }")
        look.evaluate(axe)
        found = look.evaluate(
            "axe.run({exclude: [['iframe']]}).then(r => r.violations.map(v => v.id + ' ' + v.nodes[0].html))"
        )
        assert found == [], path
        wide = look.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, path
    look.close()
    (edited[0] / "content/gi/faulty.md").unlink()
