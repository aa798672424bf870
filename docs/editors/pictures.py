"""Draw the pictures of docs/editors/excel.md: sheets of an exported, an empty and a marked workbook.

Workbooks are made of the demo site, their first rows become HTML that looks like a spreadsheet program, and Chromium
takes a picture of that: `python docs/editors/pictures.py`. On one machine the same site gives the same files.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))

from openpyxl import load_workbook  # noqa: E402
from PIL import Image, ImageChops  # noqa: E402

from sitegen import files  # noqa: E402
from sitegen.authoring.marking.marked_workbook import marked  # noqa: E402
from sitegen.authoring.marking.marks import Mark  # noqa: E402
from sitegen.commands.table_export import export_table  # noqa: E402
from sitegen.commands.table_template import write_template  # noqa: E402
from sitegen.problems import Report, Severity, letters  # noqa: E402

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

FOLDER: Final = "docs/editors/pictures"
COLLECTION: Final = "特色产品"
SIZE: Final = (1_180, 700)
QUALITY: Final = 72
DIGIT: Final = 7
"""The width of a digit in pixels, by which Excel counts the widths of columns."""
STYLE: Final = """
body { margin: 0; width: fit-content; font: 13px "Noto Sans CJK SC", "Noto Sans SC", sans-serif; color: #000; background: #fff }
table { border-collapse: collapse; table-layout: fixed }
td, th { border: 1px solid #d4d4d4; padding: 2px 4px; vertical-align: top; overflow-wrap: anywhere;
  white-space: pre-wrap; position: relative; line-height: 18px }
th { background: #efefef; color: #555; font-weight: normal; text-align: center; vertical-align: middle }
.noted::after { content: ""; position: absolute; top: 0; right: 0; border: 4px solid #c00000;
  border-left-color: transparent; border-bottom-color: transparent }
.filter { float: right; border: 1px solid #999; background: #fff; color: #333; padding: 0 3px; margin-left: 4px;
  font-size: 9px; line-height: 14px }
.note { position: absolute; left: 100%; top: 24px; margin-left: 12px; background: #fff1f1; color: #000;
  border: 1px solid #888; padding: 4px 8px; width: 236px; z-index: 1; box-shadow: 2px 2px 3px #0003;
  text-align: left; font-weight: normal }
.tabs { background: #efefef; padding: 0 0 2px 44px }
.tabs span { display: inline-block; padding: 3px 14px; color: #555; border-right: 1px solid #ccc }
.tabs .open { background: #fff; color: #176f3d; font-weight: bold; border-bottom: 2px solid #176f3d }
"""
KEPT: Final = ("编号", "名称", "一句话", "地区", "种类")
"""The columns of the marked sheet, so that all of it fits into a picture."""
WRONG: Final = (
    (4, "种类", "农产", "没有“农产”这一项：改成“农产品”", Severity.ERROR),
    (5, "地区", "寿光城", "没有“寿光城”这个地区：改成“寿光市”", Severity.ERROR),
    (7, "一句话", "", "没有一句话，卡片上是空的：写一句", Severity.WARNING),
)
"""(row, header, what is written there, what is wrong, how grave)"""


def main() -> None:
    """Write the pictures."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        raise SystemExit("没有 Chromium (no Chromium)")
    with tempfile.TemporaryDirectory() as folder:
        exported, form = Path(folder) / "exported.xlsx", Path(folder) / "form.xlsx"
        report = Report()
        export_table(ROOT, COLLECTION, exported, report, public=True)
        write_template(ROOT, COLLECTION, form, report)
        shown = {
            "exported": page(exported.read_bytes(), 0, (1, 7), ""),
            "form": page(form.read_bytes(), 1, (1, 5), "C1"),
            "marked": page(with_mistakes(exported.read_bytes()), 0, (1, 8), "C7"),
        }
        for name, html in shown.items():
            files.write(ROOT / FOLDER / f"{name}.webp", drawn(chromium, html, Path(folder)))


def with_mistakes(data: bytes) -> bytes:
    """An exported workbook with a few mistakes in it, marked."""
    book = load_workbook(io.BytesIO(data))
    sheet = book.worksheets[0]
    for column in range(sheet.max_column, 0, -1):
        if sheet.cell(1, column).value not in KEPT:
            sheet.delete_cols(column)
            sheet.column_dimensions.pop(letters(column), None)
    for number, name in enumerate(KEPT, start=1):
        width = {"编号": 25, "名称": 16, "一句话": 28}.get(name, 11)
        sheet.column_dimensions[letters(number)].width = width
    marks = []
    for row, name, written, wrong, severity in WRONG:
        column = KEPT.index(name) + 1
        sheet.cell(row, column).value = written
        marks.append(Mark(sheet.title, row, column, wrong, severity, name))
    sheet.auto_filter.ref = f"A1:E{sheet.max_row}"
    buffer = io.BytesIO()
    book.save(buffer)
    result = marked(buffer.getvalue(), "名单.xlsx", marks)
    assert result is not None
    return result.data


def page(data: bytes, number: int, rows: tuple[int, int], noted: str) -> str:
    """A sheet of a workbook as HTML: these rows of it, the comment of the cell `noted` open."""
    book = load_workbook(io.BytesIO(data))
    sheet = book.worksheets[number]
    lines = "".join(_row(sheet, row, noted) for row in range(rows[0], rows[1] + 1))
    shown = [one for one in book.worksheets if one.sheet_state == "visible"]
    tabs = "".join(
        f"<span{' class=open' if one is sheet else ''}>{escape(one.title)}</span>" for one in shown
    )
    columns = "".join(f"<col style='width:{_width(sheet, n)}px'>" for n in _columns(sheet))
    names = "".join(f"<th>{letters(n)}</th>" for n in _columns(sheet))
    return (
        f"<!doctype html><meta charset=utf-8><style>{STYLE}</style><table style='width:0'>"
        f"<col style='width:34px'>{columns}<tr><th></th>{names}</tr>{lines}</table>"
        f"<div class=tabs>{tabs}</div>"
    )


def _columns(sheet: Worksheet) -> Iterator[int]:
    """The columns that fit into the picture."""
    left = SIZE[0] - 40
    for column in range(1, sheet.max_column + 1):
        left -= _width(sheet, column) + 1
        if left < 0:
            return
        yield column


def _width(sheet: Worksheet, column: int) -> int:
    return int((sheet.column_dimensions[letters(column)].width or 9) * DIGIT)


def _row(sheet: Worksheet, row: int, noted: str) -> str:
    cells = "".join(_cell(sheet, row, column, noted) for column in _columns(sheet))
    return f"<tr><th>{row}</th>{cells}</tr>"


def _cell(sheet: Worksheet, row: int, column: int, noted: str) -> str:
    cell: Any = sheet.cell(row, column)
    note = f"<div class=note>{escape(cell.comment.text)}</div>" if cell.coordinate == noted else ""
    area = sheet.auto_filter.ref or ""
    is_filtered = row == 1 and area.startswith("A1:")
    arrow = "<span class=filter>▼</span>" if is_filtered else ""
    kind = " class=noted" if cell.comment else ""
    fill = cell.fill.fgColor.rgb if cell.fill.patternType == "solid" else "FFFFFFFF"
    colour = (
        cell.font.color.rgb if cell.font.color and cell.font.color.type == "rgb" else "FF000000"
    )
    look = f"background:#{fill[2:]};color:#{colour[2:]}"
    look += ";font-weight:bold" if cell.font.b else ""
    look += ";font-style:italic" if cell.font.i else ""
    return f"<td{kind} style='{look}'>{arrow}{escape(str(cell.value or ''))}{note}</td>"


def drawn(chromium: str, html: str, folder: Path) -> bytes:
    """A picture of a page, as WebP, without the white below it."""
    source, target = folder / "page.html", folder / "page.png"
    source.write_text(html, "utf-8")
    size = ",".join(map(str, SIZE))
    command = [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
    command += [f"--window-size={size}", f"--screenshot={target}", source.as_uri()]
    environment = {**os.environ, "HOME": str(folder)}
    subprocess.run(command, check=True, capture_output=True, env=environment)
    with Image.open(target) as picture:
        shown = picture.convert("RGB")
    white = Image.new("RGB", shown.size, "white")
    box = ImageChops.difference(shown, white).getbbox() or (0, 0, *shown.size)
    buffer = io.BytesIO()
    shown.crop((0, 0, box[2], box[3])).save(buffer, "WEBP", quality=QUALITY, method=6)
    return buffer.getvalue()


if __name__ == "__main__":
    main()
