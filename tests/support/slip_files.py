"""The files of slips that are no plain text: other encodings, pictures, workbooks. Each is made when it is needed."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.support.pictures import jpeg, png
from tests.support.workbooks import saved, xlsx

Files = dict[str, bytes]
TEXT: Final = "content/products/qiu-li-tang.md"
TABLE: Final = "content/recognitions/cnipa-700.csv"
BOOK: Final = "content/recognitions/cnipa-700.xlsx"
PICTURE: Final = "content/media/qiu-li-tang"
HEADER: Final = ("行号", "对象", "公告用名", "等次")
ROW: Final = ("a", "gi:qingxi-xueli", "青溪雪梨", "一等")
OTHER_ROW: Final = ("b", "products:li-gao", "梨膏", "一等")


def encoded(path: str, encoding: str) -> Callable[[Files], Files]:
    """A file of the slip in another encoding."""
    return lambda files: {path: files[path].decode().encode(encoding)}


def mixed(files: Files) -> Files:
    """A text to which somebody added a line with a program that knows GBK alone."""
    return {TEXT: files[TEXT] + "另一个人加的。\n".encode("gbk")}


def of_windows(files: Files) -> Files:
    return {TEXT: files[TEXT].replace(b"\n", b"\r\n")}


def picture(ending: str, data: bytes) -> Callable[[Files], Files]:
    return lambda files: {f"{PICTURE}.{ending}": data}


def many_pixels() -> bytes:
    """The head of a PNG of 30,000 × 30,000 pixels."""
    head = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0)
    chunk = struct.pack(">I", len(head)) + b"IHDR" + head
    return b"\x89PNG\r\n\x1a\n" + chunk + struct.pack(">I", zlib.crc32(chunk[4:])) + bytes(64)


def book(*rows: tuple[object, ...], merge: str = "") -> bytes:
    """A workbook of a list; `merge` are cells that were merged."""

    def merged(sheet: Worksheet) -> None:
        if merge:
            sheet.merge_cells(merge)

    return xlsx([HEADER, *rows], merged)


def two_sheets(*, hidden: bool) -> bytes:
    """A list in each of two sheets, or in the first, with notes in a hidden second one."""
    made = Workbook()
    first = made.active
    second = made.create_sheet("退回的" if hidden else "补充")
    second.sheet_state = "hidden" if hidden else "visible"
    for sheet, row in ((first, ROW), (second, OTHER_ROW)):
        sheet.append(HEADER)
        sheet.append(row)
    first.title = "名单"
    return saved(made)


def with_cell(place: str, value: object, number_format: str = "General") -> bytes:
    """The list with one cell as it is typed into Excel: a number, a date, a formula."""
    made = Workbook()
    sheet = made.active
    sheet.title = "名单"
    sheet.append(HEADER)
    sheet.append(ROW)
    sheet["E1"] = "证书号" if isinstance(value, int) else "起"
    sheet[place] = value
    sheet[place].number_format = number_format
    return saved(made)


def locked() -> bytes:
    """What Excel makes of a workbook with a password: an old container with an encrypted package in it."""
    name = "EncryptedPackage".encode("utf-16-le")
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + name + bytes(512)


def titled() -> bytes:
    rows = [("2025年第一批地理标志产品名单",), ("（公示稿）",), HEADER, ROW]
    return xlsx(rows)


def workbook(make: Callable[[], bytes]) -> Callable[[Files], Files]:
    return lambda files: {BOOK: make()}


MADE: Final[Mapping[str, Callable[[Files], Files]]] = {
    "encoding-gbk": encoded(TEXT, "gb18030"),
    "encoding-utf-16": encoded(TEXT, "utf-16"),
    "encoding-with-a-mark-is-taken": encoded(TEXT, "utf-8-sig"),
    "encoding-mixed": mixed,
    "line-ends-of-windows-are-taken": of_windows,
    "table-in-gbk": encoded(TABLE, "gb18030"),
    "file-of-word": lambda files: {"content/products/qiu-li-tang.docx": b"PK\x03\x04"},
    "picture-name-one-letter-off": picture("png", png(800, 600)),
    "picture-with-its-folder": picture("png", png(800, 600)),
    "picture-without-words": picture("png", png(800, 600)),
    "picture-with-another-ending": picture("jpg", png(800, 600)),
    "picture-of-an-iphone": picture("heic", b"\0\0\0\x18ftypheic" + bytes(12)),
    "picture-that-is-none": picture("png", "照片在老李的手机里\n".encode()),
    "picture-with-too-many-pixels": picture("png", many_pixels()),
    "picture-used-nowhere": picture("jpg", jpeg(800, 600)),
    "picture-name-in-chinese-is-taken": lambda files: {"content/media/秋梨糖.png": png(800, 600)},
    "workbook-merged-subjects": workbook(
        lambda: book(ROW, ("b", None, "梨膏", "一等"), merge="B2:B3")
    ),
    "workbook-merged-grades-are-taken": workbook(
        lambda: book(ROW, (*OTHER_ROW[:3], None), merge="D2:D3")
    ),
    "workbook-hidden-sheet-is-left-alone": workbook(lambda: two_sheets(hidden=True)),
    "workbook-two-lists": workbook(lambda: two_sheets(hidden=False)),
    "workbook-formula-without-value": workbook(lambda: with_cell("C2", '="青溪"&"雪梨"')),
    "workbook-error-in-a-cell": workbook(lambda: with_cell("C2", "#N/A")),
    "workbook-numbers-of-excel": workbook(lambda: with_cell("E2", 370702202500012345)),
    "workbook-date-cells-are-taken": workbook(
        lambda: with_cell("E2", date(2025, 11, 3), "yyyy/m/d")
    ),
    "workbook-title-above-is-taken": workbook(titled),
    "workbook-locked": workbook(locked),
}
"""What is made for a slip, by its name, from the files in its folder."""
