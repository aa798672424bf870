"""The facets of lists: what a number says is what the list has to which it leads."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup

from sitegen.outputs import addresses, families
from sitegen.outputs.output import Output
from sitegen.outputs.parts.facets import ITSELF, UNSTATED, facets_of
from sitegen.outputs.parts.narrower_lists import FEWEST_COMBINED, lists_of
from sitegen.outputs.parts.narrowing import rows_of
from sitegen.outputs.parts.trees import AT_A_GLANCE
from sitegen.outputs.render_context import RenderContext
from sitegen.outputs.showing.table import listed
from tests.support import demo_site, planned_site
from tests.support.basic_site import BASIC, SITE
from tests.support.site_test import SiteTest

QUIET = f"{SITE}rules: {{entry.unannounced: off}}\n"
COMBINED = QUIET + "collections: {gi: {combined_facets: [[region, category, status]]}}\n"
BAISHAN = {
    f"content/gi/{name}.md": f"---\nname: 白山{name}\npinyin: bái\nregion: {place}\n"
    f"categories: {category}\n---\n"
    for name, place, category in [
        ("a", "baishan", "pears"),
        ("b", "baishan", "pears"),
        ("c", "baishan", "fruit"),
        ("d", "baishan", "crafts"),
        ("e", "[baishan, qingxi]", "crafts"),
        ("f", "yunzhou", "[]"),
    ]
} | {"content/gi/g.md": "---\nname: 无处梨\npinyin: wú\n---\n"}


def values(page: BeautifulSoup, facet: str) -> dict[str, tuple[int, str]]:
    """Number and link of each value of a facet, by its word."""
    found = {}
    for group in page.select(".narrowing__facet"):
        summary = group.select_one("summary")
        if summary and summary.get_text() == facet:
            for item in group.select("li > *"):
                note = item.select_one(".note")
                assert note is not None
                word = str(item.contents[0]).strip()
                found[word] = (int(note.get_text()), str(item.get("href", "")))
    return found


def test_a_number_on_the_demo_site_is_that_of_the_list_it_leads_to() -> None:
    context = demo_site.plan().context.plan
    looked_at = 0
    for collection in listed():
        lists = lists_of(context, collection)
        for choice in lists:
            for _, rows in rows_of(context, collection, choice):
                for row in rows:
                    assert row.entries > 0
                    if row.leads_to is not None:
                        assert len(lists[row.leads_to]) == row.entries, (collection, choice, row)
                        looked_at += 1
    assert looked_at > 1000


def test_values_link_to_their_entries_alone(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, BAISHAN | {"site.yaml": COMBINED}).build().passes()
    regions = values(site.page("gi/"), "地区")
    assert {word: count for word, (count, _) in regions.items()} == {
        "青溪": 2,
        "白山": 5,
        "云州（未细分）": 1,
        "未注明": 1,
    }
    for word, (count, href) in regions.items():
        target = addresses.narrowed("gi", [("region", href.split("/")[-2])])
        page = site.page(target)
        assert len(page.select(".card")) == count, word
        heading = page.select_one("h1")
        assert heading and heading.get_text() == f"地理标志：{word}"


def test_a_list_shows_its_own_numbers_and_links_where_there_is_a_narrower_list(
    tmp_path: Path,
) -> None:
    site = SiteTest(tmp_path, BAISHAN | {"site.yaml": COMBINED}).build()
    page = site.page("gi/region/baishan/")
    here = values(page, "类别")
    assert {word: count for word, (count, _) in here.items()} == {
        "梨": 2,
        "果品（未细分）": 1,
        "工艺": 2,
    }
    assert [href for _, href in here.values()] == ["", "", ""], "all of them too few"
    assert values(page, "地区")["青溪"][0] == 2, "of the whole list"
    assert FEWEST_COMBINED == 3


def test_lists_for_several_values_are_those_that_site_yaml_names_and_that_narrow(
    tmp_path: Path,
) -> None:
    more = {
        f"content/gi/m{number}.md": f"---\nname: 梨{number}\npinyin: lí\nregion: baishan\ncategories: pears\n---\n"
        for number in range(2)
    }
    files = BAISHAN | more | {"site.yaml": COMBINED}
    context = planned_site.plan(tmp_path, files)[0].context.plan
    combined = [choice for choice in lists_of(context, "gi") if len(choice) > 1]
    assert combined == [(("region", "baishan"), ("category", "pears"))]
    site = SiteTest(tmp_path, files).build().passes()
    page = site.page("gi/region/baishan/category/pears/")
    assert len(page.select(".card")) == 4
    chips = [
        (chip.get_text(" ", strip=True), chip["href"])
        for chip in page.select(".narrowing__chosen li a")
    ]
    assert [words for words, _ in chips] == ["去掉： 白山 ×", "去掉： 梨 ×"]
    assert [str(href).rsplit("gi/", 1)[1] for _, href in chips] == [
        "category/pears/",
        "region/baishan/",
    ]
    assert values(page, "登记状态") == {"没有称号": (4, "")}


def test_the_year_and_the_title_are_those_of_the_ledger(tmp_path: Path) -> None:
    row = "  - {row: a, subject: gi:qingxi-xueli}\n"
    rows = row + "  - {row: b, subject: gi:a, valid_from: 2019-02-01}\n"
    site = SiteTest(tmp_path, BAISHAN | {"site.yaml": QUIET}).change(
        "content/recognitions/cnipa-700.yaml", row, rows
    )
    site.change(
        "content/recognitions/cnipa-700.yaml",
        "rows:",
        "history:\n  - {row: b, date: 2025-12-01, status: 撤销, document: 某号}\nrows:",
    )
    page = site.build().passes().page("gi/")
    assert {word: n for word, (n, _) in values(page, "认定年份").items()} == {
        "2025": 1,
        "2019": 1,
        "未注明": 6,
    }
    assert {word: n for word, (n, _) in values(page, "称号").items()} == {
        "地理标志产品": 1,
        "没有现行的": 7,
    }
    assert {word: n for word, (n, _) in values(page, "登记状态").items()} == {
        "有效": 1,
        "已撤销": 1,
        "没有称号": 6,
    }


def test_entries_without_any_title_stand_on_one_list(tmp_path: Path) -> None:
    row = "  - {row: a, subject: gi:qingxi-xueli}\n"
    site = SiteTest(tmp_path, BAISHAN | {"site.yaml": QUIET}).change(
        "content/recognitions/cnipa-700.yaml", row, f"{row}  - {{row: b, subject: gi:a}}\n"
    )
    page = site.build().passes().page("gi/")
    words = {"登记状态": "没有称号", "称号": "没有现行的", "认定年份": "未注明"}
    led_to = {values(page, facet)[word] for facet, word in words.items()}
    assert led_to == {(6, "../gi/status/unstated/")}
    one = site.page("gi/status/unstated/")
    assert len(one.select(".card")) == 6
    assert [h.get_text() for h in one.select("h1")] == ["地理标志：没有称号"]
    assert not (site.target / "gi/scheme/unstated").exists()
    assert not (site.target / "gi/year/unstated").exists()
    assert [item.get_text(" ", strip=True) for item in one.select("[data-facet=status] a")] == [
        "有效 2",
        "没有称号 6",
    ]


def test_a_title_that_ended_sets_the_lists_of_titles_and_of_statuses_apart(tmp_path: Path) -> None:
    row = "  - {row: a, subject: gi:qingxi-xueli}\n"
    site = SiteTest(tmp_path, BAISHAN | {"site.yaml": QUIET}).change(
        "content/recognitions/cnipa-700.yaml", row, f"{row}  - {{row: b, subject: gi:a}}\n"
    )
    site.change(
        "content/recognitions/cnipa-700.yaml",
        "rows:",
        "history:\n  - {row: b, date: 2025-12-01, status: 撤销, document: 某号}\nrows:",
    )
    page = site.build().passes().page("gi/")
    assert values(page, "登记状态")["没有称号"] == (6, "../gi/status/unstated/")
    assert values(page, "认定年份")["未注明"] == (6, "../gi/status/unstated/")
    assert values(page, "称号")["没有现行的"] == (7, "../gi/scheme/unstated/")


@pytest.mark.parametrize("name", ["soil", "sector"])
def test_a_field_of_the_site_is_a_facet_where_it_says_so(tmp_path: Path, name: str) -> None:
    """Also where it has the name of a facet of another collection."""
    own = (
        f"collections: {{gi: {{fields: {{{name}: {{label: 土壤, type: 选择, choices: {{sand: 沙土, clay: 黏土}}}}}},"
        f" facets: [{name}, region]}}}}\n"
    )
    pear = BASIC["content/gi/qingxi-xueli.md"].replace(
        "region: qingxi", f"region: qingxi\n{name}: 沙土"
    )
    site = SiteTest(
        tmp_path, BAISHAN | {"site.yaml": QUIET + own, "content/gi/qingxi-xueli.md": pear}
    )
    page = site.build().passes().page("gi/")
    assert [s.get_text() for s in page.select(".narrowing__facet summary")] == ["土壤", "地区"]
    assert values(page, "土壤") == {
        "沙土": (1, f"../gi/{name}/sand/"),
        "未注明": (7, f"../gi/{name}/unstated/"),
    }
    assert len(site.page(f"gi/{name}/sand/").select(".card")) == 1


@pytest.mark.parametrize(
    ("own", "code", "told"),
    [
        ("{facets: [regin]}", "site.unknown-facet", "改成 region"),
        ("{combined_facets: [[region, colour]]}", "site.unknown-facet", "“colour”"),
        (
            "{fields: {soil: {label: 土壤, type: 选择, choices: {沙土: 沙土}}}, facets: [soil]}",
            "site.facet-code",
            "如 shatu",
        ),
        ("{fields: {soil: {label: 土壤}}, facets: [soil]}", "site.unknown-facet", "可以写 region"),
    ],
)
def test_a_wrong_facet_is_told_with_the_right_one(
    tmp_path: Path, own: str, code: str, told: str
) -> None:
    site = SiteTest(tmp_path, {"site.yaml": f"{SITE}collections: {{gi: {own}}}\n"})
    assert site.check().codes == [code]
    assert told in site.report.text("zh")


@pytest.mark.parametrize("counties", [AT_A_GLANCE // 3, AT_A_GLANCE // 3 + 1])
def test_places_are_shown_at_the_finest_level_that_is_not_too_many(
    tmp_path: Path, counties: int
) -> None:
    regions = "yunzhou: {name: 云州市, short_name: 云州, kind: 市}\n"
    files = dict.fromkeys(BASIC)
    for province in "abc":
        regions += f"{province}: {{name: {province}省, kind: 省}}\n"
        for number in range(counties):
            place = f"{province}{number}"
            regions += f"{place}: {{name: {place}县, kind: 县市区, parent: {province}}}\n"
            files[f"content/gi/{place}.md"] = (
                f"---\nname: 梨{place}\npinyin: lí\nregion: {place}\n---\n"
            )
    files |= {"site.yaml": BASIC["site.yaml"], "content/regions.yaml": regions}
    site, _ = planned_site.plan(tmp_path, files)
    ((name, shown), *_) = rows_of(site.context.plan, "gi", ())
    assert name == "region"
    if 3 * counties <= AT_A_GLANCE:
        assert len(shown) == 3 * counties and {row.entries for row in shown} == {1}
    else:
        assert [(row.value, row.entries) for row in shown] == [(p, counties) for p in "abc"]
    assert sum(row.entries for row in shown) == 3 * counties


def test_a_value_with_more_than_a_page_leads_to_those_below_it(tmp_path: Path) -> None:
    regions = "sheng: {name: 大省, kind: 省}\n"
    files = dict.fromkeys(BASIC)
    for county in range(AT_A_GLANCE + 1):
        regions += f"c{county}: {{name: {county}县, kind: 县市区, parent: sheng}}\n"
        files[f"content/gi/p{county}.md"] = (
            f"---\nname: 梨{county}\npinyin: lí\nregion: c{county}\n---\n"
        )
    regions += "other: {name: 小省, kind: 省}\n"
    files["content/gi/o.md"] = "---\nname: 外梨\npinyin: wài\nregion: other\n---\n"
    files |= {
        "site.yaml": SITE.replace("home_region: yunzhou\n", "page_size: 20\n"),
        "content/regions.yaml": regions,
    }
    context = planned_site.plan(tmp_path, files)[0].context.plan
    assert (("region", "c0"),) in lists_of(context, "gi")
    below = dict(rows_of(context, "gi", (("region", "sheng"),)))["region"]
    assert [(row.value, row.depth, row.chosen) for row in below[:2]] == [
        ("sheng", 0, True),
        ("c0", 1, False),
    ]
    inside = dict(rows_of(context, "gi", (("region", "c3"),)))["region"]
    assert [row.value for row in inside if row.chosen] == ["c3"]
    assert [row.depth for row in inside if row.value in ("sheng", "c3")] == [0, 1]


def test_every_entry_has_a_value_in_every_facet(tmp_path: Path) -> None:
    context = planned_site.plan(tmp_path, BAISHAN)[0].context.plan
    keys = {entry.key for entry in context.catalogue.collections["gi"]}
    facets = facets_of(context, "gi")
    assert [facet.name for facet in facets] == ["region", "category", "scheme", "status", "year"]
    for facet in facets:
        shown = [facet.members[value] for value in facet.top]
        assert set().union(*shown) == keys, facet.name
    assert {UNSTATED, f"yunzhou{ITSELF}"} <= facets[0].members.keys()


def test_a_citizen_without_scripts_comes_to_place_category_and_status_in_four_clicks() -> None:
    """Home, the list, the place, the category: there the status is told; on the demo site."""
    context = demo_site.plan().context
    pages = {
        output.path: output for output in demo_site.plan().outputs if output.path.endswith(".html")
    }
    here, clicks = "", 0
    for words in ("地理标志", "寿光", "蔬菜"):
        link = _link(_page(context, pages, here), words)
        here = urljoin(f"https://x/{here}", link).removeprefix("https://x/")
        clicks += 1
    page = _page(context, pages, here)
    heading = page.select_one("h1")
    assert heading and heading.get_text() == "地理标志：寿光 · 蔬菜" and clicks <= 4
    assert values(page, "登记状态")["有效"][0] == len(page.select(".card"))


def _page(context: RenderContext, pages: dict[str, Output], address: str) -> BeautifulSoup:
    html = families.make(context, pages[addresses.file_of(address)])
    assert isinstance(html, str)
    return BeautifulSoup(html, "html.parser")


def _link(page: BeautifulSoup, words: str) -> str:
    """Where the first link leads that begins with these words."""
    return next(
        str(link["href"])
        for link in page.select("a[href]")
        if link.get_text(" ", strip=True).split(" ")[0] == words
    )
