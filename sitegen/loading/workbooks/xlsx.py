"""The first look at an .xlsx file: its sheets, and of each what `SheetFacts` says."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from functools import cache

from sitegen.loading.workbooks import number_formats
from sitegen.loading.workbooks.facts import COLUMNS, Damaged, SheetFacts
from sitegen.loading.workbooks.unpacking import look_through

WORKBOOK = "xl/workbook.xml"
RELATIONS = "xl/_rels/workbook.xml.rels"
PICTURES = "xl/richData/richValueRel.xml"
"""There where Excel keeps pictures in cells; such a cell reads as #VALUE!."""
MOST_COUNTED = 2_000_000
TRUE = ("1", "true")


def look(parts: Mapping[str, bytes]) -> list[SheetFacts]:
    """The sheets of a workbook in their order, diagrams left out. Raises Damaged, TooLarge."""
    if WORKBOOK not in parts:
        raise Damaged(WORKBOOK)
    targets = _targets(parts.get(RELATIONS, b""))
    lengths = _text_lengths(parts.get("xl/sharedStrings.xml", b""))
    formats = _formats_by_style(parts.get("xl/styles.xml", b""))
    sheets: list[SheetFacts] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if name == "sheet":
            relation = next((v for k, v in attributes.items() if k.rpartition(":")[2] == "id"), "")
            part = parts.get(targets.get(relation, ""))
            if part is None:
                return
            hidden = attributes.get("state", "visible") != "visible"
            facts = SheetFacts(attributes.get("name", ""), hidden)
            if not hidden:
                _Sheet(facts, lengths, formats, has_pictures=PICTURES in parts).look(part)
            sheets.append(facts)

    look_through(parts[WORKBOOK], start)
    return sheets


def _targets(part: bytes) -> dict[str, str]:
    """The names of the parts of sheets by relation."""
    targets: dict[str, str] = {}

    def start(name: str, attributes: dict[str, str]) -> None:
        if name == "Relationship" and attributes.get("Type", "").endswith("/worksheet"):
            path = posixpath.normpath(posixpath.join("xl", attributes.get("Target", "")))
            targets[attributes.get("Id", "")] = path.lstrip("/")

    if part:
        look_through(part, start)
    return targets


def _text_lengths(part: bytes) -> list[int]:
    """The number of characters of each shared text."""
    lengths: list[int] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        _check_counts(attributes)
        if name == "si":
            lengths.append(0)

    def text(data: str) -> None:
        if lengths:
            lengths[-1] += len(data)

    if part:
        look_through(part, start, text)
    return lengths


def _formats_by_style(part: bytes) -> list[str]:
    """The number format of each style of cells, "" where a number reads as it is."""
    codes: dict[str, str] = {str(number): code for number, code in number_formats.BUILT_IN.items()}
    formats: list[str] = []
    within: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        _check_counts(attributes)
        if name == "numFmt":
            codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif name == "xf" and within[-1:] == ["cellXfs"]:
            code = codes.get(attributes.get("numFmtId", ""), "")
            formats.append(code if number_formats.is_telling(code) else "")
        elif name in ("cellXfs", "cellStyleXfs", "dxfs"):
            within.append(name)

    if part:
        look_through(part, start)
    return formats


def _check_counts(attributes: Mapping[str, str]) -> None:
    """python-calamine reserves memory for as many texts or styles as a part says that it has."""
    for name in ("count", "uniqueCount"):
        if name in attributes and _number(attributes[name]) > MOST_COUNTED:
            raise Damaged(name)


IN_CELL = frozenset(
    [
        *("t", "r", "rPr", "rPh", "phoneticPr"),
        *(
            "rFont",
            "charset",
            "family",
            "b",
            "i",
            "strike",
            "outline",
            "shadow",
            "condense",
            "extend",
        ),
        *("color", "sz", "u", "vertAlign", "scheme"),
    ]
)
"""Elements within the text of a cell. Any other one ends it: texts of drop-down lists stand below the rows."""


