"""The sections of the home page, as site.yaml sets them."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.outputs.parts.home_rows import rows_of
from tests.support.basic_site import SITE
from tests.support.site_test import SiteTest


def headings(site: SiteTest) -> list[str]:
    return [str(heading["id"]) for heading in site.page("").select("main h2")]


def test_all_sections_are_there_unless_the_site_names_some(tmp_path: Path) -> None:
    site = SiteTest(tmp_path).build().passes()
    every = ["figures", "by-region", "by-kind", "recent", "schemes", "articles"]
    assert headings(site) == every  # it has no entry left for “featured”
    site.write("site.yaml", SITE + "home: 文章、称号、places\n").build().passes()
    assert headings(site) == ["articles", "schemes", "by-region"]
    site.equals_clean_build()


def test_a_section_without_content_takes_no_room(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, {"site.yaml": SITE + "home: [推荐, 数字, 种类]\n"}).build().passes()
    assert headings(site) == ["figures", "by-kind"]
    assert [heading["id"] for heading in site.page("").select(".band h2")] == ["figures"]


@pytest.mark.parametrize(
    ("sections", "rows"),
    [
        ("figures places kinds recent schemes", "figures places+kinds recent+schemes"),
        ("kinds places articles", "kinds+places articles"),
        ("places recent figures", "places+recent figures"),
        ("kinds recent schemes places", "kinds recent+schemes places"),
        ("places schemes kinds recent", "places+schemes kinds+recent"),
        ("recent figures schemes", "recent figures schemes"),
        ("", ""),
    ],
)
def test_halves_that_follow_each_other_share_a_row(sections: str, rows: str) -> None:
    assert " ".join("+".join(row.sections) for row in rows_of(sections.split())) == rows


@pytest.mark.parametrize(
    ("setting", "line", "words"),
    [
        (
            "[推荐, 称呼]",
            "site.yaml:7:12 schema.not-a-choice",
            "可选：数字、推荐、地区、种类、时令、最近认定、称号、政策和服务、文章",
        ),
        (
            "[推荐, 地图]",
            "site.yaml:7:12 schema.not-a-choice",
            "可选：数字、推荐、地区、种类、时令、最近认定、称号、政策和服务、文章",
        ),
        ("[articels]", "site.yaml:7:8 schema.not-a-choice", "最接近的是“articles”"),
        ("[推荐, 文章, featured]", "site.yaml:7:16 site.section-twice", "首页的“推荐”写了两次"),
    ],
)
def test_a_wrong_section_is_told_at_its_place(
    tmp_path: Path, setting: str, line: str, words: str
) -> None:
    site = SiteTest(tmp_path, {"site.yaml": f"{SITE}home: {setting}\n"}).check()
    site.fails_with(line)
    assert words in site.report.text()
