"""Dates as authors know them; nothing is guessed, nothing is taken for a date that is none."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from sitegen.model.dates import day, moment, partial_date


@pytest.mark.parametrize(
    ("text", "first", "last", "shown"),
    [
        ("2024", "2024-01-01", "2024-12-31", "2024"),
        ("2024-06", "2024-06-01", "2024-06-30", "2024-06"),
        ("2024-02", "2024-02-01", "2024-02-29", "2024-02"),
        ("2024-6-3", "2024-06-03", "2024-06-03", "2024-06-03"),
        (" 2024-06-30 ", "2024-06-30", "2024-06-30", "2024-06-30"),
        ("0960", "0960-01-01", "0960-12-31", "0960"),
    ],
)
def test_a_partial_date_spans_its_days(text: str, first: str, last: str, shown: str) -> None:
    found = partial_date(text)
    assert (found.first.isoformat(), found.last.isoformat(), found.text) == (first, last, shown)


def test_words_sort_by_the_year_given_for_them() -> None:
    found = partial_date({"text": "清道光年间", "sort": "1821"})
    assert found.text == "清道光年间" and found.first == date(1821, 1, 1)
    assert sorted([partial_date("1900"), found, partial_date("1644")])[1] == found


@pytest.mark.parametrize(
    "text",
    [
        "2024-02-30",
        "2023-02-29",
        "2024-13",
        "2024-00",
        "2024-06-00",
        "0000",
        "1719705600",
        "1_000",
        "nan",
        "24-06-30",
        "2024/06-30",
        "2024.6.",
        "2024年6",
        "2024年十十月",
        "2024-06-31",
        "no",
        "1:30",
        "",
        "2024-",
        "2024-06-30 09:00",
        "20240631",
        "99999",
        "约2024",
        "2024~",
        "12024",
    ],
)
def test_what_is_no_date_is_refused_with_what_was_written(text: str) -> None:
    with pytest.raises(PydanticCustomError) as raised:
        partial_date(text)
    assert raised.value.type == "schema.not-a-date"
    assert (raised.value.context or {})["value"] == text.strip()


@pytest.mark.parametrize(
    "value", [["2024"], {"text": "清"}, {"sort": "1821"}, {"text": ["清"], "sort": "1821"}]
)
def test_a_group_or_list_is_no_date(value: Any) -> None:
    with pytest.raises(PydanticCustomError) as raised:
        partial_date(value)
    assert raised.value.type == "schema.wrong-shape"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2024-06-30", "2024-06-30"),
        ("2024-6-3 9:05", "2024-06-03 09:05"),
        ("2024-06-30T23:59", "2024-06-30 23:59"),
    ],
)
def test_a_moment_is_a_day_with_or_without_a_time(text: str, shown: str) -> None:
    assert str(moment(text)) == shown


@pytest.mark.parametrize(
    "text", ["2024", "2024-06", "2024-06-30 24:00", "2024-06-30 9", "2024-06-30 09:60", "今天"]
)
def test_a_moment_is_never_less_than_a_day(text: str) -> None:
    with pytest.raises(PydanticCustomError) as raised:
        moment(text)
    assert raised.value.type == "schema.not-a-day"


@pytest.mark.parametrize(
    ("text", "right"),
    [("0025-01-05", "2025-01-05"), ("0202-01-05", ""), ("0024-02-29 09:00", "2024-02-29")],
)
def test_a_year_that_lacks_figures_is_told(text: str, right: str) -> None:
    with pytest.raises(PydanticCustomError) as raised:
        moment(text)
    assert raised.value.type == "schema.not-a-day"
    assert (raised.value.context or {})["right"] == right


def test_a_day_has_no_time() -> None:
    assert day("2024-06-30") == date(2024, 6, 30)
    with pytest.raises(PydanticCustomError):
        day("2024-06-30 09:00")


@given(st.text(max_size=20))
def test_no_text_crashes_a_date(text: str) -> None:
    for read in (partial_date, moment, day):
        try:
            read(text)
        except (PydanticCustomError, ValidationError) as error:
            assert "schema." in str(getattr(error, "type", ""))


@given(st.dates())
def test_every_day_is_read_back_as_itself(on: date) -> None:
    found = partial_date(on.isoformat())
    assert (found.first, found.last, found.text) == (on, on, on.isoformat())


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2025.1.10", "2025-01-10"),
        ("2025/1/10", "2025-01-10"),
        ("2025–1–10", "2025-01-10"),
        ("2025年1月10日", "2025-01-10"),
        ("2025 年 1 月 10 日", "2025-01-10"),
        ("２０２５年１月１０日", "2025-01-10"),
        ("２０２５－１－１０", "2025-01-10"),
        ("二〇二五年一月十日", "2025-01-10"),
        ("二○一八年十二月三十一日", "2018-12-31"),
        ("20250110", "2025-01-10"),
        ("45667", "2025-01-10"),
        ("2025年1月", "2025-01"),
        ("2025/1", "2025-01"),
        ("2025年", "2025"),
        ("２０２４", "2024"),
    ],
)
def test_a_date_is_taken_in_every_spelling_that_means_one_thing(text: str, shown: str) -> None:
    assert partial_date(text).text == shown
    if len(shown) == 10:
        assert day(text).isoformat() == shown
        assert str(moment(f"{text} 9:05")) == f"{shown} 09:05"
        assert str(moment(f"{text} 09:05:00")) == f"{shown} 09:05"


@pytest.mark.parametrize(
    ("text", "why", "right"),
    [
        ("2025-02-30", "2025 年 2 月只有 28 天", ""),
        ("2025-13-01", "没有 13 月", ""),
        ("2025-01", "少了日", ""),
        ("2025", "少了月和日", ""),
        ("25/1/2025", "", "2025-01-25"),
        ("1/1/2025", "", "2025-01-01"),
        ("10/1/2025", "分不清哪个是月、哪个是日", ""),
        ("25.1.10", "年份没有写满四位", ""),
        ("长期", "没有期限的，不写这一项", ""),
        ("2025-01-10 09:30", "这里不写钟点", "2025-01-10"),
        ("明年", "", ""),
    ],
)
def test_the_advice_is_the_date_that_was_meant(text: str, why: str, right: str) -> None:
    with pytest.raises(PydanticCustomError) as raised:
        day(text)
    context = raised.value.context or {}
    assert (context["why"], context["right"]) == (why, right)
