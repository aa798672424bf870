"""The facets on the pages of regions, categories and schemes: what a number says is what stands behind it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import urljoin

from bs4 import BeautifulSoup, Tag

from sitegen.outputs import addresses, families
from sitegen.outputs.parts.scopes import shares_of
from tests.support import demo_site, planned_site
from tests.support.basic_site import SITE
from tests.support.site_test import SiteTest

ROOT = "https://x/"
QUIET = f"{SITE}rules: {{entry.unannounced: off}}\n"
NUMBERED = (
    ".narrowing li a, .section__whole, .held__whole a, [data-facet] li a, .section > .chips a"
)
"""The links of these pages that say how many entries they lead to."""
ENTRIES = ".card__name a, .entries tbody a"
PLACES = {"a": "baishan", "b": "baishan", "c": "baishan", "d": "baishan", "e": "qingxi"}
CATEGORIES = {"a": "pears", "b": "pears", "c": "pears", "d": "crafts", "e": "pears"}
GI = {
    f"content/gi/{name}.md": f"---\nname: 梨{name}\npinyin: lí\nregion: {place}\n"
    f"categories: {CATEGORIES[name]}\n---\n"
    for name, place in PLACES.items()
}
COMBINED = f"{QUIET}collections: {{gi: {{combined_facets: [[region, category]]}}}}\n"


@cache
def demo_page(address: str) -> BeautifulSoup:
    """A page of the demo site as it is built."""
    site = demo_site.plan()
    output = next(o for o in site.outputs if o.path == addresses.file_of(address))
    html = families.make(site.context, output)
    assert isinstance(html, str)
    return BeautifulSoup(html, "html.parser")


def target(address: str, link: Tag) -> str:
    return urljoin(ROOT + address, str(link["href"])).removeprefix(ROOT).partition("#")[0]


@cache
def entries_at(address: str) -> frozenset[str]:
    """The entries of a list, a region or a category, over all its pages."""
    page = demo_page(address)
    found = {target(address, link) for link in page.select(ENTRIES)}
    further = page.select_one("a[rel=next]")
    return frozenset(found | entries_at(target(address, further)) if further else found)


def number(link: Tag) -> int:
    note = link.select_one(".note")
    assert note is not None
    return int(note.get_text().split()[0])


def scope_pages() -> Iterator[str]:
    for output in demo_site.plan().outputs:
        folder, _, name = output.path.partition("/")
        is_scope = folder in ("regions", "categories", "schemes") and "/" in name
        if is_scope and name.endswith(".html") and "/makers/" not in name:
            yield addresses.address_of(output.path)


def test_every_number_on_the_demo_site_is_that_of_the_page_it_leads_to() -> None:
    looked_at: dict[str, int] = {}
    for address in scope_pages():
        scope = "/".join(address.split("/")[:2]) + "/"
        for link in demo_page(address).select(NUMBERED):
            at = target(address, link)
            assert len(entries_at(at)) == number(link), (address, at)
            if not address.startswith("schemes/") and at.split("/")[0] != address.split("/")[0]:
                assert entries_at(at) <= entries_at(scope), (address, at)
            kind = address.split("/")[0]
            looked_at[kind] = looked_at.get(kind, 0) + 1
    assert looked_at.keys() == {"regions", "categories", "schemes"}
    assert looked_at["regions"] > 100 and looked_at["schemes"] > 20, looked_at


def test_a_title_leads_to_those_who_hold_it_today() -> None:
    catalogue = demo_site.plan().context.catalogue
    for scheme in catalogue.collections["schemes"]:
        for link in demo_page(addresses.entry(scheme)).select(".held__whole a"):
            at = target(addresses.entry(scheme), link)
            for entry in entries_at(at):
                key = entry.strip("/").replace("/", ":")
                rows = catalogue.by_subject[key]
                assert scheme.id in {row.scheme for row in rows}, (scheme.id, key)


def test_the_values_of_a_facet_are_all_that_is_in_the_region() -> None:
    """Of a facet with one value an entry the numbers add up to the entries."""
    plan = demo_site.plan().context.plan
    looked_at = 0
    for region in plan.catalogue.collections["regions"]:
        for share in shares_of(plan, region):
            numbers = dict(share.facets)
            if "kind" in numbers:
                assert sum(row.entries for row in numbers["kind"]) == share.entries
                looked_at += 1
            assert share.entries == len(
                [
                    k
                    for k in plan.catalogue.in_region[region.id]
                    if k.startswith(f"{share.collection}:")
                ]
            )
    assert looked_at > 10


def values(page: BeautifulSoup, facet: str) -> dict[str, tuple[int, str]]:
    """Number and link of each value of a facet, by its word."""
    found = {}
    for item in page.select(f'[data-facet="{facet}"] li > *'):
        found[str(item.contents[0]).strip()] = (number(item), str(item.get("href", "")))
    return found


def test_a_value_is_a_link_only_where_its_very_list_is(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, GI | {"site.yaml": COMBINED}).build().passes()
    page = site.page("regions/baishan/")
    assert values(page, "category") == {
        "梨": (3, "../../gi/region/baishan/category/pears/"),
        "工艺": (1, ""),
    }
    heading = page.select_one(".section__whole")
    assert heading and heading.get_text(" ", strip=True) == "地理标志 4 件"
    assert heading["href"] == "../../gi/region/baishan/"
    pears = values(site.page("categories/pears/"), "region")
    assert pears["白山"] == (3, "../../gi/region/baishan/category/pears/")


def test_the_region_of_all_leads_to_the_whole_lists_and_to_its_parts(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, GI | {"site.yaml": COMBINED}).build()
    page = site.page("regions/yunzhou/")
    assert {str(link["href"]) for link in page.select(".section__whole")} >= {"../../gi/"}
    assert values(page, "region")["白山"] == (4, "../../gi/region/baishan/")
    assert values(page, "category")["工艺"] == (1, "../../gi/category/crafts/")
    script = page.select_one('[data-facet="category"]')
    assert script and (script["data-whole"], script["data-chosen"]) == ("../../gi/", "")


def test_a_change_elsewhere_is_shown(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, GI | {"site.yaml": COMBINED}).build()
    site.change("content/gi/d.md", "categories: crafts", "categories: pears").build().passes()
    page = site.page("regions/baishan/")
    assert "regions/baishan/index.html" in site.remade
    assert not page.select('[data-facet="category"]'), "all are pears now"
    site.equals_clean_build()
    site.change("content/regions.yaml", "short_name: 白山", "short_name: 白岩").build().passes()
    assert "白岩" in values(site.page("categories/pears/"), "region")
    site.equals_clean_build()


def test_a_region_between_the_levels_of_a_list_has_plain_numbers(tmp_path: Path) -> None:
    """Where its own entries have no list, its parts still have theirs."""
    site, _ = planned_site.plan(tmp_path, GI | {"site.yaml": QUIET, "content/gi/o.md": OUTSIDE})
    plan = site.context.plan
    (share,) = [
        s
        for s in shares_of(plan, plan.catalogue.entries["regions:yunzhou"])
        if s.collection == "gi"
    ]
    assert share.listed_at is None and share.script is None
    facets = dict(share.facets)
    assert {row.leads_to for row in facets["category"]} == {None}
    assert {row.value: row.leads_to for row in facets["region"]}["baishan"] == (
        ("region", "baishan"),
    )


OUTSIDE = "---\nname: 无处梨\npinyin: wú\n---\n"
