"""The calendar: what is on sale, harvested and in store, by month and by entry."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from sitegen.outputs.parts.seasons import months_in_words
from sitegen.outputs.wording import Wording
from tests.support.basic_site import SITE
from tests.support.site_test import SiteTest

SETTINGS = SITE + "rules: {entry.unannounced: 关闭}\n"
GI = "name: {name}\npinyin: {pinyin}\nregion: qingxi\n{months}"


def gi(name: str, pinyin: str, months: str) -> str:
    return GI.format(name=name, pinyin=pinyin, months=months)


FILES = {
    "site.yaml": SETTINGS,
    "content/gi/radish.yaml": gi("甲萝卜", "jiǎ luó bo", "harvest: 10-11\nstored: 10-3\n"),
    "content/gi/crab.yaml": gi("乙蟹", "yǐ xiè", "harvest: 9-5\n"),
    "content/products/fresh.yaml": (
        "name: 鲜萝卜\npinyin: xiān luó bo\nkind: 农产品\nregion: qingxi\navailable: 11-3\n"
    ),
}


def row(site: SiteTest, month: int) -> dict[str, list[str]]:
    """The names in the row of a month by the word of their state."""
    cells = site.page("seasons/").select(".months__row")[month - 1].select(".months__group")
    return {
        cell.select(".state")[0].get_text(): [name.get_text() for name in cell.select("li")]
        for cell in cells
    }


def test_each_month_names_what_is_on_sale_harvested_and_in_store(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, FILES).build().passes()
    assert row(site, 10) == {"采收": ["甲萝卜", "乙蟹"], "可贮存": ["甲萝卜"]}
    assert row(site, 2) == {"有货": ["鲜萝卜"], "采收": ["乙蟹"], "可贮存": ["甲萝卜"]}
    assert row(site, 7) == {}
    july = site.page("seasons/").select(".months__row")[6]
    assert "没有条目写明这个月" in july.get_text() and not july.select("a")


def test_what_an_entry_does_not_state_is_called_so(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, FILES).build()
    lines = {
        line.select(".seasons__name")[0].get_text(): [
            " ".join(state.get_text(" ").split()) for state in line.select(".seasons__state")
        ]
        for line in site.page("seasons/").select(".seasons__entry")
    }
    assert lines == {
        "甲萝卜": ["有货 未注明", "采收 10–11月", "可贮存 10月至次年3月"],
        "乙蟹": ["有货 未注明", "采收 9月至次年5月", "可贮存 未注明"],
        "鲜萝卜": ["有货 11月至次年3月", "可贮存 未注明"],
    }
    told = site.page("seasons/").get_text()
    assert "共3件" in told and "没有注明月份的：地理标志1件、特色产品1种。" in told


def test_the_page_of_a_month_has_just_its_entries_those_on_sale_first(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, FILES).build()
    page = site.page("seasons/2/")
    assert [name.get_text() for name in page.select(".seasons__name")] == [
        "鲜萝卜",
        "乙蟹",
        "甲萝卜",
    ]
    counts = [" ".join(group.get_text(" ").split()) for group in page.select(".months__group")]
    assert counts == ["有货 1件", "采收 1件", "可贮存 1件"]
    assert not (site.target / "seasons/7").exists()
    assert [link.get_text() for link in page.select("nav .chips a")] == [
        f"{month}月" for month in (1, 2, 3, 4, 5, 9, 10, 11, 12)
    ]


def test_long_months_name_their_first_entries_and_lead_to_all(tmp_path: Path) -> None:
    many = {
        f"content/gi/pear-{n:02}.yaml": gi(f"梨{n:02}", f"lí {n:02}", "harvest: 9\n")
        for n in range(11)
    }
    site = SiteTest(tmp_path, {**many, "site.yaml": SETTINGS + "page_size: 1\n"}).build().passes()
    names = row(site, 9)["采收"]
    assert len(names) == 9 and names[-1] == "等11件"
    pages = [site.page(f"seasons/9/{rest}") for rest in ("", "page/2/", "page/3/", "page/4/")]
    assert [len(page.select(".seasons__entry")) for page in pages] == [3, 3, 3, 2]
    assert not site.page("seasons/page/2/").select(".months__row")


def test_a_site_that_states_no_month_has_no_calendar(tmp_path: Path) -> None:
    site = SiteTest(tmp_path).build().passes()
    assert not (site.target / "seasons").exists()
    assert "时令" not in site.text("index.html")
    site.write("site.yaml", SETTINGS)
    site.write("content/gi/radish.yaml", FILES["content/gi/radish.yaml"]).build().passes()
    links = [a for a in site.page("").select(".footer a") if a.get_text() == "时令"]
    assert [link["href"] for link in links] == ["seasons/"]
    site.equals_clean_build()


def test_the_calendar_is_made_anew_for_what_it_shows_alone(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, FILES).build()
    calendar = {p for p in site.output if p.startswith("seasons/")}
    site.change("content/gi/crab.yaml", "region", "summary: 很肥。\nregion").build()
    assert calendar & site.remade == {"seasons/seasons.ics"}, "whose events have a description"
    site.change("content/gi/radish.yaml", "stored: 10-3", "stored: 10-2").build()
    months = [f"seasons/{month}/index.html" for month in (1, 2, 3, 10, 11, 12)]
    assert calendar & site.remade == {"seasons/index.html", *months}, "that it keeps is no event"
    site.equals_clean_build()


def test_home_names_no_month_but_in_what_a_script_may_show(tmp_path: Path) -> None:
    """A page that was built in November and is read in March may show neither by itself."""
    site = SiteTest(tmp_path, FILES).build().passes()
    section = site.page("").select_one("this-month")
    assert section is not None
    months = {
        str(one.extract()["data-month"]): " ".join(one.get_text(" ").split())
        for one in section.select("template")
    }
    assert not any(character.isdigit() for character in section.get_text())
    assert [link["href"] for link in section.select("a")] == ["seasons/"]
    assert months.keys() == {"1", "2", "3", "4", "5", "9", "10", "11", "12"}
    assert months["2"] == "有货 鲜萝卜 采收 乙蟹 可贮存 甲萝卜 看2月的时令"


@pytest.mark.parametrize(
    ("months", "words"),
    [
        ((10,), "10月"),
        ((10, 11), "10–11月"),
        ((3, 4, 5, 6, 9, 10), "3–6、9–10月"),
        ((1, 2, 3, 10, 11, 12), "10月至次年3月"),
        ((1, 12), "12月至次年1月"),
        ((1, 6, 12), "6、12–1月"),
        (tuple(range(1, 13)), "全年"),
    ],
)
def test_months_are_put_into_words(months: tuple[int, ...], words: str) -> None:
    context: Any = SimpleNamespace(say=Wording("zh-Hans", {}).say)
    assert months_in_words(context, months) == words
