"""Which names look the same."""

from __future__ import annotations

import unicodedata

import pytest

from sitegen.model.lookalikes import TABLE, first_difference, skeleton

TWINS = (
    ("潍县萝卜", "潍县 萝卜"),
    ("长岭", "⻓岭"),
    ("山东", "⼭东"),
    ("ABC", "АВС"),
    ("Apple", "Αррӏе"),
    ("ＡＢＣ牌", "ABC牌"),
    ("InFO", "lnf0"),
    ("modern", "modem"),
    ("工业", "エ业"),
    ("口子", "囗子"),
    ("日照", "曰照"),
    ("十一", "十ー"),
    ("十一", "十—"),
    ("葛粉", "葛\U000e0100粉"),
    ("甲·乙", "甲・乙"),
    ("神", "\ufa19"),
    ("二〇", "二○"),
)
NO_TWINS = (
    ("未家庄", "末家庄"),
    ("土山", "士山"),
    ("己", "已"),
    ("人和", "入和"),
    ("干河", "千河"),
    ("东", "東"),
    ("甲", "乙"),
)


@pytest.mark.parametrize(("one", "other"), TWINS)
def test_names_that_look_alike_have_one_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(("one", "other"), NO_TWINS)
def test_characters_that_differ_to_the_eye_stay_apart(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)


def test_each_character_of_the_table_becomes_one_that_stays() -> None:
    for code, shown in TABLE.items():
        assert len(shown) == 1 and ord(shown) not in TABLE, chr(code)
        assert unicodedata.normalize("NFKC", shown) == shown, chr(code)


def test_the_difference_is_the_first_one_to_be_seen() -> None:
    assert first_difference("潍县а", "潍县a") == ("а", "a")
    assert first_difference("甲 乙", "甲乙") == ("", "")