class _Sheet:
    """Looks through the XML of one sheet. A cell is taken in when the next one begins."""

    def __init__(
        self, facts: SheetFacts, lengths: list[int], formats: list[str], *, has_pictures: bool
    ) -> None:
        self.facts = facts
        self.has_pictures = has_pictures
        self.lengths = lengths
        self.formats = formats
        self.row = self.column = -1
        self.row_name = ""
        self.columns: dict[str, int] = {}
        self.attributes: dict[str, str] = {}
        self.is_filled = self.has_formula = False
        self.value: list[str] | None = None

    def look(self, part: bytes) -> None:
        look_through(part, self._start, self._text)
        self._take()

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "c":
            self._take()
            reference = attributes.get("r")
            if reference is None:
                self.column += 1
            elif not (self.row_name and self._goes_on(reference)):
                letters = reference.rstrip("0123456789")
                self.column = self.columns[letters] = _column(letters)
                # Where the two disagree, python-calamine takes the row of the cell.
                if reference[len(letters) :] != self.row_name:
                    self.row = _number(reference[len(letters) :]) - 1
                    self.row_name = str(self.row + 1)
            self.attributes = attributes
            self.is_filled = self.has_formula = False
            self.value = None
        elif name in ("v", "is"):
            self.is_filled = True
            self.value = []
        elif name == "f":
            self.has_formula = True
            self.value = None
        elif name == "row":
            self._take()
            self.row = _number(attributes["r"]) - 1 if "r" in attributes else self.row + 1
            self.row_name = str(self.row + 1)
            self.column = -1
            if attributes.get("hidden") in TRUE:
                self.facts.hidden_rows.add(self.row)
        elif name not in IN_CELL:
            self._take()
            self.value = None
            if name == "mergeCell":
                self._merge(attributes.get("ref", ""))
            elif name == "col" and attributes.get("hidden") in TRUE:
                columns = _number(attributes.get("min", "")), _number(attributes.get("max", ""))
                self.facts.hidden_columns.append((columns[0] - 1, columns[1] - 1))

    def _goes_on(self, reference: str) -> bool:
        """Whether the next cell is in this row, in a column that has been seen: most are."""
        if not reference.endswith(self.row_name):
            return False
        column = self.columns.get(reference[: -len(self.row_name)])
        if column is None:
            return False
        self.column = column
        return True

    def _text(self, data: str) -> None:
        if self.value is not None:
            self.value.append(data)

    def _take(self) -> None:
        if not (self.is_filled or self.has_formula):
            return
        facts, at = self.facts, (self.row, self.column)
        value = "".join(self.value or ()).strip()
        self.is_filled, formula, self.has_formula = False, self.has_formula, False
        kind = self.attributes.get("t", "n")
        if kind == "s" and value:
            index = _number(value)
            if index >= len(self.lengths):
                raise Damaged("shared text")
            length = self.lengths[index]
        else:
            length = len(value)
        facts.reach_in_order(*at, length)
        if kind == "e" and self.has_pictures and "vm" in self.attributes:
            facts.pictures.add(at)
        elif kind == "e":
            facts.errors[at] = value or "#N/A"
        elif formula and not value and kind != "str":
            facts.unresolved.add(at)
        elif kind == "n" and (style := self.attributes.get("s")) and style.isdecimal():
            code = self.formats[int(style)] if int(style) < len(self.formats) else ""
            if code:
                facts.formats[at] = code

    def _merge(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        (top, left), (bottom, right) = _cell(first), _cell(last or first)
        self.facts.merged.append((top, left, bottom, right))


@cache
def _column(letters: str) -> int:
    """The number of a column from 0. Raises Damaged, also for columns beyond any that are read."""
    number = 0
    for letter in letters:
        if not "A" <= letter <= "Z" or number > COLUMNS * 26:
            raise Damaged(letters[:9])
        number = number * 26 + ord(letter) - 64
    if not number:
        raise Damaged("column")
    return number - 1


def _cell(reference: str) -> tuple[int, int]:
    letters = reference.replace("$", "").rstrip("0123456789")
    return _number(reference.replace("$", "")[len(letters) :]) - 1, _column(letters)


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 10):
        raise Damaged(text[:9])
    return int(text)
