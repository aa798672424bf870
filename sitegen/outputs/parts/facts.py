"""Facts of an entry as rows of tables: which fields, in which order, in which words.

Titles come from the model's own declarations, so a page, the documentation and a form agree. Which
fields stand in which table is said by the collection's `Showing`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sitegen.model import extra_fields
from sitegen.model.entry import Entry
from sitegen.model.fields import Record
from sitegen.model.groups import Stated
from sitegen.model.options import ExtraField
from sitegen.model.references import Reference
from sitegen.outputs.parts.columns import columns_of, text_value, values_in
from sitegen.outputs.parts.names import spelled_name
from sitegen.outputs.parts.references import reference_value
from sitegen.outputs.parts.scheme_words import verify_words
from sitegen.outputs.parts.shops import shop_facts
from sitegen.outputs.parts.special_facts import SPECIAL
from sitegen.outputs.parts.tiers import tier_fact
from sitegen.outputs.parts.views.facts import Fact, Section, Value
from sitegen.outputs.render_context import RenderContext
from sitegen.outputs.showing.table import showing

TIER = ("brands", "tier")
"""The field that names a title in the entry's own words."""
BUY = ("products", "buy")
"""The field that leads to shops, by pages of the site's own."""
VERIFY = ("schemes", "verify_url")
"""The field that leads to where titles are looked up; where only to a front page, the link says so."""
SPELLED_NAME = "name_en"
"""The field that is a fact only where it spells the Chinese name; an English name heads the page."""


def sections(context: RenderContext, here: str, entry: Entry, record: Any) -> tuple[Section, ...]:
    """The tables of an entry; those without any fact are left out. The site's own facts come last."""
    tables: list[Section] = []
    for table in showing(entry.collection).tables:
        facts = tuple(
            fact for name in table.fields for fact in _facts(context, here, entry, record, name)
        )
        if facts:
            tables.append(Section(table.id, context.say(table.title), facts, table.reference))
    own = tuple(own_facts(context, here, entry.collection, context.catalogue.extra(entry)))
    if own:
        tables.append(Section("more-facts", context.say("其他信息"), own))
    return tuple(tables)


def facts(context: RenderContext, here: str, entry: Entry, record: Any) -> tuple[Fact, ...]:
    """The facts of an entry in one list, for a page that has no room for several tables."""
    return tuple(fact for table in sections(context, here, entry, record) for fact in table.facts)


def own_facts(
    context: RenderContext, here: str, collection: str, extra: Mapping[str, tuple[str, ...]]
) -> Iterator[Fact]:
    """The facts that only this site records (`collections: … fields:` in site.yaml)."""
    for name, field in context.catalogue.options.fields.get(collection, {}).items():
        if name in extra:
            values = tuple(_own_value(context, here, field, member) for member in extra[name])
            yield Fact(context.label(field.label), values)


def _own_value(context: RenderContext, here: str, field: ExtraField, member: str) -> Value:
    if field.type == extra_fields.REFERENCE:
        collection, _, identifier = member.partition(":")
        return reference_value(context, here, Reference(collection, identifier))
    return text_value(context.label(extra_fields.word(field, member)))


def _facts(
    context: RenderContext, here: str, entry: Entry, record: Any, name: str
) -> Iterator[Fact]:
    owner = record
    *groups, last = name.split(".")
    for group in groups:
        owner = getattr(owner, group)
        if owner is None:
            return
    model: type[Record] = type(owner)
    column = columns_of(model).get(last)
    if column is None:
        return
    value = getattr(owner, column.attribute)
    if value in (None, (), ""):
        return
    special = SPECIAL.get(last)
    if special is not None:
        yield from special(context, value)
        return
    if name == SPELLED_NAME:
        yield from spelled_name(context, record)
        return
    if (entry.collection, name) == BUY:
        yield from shop_facts(context, here, entry, value)
        return
    if (entry.collection, name) == VERIFY:
        where = verify_words(context, record)
        yield Fact(context.label(column.title), (Value(where or value, value),))
        return
    if (entry.collection, name) == TIER:
        yield from tier_fact(context, entry, column.title, value)
        return
    title = context.label(column.title)
    members = value if isinstance(value, tuple) else (value,)
    values = values_in(context, here, column, value)
    claimed = members and isinstance(members[0], Stated)
    yield Fact(title, values, disputed=bool(claimed) and len(values) > 1)
