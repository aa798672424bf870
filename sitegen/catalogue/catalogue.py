"""The catalogue: everything that pages read, frozen, as of one day."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from typing import Any

from sitegen.catalogue import card_pictures, trees
from sitegen.catalogue.cards import card_digest
from sitegen.catalogue.ledger import Recognition
from sitegen.catalogue.linked_names import Names as LinkedNames
from sitegen.catalogue.names import folded
from sitegen.catalogue.references import Uses
from sitegen.catalogue.status import CURRENT
from sitegen.model.collections import COLLECTIONS
from sitegen.model.dated import stated_by
from sitegen.model.entry import Entry
from sitegen.model.options import Options


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Entries by `collection:id`, lists in pinyin order, the ledger, the trees.

    `archive` says that pages are to stay as they are of this day: they do not follow the day of the reader.
    `entries` are public. `gone` are those that were public and are withdrawn or past `publish_until`;
    they keep a plain page. `names` are those of public entries that others give by name. `together` has
    the keys of entries by (collection, region, category). `protections` are the ledger rows of a public GI
    under a scheme whose regime is in force today. `awaited` are the subjects of titles that have not
    begun. `card_digests` are by key. `schemes` are the whole records of the schemes by id as they stood on
    the day, `scheme_digests` their digests, in both cases of public schemes and others. `next_change` is
    the first day after `as_of` on which a status changes, an entry becomes public or stops being so, or
    its pages say more of it.
    """

    as_of: date
    archive: bool
    options: Options
    entries: Mapping[str, Entry]
    gone: Mapping[str, Entry]
    collections: Mapping[str, tuple[Entry, ...]]
    regions: trees.Tree
    categories: trees.Tree
    in_region: Mapping[str, tuple[str, ...]]
    in_category: Mapping[str, tuple[str, ...]]
    together: Mapping[tuple[str, str, str], tuple[str, ...]]
    names: LinkedNames
    uses: Mapping[str, Uses]
    ledger: tuple[Recognition, ...]
    protections: tuple[Recognition, ...]
    by_subject: Mapping[str, tuple[Recognition, ...]]
    by_scheme: Mapping[str, tuple[Recognition, ...]]
    awaited: frozenset[str]
    schemes: Mapping[str, Any]
    scheme_digests: Mapping[str, str]
    card_digests: Mapping[str, str]
    next_change: date | None

    def find(self, key: str) -> Entry | None:
        return self.entries.get(key)

    def is_announced(self, entry: Entry) -> bool:
        """Whether an announcement names an entry, or none has to."""
        has_titles = entry.key in self.by_subject or entry.key in self.awaited
        return has_titles or not COLLECTIONS[entry.collection].announced

    def record(self, entry: Entry) -> Any:
        """The whole entry as its collection's class, as it stands on the day: without what it dates later."""
        record = entry.record(self.options)
        stated = stated_by(record, self.as_of) if self.turns(entry) else record
        return stated.on_day(self.as_of)

    def extra(self, entry: Entry) -> Mapping[str, tuple[str, ...]]:
        """The site's own facts of an entry that are not dated later than `as_of`."""
        if not self.turns(entry):
            return entry.extra
        today, days = self.as_of.isoformat(), entry.extra_days
        return {name: fact for name, fact in entry.extra.items() if days.get(name, "") <= today}

    def turns(self, entry: Entry) -> tuple[str, ...]:
        """The days after `as_of` from which on pages say more of an entry, or something else: what they
        show depends on its facts and on these."""
        return turns_after(entry, self.as_of)

    def past(self, moment: str) -> str:
        """A stated ISO day or time, "" where it is after `as_of`."""
        return moment if moment[:10] <= self.as_of.isoformat() else ""

    def changed(self, entry: Entry) -> str:
        """The day on which an entry was last changed, or else published, as it states; "" if neither
        was by `as_of`."""
        return (self.past(entry.updated) or self.past(entry.published))[:10]

    def called(self, collection: str, name: str) -> str:
        """The key of the one public entry with this name, as others may give it; "" where there is
        none, or several."""
        keys = self.names.get(folded(f"{collection}:{name}"), ())
        return keys[0] if len(keys) == 1 else ""

    def with_edits(self, changed: Mapping[str, Entry], every: Mapping[str, Entry]) -> Catalogue:
        """This catalogue with edited entries in place of the old ones.

        The edits must not matter to anything in the catalogue except cards: only bodies, summaries and
        facts of the entries' own may differ. `every` has all entries of the site, public or not.
        """
        changed = {
            key: entry._replace(mentions=self.entries[key].mentions)
            if key in self.entries
            else entry
            for key, entry in changed.items()
        }
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
            card_digests={
                **self.card_digests,
                **{
                    key: card_digest(
                        entry,
                        every,
                        self.entries,
                        self.by_subject,
                        self.regions,
                        key in self.awaited,
                    )
                    for key, entry in changed.items()
                    if key in self.card_digests
                },
            },
        )

    def card_picture(self, entry: Entry) -> card_pictures.CardPicture | None:
        """What an entry shows as its picture, its own or one that is lent to it."""
        return card_pictures.card_picture(entry, self.entries, self.categories)

    def current(self, subject: str) -> tuple[Recognition, ...]:
        """The recognitions of a subject that are current on the as-of day."""
        return tuple(r for r in self.by_subject.get(subject, ()) if r.status in CURRENT)

    def neighbours(self, entry: Entry, without: Set[str], count: int) -> tuple[Entry, ...]:
        """The first `count` entries of its collection that share a region and a category with it."""
        near: dict[str, Entry] = {}
        for region in entry.regions:
            for category in entry.categories:
                keys = self.together.get((entry.collection, region, category), ())
                left = (key for key in keys if key not in without)
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
        sources = dict.fromkeys(source for use in wanted for source in uses.get(use, ()))
        return tuple(sorted((self.entries[source] for source in sources), key=pinyin_order))


def turns_after(entry: Entry, day: date) -> tuple[str, ...]:
    """Those of the days on which pages say more of an entry that are after `day`."""
    if not entry.turns:
        return ()
    text = day.isoformat()
    return tuple(turn for turn in entry.turns if turn > text)


def _among(known: Mapping[str, Entry], changed: Mapping[str, Entry]) -> dict[str, Entry]:
    return {key: entry for key, entry in changed.items() if key in known}


def pinyin_order(entry: Entry) -> tuple[str, str]:
    return (entry.sort, entry.id)
