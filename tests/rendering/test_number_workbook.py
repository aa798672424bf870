"""Tables of numbers as a workbook: the same each time, whatever was written before it in the process."""

from __future__ import annotations

from sitegen.rendering import workbooks
from sitegen.rendering.number_workbook import NumberSheet, workbook_bytes

SHEET = NumberSheet("各地收录", ("一行说明",), ("县市区", "品牌"), (("寿光", 3), ("合计", 3)))


def test_a_workbook_is_the_same_after_another_one() -> None:
    font = dict(workbooks.FONT)
    first = workbook_bytes([SHEET])
    assert font == workbooks.FONT, "the library may not change what the next workbook is made with"
    assert workbook_bytes([SHEET]) == first
