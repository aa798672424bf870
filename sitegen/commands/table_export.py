"""sitegen table export: the entries of a collection as a workbook or a CSV file."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from sitegen.authoring.known_entries import KnownEntries
from sitegen.authoring.sheets.csv_text import csv_bytes
from sitegen.authoring.sheets.drop_downs import DropDowns
from sitegen.authoring.sheets.entry_cells import EntryCells
from sitegen.authoring.sheets.entry_sheets import entry_sheets
from sitegen.authoring.sheets.guide import export_guide
from sitegen.authoring.sheets.parts import parts_of
from sitegen.authoring.sheets.readable_entries import readable_entries
from sitegen.authoring.sheets.reference_names import ReferenceNames
from sitegen.authoring.sheets.sheet import Sheet
from sitegen.commands.new import known_collection
from sitegen.commands.table_files import write_table
from sitegen.config.site import read_site
from sitegen.loading import formats
from sitegen.model.collections import COLLECTIONS
from sitegen.model.validate import LISTS_IN_TABLES
from sitegen.problems import Kind, Location, Problem, Report, Severity

NEEDS_WORKBOOK = Kind(
    "export.needs-workbook",
    Severity.ERROR,
    zh="一份公告有一个名单，CSV 的一行写不下",
    en="an announcement has a list, which a row of a CSV file cannot hold",
    fix_zh="文件名用 .xlsx 结尾",
    fix_en="give the file a name that ends in .xlsx",
)


class ExportedTable(NamedTuple):
    """What was written.

    `sheets` are (title, number of rows), `private` the headers of columns that are never published.
    `bodies` is the number of entries whose body is not in it; of the files `unread` something could not be
    read and is not in it.
    """

    sheets: tuple[tuple[str, int], ...]
    private: tuple[str, ...]
    bodies: int
    unread: tuple[str, ...]


def export_table(
    root: Path,
    name: str,
    path: Path,
    report: Report,
    *,
    full: bool = False,
    public: bool = False,
    force: bool = False,
) -> ExportedTable | None:
    """Write the entries of the collection with this name or title to `path`, in the format that its extension
    says. None where the report says why not."""
    site = report.take(read_site(root))
    collection = known_collection(name, list(COLLECTIONS), report) if site is not None else None
    if site is None or collection is None or report.has_errors:
        return None
    in_one = path.suffix.lower() == formats.CSV.extension
    if in_one and collection == LISTS_IN_TABLES:
        report.add([Problem(NEEDS_WORKBOOK, Location(str(path)))])
        return None
    known = KnownEntries(root, site.options)
    names = ReferenceNames(known)
    readable = readable_entries(known, collection)
    cells = EntryCells(parts_of(collection, site.options), names, in_one)
    for entry in readable.entries:
        cells.add(entry)
    sheets = entry_sheets(collection, cells, full=full, public=public)
    if in_one:
        data = csv_bytes(sheets[0])
    else:
        from sitegen.authoring.sheets.workbook import workbook_bytes

        guide = export_guide(sheets, has_bodies=bool(readable.bodies))
        data = workbook_bytes(sheets, DropDowns(sheets, names), guide, guide_first=False)
    if not write_table(path, data, report, force=force):
        return None
    report.add([*readable.problems, *cells.problems])
    shown = tuple((sheet.title, len(sheet.rows)) for sheet in (sheets[:1] if in_one else sheets))
    private = _private_headers(sheets)
    return ExportedTable(shown, private, readable.bodies, tuple(readable.unread))


def _private_headers(sheets: list[Sheet]) -> tuple[str, ...]:
    headers = (c.header for sheet in sheets for c in sheet.columns if c.is_private)
    return tuple(dict.fromkeys(headers))
