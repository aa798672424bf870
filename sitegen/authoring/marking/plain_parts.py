"""The parts of a plain .xlsx file, written as text: fast, and the same cells give the same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Final, NamedTuple
from xml.sax.saxutils import escape

from sitegen.authoring.marking import relations, style_part
from sitegen.authoring.marking.marks import raw_text
from sitegen.authoring.marking.xml_edits import quoted
from sitegen.authoring.sheets.widths import SAMPLE, column_width
from sitegen.loading.workbooks.cells import Value
from sitegen.loading.workbooks.facts import Cell
from sitegen.loading.workbooks.unpacking import packed
from sitegen.problems import letters

MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
FIRST_FORMAT: Final = 164
DAY_0: Final = datetime(1899, 12, 30)


class PlainSheet(NamedTuple):
    """The cells of a sheet by (row, column) from 0: texts, and values with number formats that are no text."""

    name: str
    texts: Mapping[Cell, str]
    refused: Mapping[Cell, tuple[Value, str]]
    errors: Mapping[Cell, str]


def workbook_of(sheets: Sequence[PlainSheet]) -> bytes:
    """The parts of a workbook with these sheets, packed without compression."""
    codes = sorted({code for sheet in sheets for _, code in sheet.refused.values()})
    parts = {
        relations.TYPES: _part("Types", TYPES, _types(len(sheets))),
        "_rels/.rels": _part(
            "Relationships", RELATIONS, _relation(1, "officeDocument", "xl/workbook.xml")
        ),
        "xl/workbook.xml": _part("workbook", MAIN, f"<sheets>{_names(sheets)}</sheets>"),
        "xl/_rels/workbook.xml.rels": _part("Relationships", RELATIONS, _of_workbook(len(sheets))),
        "xl/styles.xml": _part("styleSheet", MAIN, _styles(codes)),
    }
    for number, sheet in enumerate(sheets, start=1):
        part = _part("worksheet", MAIN, _sheet_xml(sheet, codes))
        parts[f"xl/worksheets/sheet{number}.xml"] = part
    return packed(parts)


def _part(root: str, namespace: str, inside: str) -> bytes:
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    links = f' xmlns:r="{relations.BASE}"' if namespace == MAIN else ""
    return f'{head}<{root} xmlns="{namespace}"{links}>{inside}</{root}>'.encode()


def _types(count: int) -> str:
    parts = [("xl/workbook.xml", "sheet.main"), ("xl/styles.xml", "styles")]
    parts += [(f"xl/worksheets/sheet{n}.xml", "worksheet") for n in range(1, count + 1)]
    return (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    ) + "".join(
        f'<Override PartName="/{name}" ContentType="application/vnd.openxmlformats-officedocument.'
        f'spreadsheetml.{kind}+xml"/>'
        for name, kind in parts
    )


def _relation(number: int, kind: str, target: str) -> str:
    return f'<Relationship Id="rId{number}" Type="{relations.BASE}/{kind}" Target="/{target}"/>'


def _of_workbook(count: int) -> str:
    sheets = range(1, count + 1)
    links = (_relation(n, "worksheet", f"xl/worksheets/sheet{n}.xml") for n in sheets)
    return "".join(links) + _relation(count + 1, "styles", "xl/styles.xml")


def _names(sheets: Sequence[PlainSheet]) -> str:
    return "".join(
        f'<sheet name="{quoted(sheet.name)}" sheetId="{n}" r:id="rId{n}"/>'
        for n, sheet in enumerate(sheets, start=1)
    )


def _styles(codes: Sequence[str]) -> str:
    """Style 1 is text, the further ones have these number formats."""
    formats = "".join(
        f'<numFmt numFmtId="{number}" formatCode="{quoted(code)}"/>'
        for number, code in enumerate(codes, start=FIRST_FORMAT)
    )
    own = range(FIRST_FORMAT, FIRST_FORMAT + len(codes))
    form = '<xf numFmtId="{}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"{}'
    wrapped = ' applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>'
    xfs = [form.format(0, "/>"), form.format(49, wrapped), *(form.format(n, "/>") for n in own)]
    containers = {
        name: style_part.FIRST[name].format("")
        for name in ("fonts", "fills", "borders", "cellStyleXfs")
    }
    inside = "".join(f"<{name}>{first}</{name}>" for name, first in containers.items())
    names = f"<cellStyles>{style_part.FIRST['cellStyles'].format('')}</cellStyles>"
    numbers = f"<numFmts>{formats}</numFmts>" if formats else ""
    return f"{numbers}{inside}<cellXfs>{''.join(xfs)}</cellXfs>{names}"


def _sheet_xml(sheet: PlainSheet, codes: Sequence[str]) -> str:
    columns: dict[int, list[str]] = {}
    rows: dict[int, list[tuple[int, str]]] = {}
    for (row, column), written in sheet.texts.items():
        sample = columns.setdefault(column, [])
        if len(sample) < SAMPLE:
            sample.append(written)
        inside = f'<is><t xml:space="preserve">{escape(raw_text(written))}</t></is>'
        rows.setdefault(row, []).append((column, f'" s="1" t="inlineStr">{inside}</c>'))
    for (row, column), (value, code) in sheet.refused.items():
        style = 2 + codes.index(code)
        rows.setdefault(row, []).append((column, f'" s="{style}"{_value(value)}</c>'))
    for (row, column), error in sheet.errors.items():
        rows.setdefault(row, []).append((column, f'" t="e"><v>{escape(error)}</v></c>'))
    names = [letters(n) for n in range(1, max((c for _, c in _cells(sheet)), default=0) + 2)]
    lines = []
    for row, found in sorted(rows.items()):
        cells_of_row = "".join(f'<c r="{names[c]}{row + 1}{rest}' for c, rest in sorted(found))
        lines.append(f'<row r="{row + 1}">{cells_of_row}</row>')
    widths = "".join(
        f'<col min="{column + 1}" max="{column + 1}" width="{column_width("", sample)}" style="1" '
        'customWidth="1"/>'
        for column, sample in sorted(columns.items())
    )
    ignored = '<ignoredErrors><ignoredError sqref="A1:XFD1048576" numberStoredAsText="1"/></ignoredErrors>'
    cols = f"<cols>{widths}</cols>" if widths else ""
    return f"{cols}<sheetData>{''.join(lines)}</sheetData>{ignored}"


def _cells(sheet: PlainSheet) -> Iterable[Cell]:
    return (*sheet.texts, *sheet.refused, *sheet.errors)


def _value(value: Value) -> str:
    """The rest of a cell with a value that is no text to be read."""
    if isinstance(value, str):
        return f' t="inlineStr"><is><t xml:space="preserve">{escape(raw_text(value))}</t></is>'
    if isinstance(value, time):
        value = timedelta(hours=value.hour, minutes=value.minute, seconds=value.second)
    if isinstance(value, date):
        moment = value if isinstance(value, datetime) else datetime.combine(value, time())
        value = moment - DAY_0
    if isinstance(value, timedelta):
        value = value / timedelta(days=1)
    return f"><v>{value!r}</v>"
