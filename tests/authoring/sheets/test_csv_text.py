"""Exported CSV files are safe to open in Excel, and say the same when they are read again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sitegen.authoring.sheets.columns import ID_COLUMN
from sitegen.authoring.sheets.csv_text import csv_bytes
from sitegen.authoring.sheets.sheet import Sheet
from sitegen.loading import tables

TEXTS = st.text(st.sampled_from("=+-@'\"，,;甲a1.\n 、"), max_size=8).map(str.strip)


def cells(*texts: str) -> list[str]:
    """The lines of a file with one column."""
    data = csv_bytes(Sheet("甲", (ID_COLUMN,), tuple((text,) for text in texts)))
    return data.decode("utf-8-sig").split("\r\n")[1:-1]


def test_it_is_utf_8_with_a_mark_that_excel_needs() -> None:
    data = csv_bytes(Sheet("甲", (ID_COLUMN,), (("a",),)))
    assert data == b"\xef\xbb\xbf" + "编号\r\na\r\n".encode()


def test_a_text_that_looks_like_a_formula_is_marked_as_text() -> None:
    assert cells("=1+1", "@A1", "+86 536", "-甲") == ["'=1+1", "'@A1", "'+86 536", "'-甲"]


def test_a_negative_number_and_an_apostrophe_elsewhere_stay_as_they_are() -> None:
    assert cells("-119.16", "'90年代", "甲=乙") == ["-119.16", "'90年代", "甲=乙"]


@given(st.lists(TEXTS.filter(bool), min_size=1, max_size=4))
def test_every_text_is_read_back_as_it_was(texts: list[str]) -> None:
    table, problems = tables.parse(
        csv_bytes(Sheet("甲", (ID_COLUMN,), tuple((text,) for text in texts))), "x.csv"
    )
    assert table is not None and not problems
    assert [row["编号"] for row in table.rows] == texts
