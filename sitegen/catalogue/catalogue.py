"""The catalogue: everything that pages read, frozen, as of one day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice
from typing import Any

from sitegen.catalogue import ledger, references, trees
from sitegen.catalogue.ledger import Found, Recognition
from sitegen.catalogue.references import Uses
from sitegen.catalogue.status import CURRENT
from sitegen.files import digest
from sitegen.loading.document import FieldPath
from sitegen.model.collections import COLLECTIONS
from sitegen.model.entry import Entry
from sitegen.model.options import Options
from sitegen.problems import Location, Problem

Locate = Callable[[Entry, FieldPath], Location]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Entries by `collection:id`, lists in pinyin order, the ledger, the trees.

    `entries` are public; `gone` were public and are withdrawn (or past `publish_until`), they keep
    a plain page. `together` has the keys that share (collection, region, category). `protections`
    are the rows of schemes with a regime in force today whose subject is a public GI. `cards` are
    digests of what a card of the entry shows. `schemes` are the schemes' whole records, by id, and
    `scheme_facts` their digests, public or not. `next_change` is the first day after `as_of` on
    which a status changes or an entry appears or goes.
    """

    as_of: date
    options: Options
    entries: Mapping[str, Entry]
    gone: Mapping[str, Entry]
    collections: Mapping[str, tuple[Entry, ...]]
    regions: trees.Tree
    categories: trees.Tree
    in_region: Mapping[str, tuple[str, ...]]
    in_category: Mapping[str, tuple[str, ...]]
    together: Mapping[tuple[str, str, str], tuple[str, ...]]
    uses: Mapping[str, Uses]
    ledger: tuple[Recognition, ...]
    protections: tuple[Recognition, ...]
    by_subject: Mapping[str, tuple[Recognition, ...]]
    by_scheme: Mapping[str, tuple[Recognition, ...]]
    schemes: Mapping[str, Any]
    scheme_facts: Mapping[str, str]
    cards: Mapping[str, str]
    next_change: date | None

    def find(self, key: str) -> Entry | None:
        return self.entries.get(key)

    def with_edits(self, changed: Mapping[str, Entry], every: Mapping[str, Entry]) -> Catalogue:
        """The same with entries that differ from those it has only as `edited_only` allows.

        `every` has all entries of the site, public or not.
        """
        touched = {entry.collection for entry in changed.values()}
        return replace(
            self,
            entries={**self.entries, **_among(self.entries, changed)},
            gone={**self.gone, **_among(self.gone, changed)},
            collections={
                name: tuple(changed.get(entry.key, entry) for entry in entries)
                if name in touched
                else entries
                for name, entries in self.collections.items()
            },
            cards={
                **self.cards,
                **{
                    key: _card(entry, every, self.entries, self.by_subject, self.regions)
                    for key, entry in changed.items()
                    if key in self.cards
                },
            },
        )

    def current(self, subject: str) -> tuple[Recognition, ...]:
        """The titles a subject holds on the as-of day."""
        return tuple(r for r in self.by_subject.get(subject, ()) if r.status in CURRENT)

    def neighbours(self, entry: Entry, without: Set[str], count: int) -> tuple[Entry, ...]:
        """The first `count` entries of its collection that share a region and a category with it."""
        near: dict[str, Entry] = {}
        for region in entry.regions:
            for category in entry.categories:
                found = self.together.get((entry.collection, region, category), ())
                left = (key for key in found if key not in without)
                near.update((key, self.entries[key]) for key in islice(left, count))
        return tuple(sorted(near.values(), key=pinyin_order)[:count])

    def used_by(self, key: str, collection: str, *fields: str) -> tuple[Entry, ...]:
        """Public entries of `collection` that refer to `key` in one of `fields` (any if none)."""
        uses = self.uses.get(key)
        if uses is None:
            return ()
        wanted = [(collection, field) for field in fields] or [
            u for u in uses if u[0] == collection
        ]
        found = dict.fromkeys(source for use in wanted for source in uses.get(use, ()))
        return tuple(sorted((self.entries[source] for source in found), key=pinyin_order))


