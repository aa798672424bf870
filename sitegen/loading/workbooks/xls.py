"""The first look at an .xls file (Excel 97–2003): its sheets, and of each what `SheetFacts` says."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final

from sitegen.loading.workbooks import number_formats
from sitegen.loading.workbooks.compound import CompoundFile
from sitegen.loading.workbooks.facts import Damaged, Encrypted, SheetFacts, TooLarge

STREAM: Final = "Workbook"
RECORDS: Final = 2_000_000
BOF, EOF, CONTINUE, FILEPASS = 0x809, 0x0A, 0x3C, 0x2F
BOUNDSHEET, SST, FORMAT, XF = 0x85, 0xFC, 0x41E, 0xE0
ROW, FORMULA, BOOLERR, LABELSST = 0x208, 0x06, 0x205, 0xFD
NUMBERS: Final = (0x203, 0x27E)
TEXTS: Final = (0x204, 0xD6)
MULRK: Final = 0xBD
DIMENSIONS: Final = 0x200
MOST_ROWS, MOST_COLUMNS = 65_536, 256
WORKSHEET: Final = 0x10
HIDDEN: Final = 0x20
VERSION: Final = 0x600
ERRORS: Final = {
    **{0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?"},
    **{0x24: "#NUM!", 0x2A: "#N/A"},
}


def look(data: bytes) -> list[SheetFacts]:
    """The sheets of a workbook in their order, diagrams left out. Raises Damaged, Encrypted, TooLarge."""
    stream = CompoundFile(data).stream(STREAM)
    if stream is None:
        raise Damaged(STREAM)
    try:
        return _sheets(stream)
    except (struct.error, IndexError, UnicodeDecodeError) as error:
        raise Damaged(str(error)) from error


def _sheets(stream: bytes) -> list[SheetFacts]:
    found: list[tuple[int, SheetFacts]] = []
    codes = dict(number_formats.BUILT_IN)
    styles: list[int] = []
    texts: list[bytes] = []
    before = 0
    for kind, record in _records(stream, 0):
        if kind == BOF and struct.unpack_from("<H", record)[0] != VERSION:
            raise Damaged("version")
        if kind == FILEPASS:
            raise Encrypted
        if kind == BOUNDSHEET:
            start, state = struct.unpack_from("<IB", record)
            found.append((start, SheetFacts(_text(record, record[6], 7), bool(state & 3))))
        elif kind == FORMAT:
            number, length = struct.unpack_from("<HH", record)
            codes[number] = _text(record, length, 4)
        elif kind == XF:
            styles.append(struct.unpack_from("<H", record, 2)[0])
        elif kind == SST or (kind == CONTINUE and before == SST):
            texts.append(record)
            kind = SST
        before = kind
    lengths = list(_text_lengths(texts))
    formats = [
        code if number_formats.is_telling(code := codes.get(one, "")) else "" for one in styles
    ]
    sheets = []
    for start, facts in found:
        records = _records(stream, start)
        first, record = next(records, (0, b""))
        if first != BOF:
            raise Damaged("sheet")
        if struct.unpack_from("<HH", record)[1] != WORKSHEET:
            continue
        if not facts.is_hidden:
            for kind, record in records:
                _take(facts, kind, record, lengths, formats)
        sheets.append(facts)
    return sheets


def _records(stream: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    """(kind, data) of the records up to the end of a part of the stream."""
    for _ in range(RECORDS):
        if start + 4 > len(stream):
            raise Damaged("record")
        kind, length = struct.unpack_from("<HH", stream, start)
        yield kind, stream[start + 4 : start + 4 + length]
        if kind == EOF:
            return
        start += 4 + length
    raise TooLarge(f"{RECORDS:,} 条记录", f"{RECORDS:,} records")


def _take(
    facts: SheetFacts, kind: int, record: bytes, lengths: list[int], formats: list[str]
) -> None:
    """Take in a record of a sheet."""
    if kind == ROW:
        row, flags = struct.unpack_from("<H10xH", record)
        if flags & HIDDEN:
            facts.hidden_rows.add(row)
    elif kind == DIMENSIONS:
        # python-calamine reserves memory for so many cells.
        rows, columns = struct.unpack_from("<4xI2xH", record)
        if rows > MOST_ROWS or columns > MOST_COLUMNS:
            raise Damaged("dimensions")
    elif kind == MULRK:
        row, column = struct.unpack_from("<HH", record)
        for at in range(4, len(record) - 6 + 1, 6):
            _take_number(facts, row, column, struct.unpack_from("<H", record, at)[0], formats)
            column += 1
    elif kind in (*NUMBERS, *TEXTS, FORMULA, BOOLERR, LABELSST):
        row, column, style = struct.unpack_from("<HHH", record)
        if kind == LABELSST:
            facts.reach_in_order(row, column, lengths[struct.unpack_from("<I", record, 6)[0]])
        elif kind in TEXTS:
            facts.reach_in_order(row, column, len(record))
        else:
            _take_number(facts, row, column, style, formats)
        if kind == BOOLERR and record[7]:
            facts.errors[row, column] = ERRORS.get(record[6], "#N/A")
        elif kind == FORMULA and record[12:14] == b"\xff\xff" and record[6] == 2:
            facts.errors[row, column] = ERRORS.get(record[8], "#N/A")


def _take_number(facts: SheetFacts, row: int, column: int, style: int, formats: list[str]) -> None:
    facts.reach_in_order(row, column)
    if style < len(formats) and formats[style]:
        facts.formats[row, column] = formats[style]


def _text(record: bytes, length: int, flags: int) -> str:
    """A text of so many characters; the byte at `flags` says whether each has two bytes."""
    start = flags + 1
    if record[flags] & 1:
        return record[start : start + 2 * length].decode("utf-16-le")
    return record[start : start + length].decode("latin-1")


def _text_lengths(records: list[bytes]) -> Iterator[int]:
    """The number of characters of each shared text. A text may go on in the next record, which then begins
    with a byte that says anew whether characters have two bytes."""
    number, at = 0, 8
    total = struct.unpack_from("<I", records[0], 4)[0] if records else 0
    if total > RECORDS:
        raise Damaged("texts")  # python-calamine reserves memory for so many
    for _ in range(total):
        while number < len(records) and at >= len(records[number]):
            at -= len(records[number])
            number += 1
        if number == len(records):
            return
        length, flags = struct.unpack_from("<HB", records[number], at)
        yield length
        at += 3
        further = 0
        if flags & 8:
            further += 4 * struct.unpack_from("<H", records[number], at)[0]
            at += 2
        if flags & 4:
            further += struct.unpack_from("<I", records[number], at)[0]
            at += 4
        while length:
            width = 2 if flags & 1 else 1
            here = min(length, (len(records[number]) - at) // width)
            length -= here
            at += here * width
            if length:
                number += 1
                flags, at = records[number][0], 1
        at += further
