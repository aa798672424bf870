"""Readings of names: the quick way gives what pypinyin gives."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.model import pinyin_dictionary
from sitegen.model.pinyin import _steady, plain, plain_reading, slug
from sitegen.model.pinyin_dictionary import READINGS, reading
from tests.support import demo_site
from tests.support.attack.rounds import examples


def test_phrases_of_steady_characters_are_read_as_pypinyin_reads_them() -> None:
    from pypinyin.constants import PHRASES_DICT

    known = _steady()
    pinyin_dictionary.load()
    phrases = [phrase for phrase in PHRASES_DICT if all(char in known for char in phrase)]
    assert len(phrases) > 20_000
    wrong = [phrase for phrase in phrases if plain_reading(phrase) != plain(reading(phrase))]
    assert not wrong


def test_every_steady_character_alone_is_read_as_pypinyin_reads_it() -> None:
    known = _steady()
    assert len(known) > 20_000
    assert not [char for char, said in known.items() if said != plain(reading(char))]


@settings(max_examples=examples(500))
@given(st.text(st.sampled_from("".join(_steady()) + "重长行乐单aZ9 （）·〇"), max_size=12))
def test_any_name_is_read_as_pypinyin_reads_it(name: str) -> None:
    assert plain_reading(name) == plain(reading(name))


def test_names_are_read_so_too() -> None:
    entries = demo_site.plan().catalogue.entries.values()
    names = {*READINGS, *(entry.name for entry in entries)}
    names |= {name + other for name in READINGS for other in ("梨", "地", "大葱")}
    assert not [name for name in names if plain_reading(name) != plain(reading(name))]


def test_radicals_that_look_like_characters_and_wide_letters_are_read() -> None:
    assert plain_reading("⽔蜜桃") == plain_reading("水蜜桃") == "shui mi tao"
    assert plain_reading("ＮＦＣ果汁") == "nfc guo zhi"
    assert slug("⽔蜜桃") == slug("水蜜桃")


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("胶东刺参", "jiao dong ci shen"),
        ("朝阳大枣", "chao yang da zao"),
        ("长岛海参", "chang dao hai shen"),
        ("洪洞大枣", "hong tong da zao"),
        ("涡阳苔干", "guo yang tai gan"),
        ("曲靖火腿", "qu jing huo tui"),
        ("长子大青椒", "zhang zi da qing jiao"),
    ],
)
def test_places_and_goods_are_read_as_people_there_do(name: str, read: str) -> None:
    assert plain_reading(name) == read
