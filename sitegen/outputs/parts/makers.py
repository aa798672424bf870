"""The enterprises of one geographical indication, or of one category, side by side.

They are those that may use its mark, and the makers of goods that bear its name; of a category those of all
in it. There is no score: what they state stands in one order for all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from sitegen.catalogue.catalogue import Catalogue, pinyin_order
from sitegen.model import telephone
from sitegen.model.entry import Entry
from sitegen.model.references import Reference
from sitegen.outputs import addresses
from sitegen.outputs.dependencies import Dependency, depends_on, digest_of
from sitegen.outputs.parts.mark_users import mark_user_rows
from sitegen.outputs.parts.places import place_of
from sitegen.outputs.parts.seasons import months_in_words
from sitegen.outputs.parts.statuses import statuses_digest
from sitegen.outputs.parts.titles import card_badges
from sitegen.outputs.parts.trees import members
from sitegen.outputs.parts.views.facts import Value
from sitegen.outputs.parts.views.links import Link
from sitegen.outputs.parts.views.makers import MakerMark, MakerRow
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext

SCOPES = ("gi", "categories")
"""The collections whose entries may have such a table."""
FEWEST = 2
MOST = 60
"""More than so many are no table to compare by: the list of the enterprises narrows them."""


class Maker(NamedTuple):
    """An enterprise: its key, "" where it has no page; the indications whose mark it may use; its goods."""

    key: str
    name: str
    marks: tuple[Entry, ...]
    goods: tuple[Entry, ...]


def makers(context: PlanContext, scope: Entry) -> tuple[Maker, ...]:
    """The enterprises of a geographical indication or category, in the order of names; none where they are too
    few, or too many, to be compared, or stand in the table of a part of it already."""
    if scope.collection not in SCOPES:
        return ()
    return context.once(("makers", scope.key), lambda: _compared(context, scope))


def _compared(context: PlanContext, scope: Entry) -> tuple[Maker, ...]:
    catalogue = context.catalogue
    found = _makers(catalogue, scope)
    if not FEWEST <= len(found) <= MOST:
        return ()
    if scope.collection == "gi":
        return found
    below = (f"categories:{node}" for node in catalogue.categories.children.get(scope.id, ()))
    parts = (*_marked(catalogue, scope), *(catalogue.entries[key] for key in below))
    every = {maker[:2] for maker in found}
    repeated = any(every <= {maker[:2] for maker in makers(context, part)} for part in parts)
    return () if repeated else found


def _makers(catalogue: Catalogue, scope: Entry) -> tuple[Maker, ...]:
    marks: dict[tuple[str, str], list[Entry]] = {}
    goods: dict[tuple[str, str], list[Entry]] = {}
    for entry in _marked(catalogue, scope):
        for who in _who(catalogue, entry, "mark_users"):
            marks.setdefault(who, []).append(entry)
    for entry in _goods(catalogue, scope):
        for who in _who(catalogue, entry, "maker"):
            goods.setdefault(who, []).append(entry)
    every = dict.fromkeys([*marks, *goods])
    found = [Maker(*who, _once(marks.get(who)), _once(goods.get(who))) for who in every]
    paged = [maker for maker in found if maker.key]
    paged.sort(key=lambda maker: pinyin_order(catalogue.entries[maker.key]))
    return (*paged, *(maker for maker in found if not maker.key))


def _once(entries: Iterable[Entry] | None) -> tuple[Entry, ...]:
    return tuple({entry.key: entry for entry in entries or ()}.values())


def _marked(catalogue: Catalogue, scope: Entry) -> list[Entry]:
    """The geographical indications of a scope."""
    if scope.collection == "gi":
        return [scope]
    return [catalogue.entries[key] for key in members(catalogue, scope) if key.startswith("gi:")]


def _goods(catalogue: Catalogue, scope: Entry) -> Iterable[Entry]:
    if scope.collection == "gi":
        return catalogue.used_by(scope.key, "products", "gi")
    keys = (key for key in members(catalogue, scope) if key.startswith("products:"))
    return [catalogue.entries[key] for key in keys]


def _who(catalogue: Catalogue, entry: Entry, field: str) -> Iterator[tuple[str, str]]:
    """(key, name) of the enterprises that an entry names in a field. One that is not public has no key."""
    for path, target in entry.mentions:
        if path[0] == field:
            other = catalogue.entries.get(target) or catalogue.gone.get(target)
            if other is not None:
                yield (target if target in catalogue.entries else "", other.name)
    for path, target in entry.named:
        if path[0] == field:
            name = target.partition(":")[2]
            key = catalogue.called("organizations", name)
            yield (key, catalogue.entries[key].name) if key else ("", name)


def makers_dependencies(context: PlanContext, scope: Entry) -> dict[str, str | Dependency]:
    """What the table depends on, as parts of the key of its page."""
    catalogue, found = context.catalogue, makers(context, scope)
    entries = {entry.key: entry for maker in found for entry in (*maker.marks, *maker.goods)}
    entries |= {maker.key: catalogue.entries[maker.key] for maker in found if maker.key}
    every = list(entries.values())
    named = [(maker.key, maker.name) for maker in found]
    titles = [statuses_digest(context, key) for key in entries]
    turns = [catalogue.turns(entry) for entry in every]
    return {
        "entry": depends_on("facts", every, (named, turns)),
        "linked": depends_on("words", every),
        "statuses": digest_of(titles),
    }


def maker_rows(context: RenderContext, here: str, scope: Entry) -> Iterator[MakerRow]:
    catalogue = context.catalogue
    found = makers(context.plan, scope)
    marks = _marks(context, here, scope, found)
    for maker in found:
        entry = catalogue.entries.get(maker.key)
        contact = _contact(context, entry) if entry else NO_CONTACT
        yield MakerRow(
            link=Link(maker.name, context.entry_href(here, entry) if entry else ""),
            place=place_of(catalogue, entry) if entry else "",
            address=contact.address,
            goods=tuple(Link(good.name, context.entry_href(here, good)) for good in maker.goods),
            marks=tuple(marks.get((maker.key, maker.name), ())),
            badges=tuple(
                badge
                for item in ((entry,) if entry else ()) + maker.goods
                for badge in card_badges(context, item)
            ),
            months=_months(context, maker),
            phones=contact.phones,
        )


class PublicContact(NamedTuple):
    """Where an enterprise is, and its public telephone numbers."""

    address: str
    phones: tuple[Value, ...]


NO_CONTACT = PublicContact("", ())


def _contact(context: RenderContext, entry: Entry) -> PublicContact:
    """That of an enterprise, read once: several tables may have it."""

    def read() -> PublicContact:
        record: Any = context.catalogue.record(entry)
        public = record.contact_public
        phone = telephone.linked(public.phone) if public and public.phone else ()
        phones = tuple(Value(text, link) for text, link in phone)
        return PublicContact(record.address or "", phones)

    return context.once(("public contact", entry.key), read)


def _marks(
    context: RenderContext, here: str, scope: Entry, found: Iterable[Maker]
) -> dict[tuple[str, str], list[MakerMark]]:
    """By (key, name) of an enterprise, the marks that it may use."""
    catalogue = context.catalogue
    marks: dict[tuple[str, str], list[MakerMark]] = {}
    for entry in _once(entry for maker in found for entry in maker.marks):
        record: Any = catalogue.record(entry)
        link = None
        if entry.key != scope.key:
            link = Link(entry.name, context.entry_href(here, entry))
        rows = mark_user_rows(context, here, record.mark_users)
        for user, row in zip(record.mark_users, rows, strict=True):
            who = _identity(catalogue, user.organization)
            words = (row.product if row.product != entry.name else "", row.notice, row.period)
            marks.setdefault(who, []).append(
                MakerMark(link, tuple(filter(None, words)), row.checked, row.doubt)
            )
    return marks


def _identity(catalogue: Catalogue, who: Reference | str) -> tuple[str, str]:
    """(key, name) of an enterprise, as `_who` gives it."""
    key = str(who) if isinstance(who, Reference) else catalogue.called("organizations", who)
    other = catalogue.entries.get(key) or catalogue.gone.get(key)
    if other is None:
        return "", str(who)
    return (key if key in catalogue.entries else "", other.name)


def _months(context: RenderContext, maker: Maker) -> str:
    """The months in which its goods are on sale, as they are stated; "" where none is."""
    stated = {month for good in maker.goods for month in good.available}
    return months_in_words(context, sorted(stated)) if stated else ""


def makers_href(context: RenderContext, here: str, scope: Entry) -> str:
    """The page of the table, "" where there is none."""
    return context.href(here, addresses.makers(scope)) if makers(context.plan, scope) else ""
