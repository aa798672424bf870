"""Small files that would become large, made when a test asks for one."""

from __future__ import annotations

import io
import struct
import zipfile

from tests.support.workbooks import ods, record, xls, xlsx, xlsx_with_part, xlsx_with_shared_texts

HEADER = ["编号", "名称", "种类"]
SHEET = "xl/worksheets/sheet1.xml"
GOOD = xlsx([HEADER, ["a", "梨酒", "农产品"]])


def _with_rows(rows: bytes, after: bytes = b"") -> bytes:
    def change(part: bytes) -> bytes:
        return part.replace(b"</sheetData>", rows + b"</sheetData>" + after)

    return xlsx_with_part(GOOD, SHEET, change)


def zip_bomb() -> bytes:
    return _with_rows(b" " * (200 << 20))


def part_larger_than_it_says() -> bytes:
    data = bytearray(_with_rows(b" " * (40 << 20)))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        size = archive.getinfo(SHEET).file_size
    return bytes(data).replace(struct.pack("<I", size), struct.pack("<I", 2_000))


def many_parts() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for number in range(60_000):
            archive.writestr(zipfile.ZipInfo(f"{number}"), b"")
    return buffer.getvalue()


def far_corner() -> bytes:
    return _with_rows(b'<row r="50000"><c r="ALK50000"><v>1</v></c></row>')


def long_text_in_every_cell() -> bytes:
    long = "字" * 32_000
    data = xlsx_with_shared_texts([HEADER, ["a", long, "农产品"]])

    def change(part: bytes) -> bytes:
        rows = b"".join(
            b'<row r="%d"><c r="B%d" t="s"><v>4</v></c></row>' % (row, row)
            for row in range(3, 50_000)
        )
        return part.replace(b"</sheetData>", rows + b"</sheetData>")

    return xlsx_with_part(data, SHEET, change)


def elements() -> bytes:
    return _with_rows(b"<c/>" * 11_000_000)


def merged_again_and_again() -> bytes:
    merged = b"<mergeCells>" + b'<mergeCell ref="B2:B50000"/>' * 200_000 + b"</mergeCells>"
    rows = b"".join(
        b'<row r="%d"><c r="A%d" t="inlineStr"><is><t>a%d</t></is></c></row>' % (row, row, row)
        for row in range(3, 10_000)
    )
    return _with_rows(rows, merged)


def ten_thousand_entries() -> bytes:
    return xlsx([HEADER, *([f"p{n}", f"梨酒{n}号", "农产品"] for n in range(10_000))])


def ods_repeated_rows() -> bytes:
    return ods(
        body='<table:table-row table:number-rows-repeated="1000000"><table:table-cell '
        'office:value-type="string"><text:p>编号</text:p></table:table-cell></table:table-row>'
    )


def xls_far_corner() -> bytes:
    return xls([HEADER], more=record(0x203, struct.pack("<HHHd", 65_535, 255, 0, 1.0)))


def xls_chain_in_a_circle() -> bytes:
    data = bytearray(xls([HEADER]))
    first = 512 + 4 * 2  # the chain of the stream begins with the third sector
    data[first : first + 4] = struct.pack("<I", 2)
    return bytes(data)
