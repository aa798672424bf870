"""Lists in other orders and as tables, with scripts: the same entries in the same order as without."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from sitegen.outputs.parts.trees import AT_A_GLANCE
from tests.support.basic_site import BASIC, SITE
from tests.support.browser.places import Place
from tests.support.browser.server import serving
from tests.support.site_test import SiteTest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROWS = """all => all.map(one => { const row = one.cloneNode(true);
  for (const link of row.querySelectorAll("a")) link.setAttribute("href", link.href.replace(/.*?\\/a\\/b\\//, ""));
  return row.outerHTML })"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, bypass_csp=True)
    yield context.new_page()
    context.close()


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """A page without scripts."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def names(page: Page) -> list[str]:
    return page.locator("[data-values] :is(.card__name, th)").all_inner_texts()


def rows(page: Page) -> dict[str, str]:
    """The rows of a table by their names."""
    html = page.locator(".entries tbody tr").evaluate_all(ROWS)
    return dict(zip(names(page), html, strict=True))


def ordered(page: Page, words: str) -> None:
    """Wait until the list is in an order that was asked for."""
    expect(page.locator(".narrowing [role=status]")).to_have_text(re.compile(f"，{words}$"))


@pytest.mark.parametrize("collection", ["gi", "brands", "products", "heritage"])
@pytest.mark.parametrize(("order", "words"), [("newest", "按认定先后"), ("region", "按地区")])
def test_cards_are_in_the_orders_of_the_tables(
    page: Page, plain: Page, served: Place, collection: str, order: str, words: str
) -> None:
    plain.goto(served.url(f"{collection}/table/{order}/"))
    page.goto(served.url(f"{collection}/"))
    by_name = names(page)
    page.get_by_role("link", name=words, exact=True).click()
    ordered(page, words)
    assert names(page) == names(plain) != by_name
    assert page.url.endswith(f"/{collection}/?sort={order}")
    page.get_by_role("link", name="按拼音", exact=True).click()
    expect(page.locator(".narrowing [role=status]")).not_to_contain_text("，")
    assert names(page) == by_name
    assert page.url.endswith(f"/{collection}/")


def test_a_narrowed_list_is_sorted_and_stays_so(page: Page, plain: Page, served: Place) -> None:
    plain.goto(served.url("gi/table/newest/"))
    page.goto(served.url("gi/?region=shouguang&region=qingzhou&region=anqiu&sort=newest"))
    page.get_by_role("heading", name="符合的有26条").wait_for()
    ordered(page, "按认定先后")
    here = names(page)
    assert here == [name for name in names(plain) if name in here]
    page.locator('[data-facet="region"] summary').click()
    page.get_by_role("checkbox", name="安丘").uncheck()
    page.locator('[data-facet="region"] summary').click()
    page.get_by_role("heading", name="符合的有17条").wait_for()
    assert page.url.endswith("gi/?region=shouguang&region=qingzhou&sort=newest")
    assert names(page) == [name for name in names(plain) if name in names(page)]
    page.get_by_role("link", name="按拼音", exact=True).click()
    expect(page.locator(".narrowing [role=status]")).to_have_text("符合的有17条")
    page.go_back()
    ordered(page, "按认定先后")
    assert page.locator(".switch--orders [aria-current]").inner_text() == "按认定先后"
    page.go_back()
    page.get_by_role("heading", name="符合的有26条").wait_for()
    page.reload()
    page.get_by_role("heading", name="符合的有26条").wait_for()
    assert names(page) == here


@pytest.mark.parametrize("address", ["gi/region/shouguang/", "organizations/region/shouguang/"])
def test_a_list_of_one_value_is_sorted_where_it_is(
    page: Page, plain: Page, served: Place, address: str
) -> None:
    collection = address.split("/")[0]
    plain.goto(served.url(f"{collection}/table/newest/"))
    page.goto(served.url(address))
    by_name = names(page)
    page.get_by_role("button", name="按认定先后").click()
    ordered(page, "按认定先后")
    assert page.url.endswith(f"{address}?sort=newest")
    assert names(page) == [name for name in names(plain) if name in by_name]
    assert len(names(page)) == len(by_name)
    assert page.locator(".listing__count").inner_text().startswith("共")
    page.go_back()
    expect(page.locator(".switch--orders [aria-current]")).to_have_text("按拼音")
    assert names(page) == by_name


def test_the_order_goes_along_to_further_values(page: Page, plain: Page, served: Place) -> None:
    plain.goto(served.url("gi/table/newest/"))
    page.goto(served.url("gi/region/shouguang/?sort=newest"))
    ordered(page, "按认定先后")
    page.locator('[data-facet="category"] summary').click()
    page.locator('[data-facet="category"] a', has_text="水产").click()
    page.get_by_role("heading", name="符合的有8条").wait_for()
    assert page.url.endswith("gi/?region=shouguang&category=aquatic&sort=newest")
    assert names(page) == [name for name in names(plain) if name in names(page)]


@pytest.mark.parametrize(
    ("address", "facet", "value"),
    [
        ("gi/table/", "region", "shouguang"),
        ("gi/table/newest/", "region", "anqiu"),
        ("brands/table/region/", "category", "vegetables"),
        ("products/table/", "region", "weifang--itself"),
        ("heritage/table/newest/", "region", "anqiu"),
        ("organizations/table/region/", "kind", "association"),
    ],
)
def test_the_rows_of_a_table_are_narrowed_as_they_were(
    page: Page, plain: Page, served: Place, address: str, facet: str, value: str
) -> None:
    plain.goto(served.url(address))
    page.goto(served.url(address))
    whole = rows(page)
    box = page.locator(f'[data-facet="{facet}"] input[value="{value}"]')
    number = int(box.locator("xpath=../span[2]").text_content() or "")
    assert 0 < number < len(whole)
    page.locator(f'[data-facet="{facet}"] summary').click()
    box.check()
    page.get_by_role("heading", name=f"符合的有{number}条").wait_for()
    found = rows(page)
    assert len(found) == number
    assert found == {name: whole[name] for name in found}, "each row as it came"
    assert list(found) == [name for name in names(plain) if name in found], "in the same order"
    assert page.url.endswith(f"{address}?{facet}={value}")


def test_what_is_chosen_goes_along_to_other_forms_and_orders(page: Page, served: Place) -> None:
    page.goto(served.url("gi/table/?region=shouguang"))
    page.get_by_role("heading", name="符合的有13条").wait_for()
    page.get_by_role("link", name="按认定先后").click()
    page.get_by_role("heading", name="符合的有13条").wait_for()
    assert page.url.endswith("gi/table/newest/?region=shouguang")
    page.get_by_role("link", name="图", exact=True).click()
    page.get_by_role("heading", name="符合的有13条").wait_for()
    assert page.url.endswith("gi/?region=shouguang") and page.locator(".card").count() == 13


def test_found_entries_are_not_marked_as_leading_off_the_site(page: Page, served: Place) -> None:
    page.goto(served.url("gi/?region=shouguang"))
    page.get_by_role("heading", name="符合的有13条").wait_for()
    links = page.locator("[data-values] a").evaluate_all(
        "all => all.map(a => a.getAttribute('href'))"
    )
    assert len(links) == 13 and not [link for link in links if link.startswith("http")]


def pears(number: int) -> dict[str, str]:
    """Pears whose readings run against their years; one reading is another one's beginning."""
    files = {"site.yaml": f"{SITE}page_size: 3\nrules: {{entry.unannounced: off}}\n"}
    rows = ""
    for at in range(number):
        reading = "lí" + " bā" * (at % 3) + f" {chr(97 + at // 3)}"
        files[f"content/gi/p{at:02}.md"] = (
            f"---\nname: 梨{at:02}\npinyin: {reading}\nregion: {('baishan', 'qingxi')[at % 2]}\n---\n"
        )
        rows += f"  - {{row: r{at}, subject: gi:p{at:02}, valid_from: {2000 + at % 5}-02-01}}\n"
    files["content/recognitions/cnipa-700.yaml"] = (
        "scheme: gi-protection\ndocument: 国家知识产权局公告第700号\nannounced: 2025-11-03\n"
        f"rows:\n  - {{row: a, subject: gi:qingxi-xueli}}\n{rows}"
    )
    return files


def all_names(site: SiteTest, address: str) -> list[str]:
    page = site.page(address)
    here = [cell.get_text() for cell in page.select(".entries tbody th, .card__name")]
    further = page.select_one("a[rel=next]")
    if further is None:
        return here
    return here + all_names(site, str(further["href"]).replace("../", ""))


def test_a_list_over_several_pages_is_sorted_as_a_whole(page: Page, tmp_path: Path) -> None:
    site = SiteTest(tmp_path, pears(16)).build().passes()
    with serving(site.target, "/", []) as root:
        page.goto(f"{root}gi/")
        assert len(names(page)) == 3
        for order, words in {"newest": "按认定先后", "region": "按地区"}.items():
            page.get_by_role("link", name=words, exact=True).click()
            ordered(page, words)
            assert names(page) == all_names(site, f"gi/table/{order}/")
            assert not page.locator(".pager").is_visible()
        page.goto(f"{root}gi/region/qingxi/")
        page.get_by_role("button", name="按认定先后").click()
        ordered(page, "按认定先后")
        mine = all_names(site, "gi/region/qingxi/")
        assert names(page) == [n for n in all_names(site, "gi/table/newest/") if n in mine]
        page.goto(f"{root}gi/?region=qingxi&region=baishan")
        page.locator(".listing__count", has_text="符合的有").wait_for()
        assert names(page) == all_names(site, "gi/")


def test_a_long_list_leads_to_the_table_in_this_order(page: Page, tmp_path: Path) -> None:
    site = SiteTest(tmp_path, pears(26)).build().passes()
    with serving(site.target, "/", []) as root:
        page.goto(f"{root}gi/?sort=newest")
        assert len(names(page)) == 3, "nothing is read"
        page.get_by_role("link", name="按认定先后").click()
        page.wait_for_url("**/gi/table/newest/")
        page.goto(f"{root}gi/?region=qingxi")
        page.locator(".listing__count", has_text="符合的有").wait_for()
        page.get_by_role("link", name="按认定先后").click()
        ordered(page, "按认定先后")
        mine = all_names(site, "gi/region/qingxi/")
        assert names(page) == [n for n in all_names(site, "gi/table/newest/") if n in mine]


def test_without_scripts_or_from_a_disk_nothing_is_offered_that_does_nothing(
    browser: Browser, plain: Page, served: Place, opened: Place
) -> None:
    plain.goto(served.url("gi/region/shouguang/"))
    assert not plain.locator(".switch button").first.is_visible()
    plain.goto(served.url("gi/"))
    plain.get_by_role("link", name="按认定先后").click()
    assert plain.url.endswith("/gi/table/newest/")
    context = browser.new_context()
    page = context.new_page()
    page.goto(opened.url("gi/region/shouguang/"))
    assert not page.locator(".switch button").count()
    context.close()


def test_values_below_others_lead_to_their_own_lists(page: Page, tmp_path: Path) -> None:
    """The whole list has no boxes for them: a query with them would choose nothing there."""
    regions = "sheng: {name: 大省, kind: 省}\nother: {name: 小省, kind: 省}\n"
    files: dict[str, str | bytes | None] = dict.fromkeys(BASIC)
    for at in range(AT_A_GLANCE + 1):
        regions += f"c{at}: {{name: {at}县, kind: 县市区, parent: sheng}}\n"
        files[f"content/gi/p{at}.md"] = f"---\nname: 梨{at}\npinyin: lí\nregion: c{at}\n---\n"
    files["content/gi/o.md"] = "---\nname: 外梨\npinyin: wài\nregion: other\n---\n"
    settings = SITE.replace("home_region: yunzhou\n", "page_size: 20\n")
    files |= {
        "site.yaml": f"{settings}rules: {{entry.unannounced: off}}\n",
        "content/regions.yaml": regions,
    }
    site = SiteTest(tmp_path, files).build().passes()
    with serving(site.target, "/", []) as root:
        page.goto(f"{root}gi/region/sheng/")
        page.locator('[data-facet="region"] summary').click()
        page.locator('[data-value="c3"] a').click()
        page.get_by_role("heading", level=1, name="地理标志：3县").wait_for()
        assert names(page) == ["梨3"]
        page.goto(f"{root}gi/region/sheng/")
        page.locator('[data-facet="region"] summary').click()
        page.locator('[data-value="other"] a').click()
        page.get_by_role("heading", name=f"符合的有{AT_A_GLANCE + 2}条").wait_for()
