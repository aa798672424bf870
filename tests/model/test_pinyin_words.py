"""Readings are written in words, and sorted and searched by syllables."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.model.pinyin import plain
from sitegen.model.pinyin_words import by_syllable, by_word
from tests.support import demo_site
from tests.support.site_test import SiteTest

PLACES = ("安丘市", "安丘", "潍县", "临朐", "西安")
GOODS = ("萝卜", "大葱", "山楂", "小米", "山羊")


@pytest.mark.parametrize(
    ("name", "syllables", "words"),
    [
        ("潍县萝卜", "wéi xiàn luó bo", "Wéixiàn luóbo"),
        ("安丘大葱", "ān qiū dà cōng", "Ānqiū dàcōng"),
        ("安丘市植物保护协会", "ān qiū shì zhí wù bǎo hù xié huì", "Ānqiū Shì zhíwù bǎohù xiéhuì"),
        ("临朐三山峪大山楂", "lín qú sān shān yù dà shān zhā", "Línqú sānshānyù dàshānzhā"),
        ("临朐黑山羊", "lín qú hēi shān yáng", "Línqú hēishānyáng"),
        ("金鸽山小米", "jīn gē shān xiǎo mǐ", "Jīngēshān xiǎomǐ"),
        ("杨家埠木版年画", "yáng jiā bù mù bǎn nián huà", "Yángjiābù mùbǎn niánhuà"),
        ("舜的传说", "shùn de chuán shuō", "Shùn de chuánshuō"),
        ("西安鸭", "xī ān yā", "Xī’ān yā"),
        ("景芝", "jǐng zhī", "Jǐngzhī"),
    ],
)
def test_a_reading_is_written_in_words(name: str, syllables: str, words: str) -> None:
    assert by_word(name, syllables, PLACES, GOODS) == words
    assert by_syllable(words) == plain(syllables)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("潍县萝卜", "Wéi Xiàn luó bo"),
        ("潍县萝卜", "Wéixiàn luóbo"),
        ("第646号公告", "dì liù bǎi sì shí liù hào gōng gào"),
        ("甲·乙", "jiǎ yǐ sān"),
        ("甲", ""),
    ],
)
def test_what_an_author_joined_himself_or_cannot_be_told_apart_stays(
    name: str, written: str
) -> None:
    assert by_word(name, written, PLACES, GOODS) == written


@pytest.mark.parametrize(
    ("written", "syllables"),
    [
        ("Xī’ān", "xi an"),
        ("xiān", "xian"),
        ("Wànghǎi Shān", "wang hai shan"),
        ("fāngàn", "fan gan"),
        ("lǜchá", "lv cha"),
        ("NFC guǒzhī", "nfc guo zhi"),
        ("x" * 50, "x" * 50),
    ],
)
def test_words_are_read_by_syllables_again(written: str, syllables: str) -> None:
    assert by_syllable(written) == syllables


def test_no_reading_of_the_demo_is_sorted_otherwise_for_being_shown_in_words() -> None:
    shown = demo_site.plan().catalogue.entries.values()
    names = [entry for entry in shown if entry.pinyin and entry.collection == "gi"]
    assert len(names) > 30
    for entry in names:
        assert by_syllable(by_word(entry.name, entry.pinyin, PLACES, GOODS)) == entry.sort
        assert len(entry.sort.split()) == len(entry.name), entry.name


def test_pages_show_words_and_follow_what_they_know_of_places_and_goods(tmp_path: Path) -> None:
    file = "content/gi/qingxi-xueli.md"
    site = SiteTest(tmp_path).build().passes()
    page = site.page("gi/qingxi-xueli/").select_one('[lang="zh-Latn-pinyin"]')
    index = site.page("a-z/").find(string="Qīngxī xuělí")
    assert page is not None and page.get_text() == "Qīngxī xuělí"
    assert index is not None
    site.change(file, "pinyin: qīng xī xuě lí", "pinyin: Qīngxī Xuělí").build()
    page = site.page("gi/qingxi-xueli/").select_one('[lang="zh-Latn-pinyin"]')
    assert page is not None and page.get_text() == "Qīngxī Xuělí"
    site.equals_clean_build()


def test_a_new_name_of_a_place_remakes_the_readings_that_begin_with_it(tmp_path: Path) -> None:
    file = "content/gi/qingxi-xueli.md"
    site = SiteTest(tmp_path).change(file, "qīng xī xuě lí", "lǎo jiē kǒu lí")
    site.change(file, "青溪雪梨", "老街口梨")
    site.build()
    page = site.page("gi/qingxi-xueli/").select_one('[lang="zh-Latn-pinyin"]')
    assert page is not None and page.get_text() == "Lǎojiē kǒulí"
    site.change(
        "content/regions.yaml",
        'parent: yunzhou, tile: "1,1"',
        'parent: yunzhou, aka: 老街口, tile: "1,1"',
    ).build()
    page = site.page("gi/qingxi-xueli/").select_one('[lang="zh-Latn-pinyin"]')
    assert page is not None and page.get_text() == "Lǎojiēkǒu lí"
    site.equals_clean_build()
