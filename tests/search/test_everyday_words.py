"""Words for one thing: the groups that ship, a site's own, and what of them a site needs."""

from __future__ import annotations

from sitegen.search.everyday_words import LATIN, WordGroup, common_groups, own_group, tables_of
from sitegen.search.folding import fold


def test_the_groups_that_ship_are_many_and_ready_for_use() -> None:
    groups = common_groups()
    assert len(groups) >= 150
    for group in groups:
        words = (*group.words, *group.kinds)
        assert group.words and len(words) == len(set(words)), group
        assert all(word == fold(word) and not word.isascii() for word in words), group
        assert all(LATIN.fullmatch(phrase) for phrase in group.english), group
        assert len(words) + len(group.english) > 1, group


def test_a_group_of_a_site_has_its_latin_words_as_english() -> None:
    group = own_group(["折耳根", "鱼腥草", "Fish  Mint", "魚腥草", "！"])
    assert group == WordGroup(("折耳根", "鱼腥草"), (), ("fish mint",))


def test_only_groups_that_answer_for_a_name_are_sent() -> None:
    potato = WordGroup(("马铃薯", "土豆", "洋芋"), (), ("potato", "spud"))
    seafood = WordGroup(("海鲜",), ("海参", "对虾"), ("seafood",))
    durian = WordGroup(("榴莲", "榴梿"), (), ("durian",))
    lake = WordGroup(("湖",), (), ("lake",))
    rows, english = tables_of(
        [potato, seafood, durian, lake], {"胶河土豆", "昌邑大对虾", "微山湖大闸蟹"}
    )
    assert rows == ["土豆|马铃薯 洋芋", "|海鲜|对虾"]
    assert english == {"lake": "湖", "potato": "土豆", "seafood": "对虾", "spud": "土豆"}


def test_an_english_word_of_several_groups_has_the_words_of_all() -> None:
    crabs = [WordGroup(("河蟹",), (), ("crab",)), WordGroup(("梭子蟹", "河蟹"), (), ("crab",))]
    _, english = tables_of(crabs, {"盘锦河蟹", "昌邑梭子蟹"})
    assert english == {"crab": "河蟹 梭子蟹"}


def test_a_word_stands_in_a_name_only_as_a_whole() -> None:
    rows, _ = tables_of([WordGroup(("大闸蟹", "毛蟹"), (), ())], {"大闸", "闸蟹", "毛蟹"})
    assert rows == ["毛蟹|大闸蟹"]
