"""Who has never seen the program adds a product in the browser: typed at the speed of people, without a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from tests.support import pictures
from tests.support.basic_site import basic, write
from tests.support.preview.process import Running, running

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

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


def test_a_product_with_a_photo_an_unknown_maker_and_a_title_takes_less_than_five_minutes(
    page: Page, edited: tuple[Path, Running], tmp_path: Path
) -> None:
    """Time is counted as a person takes it who has never seen the program: to press a key, to find and press what
    comes next."""
    photo = tmp_path / "IMG_0001.jpg"
    photo.write_bytes(pictures.saved(pictures.view(1200, 800), "JPEG"))
    spent = Spent()

    def type_in(field: Locator, text: str) -> None:
        field.press_sequentially(text, delay=PER_KEY)
        spent.keys += len(text)
        spent.steps += 1

    def press(button: Locator) -> None:
        button.click()
        spent.steps += 1

    press(page.get_by_text("新建条目"))
    press(page.get_by_role("link", name="特色产品", exact=True))
    type_in(page.get_by_label("名称").first, "青溪梨糕")
    page.get_by_label("种类").select_option("农产品")
    spent.steps += 1
    type_in(page.get_by_label("一句话"), "雪梨做的糕。")
    type_in(page.get_by_role("combobox", name="制作者"), "青溪老糖坊")
    page.locator("input[name=photos]").set_input_files(photo)
    spent.steps += 3
    page.locator("[name='images/0/alt']").wait_for()
    assert page.evaluate("document.activeElement.name") == "images/0/alt"
    type_in(page.locator("[name='images/0/alt']"), "一碟梨糕")
    press(page.get_by_role("button", name="保存", exact=True))
    page.get_by_text("已保存").wait_for()
    press(page.get_by_role("link", name="全部条目"))
    press(page.get_by_text("新建条目"))
    press(page.get_by_role("link", name="认定记录", exact=True))
    type_in(page.get_by_role("combobox", name="认定体系"), "dlbz")
    press(page.get_by_role("option", name="地理标志产品保护"))
    type_in(page.get_by_label("文号").first, "国家知识产权局公告第701号")
    for name, part in (("y", "2026"), ("m", "1"), ("d", "8")):
        type_in(page.locator(f"[name='announced/{name}']"), part)
    press(page.get_by_role("button", name="添加 各行"))
    type_in(page.locator("[name='rows/0/subject']"), "青溪梨糕")
    if not page.locator("[name='rows/0/row']").input_value():
        type_in(page.locator("[name='rows/0/row']"), "a")
    press(page.get_by_role("button", name="保存", exact=True))
    page.get_by_text("已保存").wait_for()
    assert spent.seconds < 300, spent
    media = sorted(file.name for file in (edited[0] / "content/media").glob("*.jpg"))
    assert media == ["qingxi-ligao.jpg"]
    address = "/products/qingxi-ligao/"
    edited[1].until(lambda: "公告第701号".encode() in edited[1].get(address))
    shown = edited[1].get(address).decode("utf-8", "replace")
    assert "青溪老糖坊" in shown and "一碟梨糕" in shown


@dataclass
class Spent:
    """What somebody did: so many keys at 300 characters a minute, and steps of which each is found first."""

    keys: int = 0
    steps: int = 0

    @property
    def seconds(self) -> float:
        return self.keys * 0.2 + self.steps * 6


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
