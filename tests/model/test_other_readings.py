"""Where nothing decides how a character of a name is read, its other readings are told, else none."""

from __future__ import annotations

import pytest

from sitegen.model.other_readings import IN_USE, MOST, other_readings
from sitegen.model.pinyin import plain, plain_reading, slug
from sitegen.model.pinyin_dictionary import READINGS, reading
from tests.support import demo_site


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("长山枣", ["长 chang changshanzao"]),
        ("重山石磨", ["重 chong chongshan-shimo"]),
        ("都山板栗", ["都 du dushan-banli"]),
        ("山长、水长", ["长 chang shanchang-shuichang"]),
        ("乐化长枣", ["乐 yue yuehua-zhangzao", "长 chang lehua-changzao"]),
        (
            "重山乐水长枣",
            ["重 chong chongshan-leshui-zhangzao", "乐 yue zhongshan-yueshui-zhangzao"],
        ),
        ("重庆长枣", ["长 chang chongqing-changzao"]),
    ],
)
def test_another_reading_is_told_with_the_id_it_makes(name: str, told: list[str]) -> None:
    others = other_readings(name)
    assert [f"{o.character} {o.syllable} {slug(name, read=o.read)}" for o in others] == told
    assert len(others) <= MOST


@pytest.mark.parametrize(
    "name",
    ["青溪雪梨", "重庆小面", "长城", "音乐节", "银行", "Chang 2024", "", *READINGS],
)
def test_what_a_phrase_decides_or_nobody_doubts_is_not_told(name: str) -> None:
    assert other_readings(name) == ()


def test_the_name_of_a_place_is_no_question() -> None:
    assert other_readings("长泉枣")
    assert other_readings("长泉枣", ["长泉", "长"]) == ()
    assert [o.character for o in other_readings("长泉长枣", ["长泉"])] == ["长"]
    assert other_readings("长泉", ["长泉"])


def test_every_character_has_another_reading_than_pypinyin_gives() -> None:
    for char, syllables in IN_USE.items():
        assert set(syllables) - {plain_reading(char)}
        assert list(syllables) == [plain(syllable) for syllable in syllables]
        assert reading(char) != char


def test_few_names_get_a_note() -> None:
    names = {entry.name for entry in demo_site.plan().catalogue.entries.values()}
    noted = [name for name in names if other_readings(name)]
    assert len(names) > 200 and len(noted) < len(names) / 50