def _among(known: Mapping[str, Entry], changed: Mapping[str, Entry]) -> dict[str, Entry]:
    return {key: entry for key, entry in changed.items() if key in known}


def pinyin_order(entry: Entry) -> tuple[str, str]:
    return (entry.sort, entry.id)


def assemble(
    entries: Iterable[Entry],
    *,
    as_of: date,
    options: Options,
    locate: Locate,
    failed: frozenset[str] = frozenset(),
) -> tuple[Catalogue, list[Problem]]:
    """The catalogue of validated entries and what is wrong between them.

    `failed` are keys of entries that did not load: references to them are not reported again.
    """
    every = {entry.key: entry for entry in entries}
    public, gone = _visible(every.values(), as_of)
    found: list[Found] = list(references.check(public.values(), every, public, failed))
    records = {
        entry.id: entry.record(options) for entry in every.values() if entry.collection == "schemes"
    }
    announced = _ledger(public.values(), records, options, as_of, found)
    rows = tuple(row for row in announced if row.status)
    by_subject = _grouped(rows, lambda row: row.subject)
    regions, region_cycles = trees.grow(_of(public, "regions"))
    categories, category_cycles = trees.grow(_of(public, "categories"))
    for collection, cycles in (("regions", region_cycles), ("categories", category_cycles)):
        for cycle in cycles:
            entry = public[f"{collection}:{cycle[0]}"]
            found.append((references.CYCLE, entry, ("parent",), {"cycle": " → ".join(cycle)}))
    for entry in public.values():
        if (
            entry.collection == "articles"
            and entry.kind == "repost"
            and not entry.tree.get("sources")
        ):
            found.append((references.REPOST_WITHOUT_SOURCE, entry, ("kind",), {}))
    lists = {
        name: tuple(sorted(_of(public, name).values(), key=pinyin_order)) for name in COLLECTIONS
    }
    catalogue = Catalogue(
        as_of=as_of,
        options=options,
        entries=public,
        gone=gone,
        collections=lists,
        regions=regions,
        categories=categories,
        in_region=_members(lists, regions, lambda entry: entry.regions),
        in_category=_members(lists, categories, lambda entry: entry.categories),
        together=_together(lists),
        uses=references.reverse(public.values()),
        ledger=rows,
        protections=tuple(_protections(rows, records, public)),
        by_subject=by_subject,
        by_scheme=_grouped(rows, lambda row: row.scheme),
        schemes=records,
        scheme_facts={e.id: e.facts for e in every.values() if e.collection == "schemes"},
        cards=_cards(every, public, by_subject, regions),
        next_change=_next_change(every.values(), announced, as_of),
    )
    problems = [Problem(kind, locate(entry, path), facts) for kind, entry, path, facts in found]
    return catalogue, problems


def _visible(entries: Iterable[Entry], as_of: date) -> tuple[dict[str, Entry], dict[str, Entry]]:
    today = as_of.isoformat()
    public: dict[str, Entry] = {}
    gone: dict[str, Entry] = {}
    for entry in entries:
        if entry.draft or (entry.publish_from and entry.publish_from > today):
            continue
        past = entry.publish_until and entry.publish_until < today
        left = entry.withdrawn and entry.withdrawn <= today
        (gone if past or left else public)[entry.key] = entry
    return public, gone


def _next_change(entries: Iterable[Entry], rows: Iterable[Recognition], as_of: date) -> date | None:
    """The first day after `as_of` on which a status changes or an entry appears or goes."""
    days = {row.transitions[0][0] for row in rows if row.transitions}
    for entry in entries:
        if entry.draft:
            continue
        days |= {date.fromisoformat(text) for text in (entry.publish_from, entry.withdrawn) if text}
        if entry.publish_until and (last := date.fromisoformat(entry.publish_until)) < date.max:
            days.add(last + timedelta(days=1))
    return min((day for day in days if day > as_of), default=None)


