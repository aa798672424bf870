"""A table of text is the same whether it is written as a workbook or as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.loading.documents import parse_table
from tests.support.workbooks import MAKERS, Rows

HEADER = ("编号", "名称", "说明")
TEXT = st.text(
    st.sampled_from("青溪梨酒，。、aB0９3 \u3000\xa0-+=@'\"<>&;,\n|🍐é_x"), min_size=0, max_size=8
)


def is_read_alike(row: list[str]) -> bool:
    """XML files write some texts in a way of their own, and in CSV an apostrophe marks what looks like a
    formula as text."""
    return "_x" not in "".join(row) and not any(text.strip().startswith("'") for text in row)


@pytest.mark.parametrize(("extension", "make"), MAKERS)
@given(st.lists(st.lists(TEXT, min_size=3, max_size=3).filter(is_read_alike), max_size=6))
@settings(max_examples=60, deadline=None)
def test_a_table_of_text_is_the_same_as_its_csv(
    extension: str, make: Callable[[Rows], bytes], rows: list[list[str]]
) -> None:
    written = io.StringIO()
    csv.writer(written).writerows([HEADER, *rows])
    expected, _ = parse_table(written.getvalue().encode(), "a.csv")
    table, problems = parse_table(make([HEADER, *rows]), f"a{extension}", HEADER.__contains__)
    assert problems == [] and table is not None and expected is not None
    assert (table.header, table.rows) == (expected.header, expected.rows)
