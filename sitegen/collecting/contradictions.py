"""Where a city says something else than the province of an entry that is the province's own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sitegen.collecting.city import City
from sitegen.collecting.own_entries import OwnEntries
from sitegen.collecting.rewriting import Fields
from sitegen.model.collections import COLLECTIONS
from sitegen.model.entry import Entry
from sitegen.model.fields import words, written_name
from sitegen.problems import Kind, Problem, Severity

OF_EACH_SITE = frozenset(
    [
        *(
            "aka",
            "categories",
            "checked",
            "draft",
            "former_names",
            "former_urls",
            "images",
            "order",
        ),
        *(
            "pinyin",
            "publish_from",
            "published",
            "region",
            "responsible",
            "seal",
            "sources",
            "summary",
        ),
        *("synonyms", "tile", "updated", "short_name", "badge_text", "name_en_basis", "parent"),
    ]
)
"""Fields in which two sites may well differ: how each shows, sorts and words the same thing."""
DIFFERS = Kind(
    "collect.differs",
    Severity.WARNING,
    zh="“{name}”的{title}（{field}）这里是“{here}”，本站是“{there}”（{place}）。汇集后用本站的",
    en="{title_en} ({field}) of “{name}” is “{here}” here, but “{there}” in this site ({place}). This site's stands",
    fix_zh="对照公告，改掉错的一边",
    fix_en="check the sources, and correct the side that is wrong",
)


def contradictions(
    entry: Entry, theirs: Entry, tree: Fields, city: City, own: OwnEntries
) -> Iterator[Problem]:
    """The fields of a city's entry, `tree` as the province would write it, that differ from the province's entry."""
    model = COLLECTIONS[entry.collection].model
    options = own.site.options
    try:
        here: Any = model.model_validate(tree, context=options.context)
    except ValueError:  # a choice that the province does not have is no contradiction
        return
    there = own.record(theirs)
    for attribute, info in model.model_fields.items():
        field = written_name(attribute, info)
        one, other = getattr(here, attribute), getattr(there, attribute)
        if field in OF_EACH_SITE or one == other or not one or not other:
            continue
        title, title_en, *_ = words(info)
        facts = {
            "name": entry.name,
            "field": field,
            "title": title,
            "title_en": title_en,
            "here": _text(tree.get(field)),
            "there": _text(theirs.tree.get(field)),
            "place": str(own.place(theirs, (field,))),
        }
        yield Problem(DIFFERS, city.place(entry, (field,)), facts)


def _text(value: Any) -> str:
    if isinstance(value, list):
        return "、".join(map(_text, value))
    if isinstance(value, dict):
        return "，".join(map(_text, value.values()))
    return str(value)