def _of(entries: Mapping[str, Entry], collection: str) -> dict[str, Entry]:
    return {entry.id: entry for entry in entries.values() if entry.collection == collection}


def _ledger(
    public: Iterable[Entry],
    schemes: Mapping[str, Any],
    options: Options,
    as_of: date,
    found: list[Found],
) -> tuple[Recognition, ...]:
    rows: list[Recognition] = []
    slugs: dict[str, str] = {}
    for entry in public:
        if entry.collection != "recognitions":
            continue
        record = entry.record(options)
        found.extend(ledger.check(entry, record, slugs))
        scheme = schemes.get(record.scheme.id)
        rows += ledger.recognitions(entry, record, scheme, as_of)
    return tuple(sorted(rows, key=lambda row: row.order))


def _protections(
    rows: Iterable[Recognition], schemes: Mapping[str, Any], public: Mapping[str, Entry]
) -> Iterator[Recognition]:
    for row in rows:
        scheme = schemes.get(row.scheme)
        if scheme is None or not scheme.regime or scheme.status != "current":
            continue
        if row.subject.startswith("gi:") and row.subject in public and row.status in CURRENT:
            yield row


def _grouped(
    rows: Iterable[Recognition], key: Callable[[Recognition], str]
) -> dict[str, tuple[Recognition, ...]]:
    groups: dict[str, list[Recognition]] = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return {name: tuple(members) for name, members in groups.items()}


def _members(
    lists: Mapping[str, tuple[Entry, ...]],
    tree: trees.Tree,
    places: Callable[[Entry], tuple[str, ...]],
) -> dict[str, tuple[str, ...]]:
    """Keys of the listed entries by node: an entry counts at its nodes and all above them, once."""
    members: dict[str, list[str]] = {}
    for name, entries in lists.items():
        if not COLLECTIONS[name].listed:
            continue
        for entry in entries:
            nodes = {above for node in places(entry) for above in (node, *tree.ancestors(node))}
            for node in nodes:
                members.setdefault(node, []).append(entry.key)
    return {node: tuple(keys) for node, keys in members.items()}


def _together(
    lists: Mapping[str, tuple[Entry, ...]],
) -> dict[tuple[str, str, str], tuple[str, ...]]:
    groups: dict[tuple[str, str, str], list[str]] = {}
    for name, entries in lists.items():
        if COLLECTIONS[name].listed:
            for entry in entries:
                for region in entry.regions:
                    for category in entry.categories:
                        groups.setdefault((name, region, category), []).append(entry.key)
    return {place: tuple(keys) for place, keys in groups.items()}


def _cards(
    every: Mapping[str, Entry],
    public: Mapping[str, Entry],
    by_subject: Mapping[str, tuple[Recognition, ...]],
    regions: trees.Tree,
) -> dict[str, str]:
    return {key: _card(entry, every, public, by_subject, regions) for key, entry in public.items()}


def _card(
    entry: Entry,
    every: Mapping[str, Entry],
    public: Mapping[str, Entry],
    by_subject: Mapping[str, tuple[Recognition, ...]],
    regions: trees.Tree,
) -> str:
    """A card shows the entry, its home region, its category and its badges: so its digest.

    A badge takes its words from its scheme, public or not; a seal leaves out the names of all
    regions in which the entry lies.
    """
    near = [f"regions:{r}" for r in entry.regions] + [f"categories:{c}" for c in entry.categories]
    badges = [(row.scheme, row.status, row.level) for row in by_subject.get(entry.key, ())]
    schemes = sorted({f"schemes:{scheme}" for scheme, _, _ in badges})
    parts = [public[k].card for k in near if k in public]
    parts += [every[k].card for k in schemes if k in every]
    above = sorted({a for region in entry.regions for a in regions.ancestors(region)})
    names = [(e.name, e.short_name) for e in (public[f"regions:{a}"] for a in above)]
    return digest(repr((entry.card, parts, names, badges)).encode())[:20]
