"""Numbers of announcements become ASCII slugs, however they are typed."""

from __future__ import annotations

import pytest

from sitegen.catalogue.numbers import fold, slug
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
