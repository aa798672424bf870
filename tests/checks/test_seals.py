"""Seals that a list cannot tell apart, and seals of half a word, are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.checks.catalogue.seals import cut_word
from tests.support.site_test import SiteTest

FIRST = "content/products/first.yaml"
SECOND = "content/products/second.yaml"
CATEGORIES = "content/categories.yaml"
CRAFT = "name: {}制作技艺\nkind: 手造\ncategories: crafts\n"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'


def test_two_seals_of_one_list_that_are_alike_are_told(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, {FIRST: CRAFT.format("核雕"), SECOND: CRAFT.format("花灯")})
    site.check().warns_of(f"{SECOND}:1:7 seal.same")
    assert site.report.problems[0].facts == {
        "seal": "技艺",
        "other": "products:first",
        "count": "1",
    }
    site.write(SECOND, CRAFT.format("花灯") + "seal: 花灯\n").check().passes()
    assert "花灯" in "".join(t.get_text() for t in site.build().page("products/").select(".seal"))


def test_of_many_alike_one_is_told_with_their_number(tmp_path: Path) -> None:
    crafts = {
        f"content/products/c{n}.yaml": CRAFT.format(name) for n, name in enumerate("甲乙丙丁")
    }
    site = SiteTest(tmp_path, crafts).check()
    (problem,) = site.report.problems
    assert problem.kind.code == "seal.same" and problem.facts["count"] == "3"


def test_nothing_is_told_while_what_lends_drawings_does_not_load(tmp_path: Path) -> None:
    files = {FIRST: CRAFT.format("核雕"), SECOND: CRAFT.format("花灯")}
    site = SiteTest(tmp_path, {**files, "content/brands/bad.yaml": "name: 甲\n"})
    site.check().fails_with("content/brands/bad.yaml:1:1 schema.missing-field")


def test_what_has_a_picture_has_no_seal_to_be_told_of(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, {FIRST: CRAFT.format("核雕"), SECOND: CRAFT.format("花灯")})
    text = (site.root / CATEGORIES).read_text("utf-8")
    images = "images: [{file: hand.svg, alt: 一只手, illustration: 是}]"
    drawn = text.replace("crafts: {", f"crafts: {{{images}, ")
    assert drawn != text
    site.write("content/media/hand.svg", SVG).write(CATEGORIES, drawn).check().passes()


def test_one_seal_in_two_lists_and_one_name_of_two_places_pass(tmp_path: Path) -> None:
    craft = "name: 花灯制作技艺\nclass: 传统技艺\n"
    same = "name: 梨膏\nkind: 农产品\nregion: baishan\n"
    files = {FIRST: CRAFT.format("核雕"), "content/heritage/deng.yaml": craft, SECOND: same}
    SiteTest(tmp_path, files).check().passes()


def test_a_seal_of_half_a_word_is_told(tmp_path: Path) -> None:
    crab = "name: 三疣梭子蟹\nkind: 农产品\n"
    site = SiteTest(tmp_path, {FIRST: crab})
    site.check().passes()
    text = (site.root / CATEGORIES).read_text("utf-8")
    site.write(CATEGORIES, f"{text}crabs: {{name: 蟹类, synonyms: [梭子蟹]}}\n")
    site.check().warns_of(f"{FIRST}:1:7 seal.cut-word")
    assert site.report.problems[0].facts == {
        "seal": "子蟹",
        "word": "梭子蟹",
        "count": "1",
    }
    site.write(FIRST, crab + "seal: 梭子蟹\n").check().passes()


@pytest.mark.parametrize(
    ("name", "seal", "word"),
    [
        ("独根红韭菜", "韭菜", ""),
        ("山旺大樱桃", "樱桃", ""),
        ("三疣梭子蟹", "子蟹", "梭子蟹"),
        ("山旺镇大樱桃", "山旺镇大", "大樱桃"),
        ("老酒", "陈酿", ""),
    ],
)
def test_a_word_is_cut_where_it_stands_partly_within_the_seal(
    name: str, seal: str, word: str
) -> None:
    words = frozenset(["韭菜", "红韭菜", "樱桃", "大樱桃", "梭子蟹", "陈酿"])
    assert cut_word(name, seal, words) == word
