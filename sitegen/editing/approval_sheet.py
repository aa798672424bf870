"""The sheet of paper on which people sign the review of an entry (审批单): all that it says, and three lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sitegen.editing import entry_files, entry_form, pages, reviewing
from sitegen.editing.desk import Desk
from sitegen.editing.filled import Filled
from sitegen.editing.requests import EditAnswer
from sitegen.editing.site_now import SiteNow
from sitegen.model.review_steps import FIELD

UNPRINTED: Final = frozenset({FIELD, "notes_private", "draft", "name"})
"""Fields that stand elsewhere on the sheet, or are no part of what is approved."""


def answer(desk: Desk, site: SiteNow, collection: str, identifier: str) -> EditAnswer:
    """The sheet with all that an entry says and three lines to sign, for the printer."""
    entry, _ = entry_files.read(desk.root, site.options, collection, identifier)
    if entry is None:
        return pages.message(desk, 404, desk.say("没有这个条目"))
    form = entry_form.of_file(site, entry, desk.language)
    fields, _ = form.filled(site)
    return pages.approval_sheet(
        desk,
        entry=entry,
        name=entry.name,
        kind=pages.title(desk, collection),
        site_name=site.site.settings.name,
        rows=[row for one in fields if one.field.name not in UNPRINTED for row in _rows(one)],
        text=entry.document.body.strip("\n"),
        steps=reviewing.steps_of(desk, entry.tree.get(FIELD)),
        time=desk.time(),
    )


def _rows(one: Filled, above: str = "") -> Iterator[tuple[str, str]]:
    """(title, text) of each value of a field. A member of a list is one row."""
    title = f"{above} · {one.field.title}" if above else one.field.title
    if one.field.is_many:
        for number, row in enumerate(one.rows, 1):
            items = [item for inner in row.fields for item in _rows(inner)]
            texts = [f"{name}：{text}" for name, text in items]
            if items:
                yield f"{title} {number}", "；".join(texts) if len(items) > 1 else items[0][1]
    elif one.inside:
        for inner in one.inside:
            yield from _rows(inner, title)
    elif text := _text(one):
        yield title, text


def _text(one: Filled) -> str:
    if one.field.way == "months":
        return "、".join(f"{month}月" for month in one.chosen) if one.chosen else one.text
    text = "、".join(one.text.split("\n")) if one.field.is_list else one.text
    return text or "、".join(one.chosen) or "-".join(part for part in one.parts if part)
