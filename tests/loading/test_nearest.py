"""A hint names the word that was probably meant, or there is none."""

from __future__ import annotations

import pytest

from sitegen.loading.nearest import nearest

FIELD_NAMES = """
    name name_en name_en_basis aka pinyin summary kind region categories published updated images
    sources owner tier trademarks founded maker gi brand heritage specs shelf_life available
    valid_from valid_until review_due number
"""
CHOICES = "绿茶 红茶 地理标志 手造 非遗 文创 农产品 老字号 国家级 省级 市级 潍坊市 已停止"
FIELDS = FIELD_NAMES.split()
WORDS = CHOICES.split()


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("nmae", "name"),
        ("summry", "summary"),
        ("regions", "region"),
        ("category", "categories"),
        ("image", "images"),
        ("valid_untill", "valid_until"),
        ("spec", "specs"),
        ("NAME", "name"),
        ("shelf-life", "shelf_life"),
        ("shelfLife", "shelf_life"),
        ("ｎａｍｅ＿ｅｎ", "name_en"),
        (" name", "name"),
    ],
)
def test_a_misspelt_field_name_finds_its_field(word: str, meant: str) -> None:
    assert nearest(word, FIELDS) == meant


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("绿查", "绿茶"),
        ("地标", "地理标志"),
        ("地理标识", "地理标志"),
        ("农产", "农产品"),
        ("老字好", "老字号"),
        ("国家", "国家级"),
        ("潍方市", "潍坊市"),
        ("非遗项目", "非遗"),
        ("停止", "已停止"),
    ],
)
def test_a_wrong_character_finds_its_word(word: str, meant: str) -> None:
    assert nearest(word, WORDS) == meant


@pytest.mark.parametrize("word", ["", "foo", "title", "苹果", "zz", "a" * 100_000, "￼"])
def test_a_word_like_none_of_them_finds_none(word: str) -> None:
    assert nearest(word, FIELDS + WORDS) is None


def test_there_is_nothing_near_where_there_are_no_choices() -> None:
    assert nearest("name", []) is None


def test_choices_may_come_from_a_generator() -> None:
    assert nearest("nmae", (name for name in FIELDS)) == "name"
