"""What .ods and .xls files have in their own way: formats of numbers, errors, hidden and merged cells."""

from __future__ import annotations

import struct

from tests.support.workbook_reading import rows, told
from tests.support.workbooks import ods, record, xls, xlsx_with_part

HEADER = ["编号", "名称"]
ODS_HEADER = (
    '<table:table-row><table:table-cell office:value-type="string"><text:p>编号</text:p>'
    '</table:table-cell><table:table-cell office:value-type="string"><text:p>名称</text:p>'
    "</table:table-cell></table:table-row>"
)


def ods_rows(*rows: str, attributes: str = "") -> bytes:
    """A sheet with a header and these rows, each the XML of the cell after the id."""
    body = "".join(
        f'<table:table-row {attributes}><table:table-cell office:value-type="string">'
        f"<text:p>{chr(97 + number)}</text:p></table:table-cell>{row}</table:table-row>"
        for number, row in enumerate(rows)
    )
    return ods(body=ODS_HEADER + body)


def number(row: int, column: int, style: int, value: float) -> bytes:
    return record(0x203, struct.pack("<HHHd", row, column, style, value))


def test_ods_numbers_keep_the_zeros_that_they_show() -> None:
    cell = '<table:table-cell office:value-type="float" office:value="536"><text:p>0536</text:p></table:table-cell>'
    assert rows(ods_rows(cell), ".ods") == [HEADER, ["a", "0536"]]


def test_ods_percentages_are_percentages() -> None:
    cell = (
        '<table:table-cell office:value-type="percentage" office:value="0.5"><text:p>50%</text:p>'
        "</table:table-cell>"
    )
    assert rows(ods_rows(cell), ".ods") == [HEADER, ["a", "50%"]]


def test_ods_errors_are_refused() -> None:
    cell = (
        '<table:table-cell table:formula="of:=1/0" office:value-type="string" '
        'calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>'
    )
    assert told(ods_rows(cell), ".ods") == ["[Sheet1!B2 名称] workbook.error-cell"]


def test_ods_cells_merged_below_each_other_all_have_the_value() -> None:
    first = (
        '<table:table-cell table:number-rows-spanned="2" table:number-columns-spanned="1" '
        'office:value-type="string"><text:p>梨</text:p></table:table-cell>'
    )
    second = "<table:covered-table-cell/>"
    assert rows(ods_rows(first, second), ".ods") == [HEADER, ["a", "梨"], ["b", "梨"]]


def test_ods_rows_that_are_hidden_are_read_with_a_note() -> None:
    cell = '<table:table-cell office:value-type="string"><text:p>梨</text:p></table:table-cell>'
    data = ods_rows(cell, attributes='table:visibility="collapse"')
    assert told(data, ".ods") == ["[Sheet1!A2] workbook.hidden-rows"]


def test_ods_blank_cells_repeated_to_the_end_of_the_sheet_are_nothing() -> None:
    blank = '<table:table-cell table:number-columns-repeated="16382"/>'
    end = '</table:table-row><table:table-row table:number-rows-repeated="1048570">'
    assert rows(ods_rows(f"{blank}{end}{blank}"), ".ods") == [HEADER, ["a", ""]]


def test_ods_a_cell_repeated_without_end_is_refused() -> None:
    cell = (
        '<table:table-cell table:number-columns-repeated="16000" office:value-type="string">'
        "<text:p>x</text:p></table:table-cell>"
    )
    assert told(ods_rows(cell), ".ods") == ["workbook.too-large"]


def test_ods_with_a_password_is_said_so() -> None:
    def encrypted(part: bytes) -> bytes:
        return part.replace(
            b"</manifest:manifest>", b"<manifest:encryption-data/></manifest:manifest>"
        )

    data = xlsx_with_part(ods([HEADER, ["a"]]), "META-INF/manifest.xml", encrypted)
    assert told(data, ".ods") == ["workbook.password"]


def test_xls_numbers_keep_the_zeros_of_their_format() -> None:
    data = xls([HEADER, ["a"]], formats=["0000"], styles=[164], more=number(1, 1, 2, 536.0))
    assert rows(data, ".xls") == [HEADER, ["a", "0536"]]


def test_xls_texts_that_go_on_in_the_next_record_are_whole() -> None:
    table = [HEADER, *([f"a{n}", f"{n}梨酒" * (n * 7 % 90)] for n in range(1, 400))]
    assert rows(xls(table), ".xls") == table


def test_xls_errors_are_refused() -> None:
    error = record(0x205, struct.pack("<HHHBB", 1, 1, 0, 0x2A, 1))
    assert told(xls([HEADER, ["a"]], more=error), ".xls") == [
        "[Sheet1!B2 名称] workbook.error-cell"
    ]


def test_xls_rows_that_are_hidden_are_read_with_a_note() -> None:
    hidden = record(0x208, struct.pack("<HHHHHHI", 1, 0, 2, 255, 0, 0, 0x20))
    assert told(xls([HEADER, ["a", "梨"]], more=hidden), ".xls") == [
        "[Sheet1!A2] workbook.hidden-rows"
    ]


def test_xls_with_a_password_is_said_so() -> None:
    assert told(xls([HEADER], secret=True), ".xls") == ["workbook.password"]
