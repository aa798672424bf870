"""New workbooks for Excel and WPS, all alike: their font, and what must not change their bytes."""

from __future__ import annotations

import io
from datetime import datetime
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

CREATED: Final = datetime(2000, 1, 1)
"""In every workbook: when it was made must not change its bytes."""
OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
FONT: Final = {"font_name": "等线", "font_size": 11}


def new_workbook(data: io.BytesIO) -> Workbook:
    """An empty workbook, written into `data` when it is closed. Texts that look like formulas stay texts."""
    import xlsxwriter  # where it is needed alone: it takes a while to load

    # The library changes the properties it is given: with the same ones the next workbook would differ.
    workbook = xlsxwriter.Workbook(data, {**OPTIONS, "default_format_properties": dict(FONT)})
    workbook.set_properties({"created": CREATED})
    return workbook
