"""benchmarks/search/citizens.py: right answers by names and by rules, and the table."""

from __future__ import annotations

from collections import Counter

from benchmarks.search.citizens import QUESTIONS, questions, right_names, table

RECORDS = [
    {"name": name, "province": province, "city": "", "county": county, "notice_no": notice}
    for name, province, county, notice in (
        ("沙县水柿", "福建省", "沙县|三元区", "公告2010年第104号"),
        ("长沙绿茶", "湖南省", "长沙县", "公告第1104号"),
        ("松花砚（松花石砚）", "吉林省", "江源区", "公告2010年第104号"),
    )
]


def right(**question: object) -> list[str]:
    return right_names(question, RECORDS)


def test_a_rule_names_the_entries_of_a_place_of_an_end_and_of_a_notice() -> None:
    assert right(place="沙县") == ["沙县水柿"]
    assert right(places=["湖南", "吉林"]) == ["松花砚（松花石砚）", "长沙绿茶"]
    assert right(ends=["砚", "柿"]) == ["松花砚（松花石砚）", "沙县水柿"]
    assert right(place="福建", ends=["茶"]) == []
    assert right(notice="2010年第104号") == ["松花砚（松花石砚）", "沙县水柿"]
    assert right(names=["长沙绿茶"]) == ["长沙绿茶"]


def test_the_set_has_150_different_questions_each_with_one_rule() -> None:
    asked = questions()
    assert len({one["q"] for one in asked}) == 150, QUESTIONS
    assert Counter(one["class"] for one in asked) == {
        "spoken": 29, "slip": 29, "brand": 10, "place-product": 22, "tourist": 23, "dialect": 20,
        "rest": 17,
    }  # fmt: skip
    for one in asked:
        rules = one.keys() - {"q", "class"}
        assert rules in ({"names"}, {"place"}, {"ends"}, {"place", "ends"}, {"places", "ends"},
                         {"notice"}), one  # fmt: skip


def test_the_table_counts_by_class_and_tells_what_went_wrong() -> None:
    part = {"queries": 2, "recall@1": 0.5, "zero": 0.5}
    told = [
        {"q": "甲", "class": "rest", "rank": 1, "results": [{"name": "甲酒"}]},
        {"q": "乙", "class": "rest", "rank": 0, "results": []},
    ]
    totals = {"classes": {"rest": part}, "all": part, "bytes": {"p50": 1}, "once": {"total": 2}}
    lines = table([*told, {"totals": totals}]).splitlines()
    assert lines[1].split() == ["rest", "2", "1", "0.500", "1"]
    assert lines[-1] == "rest: 乙 → "
