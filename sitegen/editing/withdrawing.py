"""Taking an entry down: its page says on which day and why, as its file does."""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.editing import entry_files, pages
from sitegen.editing.desk import Desk
from sitegen.editing.entry_files import EntryFile
from sitegen.editing.field_saves import save_fields
from sitegen.editing.requests import EditAnswer, EditRequest, redirect
from sitegen.editing.site_now import SiteNow
from sitegen.loading.document import Tree
from sitegen.model.collections import COLLECTIONS
from sitegen.model.validate import without_blanks

FIELD = "withdrawn"
ITEMS = ("on", "reason", "document")


def can_be_withdrawn(collection: str) -> bool:
    """Whether its entries have a page that can say so."""
    return FIELD in COLLECTIONS[collection].model.model_fields


def answer(
    desk: Desk, site: SiteNow, request: EditRequest, collection: str, identifier: str
) -> EditAnswer:
    """The page on which an entry is taken down, or shown again; and what comes of it."""
    entry, _ = entry_files.read(desk.root, site.options, collection, identifier)
    if entry is None or entry.elsewhere or not can_be_withdrawn(collection):
        return pages.message(desk, 404, desk.say("没有这个条目"))
    if request.method != "POST":
        return _page(
            desk, site, entry, dict.fromkeys(ITEMS, "") | {"on": desk.time()[:10]} | _written(entry)
        )
    sent = dict(request.pairs)
    values = {name: sent.get(name, "").strip() for name in ITEMS}
    value: Tree = "" if sent.get("do") == "restore" else without_blanks(dict(values)) or {"on": ""}
    if isinstance(value, dict) and not value.get("reason"):
        return _page(desk, site, entry, values, desk.say("写上原因：它会写在网页上"), 422)
    saved = save_fields(desk, site, entry, {FIELD: value})
    if saved.is_done:
        place = desk.entry(collection, identifier, "saved")
        return redirect(desk.saved(place, [saved.file], saved.name))
    told = [one.problem.message(desk.language) for one in saved.wrong]
    return _page(desk, site, entry, values, saved.refused or "；".join(told), 422)


def _written(entry: EntryFile) -> dict[str, str]:
    """The withdrawal as the file has it."""
    value = entry.tree.get(FIELD)
    return {name: str(value.get(name, "")) for name in ITEMS} if isinstance(value, dict) else {}


def _page(
    desk: Desk,
    site: SiteNow,
    entry: EntryFile,
    values: Mapping[str, str],
    refused: str = "",
    status: int = 200,
) -> EditAnswer:
    return pages.withdrawal(
        desk,
        status,
        entry=entry,
        name=entry.name,
        values=values,
        refused=refused,
        is_withdrawn=bool(_written(entry)),
        address=pages.page_address(site, entry.collection, entry.id),
    )
