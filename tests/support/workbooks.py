"""Workbooks for tests: .xlsx by openpyxl, .ods and .xls by the little that these formats need."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeAlias
from xml.sax.saxutils import escape

import xlsxwriter
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

Value: TypeAlias = "str | float | int | date | None"
Rows: TypeAlias = "Sequence[Sequence[Value]]"

ODS = "application/vnd.oasis.opendocument.spreadsheet"
NAMESPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "table", "text", "style")
)


def xlsx(rows: Rows = (), change: Callable[[Worksheet], object] | None = None) -> bytes:
    """An .xlsx file with one sheet of these rows, after `change` has been made to it."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "Sheet1"
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            if value is not None:
                cell = sheet.cell(number, column)
                cell.value = value
                if isinstance(value, str):
                    cell.data_type = "s"
    if change is not None:
        change(sheet)
    return saved(book)


def xlsx_with_shared_texts(rows: Rows = ()) -> bytes:
    """An .xlsx file as Excel writes it, with each text once in a part of its own; by XlsxWriter."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                if isinstance(value, str):
                    sheet.write_string(number, column, value)
                elif isinstance(value, date):
                    sheet.write_datetime(number, column, value, day)
                elif value is not None:
                    sheet.write_number(number, column, value)
    return buffer.getvalue()


def saved(book: Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def xlsx_with_part(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """A zipped workbook with one part changed, made if there is none."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    parts[name] = change(parts.get(name, b""))
    return zipped(parts)


def zipped(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            method = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(name, part, method)
    return buffer.getvalue()


def ods(rows: Rows = (), *, body: str = "") -> bytes:
    """An .ods file with one sheet of these rows, or with these rows as XML."""
    body = body or "".join(
        f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in rows
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {NAMESPACES} '
        'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" '
        'office:version="1.3"><office:body><office:spreadsheet>'
        f'<table:table table:name="Sheet1">{body}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest '
        'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{ODS}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        "</manifest:manifest>"
    )
    return zipped(
        {
            "mimetype": ODS.encode(),
            "content.xml": content.encode(),
            "META-INF/manifest.xml": manifest.encode(),
        }
    )


def _ods_cell(value: Value) -> str:
    if value is None or value == "":
        return "<table:table-cell/>"
    if isinstance(value, str):
        text = escape(value).replace(" ", "<text:s/>")
        lines = "".join(f"<text:p>{line}</text:p>" for line in text.split("\n"))
        return f'<table:table-cell office:value-type="string">{lines}</table:table-cell>'
    if isinstance(value, date):
        return (
            f'<table:table-cell office:value-type="date" office:date-value="{value.isoformat()}">'
            f"<text:p>{value.isoformat()}</text:p></table:table-cell>"
        )
    return (
        f'<table:table-cell office:value-type="float" office:value="{value}">'
        f"<text:p>{value}</text:p></table:table-cell>"
    )


LONGEST_RECORD = 8_224


def xls(
    rows: Rows = (),
    *,
    formats: Sequence[str] = (),
    styles: Sequence[int] = (),
    more: bytes = b"",
    secret: bool = False,
) -> bytes:
    """An .xls file (BIFF8) with one sheet of these rows. `formats` are number formats, from number 164;
    `styles` the format number of each style after the first; dates have format 14. `more` are further
    records of the sheet (`record`). `secret` marks it as protected by a password."""
    formats_used = (0, 14, *styles)
    texts: dict[str, int] = {}
    cells = [
        _xls_cell(number, column, value, texts)
        for number, row in enumerate(rows)
        for column, value in enumerate(row)
    ]
    first = record(0x809, struct.pack("<HH12x", 0x600, 0x10))
    sheet = b"".join([first, *cells, more, record(0x0A, b"")])
    globals_ = record(0x809, struct.pack("<HH12x", 0x600, 0x05))
    globals_ += record(0x2F, bytes(6)) if secret else b""
    for number, code in enumerate(formats, start=164):
        globals_ += record(
            0x41E, struct.pack("<HHB", number, len(code), 1) + code.encode("utf-16-le")
        )
    for number in formats_used:
        globals_ += record(0xE0, struct.pack("<HH16x", 0, number))
    name = "Sheet1"
    bound = struct.pack("<BB", len(name), 0) + name.encode()
    end = _shared_texts(list(texts)) + record(0x0A, b"")
    length = len(globals_) + 4 + 6 + len(bound) + len(end)
    globals_ += record(0x85, struct.pack("<IBB", length, 0, 0) + bound) + end
    return compound(globals_ + sheet)


def record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def _xls_cell(row: int, column: int, value: Value, texts: dict[str, int]) -> bytes:
    if value is None or value == "":
        return b""
    if isinstance(value, str):
        index = texts.setdefault(value, len(texts))
        return record(0xFD, struct.pack("<HHHI", row, column, 0, index))
    if isinstance(value, date):
        days = (value - date(1899, 12, 30)).days
        return record(0x203, struct.pack("<HHHd", row, column, 1, days))
    return record(0x203, struct.pack("<HHHd", row, column, 0, value))


def _shared_texts(texts: Sequence[str]) -> bytes:
    """The records of the shared texts. A text that does not fit goes on in the next record."""
    parts = [bytearray(struct.pack("<II", len(texts), len(texts)))]
    for text in texts:
        encoded = text.encode("utf-16-le")
        if len(parts[-1]) + 5 > LONGEST_RECORD:
            parts.append(bytearray())
        parts[-1] += struct.pack("<HB", len(encoded) // 2, 1)
        while encoded:
            fits = (LONGEST_RECORD - len(parts[-1])) // 2 * 2
            parts[-1] += encoded[:fits]
            encoded = encoded[fits:]
            if encoded:
                parts.append(bytearray(b"\x01"))
    return b"".join(record(0x3C if n else 0xFC, bytes(part)) for n, part in enumerate(parts))


def compound(stream: bytes) -> bytes:
    """A compound file with the one stream `Workbook`."""
    stream = stream.ljust(4096, b"\0")
    sectors = -(-len(stream) // 512)
    stream = stream.ljust(sectors * 512, b"\0")
    fats = 1
    while (fats * 128) < sectors + 1 + fats:
        fats += 1
    end, free, fat_mark = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
    # FAT sectors first, then the directory, then the stream.
    chain = [fat_mark] * fats + [end]
    chain += [fats + 2 + index for index in range(sectors - 1)] + [end]
    chain += [free] * (fats * 128 - len(chain))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<IIIII", 0, fats, fats, 0, 4096)
    header += struct.pack("<IIII", end, 0, end, 0)
    header += struct.pack("<109I", *range(fats), *[free] * (109 - fats))
    directory = _entry("Root Entry", 5, end, 0, child=1) + _entry(
        "Workbook", 2, fats + 1, len(stream)
    )
    directory = directory.ljust(512, b"\0")
    return header + struct.pack(f"<{len(chain)}I", *chain) + directory + stream


def _entry(name: str, kind: int, first: int, size: int, child: int = 0xFFFFFFFF) -> bytes:
    encoded = (name + "\0").encode("utf-16-le")
    none = 0xFFFFFFFF
    return encoded.ljust(64, b"\0") + struct.pack(
        "<HBBIII36xIQ", len(encoded), kind, 1, none, none, child, first, size
    )


MAKERS: tuple[tuple[str, Callable[[Rows], bytes]], ...] = (
    (".xlsx", xlsx),
    (".xlsx", xlsx_with_shared_texts),
    (".ods", ods),
    (".xls", xls),
)
"""Every format: its extension, and the function that makes a file of rows."""
