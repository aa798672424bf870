"""Lists that narrow, with scripts: several values at once, the same numbers as without, addresses, Back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.support.browser.axe import violations
from tests.support.browser.places import Place

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, bypass_csp=True)
    yield context.new_page()
    context.close()


def box(page: Page, facet: str, word: str) -> Locator:
    """The check box of a value, in its open disclosure."""
    group = page.locator(f'[data-facet="{facet}"]')
    if group.get_attribute("open") is None:
        group.locator("summary").click()
    return group.get_by_label(word, exact=False)


def numbers(page: Page, facet: str) -> dict[str, int]:
    """The number beside each value of a facet, open or not, with scripts or without."""
    found = {}
    for item in page.locator(f'[data-facet="{facet}"] li:not([hidden])').all():
        match = re.fullmatch(r"\s*(\S+?)\s*(\d+)\s*", item.text_content() or "")
        assert match
        found[match[1]] = int(match[2])
    return found


def names(page: Page) -> list[str]:
    return page.locator(".cards .card__name").all_inner_texts()


def found(page: Page, number: int) -> None:
    page.get_by_role("heading", name=f"符合的有{number}条").wait_for()
    assert page.locator(".narrowing [role=status]").inner_text() == f"符合的有{number}条"
    assert page.locator(".cards > li").count() == number


def test_several_values_of_several_facets_are_chosen_at_once(page: Page, served: Place) -> None:
    page.goto(served.url("gi/"))
    whole = names(page)
    box(page, "region", "寿光").check()
    found(page, 13)
    box(page, "region", "青州").check()
    found(page, 17)
    assert names(page) == [name for name in whole if name in names(page)], (
        "in the order of the list"
    )
    box(page, "category", "果品").check()
    found(page, 3)
    assert page.url.endswith("gi/?region=shouguang&region=qingzhou&category=fruit")
    assert page.locator(".narrowing__chosen button").all_inner_texts() == [
        "寿光\n×",
        "青州\n×",
        "果品\n×",
    ]


def test_the_numbers_are_those_that_readers_without_scripts_have(page: Page, served: Place) -> None:
    page.goto(served.url("gi/"))
    alone = numbers(page, "region")
    box(page, "region", "寿光").check()
    found(page, 13)
    assert numbers(page, "region") == alone
    narrowed = numbers(page, "category")
    page.goto(served.url("gi/region/shouguang/"))
    assert numbers(page, "category") == narrowed == {"蔬菜": 4, "畜禽": 1, "水产": 8, "食品": 2}


def test_back_a_new_visit_and_a_chip_lead_to_the_state_they_stand_for(
    page: Page, served: Place
) -> None:
    page.goto(served.url("gi/"))
    total = page.locator(".cards > li").count()
    box(page, "region", "寿光").check()
    found(page, 13)
    box(page, "category", "水产").check()
    found(page, 8)
    page.go_back()
    found(page, 13)
    assert not box(page, "category", "水产").is_checked()
    page.reload()
    found(page, 13)
    page.locator(".card a").first.click()
    page.go_back()
    found(page, 13)
    page.get_by_role("button", name="去掉：寿光").click()
    page.locator(".listing__count", has_text=f"共{total}件").wait_for()
    assert page.locator(".cards > li").count() == total and page.url.endswith("/gi/")


def test_a_card_from_another_page_leads_where_it_should(page: Page, served: Place) -> None:
    page.goto(served.url("gi/?region=qingzhou"))
    found(page, 4)
    card = page.locator(".card", has_text="青州蜜桃")
    assert card.locator("img").evaluate("one => one.decode().then(() => one.naturalWidth > 0)")
    card.locator("a").click()
    page.get_by_role("heading", level=1, name="青州蜜桃").wait_for()


def test_a_narrower_list_leads_on_to_more_values(page: Page, served: Place) -> None:
    page.goto(served.url("gi/region/shouguang/"))
    page.locator('[data-facet="category"] summary').click()
    page.locator('[data-facet="category"] a', has_text="畜禽").click()
    found(page, 1)
    assert names(page) == ["寿光鸡"]
    page.goto(served.url("gi/region/shouguang/"))
    page.locator('[data-facet="region"] summary').click()
    page.locator('[data-facet="region"] a', has_text="青州").click()
    found(page, 17)


def test_values_whose_entries_stand_on_one_list_are_chosen_each_for_itself(
    page: Page, served: Place
) -> None:
    """No product without a title has a status, a title or a year: one list holds them all."""
    page.goto(served.url("products/"))
    untitled = numbers(page, "year")["未注明"]
    assert untitled == numbers(page, "status")["没有称号"] > 5
    box(page, "year", "未注明").check()
    found(page, untitled)
    assert page.url.endswith("products/?year=unstated")
    assert not box(page, "status", "没有称号").is_checked()
    box(page, "status", "没有称号").check()
    found(page, untitled)
    box(page, "year", "未注明").uncheck()
    found(page, untitled)
    assert page.url.endswith("products/?status=unstated")
    page.goto(served.url("products/status/unstated/"))
    assert len(names(page)) == untitled


def test_a_choice_that_cannot_be_read_is_told_and_can_be_made_again(
    page: Page, served: Place
) -> None:
    page.goto(served.url("gi/"))
    page.route("**/gi/region/**", lambda route: route.abort())
    box(page, "region", "寿光").check()
    page.locator(".listing__count", has_text="没能读到").wait_for()
    page.unroute("**/gi/region/**")
    box(page, "region", "寿光").uncheck()
    box(page, "region", "寿光").check()
    found(page, 13)


def test_an_address_with_nonsense_shows_the_whole_list(page: Page, served: Place) -> None:
    page.goto(served.url("gi/?region=%3Cimg%3E&color=red&region=" + "x" * 5000))
    assert page.locator(".cards > li").count() == 39
    page.goto(served.url("gi/?region=nowhere"))
    assert page.locator(".cards > li").count() == 39


def test_a_table_is_narrowed_too(page: Page, served: Place) -> None:
    page.goto(served.url("organizations/"))
    box(page, "kind", "协会").check()
    page.locator(".listing__count", has_text="符合的有").wait_for()
    kinds = page.locator(".entries tbody td:nth-child(3)").all_inner_texts()
    assert kinds and set(kinds) == {"协会"}


@pytest.mark.parametrize("width", [360, 1280])
def test_an_open_and_narrowed_list_is_for_everyone(
    page: Page, served: Place, axe: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(served.url("gi/"))
    box(page, "region", "寿光").check()
    found(page, 13)
    assert list(violations(page, axe)) == []
    page.set_viewport_size({"width": width, "height": 800})
    if width == 360:
        see = page.get_by_role("link", name="看13条")
        assert see.is_visible()
        see.click()
        assert page.locator("details[open]").count() == 0


def test_from_a_disk_the_links_are_as_without_scripts(browser: Browser, opened: Place) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(opened.url("gi/"))
    page.locator('[data-facet="region"] summary').click()
    page.locator('[data-facet="region"] a', has_text="寿光").click()
    page.get_by_role("heading", level=1, name="地理标志：寿光").wait_for()
    assert page.locator(".cards > li").count() == 13
    context.close()
