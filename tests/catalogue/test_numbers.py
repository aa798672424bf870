"""Numbers of announcements become ASCII slugs, however they are typed."""

from __future__ import annotations

import pytest

from sitegen.catalogue.numbers import fold, proposed, slug, slug_under
from sitegen.model.types import is_id

SLUGS = {
    "国家知识产权局公告第646号": "cnipa-646",
    "国家知识产权局公告第六四六号": None,
    "国家知识产权局 公告 第 646 号": "cnipa-646",
    "国家知识产权局公告第６４６号": "cnipa-646",
    "国家知识产权局公告2025年第646号": "cnipa-2025-646",
    "原国家质检总局公告2006年第126号": "aqsiq-2006-126",
    "国家质检总局公告２００６年第１２６号": "aqsiq-2006-126",
    "国家质量监督检验检疫总局公告2006年第126号": "aqsiq-2006-126",
    "农业农村部公告第290号": "moara-290",
    "农业部公告第1517号": "moa-1517",
    "国发〔2006〕18号": "guofa-2006-18",
    "国发［2006］18号": "guofa-2006-18",
    "国发[2006]18号": "guofa-2006-18",
    "国发（2006）18号": "guofa-2006-18",
    "国发【2006】18 号": "guofa-2006-18",
    "AGI2010-05-00284": "agi2010-05-00284",
    "ＡＧＩ２０１０-05-00284": "agi2010-05-00284",
    "agi2010-05-00284": "agi2010-05-00284",
    "云州市公告第1号": None,
    "第646号": None,
    "": None,
}


@pytest.mark.parametrize("number", SLUGS)
def test_a_number_has_one_slug_in_every_spelling(number: str) -> None:
    assert slug(number) == SLUGS[number]


def test_every_slug_can_be_an_address() -> None:
    assert all(is_id(found) for found in SLUGS.values() if found)


def test_the_old_and_the_new_ministry_are_told_apart() -> None:
    assert slug("农业部公告第290号") != slug("农业农村部公告第290号")


def test_one_spelling_of_brackets_width_and_space() -> None:
    assert fold("国发〔２００６〕　18 号") == fold("国发(2006)18号")


@pytest.mark.parametrize(
    ("number", "made"),
    {
        "武政〔2018〕5号": "award-2018-5",
        "洪政[２０１７] 5 号": "award-2017-5",
        "武品牌办（2018）1号": "award-2018-1",
        "第二批名单": None,
        "1" * 70: None,
    }.items(),
)
def test_a_scheme_makes_the_address_with_the_digits_of_a_number(
    number: str, made: str | None
) -> None:
    assert slug_under("award", number) == made


@pytest.mark.parametrize(
    ("number", "made"),
    {
        "武政〔2018〕5号": "wuzheng-2018-5",
        "洪政〔2017〕5号": "hongzheng-2017-5",
        "武品牌办[2018]1号": "wupin-paiban-2018-1",
        "云州市公告第1号": "yunzhou-shigonggao-1",
        "2018年5号": "nianhao-2018-5",
        "第二批名单": "dier-pimingdan",
        "〔2018〕": "gonggao-2018",
        "公告" * 40 + "1" * 58: "gonggao",
    }.items(),
)
def test_a_number_without_an_address_has_one_proposed(number: str, made: str) -> None:
    found = proposed(number)
    assert found.startswith(made) and is_id(found)
    assert proposed(number, taken={found}) == f"{found}-2"


def test_what_is_proposed_under_a_scheme_begins_with_its_own_part() -> None:
    assert proposed("第二批名单", "award").startswith("award-")
