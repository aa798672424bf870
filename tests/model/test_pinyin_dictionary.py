"""pypinyin's dictionary goes when a long build has read its names, and comes back as it was."""

from __future__ import annotations

import random
import unicodedata
from pathlib import Path

from pypinyin import Style, lazy_pinyin
from pypinyin.constants import PHRASES_DICT, PINYIN_DICT
from pypinyin.seg.mmseg import p_set

from sitegen.building.workers import LEAST
from sitegen.model import pinyin_dictionary
from sitegen.model.pinyin_dictionary import reading, segments
from tests.support.site_test import SiteTest


def test_a_released_dictionary_is_empty_and_is_loaded_again_as_it_was() -> None:
    pinyin_dictionary.load()
    before = dict(PHRASES_DICT), dict(PINYIN_DICT), set(p_set._set)
    assert all(len(table) > 40_000 for table in before)
    pinyin_dictionary.release()
    assert not PHRASES_DICT
    assert not PINYIN_DICT
    assert not p_set._set
    pinyin_dictionary.load()
    assert (PHRASES_DICT, PINYIN_DICT, p_set._set) == before


def test_names_are_read_and_cut_after_a_release() -> None:
    pinyin_dictionary.release()
    assert reading("长子大青椒") == "zhǎng zǐ dà qīng jiāo"
    pinyin_dictionary.release()
    assert segments("重庆刺参") == ["重庆", "刺参"]


def test_a_name_is_read_phrase_by_phrase_as_it_is_read_as_a_whole() -> None:
    pinyin_dictionary.load()
    chance = random.Random(7)
    pieces = [*PHRASES_DICT, *map(chr, range(0x4E00, 0x6000)), "A1", "（", "·"]
    names = ["".join(chance.choices(pieces, k=chance.randint(1, 4))) for _ in range(4_000)]
    names += [name[1:] for name in names if len(name) > 1]
    whole = [lazy_pinyin(unicodedata.normalize("NFKC", n), style=Style.TONE) for n in names]
    read = [" ".join(part.strip() for part in parts if part.strip()) for parts in whole]
    assert [reading(name) for name in names] == read


def test_a_build_of_many_files_leaves_no_dictionary_in_memory(tmp_path: Path) -> None:
    site = SiteTest(tmp_path)
    for number in range(LEAST):
        site.write(
            f"content/products/p{number}.md", f"---\nname: 长枣{number}号\nkind: 农产品\n---\n"
        )
    pinyin_dictionary.load()
    site.build()
    assert site.built
    assert not PHRASES_DICT


def test_a_build_of_few_files_keeps_the_dictionary_for_the_next(tmp_path: Path) -> None:
    pinyin_dictionary.load()
    assert SiteTest(tmp_path).build().built
    assert PHRASES_DICT
