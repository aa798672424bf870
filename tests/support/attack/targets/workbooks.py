"""Any bytes as a workbook, or as the part of one that holds its cells: tables, or problems with places."""

from __future__ import annotations

import io
import struct
import zipfile
from datetime import date

from sitegen.files import digest
from sitegen.loading import documents
from sitegen.loading.document import Table
from sitegen.model import table_columns, table_entries, validate
from sitegen.model.options import Options
from sitegen.model.record_problems import apart_from
from sitegen.problems import Problem, Severity
from tests.support.attack.target import Target, chosen
from tests.support.workbooks import Rows, compound, ods, record, xls, xlsx, xlsx_with_shared_texts
from tests.support.workbooks import xlsx_with_part as with_part

ROWS: Rows = (
    ("名单",),
    ("编号", "名称", "种类", "地区", "有货月份"),
    ("a", "梨酒", "农产品", "青溪县", date(2024, 6, 1)),
    ("b", "梨膏", "农产品", None, 12.5),
)
OPTIONS = Options()
SHEET, SHARED, STYLES = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"
XLSX, SHARED_XLSX, ODS = xlsx(ROWS), xlsx_with_shared_texts(ROWS), ods(ROWS)
KINDS = 8


def run(data: bytes) -> None:
    number, data = chosen(data, KINDS)
    data, extension = _file(number, data)
    file = f"content/products/a{extension}"
    is_header = table_columns.is_entry_header("products", OPTIONS)
    tables, problems = documents.parse_tables(data, file, is_header)
    is_wrong = tables is None or any(table.has_wrong_rows for table in tables)
    assert is_wrong == any(one.kind.severity is Severity.ERROR for one in problems)
    if tables is not None:
        for table in tables:
            _check_table(table, data)
        document, found = table_entries.as_entries(tables, "products", OPTIONS)
        problems += found
        if document is not None:
            problems += apart_from(document, validate.read(document, OPTIONS)[1])
    _check_words(problems, file)


def _file(number: int, data: bytes) -> tuple[bytes, str]:
    """The workbook to be read. Bytes of a zip file seldom pass its checksums, so parts are tried as well."""
    match number:
        case 0:
            return data, ".xlsx"
        case 1:
            return data, ".ods"
        case 2:
            return data, ".xls"
        case 3:
            return with_part(XLSX, SHEET, lambda _: data), ".xlsx"
        case 4:
            return with_part(SHARED_XLSX, SHARED, lambda _: data), ".xlsx"
        case 5:
            return with_part(XLSX, STYLES, lambda _: data), ".xlsx"
        case 6:
            return with_part(ODS, "content.xml", lambda _: data), ".ods"
        case _:
            return compound(data), ".xls"


def _check_table(table: Table, data: bytes) -> None:
    assert table.digest == digest(data) and table.sheet is not None
    assert len(table.rows) == len(table.lines) and list(table.lines) == sorted(set(table.lines))
    assert all(table.header) and len(set(table.header)) == len(table.header)
    assert tuple(table.columns) == table.header and table.header_line < min(
        table.lines, default=9e9
    )
    for row in table.rows:
        assert tuple(row) == table.header
        assert all(cell == cell.strip() and "\r" not in cell for cell in row.values())
    for line, header in table.refused:
        assert table.rows[table.lines.index(line)][header] == ""


def _check_words(problems: list[Problem], file: str) -> None:
    for problem in problems:
        for language in ("zh", "en"):
            assert problem.message(language) and problem.fix(language) is not None
        assert problem.at.file == file and str(problem.at).startswith(file)


def _part(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)


def seeded() -> list[bytes]:
    formula = record(0x06, struct.pack("<HHH8sHIH", 3, 1, 0, b"\x02\0\x2a\0\0\0\xff\xff", 0, 0, 0))
    old = xls(ROWS, formats=["0000"], styles=[164], more=formula)
    files = (
        *(XLSX, ODS, old, _part(XLSX, SHEET), _part(SHARED_XLSX, SHARED)),
        *(_part(XLSX, STYLES), _part(ODS, "content.xml"), old[1536:]),
    )
    return [bytes([number]) + data for number, data in enumerate(files)]


TARGET = Target(
    run,
    seeded,
    (
        *(
            b'<c r="B3"><v>1</v></c>',
            b't="s"',
            b't="e"',
            b"<f>A1</f>",
            b' s="1"',
            b"<v/>",
            b"</row>",
        ),
        *(
            b'<mergeCell ref="A1:B9"/>',
            b' hidden="1"',
            b'r="9"',
            b'r="XFD1048576"',
            b"9e999",
            b"1e400",
        ),
        *(b"<si><t>a</t></si>", b'numFmtId="14"', b'formatCode="0000;@"', b"&#13;", b"&#xFFFE;"),
        *(
            b' table:number-columns-repeated="9999"',
            b' table:number-rows-repeated="999999"',
            b"NaN",
        ),
        *(
            b' office:value-type="float"',
            b' office:value-type="date"',
            b' office:date-value="9999-1"',
        ),
        *(b' table:number-rows-spanned="9"', b"\xff\xff\xff\xff", b"\x05\x02\x08\x00", b"\xbd\x00"),
    ),
)
