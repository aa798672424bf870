"""The bytes of a workbook become Tables, one for each sheet with content."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sitegen import files
from sitegen.loading.document import Table
from sitegen.loading.tables import NO_HEADER
from sitegen.loading.workbook_marks import OTHER_SHEETS
from sitegen.loading.workbooks import kinds, ods, xls, xlsx
from sitegen.loading.workbooks.facts import Damaged, Encrypted, SheetFacts, TooLarge
from sitegen.loading.workbooks.recognising import Actual, recognise
from sitegen.loading.workbooks.sheets import SheetReader
from sitegen.loading.workbooks.unpacking import packed, unpack
from sitegen.loading.workbooks.values import SheetValues
from sitegen.problems import Location, Problem


def read(
    data: bytes, file: str, is_header: Callable[[str], bool], *, container: str
) -> tuple[tuple[Table, ...] | None, list[Problem]]:
    """The tables of a workbook in the order of its sheets; None where an error leaves nothing to go on with.

    `is_header` says whether a column may be headed by a text, `container` what the file is by its name:
    "xlsx", "ods" or "xls". Hidden sheets are left out, which is told.
    """
    actual = recognise(data)
    if actual.container == "password":
        return None, [Problem(kinds.PASSWORD, Location(file))]
    if actual.container != container:
        return None, [_other_format(file, actual)]
    try:
        sheets, pictures, values = opened(data, container)
        problems, tables, is_wrong = _read_sheets(file, sheets, values, is_header, data)
    except TooLarge as error:
        limit, limit_en = error.args
        facts = {"limit": limit, "limit_en": limit_en}
        return None, [Problem(kinds.TOO_LARGE, Location(file), facts)]
    except Encrypted:
        return None, [Problem(kinds.PASSWORD, Location(file))]
    except Damaged:
        return None, [Problem(kinds.DAMAGED, Location(file))]
    if pictures:
        problems.append(Problem(kinds.PICTURES, Location(file), {"count": str(pictures)}))
    if not tables and not is_wrong:
        problems.append(Problem(NO_HEADER, Location(file)))
    return (tuple(tables) if tables and not is_wrong else None), problems


def opened(data: bytes, container: str) -> tuple[list[SheetFacts], int, SheetValues]:
    """The sheets by a first look, the number of pictures, and what reads their values."""
    if container == "xls":
        return xls.look(data), 0, SheetValues(data)
    parts, pictures = unpack(data)
    sheets = ods.look(parts) if container == "ods" else xlsx.look(parts)
    return sheets, pictures, SheetValues(packed(parts))


def _read_sheets(
    file: str,
    sheets: Sequence[SheetFacts],
    values: SheetValues,
    is_header: Callable[[str], bool],
    data: bytes,
) -> tuple[list[Problem], list[Table], bool]:
    """What is wrong, the tables, and whether a sheet has an error that leaves nothing to go on with."""
    problems: list[Problem] = []
    tables: list[Table] = []
    is_wrong = False
    digest = files.digest(data)
    for facts in sheets:
        if facts.name in OTHER_SHEETS:
            continue
        if facts.is_hidden:
            at = Location(file, sheet=facts.name)
            problems.append(Problem(kinds.HIDDEN_SHEET, at))
            continue
        if not facts.rows:
            continue
        reader = SheetReader(file, facts)
        table = reader.table(values.of(facts), is_header, digest)
        problems += reader.problems
        is_wrong = is_wrong or reader.is_wrong
        tables += [table] if table is not None else []
    return problems, tables, is_wrong


def _other_format(file: str, actual: Actual) -> Problem:
    extension = file[file.rfind(".") :]
    facts = {"extension": extension, "actual": actual.name, "actual_en": actual.name_en}
    return Problem(kinds.OTHER_FORMAT, Location(file), facts)
