"""sitegen table template: the empty form for new entries of a collection."""

from __future__ import annotations

from pathlib import Path

from sitegen.authoring.known_entries import KnownEntries
from sitegen.authoring.sheets.form import form_bytes
from sitegen.commands.new import known_collection
from sitegen.commands.table_files import write_table
from sitegen.config.site import read_site
from sitegen.model.collections import COLLECTIONS
from sitegen.problems import Report


def write_template(
    root: Path,
    name: str,
    path: Path | None,
    report: Report,
    *,
    full: bool = False,
    force: bool = False,
) -> Path | None:
    """Write the form for the collection with this name or title; its path, None where the report says why
    not. Where no `path` is given, the file is named after the collection and is made in this folder."""
    site = report.take(read_site(root))
    collection = known_collection(name, list(COLLECTIONS), report) if site is not None else None
    if site is None or collection is None or report.has_errors:
        return None
    if path is None:
        path = Path(f"{COLLECTIONS[collection].title.zh}-填写表.xlsx")
    data = form_bytes(KnownEntries(root, site.options), collection, full=full)
    return path if write_table(path, data, report, force=force) else None
