"""The search page: results, facets, addresses, ways on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest

from tests.support.browser.axe import violations
from tests.support.browser.measures import CUT, EVERY, SHIFTS, SMALL, SPACING, TOO_WIDE
from tests.support.browser.places import WITHDRAWN, Place
from tests.support.browser.searcher import Searcher, searcher
from tests.support.site_test import SiteTest

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture
def visitor(browser: Browser, served: Place) -> Iterator[Searcher]:
    with searcher(browser, served) as one:
        yield one


def number(text: str) -> int:
    return int("".join(char for char in text if char.isdigit()))


def count_of(one: Searcher, label: str) -> int:
    """The number beside a box of the facets."""
    return number(one.page.locator("label", has=one.facet(label)).locator(".note").inner_text())


@pytest.mark.parametrize("where", ["served", "opened"])
def test_an_address_with_a_search_shows_its_results(
    browser: Browser, request: pytest.FixtureRequest, where: str
) -> None:
    with searcher(browser, request.getfixturevalue(where)) as one:
        one.open("search/", "?q=寿光")
        one.results.first.wait_for()
        total = number(one.count.inner_text())
        assert total >= one.results.count() >= 10
        assert one.count.get_attribute("role") == "status"
        assert one.page.title().startswith("“寿光”的搜索结果")
        assert not one.page.locator(".ways").is_visible()
        name = one.results.first.locator("a").inner_text()
        one.results.first.locator("a").click()
        assert one.page.locator("h1").inner_text() == name
        one.page.go_back()
        one.results.first.wait_for()
        assert one.box.input_value() == "寿光"


def test_facets_narrow_the_results_and_count_entries(visitor: Searcher) -> None:
    visitor.open("search/", "?q=寿光")
    visitor.results.first.wait_for()
    total = number(visitor.count.inner_text())
    expected = count_of(visitor, "地理标志")
    assert 0 < expected < total
    visitor.facet("地理标志").check()
    visitor.page.wait_for_url("**collection=gi**")
    visitor.page.get_by_text(f"共{expected}条").wait_for()
    assert visitor.query() == "?q=寿光&collection=gi"
    assert visitor.facet("地理标志").is_checked()
    assert visitor.facet("地理标志").evaluate("one => document.activeElement === one")
    assert visitor.page.locator("details[open] summary").all_inner_texts() == ["栏目"]
    makers = count_of(visitor, "企业与机构")
    visitor.facet("企业与机构").check()
    visitor.page.get_by_text(f"共{expected + makers}条").wait_for()
    labels = visitor.results.locator(".result__of").all_inner_texts()
    assert any(label.startswith("地理标志") for label in labels)
    vegetables = count_of(visitor, "蔬菜")
    visitor.facet("蔬菜").check()
    visitor.page.get_by_text(f"共{vegetables}条").wait_for()
    assert visitor.query() == "?q=寿光&collection=gi&collection=organizations&category=vegetables"


def test_chips_and_the_back_button_undo_choices(visitor: Searcher) -> None:
    visitor.open("search/", "?q=寿光&collection=gi&category=vegetables")
    visitor.results.first.wait_for()
    both = visitor.count.inner_text()
    chips = visitor.page.get_by_role("button", name="去掉：")
    assert chips.all_text_contents() == ["地理标志 ×", "蔬菜 ×"]
    visitor.page.get_by_role("button", name="去掉：蔬菜").click()
    visitor.page.locator(".narrowing__chosen button:focus", has_text="地理标志").wait_for()
    assert visitor.count.inner_text() != both
    assert "category" not in visitor.query()
    assert chips.count() == 1
    visitor.page.go_back()
    visitor.page.get_by_text(both).wait_for()
    assert chips.count() == 2
    assert visitor.query() == "?q=寿光&collection=gi&category=vegetables"
    visitor.page.reload()
    visitor.page.get_by_text(both).wait_for()


def test_typing_changes_the_results_and_one_step_back_undoes_it(visitor: Searcher) -> None:
    visitor.open("search/", "?q=寿光")
    visitor.results.first.wait_for()
    visitor.box.fill("")
    visitor.page.keyboard.type("wxlb")
    visitor.results.filter(has_text="潍县萝卜").first.wait_for()
    assert visitor.query() == "?q=wxlb"
    visitor.page.go_back()
    visitor.page.wait_for_url("**?q=%E5%AF%BF%E5%85%89")
    visitor.results.filter(has_text="寿光").first.wait_for()


def test_more_results_are_shown_on_request_and_stay_on_return(visitor: Searcher) -> None:
    visitor.open("search/", "?q=潍坊")
    visitor.results.first.wait_for()
    total = number(visitor.count.inner_text())
    assert visitor.results.count() == 20 < total
    visitor.page.get_by_role("button", name="显示更多").click()
    visitor.results.nth(20).wait_for()
    assert visitor.results.count() == min(40, total)
    assert visitor.results.nth(20).locator("a").evaluate("one => document.activeElement === one")
    assert visitor.query() == "?q=潍坊&shown=40"
    visitor.results.nth(25).locator("a").click()
    visitor.page.go_back()
    visitor.results.nth(25).wait_for()


def test_what_is_made_do_with_is_said_in_words(visitor: Searcher) -> None:
    visitor.open("search/", "?q=维县罗卜")
    visitor.results.first.wait_for()
    assert visitor.page.locator(".results__tier").inner_text().startswith("没有完全匹配的名称")


def test_an_entry_that_has_gone_says_so(visitor: Searcher) -> None:
    visitor.open("search/", "?q=试验下架品")
    visitor.results.first.wait_for()
    assert visitor.results.first.locator(".badge").inner_text() == "已下架"
    visitor.results.first.locator("a").click()
    assert visitor.page.url == visitor.place.url(WITHDRAWN)


@pytest.mark.parametrize("part", ["a", "寿光", "哪里有卖的", "ﷺ", "a1 "])
def test_a_query_without_end_is_answered(visitor: Searcher, part: str) -> None:
    visitor.open("search/", f"?q={quote(part * 16_000)}"[:16_000] + "&region=x" * 1000)
    visitor.page.locator(
        "search-results[data-state=none], search-results[data-state=found]"
    ).wait_for()
    assert len(visitor.box.input_value()) <= 200
    visitor.open("search/", "?q=寿光")
    visitor.results.first.wait_for()


def test_nothing_found_leads_on(visitor: Searcher) -> None:
    visitor.open("search/", "?q=qqqqzzzz")
    visitor.page.get_by_text("没有找到“qqqqzzzz”").wait_for()
    assert visitor.results.count() == 0
    assert visitor.page.get_by_role("heading", name="按县市区找").is_visible()
    visitor.page.locator(".examples a").first.click()
    visitor.results.first.wait_for()


def test_nothing_found_under_what_is_chosen_says_how_to_go_on(visitor: Searcher) -> None:
    visitor.open("search/", "?q=wxlb&collection=heritage&region=gaomi")
    visitor.page.get_by_text("在所选范围里没有找到").wait_for()
    chips = visitor.page.get_by_role("button", name="去掉：")
    assert chips.all_text_contents() == ["非遗 ×", "高密 ×"]
    visitor.page.get_by_role("button", name="去掉：高密").click()
    visitor.page.get_by_role("button", name="去掉：非遗").click()
    visitor.results.filter(has_text="潍县萝卜").first.wait_for()


def test_an_emptied_box_shows_the_page_as_it_was(visitor: Searcher) -> None:
    visitor.open("search/")
    assert visitor.page.locator(".ways").is_visible()
    visitor.box.fill("萝卜")
    visitor.results.first.wait_for()
    visitor.box.fill("")
    visitor.page.locator(".ways").wait_for()
    assert not visitor.page.locator(".results").is_visible()
    assert visitor.query() == ""


def test_on_a_phone_a_button_leads_from_the_boxes_to_what_was_found(
    browser: Browser, served: Place
) -> None:
    with searcher(browser, served, width=360, has_touch=True) as one:
        one.open("search/", "?q=寿光")
        one.results.first.wait_for()
        assert not one.page.locator(".narrowing input:visible, .narrowing__see:visible").count()
        one.page.locator("summary", has_text="栏目").tap()
        one.page.get_by_role("checkbox", name="地理标志").tap()
        one.page.wait_for_url("**collection=gi**")
        see = one.page.locator(".narrowing__see")
        see.wait_for()
        assert number(see.inner_text()) == number(one.count.inner_text())
        see.tap()
        one.page.wait_for_url("**#found")
        assert not one.page.locator("details[open]").count()
        assert one.results.first.evaluate("one => one.getBoundingClientRect().top") < 640


def test_many_values_of_a_facet_are_shown_on_request(visitor: Searcher) -> None:
    visitor.open("search/", "?q=潍坊")
    visitor.results.first.wait_for()
    group = visitor.page.locator("details", has_text="地区")
    group.locator("summary").click()
    every = group.get_by_role("button", name="全部")
    total, few = number(every.inner_text()), group.locator("input").count()
    every.click()
    assert few < total == group.locator("input").count()
    assert group.locator("input").first.evaluate("one => document.activeElement === one")


@pytest.mark.parametrize("width", [360, 1280])
def test_results_come_without_pushing_anything_about(
    browser: Browser, served: Place, width: int
) -> None:
    for query in ("?q=寿光", "?q=潍坊&collection=gi"):
        with searcher(browser, served, width=width) as one:
            one.open("search/", query)
            one.results.first.wait_for()
            one.settle()
            assert one.page.evaluate(SHIFTS) == 0


@pytest.mark.parametrize("shown", ["results", "suggestions", "nothing found", "failed", "recent"])
def test_axe_finds_no_violation(browser: Browser, served: Place, axe: str, shown: str) -> None:
    context = browser.new_context(bypass_csp=True)
    one = Searcher(context.new_page(), served)
    if shown == "results":
        one.open("search/", "?q=寿光&collection=gi")
        one.results.first.wait_for()
        one.page.locator("summary", has_text="栏目").click()
    elif shown == "suggestions":
        one.open("")
        one.suggest("维县罗卜")
        one.page.keyboard.press("ArrowDown")
    elif shown == "nothing found":
        one.open("search/", "?q=qqqqzzzz")
        one.page.get_by_text("没有找到“qqqqzzzz”").wait_for()
    elif shown == "failed":
        one.page.route("**/search/names/*.bin", lambda route: route.abort())
        one.open("search/", "?q=寿光")
        one.page.get_by_role("button", name="再试一次").wait_for()
    else:
        one.open("")
        one.box.fill("萝卜")
        one.page.keyboard.press("Enter")
        one.results.first.wait_for()
        one.open("")
        one.box.focus()
        one.options.first.wait_for()
    assert list(violations(one.page, axe)) == []
    context.close()


@pytest.mark.parametrize("shown", ["results", "suggestions"])
def test_results_and_suggestions_fit_and_are_large_enough(
    browser: Browser, served: Place, shown: str
) -> None:
    with searcher(browser, served, width=320) as one:
        if shown == "results":
            one.open("search/", "?q=技艺&category=crafts")
            one.count.wait_for()
            one.open("search/", "?q=技艺")
            one.results.first.wait_for()
            one.page.locator("summary", has_text="类别").click()
        else:
            one.open("")
            one.suggest("有限公司")
        found: dict[Any, Any] = {}
        for width in (320, 360, 640, 1280):
            one.page.set_viewport_size({"width": width, "height": 800})
            found[width] = (
                max(0, one.page.evaluate(TOO_WIDE)),
                cut(one),
                one.page.evaluate(SMALL, EVERY),
            )
        one.page.evaluate(SPACING)
        found["spacing"] = (max(0, one.page.evaluate(TOO_WIDE)), cut(one), [])
        assert found == dict.fromkeys(found, (0, [], []))


def cut(one: Searcher) -> list[str]:
    """What is cut off; a long list of suggestions scrolls within its own panel."""
    return [text for text in one.page.evaluate(CUT) if "search__panel" not in text]


def test_a_site_of_which_no_example_can_be_given_is_searched_all_the_same(
    browser: Browser, tmp_path: Path
) -> None:
    site = SiteTest(tmp_path, {"content/recognitions/cnipa-700.yaml": None})
    for path in ("content/gi/qingxi-xueli.md", "content/products/li-gao.md"):
        text = (site.root / path).read_text("utf-8")
        lines = [line for line in text.split("\n") if not line.startswith("region: ")]
        site.write(path, "\n".join("pinyin: 1" if "pinyin: " in line else line for line in lines))
    site.change("content/organizations/qingxi-li-xiehui.yaml", "qīng xī xiàn xuě lí xié huì", "1")
    site.build()
    assert site.built is not None, site.report.text()
    with searcher(browser, Place(site.target, f"{site.target.as_uri()}/", "index.html")) as one:
        one.open("search/", "?q=雪梨")
        one.results.first.wait_for()
        assert one.page.locator(".examples").count() == 0
        assert one.complaints == []


def test_back_leads_to_the_result_that_was_followed(visitor: Searcher) -> None:
    """Where a browser has not kept the page, its results come too late for its own memory."""
    visitor.open("search/", "?q=潍坊")
    visitor.results.first.wait_for()
    visitor.page.get_by_role("button", name="显示更多").click()
    link = visitor.results.nth(30).locator("a")
    link.scroll_into_view_if_needed()
    before = visitor.page.evaluate("scrollY")
    assert before > 1000
    link.click()
    visitor.page.wait_for_url("**/*/")
    visitor.page.go_back()
    visitor.results.nth(30).wait_for()
    assert visitor.page.evaluate("scrollY") == before
    visitor.page.evaluate("scrollTo(0, 2000)")
    visitor.page.wait_for_timeout(600)
    visitor.page.reload()
    visitor.results.nth(30).wait_for()
    assert visitor.page.evaluate("scrollY") == 2000


def test_a_new_question_begins_at_its_first_result(visitor: Searcher) -> None:
    visitor.open("search/", "?q=潍坊&shown=40")
    visitor.results.nth(30).wait_for()
    visitor.page.evaluate("scrollTo(0, 2000)")
    visitor.page.wait_for_timeout(600)
    visitor.open("search/", "?q=潍坊&shown=60")
    visitor.results.nth(30).wait_for()
    visitor.settle()
    assert visitor.page.evaluate("scrollY") == 0


def test_paper_says_what_was_asked_and_how_much_of_it_is_there(visitor: Searcher) -> None:
    visitor.open("search/", "?q=潍坊")
    visitor.results.first.wait_for()
    total = number(visitor.count.inner_text())
    heading = visitor.page.get_by_text(f"“潍坊”的搜索结果，共有{total}条，列出20条")
    assert visitor.page.get_by_role("heading", level=2).first.inner_text() == heading.inner_text()
    visitor.page.emulate_media(media="print")
    box = heading.bounding_box()
    assert box is not None and box["height"] > 15 and box["width"] > 200
    assert not visitor.count.is_visible()


def test_a_question_in_gbk_is_read(visitor: Searcher) -> None:
    visitor.open("search/", "?q=%CA%D9%B9%E2")
    visitor.results.first.wait_for()
    assert visitor.box.input_value() == "寿光"
    assert visitor.page.title().startswith("“寿光”的搜索结果")


@pytest.mark.parametrize("query", ["?q=？？", "?q=🍎", "?q=[(*%2B", "?collection=gi"])
def test_where_nothing_is_asked_the_page_rests(visitor: Searcher, query: str) -> None:
    visitor.open("search/", query)
    visitor.page.locator("[data-state=rest]").wait_for()
    assert visitor.results.count() == 0
    assert visitor.page.locator(".ways").is_visible()


def test_a_place_that_lacks_a_thing_is_said_to_be_what_is_shown(visitor: Searcher) -> None:
    visitor.open("search/", "?q=安丘小黄姜")
    visitor.results.first.wait_for()
    assert (
        visitor.page.locator(".results__tier").inner_text()
        == "没有完全匹配的名称，按所在的地方显示"
    )
