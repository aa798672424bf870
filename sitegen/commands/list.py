"""sitegen list: the ids and names of a site's entries, as other entries refer to them."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from sitegen.authoring.known_entries import KnownEntries
from sitegen.commands.new import known_collection
from sitegen.config.site import read_site
from sitegen.model.collections import COLLECTIONS
from sitegen.problems import Report


class ListedEntry(NamedTuple):
    """`name` is "" where the entry has none; a draft is not public."""

    id: str
    name: str
    is_draft: bool


def list_entries(
    root: Path, collection: str | None, report: Report
) -> dict[str, list[ListedEntry]] | None:
    """The entries of one collection, by name or title, or of all, in the order of their ids.

    None where the report says why not. A file that cannot be read is passed over: `check` tells of it.
    """
    site = report.take(read_site(root))
    if site is None:
        return None
    names = list(COLLECTIONS)
    if collection is not None:
        name = known_collection(collection, names, report)
        if name is None:
            return None
        names = [name]
    known = KnownEntries(root, site.options)
    return {name: sorted(_entries(known, name)) for name in names}


def _entries(known: KnownEntries, collection: str) -> list[ListedEntry]:
    return [
        ListedEntry(
            identifier,
            str(tree.get("name") or tree.get("document") or ""),
            str(tree.get("draft", "")).lower() in ("是", "yes", "true"),
        )
        for identifier, tree in known.trees(collection)
    ]
