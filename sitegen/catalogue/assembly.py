"""Validated entries become the catalogue, with what is wrong between them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from sitegen.catalogue import ledger, ledger_check, linked_names, references, trees
from sitegen.catalogue.cards import card_digest
from sitegen.catalogue.catalogue import Catalogue, pinyin_order, turns_after
from sitegen.catalogue.ledger import AnnouncementFacts, EntryFinding, Recognition
from sitegen.catalogue.status import CURRENT
from sitegen.files import digest
from sitegen.loading.document import FieldPath
from sitegen.model.collections import COLLECTIONS
from sitegen.model.entry import Entry, Unloaded
from sitegen.model.options import Options
from sitegen.model.schemes import scheme_on
from sitegen.problems import Location, Problem

Locate = Callable[[Entry | Unloaded, FieldPath], Location]
"""The place of a field of an entry."""


def assemble(
    entries: Iterable[Entry],
    *,
    as_of: date,
    options: Options,
    locate: Locate,
    today: date | None = None,
    archive: bool = False,
    failed: frozenset[str] = frozenset(),
    unloaded: Iterable[Unloaded] = (),
) -> tuple[Catalogue, list[Problem]]:
    """The catalogue of validated entries and what is wrong between them.

    `today` is the real day, `as_of` where that is not given; `archive` is kept. `failed` are keys of entries that did not
    load: references to them are not reported again. Their own references are, as far as they could be
    read (`unloaded`).
    """
    every = {entry.key: entry for entry in entries}
    public, gone = _visible(every.values(), as_of)
    coming = frozenset(key for key, entry in every.items() if _is_news_to_come(entry, as_of))
    public, names, findings = linked_names.linked(public)
    findings += references.check([*public.values(), *unloaded], every, public, failed, coming)
    records = {
        entry.id: entry.record(options) for entry in every.values() if entry.collection == "schemes"
    }
    announced = _ledger(public.values(), records, options, as_of, today or as_of, findings)
    schemes = {name: scheme_on(record, as_of) for name, record in records.items()}
    rows = tuple(row for row in announced if row.status)
    awaited = frozenset(row.subject for row in announced if not row.status)
    by_subject = _grouped(rows, lambda row: row.subject)
    regions, region_cycles = trees.grow(_of(public, "regions"))
    categories, category_cycles = trees.grow(_of(public, "categories"))
    for collection, cycles in (("regions", region_cycles), ("categories", category_cycles)):
        for cycle in cycles:
            entry = public[f"{collection}:{cycle[0]}"]
            findings.append((references.CYCLE, entry, ("parent",), {"cycle": " → ".join(cycle)}))
    lists = {
        name: tuple(sorted(_of(public, name).values(), key=pinyin_order)) for name in COLLECTIONS
    }
    catalogue = Catalogue(
        as_of=as_of,
        archive=archive,
        options=options,
        entries=public,
        gone=gone,
        collections=lists,
        regions=regions,
        categories=categories,
        in_region=_members(lists, regions, lambda entry: entry.regions),
        in_category=_members(lists, categories, lambda entry: entry.categories),
        together=_together(lists),
        names=names,
        uses=references.reverse(public.values()),
        ledger=rows,
        protections=tuple(_protections(rows, schemes, public)),
        by_subject=by_subject,
        awaited=awaited,
        by_scheme=_grouped(rows, lambda row: row.scheme),
        schemes=schemes,
        scheme_digests={
            entry.id: digest(repr((entry.facts_digest, turns_after(entry, as_of))).encode())[:20]
            for entry in every.values()
            if entry.collection == "schemes"
        },
        card_digests={
            key: card_digest(entry, every, public, by_subject, regions, key in awaited)
            for key, entry in public.items()
        },
        next_change=_next_change(every.values(), announced, as_of),
    )
    problems = [Problem(kind, locate(entry, path), facts) for kind, entry, path, facts in findings]
    return catalogue, problems


def _visible(entries: Iterable[Entry], as_of: date) -> tuple[dict[str, Entry], dict[str, Entry]]:
    today = as_of.isoformat()
    public: dict[str, Entry] = {}
    gone: dict[str, Entry] = {}
    for entry in entries:
        if entry.draft or _first_day(entry) > today:
            continue
        past = entry.publish_until and entry.publish_until < today
        left = entry.withdrawn and entry.withdrawn <= today
        (gone if past or left else public)[entry.key] = entry
    return public, gone


def _first_day(entry: Entry) -> str:
    """The ISO day from which an entry is public, "" where it always was."""
    return max(entry.publish_from, _news_of(entry))


def _news_of(entry: Entry) -> str:
    """The ISO day of an article, which is news of that day. Other entries only state when they first went
    on this site."""
    return entry.published[:10] if entry.collection == "articles" else ""


def _is_news_to_come(entry: Entry, as_of: date) -> bool:
    """Whether an article waits for nothing but its day."""
    today = as_of.isoformat()
    return not entry.draft and entry.publish_from <= today < _news_of(entry)


def _next_change(entries: Iterable[Entry], rows: Iterable[Recognition], as_of: date) -> date | None:
    """The first day after `as_of` on which a status changes, an entry appears or goes, or pages say more
    of it."""
    days = {row.transitions[0][0] for row in rows if row.transitions}
    for entry in entries:
        if entry.draft:
            continue
        days |= {date.fromisoformat(text) for text in (_first_day(entry), entry.withdrawn) if text}
        days |= {date.fromisoformat(text) for text in turns_after(entry, as_of)}
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
    today: date,
    findings: list[EntryFinding],
) -> tuple[Recognition, ...]:
    rows: list[Recognition] = []
    seen = ledger_check.Seen()
    announcements: dict[tuple[str, str], AnnouncementFacts] = {}
    for entry in ledger.first_parts_first(public):
        record = entry.record(options)
        scheme = schemes.get(record.scheme.id)
        findings.extend(ledger_check.check(entry, record, scheme, seen, today))
        facts = ledger.announcement_of(entry, record, scheme, as_of)
        facts = announcements.setdefault(ledger.document_of(record), facts)
        rows += ledger.recognitions(facts, record, scheme, as_of)
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
