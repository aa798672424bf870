"""The first look at an .ods file: its sheets, and of each what `SheetFacts` says."""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.loading.workbooks import number_formats
from sitegen.loading.workbooks.facts import AREA, ROWS, Damaged, Encrypted, SheetFacts
from sitegen.loading.workbooks.unpacking import look_through

CONTENT = "content.xml"
MANIFEST = "META-INF/manifest.xml"
CELLS = ("table-cell", "covered-table-cell")
ERRORS = ("#N/A", "#NAME?", "#REF!", "#DIV/0!", "#VALUE!", "#NUM!", "#NULL!")


def look(parts: Mapping[str, bytes]) -> list[SheetFacts]:
    """The sheets of a workbook in their order. Raises Damaged, Encrypted, TooLarge."""
    if b"encryption-data" in parts.get(MANIFEST, b""):
        raise Encrypted
    if CONTENT not in parts:
        raise Damaged(CONTENT)
    content = _Content(_hidden_styles(parts[CONTENT]))
    look_through(parts[CONTENT], content.start, content.text, content.end)
    return content.sheets


def _hidden_styles(part: bytes) -> set[str]:
    """The styles of tables that are not shown."""
    hidden: set[str] = set()
    style = ""

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal style
        if name == "style":
            style = attributes.get("style:name", "")
        elif name == "table-properties" and attributes.get("table:display") == "false":
            hidden.add(style)

    look_through(part, start)
    return hidden


class _Content:
    """Looks through the content of a file. A cell is taken in where it ends."""

    def __init__(self, hidden_styles: set[str]) -> None:
        self.sheets: list[SheetFacts] = []
        self.hidden_styles = hidden_styles
        self.row = self.next_row = self.column = self.next_column = 0
        self.repeated = self.rows_repeated = 1
        self.cell: dict[str, str] | None = None
        self.written: list[str] = []
        self.notes = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "table":
            hidden = attributes.get("table:style-name", "") in self.hidden_styles
            self.sheets.append(SheetFacts(attributes.get("table:name", ""), hidden))
            self.next_row = self.next_column = 0
        elif name == "table-column" and self.sheets:
            count = _count(attributes, "table:number-columns-repeated")
            if attributes.get("table:visibility", "visible") != "visible":
                last = self.next_column + count - 1
                self.sheets[-1].hidden_columns.append((self.next_column, last))
            self.next_column += count
        elif name == "table-row" and self.sheets:
            self.row = self.next_row
            self.rows_repeated = _count(attributes, "table:number-rows-repeated")
            self.next_row += self.rows_repeated
            self.column = 0
            if attributes.get("table:visibility", "visible") != "visible":
                last = min(self.next_row, ROWS)
                self.sheets[-1].hidden_rows.update(range(self.row, last))
        elif name in CELLS and self.sheets:
            self.cell, self.written = attributes, []
            self.repeated = _count(attributes, "table:number-columns-repeated")
        elif name == "annotation":
            self.notes += 1

    def text(self, data: str) -> None:
        if self.cell is not None and not self.notes:
            self.written.append(data)

    def end(self, name: str) -> None:
        if name == "annotation":
            self.notes -= 1
        elif name in CELLS and self.cell is not None:
            if not self.sheets[-1].is_hidden:
                self._take(self.cell, "".join(self.written).strip())
            self.column += self.repeated
            self.cell = None

    def _take(self, cell: dict[str, str], shown: str) -> None:
        facts = self.sheets[-1]
        kind = cell.get("office:value-type", "")
        rows = _count(cell, "table:number-rows-spanned")
        columns = _count(cell, "table:number-columns-spanned")
        if rows > 1 or columns > 1:
            facts.merged.append(
                (self.row, self.column, self.row + rows - 1, self.column + columns - 1)
            )
        formula = "table:formula" in cell
        if not (kind or shown or formula):
            return
        times = self.repeated * self.rows_repeated
        length = len(shown) + len(cell.get("office:string-value", ""))
        facts.reach(self.row + self.rows_repeated - 1, self.column + self.repeated - 1)
        facts.reach(self.row, self.column, length * times)
        error = cell.get("calcext:value-type") == "error" or (formula and shown in ERRORS)
        code = _format_of(kind, cell.get("office:date-value", ""), shown)
        if not (error or code or (formula and not kind and not shown)):
            return
        for row in range(self.row, self.row + self.rows_repeated):
            for column in range(self.column, self.column + self.repeated):
                if error:
                    facts.errors[row, column] = shown or "#N/A"
                elif code:
                    facts.formats[row, column] = code
                else:
                    facts.unresolved.add((row, column))


def _format_of(kind: str, day: str, shown: str) -> str:
    """A number format that shows a value as the file says it is shown, where that tells something."""
    if kind == "percentage":
        return "0%"
    if kind == "float" and shown[:1] == "0" and shown[1:2].isdecimal():
        return "".join("0" if sign.isdecimal() else sign for sign in shown)
    if kind == "float" and number_formats.YEAR_AND_TENTH.match(shown[:-1]) and shown[-1:] == "0":
        return number_formats.TWO_DECIMALS
    if kind == "date" and shown and day[2:4] not in shown:
        return "m-d"
    return ""


def _count(attributes: Mapping[str, str], name: str) -> int:
    text = attributes.get(name, "1")
    if not (text.isascii() and text.isdecimal() and len(text) < 10):
        raise Damaged(text[:9])
    return max(1, min(int(text), AREA))
