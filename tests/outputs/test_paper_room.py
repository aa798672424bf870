"""What a sheet leaves out: long texts are cut at a sentence before a whole fact goes."""

from __future__ import annotations

from sitegen.outputs.parts.paper_room import LONGEST, shortened
from sitegen.outputs.parts.views.facts import Fact, Section, Value

SENTENCE = "皮薄而细，果肉洁白。"


def section(*facts: Fact) -> Section:
    return Section("facts", "资料", facts)


def fact(text: str, label: str = "感官") -> Fact:
    return Fact(label, (Value(text),))


def test_what_has_room_is_left_as_it_is() -> None:
    tables = (section(fact(SENTENCE * 20), fact("短")),)
    assert shortened(tables, 60) == (tables, False)


def test_long_texts_are_cut_behind_a_sentence_before_a_fact_goes() -> None:
    (kept,), left = shortened([section(fact(SENTENCE * 25), fact(SENTENCE * 25), fact("短"))], 20)
    assert left
    assert [one.values[0].text for one in kept.facts] == [
        *[SENTENCE * (LONGEST[1] // len(SENTENCE)) + "……"] * 2,
        "短",
    ]


def test_a_fact_without_room_makes_way_for_a_shorter_one() -> None:
    (kept,), left = shortened([section(fact(SENTENCE * 10), fact("短"))], 4)
    assert left and [one.values[0].text for one in kept.facts] == ["短"]


def test_a_text_without_a_sentence_is_cut_all_the_same() -> None:
    (kept,), left = shortened([section(fact("长" * 900))], 60)
    assert left and kept.facts[0].values[0].text == "长" * (LONGEST[0] - 2) + "……"


def test_a_section_of_which_nothing_has_room_has_no_heading() -> None:
    assert shortened([section(fact(SENTENCE * 30)), section(fact("短"))], 3)[0] == (
        section(fact("短")),
    )
