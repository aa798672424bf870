"""Files that are no workbooks, damaged ones, and ones that would take all memory are refused quickly."""

from __future__ import annotations

import struct

import pytest

from tests.support.measured_process import cost_of
from tests.support.workbook_reading import read, rows, told
from tests.support.workbooks import (
    compound,
    ods,
    record,
    xls,
    xlsx,
    xlsx_with_part,
    xlsx_with_shared_texts,
    zipped,
)

HEADER = ["编号", "名称"]
GOOD = xlsx([HEADER, ["a", "梨酒"]])
SHARED = xlsx_with_shared_texts([HEADER, ["a", "梨酒"]])
XML_2003 = b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'
SHEET = "xl/worksheets/sheet1.xml"
SECONDS = 6.0
"""Two on the machine that the bounds were chosen on; a busy or an old one takes longer."""
MEGABYTES = 200 + 60
"""200 for the workbook, and what the program itself takes."""


@pytest.mark.parametrize(
    ("data", "extension", "said"),
    [
        ("<html><table><tr><td>编号</td></tr></table></html>".encode(), ".xlsx", "网页"),
        ("编号,名称\na,梨酒\n".encode(), ".xls", "CSV"),
        ("编号\t名称\na\t梨酒\n".encode("gb18030"), ".xls", "CSV"),
        (XML_2003, ".xls", "2003"),
        (xls([HEADER]), ".xlsx", ".xls）"),
        (GOOD, ".xls", ".xlsx）"),
        (ods([HEADER]), ".xlsx", ".ods）"),
        (zipped({"word/document.xml": b"<a/>"}), ".xlsx", "Word"),
        (zipped({"xl/workbook.bin": b""}), ".xlsx", ".xlsb"),
        (b"", ".xlsx", "空"),
    ],
)
def test_a_file_that_is_something_else_is_told_as_what_it_is(
    data: bytes, extension: str, said: str
) -> None:
    tables, (problem,) = read(data, extension)
    assert tables == [] and problem.kind.code == "workbook.other-format"
    assert said in problem.message("zh") and "另存为" in problem.fix("zh")


def test_a_workbook_with_macros_is_read_and_no_macro_is_looked_at() -> None:
    data = xlsx_with_part(GOOD, "xl/vbaProject.bin", lambda _: b"Auto_Open")
    assert rows(data, ".xlsm") == [HEADER, ["a", "梨酒"]]


def test_a_password_is_said() -> None:
    data = compound("EncryptedPackage".encode("utf-16-le"))
    assert told(data) == ["workbook.password"]


DAMAGED: dict[str, tuple[bytes, str]] = {
    "cut off": (GOOD[:-40], ".xlsx"),
    "without a sheet's end": (xlsx_with_part(GOOD, SHEET, lambda part: part[:-30]), ".xlsx"),
    "without a workbook": (zipped({"xl/other.xml": b"<a/>"}), ".xlsx"),
    "a column that is none": (
        xlsx_with_part(GOOD, SHEET, lambda part: part.replace(b'r="B2"', b'r="ZZZZZZZZ2"')),
        ".xlsx",
    ),
    "texts beyond number": (
        xlsx_with_part(
            SHARED,
            "xl/sharedStrings.xml",
            lambda part: part.replace(b'uniqueCount="4"', b'uniqueCount="999999999"'),
        ),
        ".xlsx",
    ),
    "an .xls with sectors beyond number": (
        xls([HEADER])[:44] + struct.pack("<I", 0x7FFFFFFF) + xls([HEADER])[48:],
        ".xls",
    ),
    "rows out of order": (
        xlsx_with_part(
            GOOD,
            SHEET,
            lambda part: part.replace(b'"A1"', b'"A9"').replace(b'<row r="1"', b'<row r="9"'),
        ),
        ".xlsx",
    ),
    "a cell of another row": (
        xlsx_with_part(GOOD, SHEET, lambda part: part.replace(b'r="A1"', b'r="A9"')),
        ".xlsx",
    ),
    "an .xls with rows out of order": (
        xls([HEADER, [], HEADER], more=record(0x203, struct.pack("<HHHd", 1, 0, 0, 1))),
        ".xls",
    ),
    "an .xls with dimensions beyond all sheets": (
        xls([HEADER], more=record(0x200, struct.pack("<IIHHH", 0, 0xFFFFFFFF, 0, 0xFFFF, 0))),
        ".xls",
    ),
    "entities": (
        xlsx_with_part(
            GOOD, SHEET, lambda part: b'<!DOCTYPE a [<!ENTITY b "c">]>' + part.partition(b"?>")[2]
        ),
        ".xlsx",
    ),
    "a shared text that is not there": (
        xlsx_with_part(SHARED, SHEET, lambda part: part.replace(b"<v>3</v>", b"<v>33</v>")),
        ".xlsx",
    ),
    "an .ods cut off": (ods([HEADER])[:-40], ".ods"),
    "an .xls cut off": (xls([HEADER])[:1600], ".xls"),
}


@pytest.mark.parametrize(("data", "extension"), DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_file_is_said_so(data: bytes, extension: str) -> None:
    assert told(data, extension) == ["workbook.damaged"]


CHILD = """
import re, sys, time
from tests.support import workbook_bombs as bombs
from sitegen.loading.documents import parse_tables
from sitegen.model.options import Options
from sitegen.model.table_columns import is_entry_header
from sitegen.model.table_entries import as_entries

data = getattr(bombs, sys.argv[1])()
with open("/proc/self/clear_refs", "w") as refs:
    refs.write("5")
start = time.process_time()
tables, problems = parse_tables(data, sys.argv[2], is_entry_header("products", Options()))
if tables:
    problems += as_entries(tables, "products", Options())[-1]
seconds = time.process_time() - start
with open("/proc/self/status") as status:
    peak = int(re.search(r"VmHWM:\\s+(\\d+)", status.read())[1]) // 1024
print(seconds, peak, ",".join(sorted({p.kind.code for p in problems})))
"""
BOMBS = {
    "zip_bomb": ("a.xlsx", "workbook.too-large"),
    "part_larger_than_it_says": ("a.xlsx", "workbook.damaged"),
    "many_parts": ("a.xlsx", "workbook.too-large"),
    "far_corner": ("a.xlsx", "workbook.too-large"),
    "long_text_in_every_cell": ("a.xlsx", "workbook.too-large"),
    "elements": ("a.xlsx", "workbook.too-large"),
    "merged_again_and_again": ("a.xlsx", ""),
    "ten_thousand_entries": ("a.xlsx", ""),
    "ods_repeated_rows": ("a.ods", "workbook.too-large"),
    "xls_far_corner": ("a.xls", "workbook.too-large"),
    "xls_chain_in_a_circle": ("a.xls", "workbook.damaged"),
}


@pytest.mark.parametrize(("name", "file", "code"), [(n, *w) for n, w in BOMBS.items()], ids=BOMBS)
def test_a_workbook_of_any_shape_is_cheap(name: str, file: str, code: str) -> None:
    cost = cost_of(CHILD, name, file)
    assert not code or cost.words == [code]
    assert cost.seconds < SECONDS and cost.megabytes < MEGABYTES
