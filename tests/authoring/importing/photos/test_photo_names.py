"""Which names the name of a photo holds."""

from __future__ import annotations

import pytest

from sitegen.authoring.importing.photos.photo_names import KnownNames, natural, says_nothing


@pytest.mark.parametrize(
    "stem",
    [
        *(
            "梨酒",
            "梨酒1",
            "梨酒 (2)",
            "1-梨酒",
            "01梨酒正面",
            "梨酒_背面",
            "梨酒（三）",
            "１．梨酒",
        ),
        *(
            "梨酒IMG_2040",
            "梨酒-礼盒",
            "白石酒业_梨酒",
            " 梨 酒 ",
            "梨酒图二",
            "微信图片-梨酒-副本",
        ),
    ],
)
def test_a_photo_is_of_the_name_that_stands_in_it_as_a_whole(stem: str) -> None:
    assert KnownNames(["梨酒", "枣糕"]).fitting(stem) == ["梨酒"]


@pytest.mark.parametrize(
    "stem", ["大梨酒", "梨酒糟", "梨酒一号", "梨酒1号", "白石梨酒", "枣", "DSC01"]
)
def test_a_name_within_another_word_is_no_name(stem: str) -> None:
    assert KnownNames(["梨酒", "枣糕"]).fitting(stem) == []


@pytest.mark.parametrize(
    ("stem", "names"),
    [
        ("青溪梨酒2", ["青溪梨酒"]),
        ("青溪梨2", ["青溪梨"]),
        ("青溪梨酒糟", []),
        ("青溪梨-青溪梨酒", ["青溪梨酒", "青溪梨"]),
        ("青溪梨酒（礼盒）", ["青溪梨酒礼盒"]),
        ("青溪梨酒1", ["青溪梨酒1"]),
        ("青溪梨酒12", ["青溪梨酒"]),
    ],
)
def test_the_longest_name_wins_over_those_within_it(stem: str, names: list[str]) -> None:
    known = KnownNames(["青溪梨", "青溪梨酒", "青溪梨酒礼盒", "青溪梨酒1"])
    assert known.fitting(stem) == names


def test_a_number_behind_a_number_is_another_number() -> None:
    assert KnownNames(["梨酒1"]).fitting("梨酒12") == []


@pytest.mark.parametrize(("stem", "near"), [("大梨酒", "梨酒"), ("枣膏", "枣糕"), ("风景", "")])
def test_what_fits_nobody_has_the_nearest_name(stem: str, near: str) -> None:
    assert KnownNames(["梨酒", "枣糕"]).near(stem) == near


def test_numbers_are_in_the_order_of_people() -> None:
    stems = ["梨酒10", "梨酒2", "梨酒", "梨酒 (1)"]
    assert sorted(stems, key=natural)[0] == "梨酒"
    assert sorted(["梨酒10", "梨酒2", "梨酒1"], key=natural) == ["梨酒1", "梨酒2", "梨酒10"]


def test_a_number_of_any_length_is_sorted() -> None:
    assert sorted(["9" * 60_000, "10"], key=natural) == ["10", "9" * 60_000]


@pytest.mark.parametrize(
    ("stem", "nothing"), [("IMG_2040", True), ("正面", True), ("2", True), ("枣酒", False)]
)
def test_a_name_of_a_camera_says_nothing(stem: str, nothing: bool) -> None:
    assert says_nothing(stem) is nothing
