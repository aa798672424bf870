"""Characters of a name that could be read otherwise: its pinyin is then a guess, and the author is told so.

pypinyin takes the most frequent reading of a character where no phrase of its dictionary, and none of ours,
says which it is. In the name of a place or a thing the other one is as likely: 长山 is zhang or chang.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from sitegen.model.pinyin import LONGEST, RUNS, place_at_start, plain_reading
from sitegen.model.pinyin_dictionary import segments

IN_USE: Final = {
    char: tuple(readings.split())
    for chars, readings in (
        ("长", "chang zhang"),
        ("重", "chong zhong"),
        ("行", "xing hang"),
        ("乐", "le yue"),
        ("朝", "chao zhao"),
        ("都", "du"),
        ("曾", "zeng"),
        ("单", "shan dan"),
        ("解", "xie jie"),
        ("仇", "qiu chou"),
        ("查", "zha cha"),
        ("召", "zhao shao"),
        ("降", "jiang xiang"),
        ("藏", "zang cang"),
        ("薄", "bo bao"),
        ("宿", "su xiu"),
        ("尉", "wei yu"),
        ("泊", "po bo"),
        ("埔", "bu pu"),
        ("圩", "wei xu"),
        ("堡", "bao pu"),
        ("圈", "quan juan"),
        ("缪", "miao mou"),
        ("翟", "zhai di"),
        ("覃", "qin tan"),
        ("粘", "nian zhan"),
        ("参", "shen"),
        ("佛", "fo fu"),
        ("蔚", "yu wei"),
        ("厦", "xia sha"),
        ("浒", "xu hu"),
        ("荥", "xing ying"),
        ("莞", "guan wan"),
        ("朴", "pu piao"),
        ("咀", "zui ju"),
        ("弄", "long nong"),
    )
    for char in chars
}
"""Characters with several readings, and those in use in names. Readings that differ in their tone alone make no
other id, and rare ones (万 as mo, 车 as ju) would be a note at every other name."""
MOST: Final = 2
"""So many other readings of a name are told."""


class OtherReading(NamedTuple):
    """A character of a name and another of its readings, in plain letters."""

    character: str
    syllable: str

    def read(self, run: str) -> str:
        """The plain reading of Chinese characters in a row, the character read in this way where nothing
        decides. It takes the place of `plain_reading`."""
        syllables = plain_reading(run).split()
        for index in _undecided(run) if len(syllables) == len(run) else ():
            if run[index] == self.character:
                syllables[index] = self.syllable
        return " ".join(syllables)


def other_readings(name: str, places: Iterable[str] = ()) -> tuple[OtherReading, ...]:
    """Other readings that a name may have; none of what a phrase decides, or one of `places` at its start."""
    known = tuple(places)
    found: dict[OtherReading, None] = {}
    for run in RUNS.findall(unicodedata.normalize("NFKC", name[:LONGEST])):
        syllables = [] if run.isascii() else plain_reading(run).split()
        if len(syllables) != len(run):
            continue
        head = len(place_at_start(run, known))
        for index in _undecided(run):
            others = [syllable for syllable in IN_USE[run[index]] if syllable != syllables[index]]
            if index >= head:
                found |= dict.fromkeys(OtherReading(run[index], syllable) for syllable in others)
    return tuple(found)[:MOST]


def _undecided(run: str) -> Iterator[int]:
    """The places of characters of `IN_USE` that stand in no phrase of the dictionary."""
    if IN_USE.keys().isdisjoint(run):
        return
    index = 0
    for segment in segments(run):
        if len(segment) == 1 and segment in IN_USE:
            yield index
        index += len(segment)
