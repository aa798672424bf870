"""Suggestions below the search box: typing, input methods, keyboard, nothing before it is asked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.support.browser.measures import SHIFTS
from tests.support.browser.places import Place
from tests.support.browser.searcher import Searcher, composing, searcher

if TYPE_CHECKING:
    from playwright.sync_api import Browser, CDPSession

ENTRY = "gi/weixian-luobo/"
BOX = "document.querySelector('input[type=search]')"


@pytest.fixture(params=["served", "opened"])
def place(request: pytest.FixtureRequest) -> Place:
    return request.getfixturevalue(request.param)


@pytest.fixture
def visitor(browser: Browser, served: Place) -> Iterator[Searcher]:
    with searcher(browser, served) as one:
        one.open(ENTRY)
        yield one


def test_nothing_of_the_search_is_read_before_the_box_is_focused(
    browser: Browser, place: Place
) -> None:
    for address in ("", "gi/", ENTRY, "search/"):
        with searcher(browser, place) as one:
            one.open(address)
            one.settle()
            assert one.read_of_search() == []
            one.box.focus()
            one.settle()
            assert one.read_of_search() != []


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("潍县萝卜", "潍县萝卜"),
        ("weixianluobo", "潍县萝卜"),
        ("wxlb", "潍县萝卜"),
        ("寿光 韭菜", "寿光独根红韭菜"),
    ],
)
def test_typing_finds_an_entry_and_a_click_leads_to_it(
    browser: Browser, place: Place, typed: str, name: str
) -> None:
    with searcher(browser, place) as one:
        one.open("about/")
        found = one.suggest(typed)
        assert 1 <= found.count() <= 9
        assert one.box.get_attribute("aria-expanded") == "true"
        option = found.filter(has_text=name).first
        assert option.locator("mark").count() >= 1 or typed.isascii()
        option.click()
        assert one.page.locator("h1").inner_text() == name


def test_the_keyboard_reaches_and_leaves_every_suggestion(visitor: Searcher) -> None:
    page = visitor.page
    page.keyboard.press("/")
    assert page.evaluate(f"document.activeElement === {BOX}")
    found = visitor.suggest("寿光")
    count = found.count()
    names = found.locator(".search__name").all_inner_texts()
    assert visitor.active == ""
    for name in names:
        page.keyboard.press("ArrowDown")
        assert visitor.active == name
    page.keyboard.press("ArrowDown")
    assert visitor.active == ""
    page.keyboard.press("ArrowUp")
    assert visitor.active == names[count - 1]
    page.keyboard.press("Home")
    assert visitor.active == ""
    assert page.evaluate(f"{BOX}.selectionStart") == 0
    page.keyboard.press("End")
    assert page.evaluate(f"{BOX}.selectionStart") == 2
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/gi/**")
    assert page.locator("h1").inner_text() == names[0]


def test_escape_closes_the_suggestions_and_keeps_what_was_typed(visitor: Searcher) -> None:
    visitor.suggest("萝卜")
    visitor.page.keyboard.press("Escape")
    assert not visitor.panel.is_visible()
    assert visitor.box.input_value() == "萝卜"
    assert visitor.box.get_attribute("aria-expanded") == "false"
    visitor.page.keyboard.press("ArrowDown")
    visitor.options.first.wait_for()


def test_a_slash_within_a_field_is_a_slash(visitor: Searcher) -> None:
    visitor.box.focus()
    visitor.page.keyboard.type("2006/126")
    assert visitor.box.input_value() == "2006/126"


def test_leaving_the_box_closes_the_suggestions(visitor: Searcher) -> None:
    visitor.suggest("萝卜")
    visitor.page.keyboard.press("Tab")
    visitor.page.keyboard.press("Tab")
    assert not visitor.panel.is_visible()
    visitor.box.focus()
    visitor.options.first.wait_for()
    visitor.page.mouse.click(5, 500)
    assert not visitor.panel.is_visible()


def test_enter_leads_to_all_results(visitor: Searcher) -> None:
    visitor.suggest("寿光")
    visitor.page.keyboard.press("Enter")
    visitor.results.first.wait_for()
    assert visitor.query() == "?q=寿光"
    assert visitor.box.input_value() == "寿光"


def test_the_last_suggestion_leads_to_all_results_and_says_how_many(visitor: Searcher) -> None:
    found = visitor.suggest("寿光")
    assert found.count() == 9
    said = found.last.inner_text()
    found.last.click()
    visitor.results.first.wait_for()
    assert visitor.count.inner_text() == said.replace("查看全部", "共")


def compose(ime: CDPSession, text: str) -> None:
    place = {"selectionStart": len(text), "selectionEnd": len(text)}
    ime.send("Input.imeSetComposition", {"text": text, **place})


def test_letters_are_searched_while_an_input_method_has_them_in_hand(visitor: Searcher) -> None:
    """Keyboards of phones keep every Latin word open until a space."""
    ime = composing(visitor.page)
    visitor.box.focus()
    for text in ("w", "wei", "wei'xian", "wei xian luo bo"):
        compose(ime, text)
    visitor.options.first.wait_for()
    names = visitor.options.locator(".search__name")
    names.filter(has_text="潍县萝卜").wait_for()
    ime.send("Input.insertText", {"text": "潍县"})
    names.filter(has_text="潍县萝卜").wait_for()
    assert visitor.box.input_value() == "潍县"


def test_characters_that_an_input_method_only_offers_are_not_searched(visitor: Searcher) -> None:
    ime = composing(visitor.page)
    visitor.box.focus()
    visitor.settle()
    visitor.requests.clear()
    for text in ("ㄌ", "ㄌㄨㄛ", "罗", "罗卜"):
        compose(ime, text)
    visitor.settle()
    assert not visitor.panel.is_visible()
    assert visitor.requests == []
    ime.send("Input.insertText", {"text": "萝卜"})
    visitor.options.first.wait_for()


@pytest.mark.parametrize("address", [ENTRY, "search/"])
def test_enter_searches_although_a_word_is_still_open(visitor: Searcher, address: str) -> None:
    visitor.open(address)
    ime = composing(visitor.page)
    visitor.box.focus()
    compose(ime, "luobo")
    visitor.page.keyboard.press("Enter")
    visitor.results.first.wait_for()
    assert visitor.query() == "?q=luobo"


def test_a_suggestion_is_reached_although_a_word_is_still_open(visitor: Searcher) -> None:
    ime = composing(visitor.page)
    visitor.box.focus()
    compose(ime, "weixianluobo")
    visitor.options.first.wait_for()
    visitor.page.keyboard.press("ArrowDown")
    assert visitor.active == "潍县萝卜"
    with visitor.page.expect_navigation(url=f"**/{ENTRY}"):
        visitor.page.keyboard.press("Enter")


def test_the_enter_that_an_input_method_takes_follows_no_suggestion(visitor: Searcher) -> None:
    """Browsers report such keys with the old code 229, Safari after the composition has ended."""
    visitor.suggest("萝卜")
    visitor.page.keyboard.press("ArrowDown")
    active = visitor.active
    visitor.page.evaluate(
        f"""{BOX}.dispatchEvent(new KeyboardEvent("keydown",
          {{key: "Enter", keyCode: 229, bubbles: true, cancelable: true}}))"""
    )
    visitor.settle()
    assert visitor.active == active
    assert visitor.page.url == visitor.place.url(ENTRY)


def test_an_answer_that_comes_late_is_not_shown(visitor: Searcher) -> None:
    visitor.box.focus()
    visitor.settle()
    held = []
    visitor.page.route("**/search/names/*", lambda route: held.append(route))
    visitor.page.route("**/search/cards/*", lambda route: held.append(route))
    visitor.page.keyboard.type("萝卜")
    visitor.settle()
    assert held
    visitor.box.fill("")
    for route in held:
        route.continue_()
    visitor.settle()
    assert not visitor.panel.is_visible()


def test_what_is_made_do_with_is_said(visitor: Searcher) -> None:
    visitor.suggest("维县罗卜")
    note = visitor.page.locator(".search__note")
    assert note.inner_text().startswith("没有完全匹配")
    assert "潍县萝卜" in visitor.options.first.inner_text()
    assert note.inner_text() in visitor.page.locator("site-search [role=status]").inner_text()


def test_nothing_found_is_said_and_enter_shows_other_ways(visitor: Searcher) -> None:
    visitor.box.focus()
    visitor.page.keyboard.type("qqqqzzzz")
    visitor.page.get_by_text("没有找到“qqqqzzzz”").first.wait_for()
    assert visitor.options.count() == 0
    assert visitor.box.get_attribute("aria-expanded") == "false"
    visitor.page.keyboard.press("Enter")
    visitor.page.get_by_text("换个说法").wait_for()
    assert visitor.page.locator(".letters").is_visible()


def test_nothing_moves_when_suggestions_open(browser: Browser, served: Place) -> None:
    for address in ("", ENTRY):
        with searcher(browser, served) as one:
            one.open(address)
            one.suggest("寿光")
            one.settle()
            assert one.page.evaluate(SHIFTS) == 0


def test_on_a_phone_the_box_opens_from_its_button(browser: Browser, served: Place) -> None:
    with searcher(browser, served, width=360, has_touch=True) as one:
        one.open(ENTRY)
        assert not one.box.is_visible()
        one.page.get_by_role("button", name="搜索", exact=True).tap()
        assert one.page.evaluate(f"document.activeElement === {BOX}")
        one.page.keyboard.type("韭菜")
        one.options.first.wait_for()
        box, panel = one.box.bounding_box(), one.panel.bounding_box()
        assert box is not None and panel is not None
        assert panel["x"] >= 0 and panel["width"] <= 360 and panel["y"] >= box["y"] + box["height"]
        one.page.keyboard.press("Escape")
        assert one.box.is_visible() and not one.panel.is_visible()
        one.page.get_by_role("button", name="取消").tap()
        assert not one.box.is_visible()
        one.page.keyboard.press("/")
        assert one.box.is_visible()


def test_recent_searches_are_offered_and_can_be_cleared(visitor: Searcher) -> None:
    for text in ("萝卜", "韭菜"):
        visitor.open(ENTRY)
        visitor.suggest(text)
        visitor.page.keyboard.press("Enter")
        visitor.results.first.wait_for()
    visitor.open("gi/")
    visitor.box.focus()
    assert visitor.options.all_inner_texts() == ["韭菜", "萝卜"]
    visitor.page.keyboard.press("ArrowDown")
    visitor.page.keyboard.press("Enter")
    visitor.results.first.wait_for()
    assert visitor.query() == "?q=韭菜"
    visitor.open("search/")
    lately = visitor.page.get_by_role("region", name="最近搜过")
    assert lately.get_by_role("link").all_inner_texts() == ["韭菜", "萝卜"]
    lately.get_by_role("button", name="清除").click()
    assert not lately.is_visible()
    visitor.open("gi/")
    visitor.box.focus()
    visitor.settle()
    assert not visitor.panel.is_visible()


def test_a_browser_that_keeps_nothing_searches_all_the_same(
    browser: Browser, served: Place
) -> None:
    with searcher(browser, served) as one:
        one.page.add_init_script(
            "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no') }})"
        )
        one.open(ENTRY)
        one.suggest("萝卜")
        one.page.keyboard.press("Enter")
        one.results.first.wait_for()


def test_an_index_that_cannot_be_read_is_said(browser: Browser, served: Place) -> None:
    with searcher(browser, served) as one:
        one.open(ENTRY)
        one.page.route("**/search/names/*", lambda route: route.abort())
        one.box.focus()
        one.page.keyboard.type("萝卜")
        one.page.get_by_text("没能连上网站").first.wait_for()
        assert "没能连上网站" in one.page.get_by_role("status").inner_text()
        one.page.unroute_all()
        one.page.keyboard.type("皮")
        one.page.keyboard.press("Backspace")
        one.options.first.wait_for()
        one.complaints.clear()


@pytest.mark.parametrize("lack", ["delete window.TextDecoder", "delete String.prototype.matchAll"])
def test_a_browser_that_cannot_search_is_told_so_and_not_of_files(
    browser: Browser, served: Place, lack: str
) -> None:
    with searcher(browser, served) as one:
        one.page.add_init_script(lack)
        one.open(ENTRY)
        one.box.focus()
        one.page.keyboard.type("萝卜")
        one.page.get_by_text("搜索在这个浏览器里没能运行").first.wait_for()
        one.page.keyboard.press("Enter")
        one.page.wait_for_url("**/search/?q=*")
        one.page.locator(".results__count", has_text="搜索在这个浏览器里没能运行").wait_for()
        assert one.page.locator(".letters").is_visible()
        assert one.box.input_value() == "萝卜"


def test_a_browser_below_the_floor_gets_the_ways_without_scripts(
    browser: Browser, served: Place
) -> None:
    with searcher(browser, served) as one:
        for holder in ("Document", "DocumentFragment", "Element"):
            one.page.add_init_script(f"delete {holder}.prototype.replaceChildren")
        one.open(ENTRY)
        one.box.focus()
        one.page.keyboard.type("萝卜")
        one.settle()
        assert one.panel.count() == 0 and one.read_of_search() == []
        one.page.keyboard.press("Enter")
        one.page.get_by_text("浏览器太旧").wait_for()
        assert one.box.input_value() == "萝卜"
        for section in ("按拼音首字母找", "按栏目看", "按县市区找", "按类别找"):
            one.page.get_by_role("heading", name=section).wait_for()


@pytest.mark.parametrize("width", [360, 1280])
def test_without_scripts_the_form_leads_to_a_page_that_leads_on(
    browser: Browser, served: Place, width: int
) -> None:
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": width, "height": 800}
    )
    page = context.new_page()
    page.goto(served.url(ENTRY))
    if width == 360:
        page.get_by_role("button", name="搜索", exact=True).click()
    page.get_by_role("searchbox").fill("萝卜")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*")
    assert page.get_by_role("searchbox").is_visible()
    main = page.locator("main")
    assert main.get_by_text("要查的词写在网址里“q=”的后面").is_visible()
    for section in ("按拼音首字母找", "按栏目看", "按县市区找", "按类别找"):
        assert main.get_by_role("heading", name=section).is_visible()
    assert main.get_by_role("link").count() > 40
    main.get_by_role("link", name="寿光").click()
    assert page.url == served.url("regions/shouguang/")
    context.close()


def test_a_search_page_whose_script_does_not_come_says_where_to_look(
    browser: Browser, served: Place
) -> None:
    with searcher(browser, served) as one:
        said = one.page.get_by_text("要查的词写在网址里“q=”的后面")
        one.open("search/", "?q=萝卜")
        one.results.first.wait_for()
        assert not said.is_visible()
        one.page.route("**/assets/search-page-*", lambda route: route.abort())
        one.open("search/", "?q=萝卜")
        said.wait_for()
        assert one.page.get_by_role("heading", name="按类别找").is_visible()
        one.complaints.clear()


def test_the_status_says_how_many_there_are_not_how_many_rows(visitor: Searcher) -> None:
    visitor.open(ENTRY)
    rows = visitor.suggest("寿光")
    assert rows.count() == 9
    total = rows.last.inner_text().removeprefix("查看全部").removesuffix("条").strip()
    status = visitor.page.locator("site-search [role=status]").inner_text()
    assert int(total) > 9 and status.startswith(f"有{total}条")


def test_forced_colours_show_the_suggestion_at_hand_and_paper_shows_no_box(
    browser: Browser, served: Place
) -> None:
    with searcher(browser, served, forced_colors="active") as one:
        one.open(ENTRY)
        one.suggest("寿光")
        one.page.keyboard.press("ArrowDown")
        option = one.page.locator("[aria-selected=true]")
        assert option.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"
        one.page.emulate_media(media="print")
        assert not one.box.is_visible() and not one.panel.is_visible()
