"""What a site calls its places below the city, in menus, headings and counts."""

from __future__ import annotations

from sitegen.catalogue.catalogue import Catalogue
from sitegen.model.collections import COLLECTIONS
from sitegen.model.entry import Entry
from sitegen.model.types import Label
from sitegen.outputs.render_context import RenderContext
from sitegen.outputs.showing.table import kind_of
from sitegen.outputs.wording import mark

COUNTY = "county"
DISTRICTS = Label(mark("区"), "Districts")


def region_word(catalogue: Catalogue) -> Label:
    """区 where all places of county level are districts, 县市区 where some are not, 地区 where the site
    has none of that level."""
    names = [region.name for region in catalogue.collections["regions"] if region.kind == COUNTY]
    if not names:
        return COLLECTIONS["regions"].title
    all_districts = all(name.endswith(DISTRICTS.zh) for name in names)
    return DISTRICTS if all_districts else COLLECTIONS["regions"].in_menus


def places(context: RenderContext) -> str:
    """`region_word` in the words of the edition."""
    word = context.once(("region word",), lambda: region_word(context.catalogue))
    return context.label(word)


def menu_title(context: RenderContext, collection: str) -> str:
    """What the menu and the page of all its entries call a collection."""
    return (
        places(context) if collection == "regions" else context.label(COLLECTIONS[collection].title)
    )


def kind_word(context: RenderContext, entry: Entry) -> str:
    """The word for an entry's kind, "" where it has none."""
    if entry.collection == "regions" and entry.kind == COUNTY:
        return places(context)
    label = kind_of(entry, context.catalogue.options)
    return context.label(label) if label else ""
