"""The records of a site, and which of them rightly answer what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

from benchmarks.search.labelled import edits
from benchmarks.search.labelled.folding import fold, is_han
from benchmarks.search.labelled.records import Record, names_of, syllables_of
from benchmarks.search.labelled.sounds import abbreviations, blurred
from sitegen.catalogue.catalogue import Catalogue

Keys = frozenset[str]
SUFFIXES = (3, 2, 1)
"""Lengths of the last characters of a name that may say what the thing is."""
SHARED = {3: 2, 2: 2, 1: 4}
"""Last characters say what a thing is where as many names end so, by their number."""
FAR_MORE = 3
LONGEST_SHORTENED = 10


class Shelf:
    """Everything that labels are computed from. Texts given to its methods are folded."""

    def __init__(self, catalogue: Catalogue, records: Sequence[Record]) -> None:
        self.catalogue = catalogue
        self.records = records
        self.by_key = {record.key: record for record in records}
        self.place_words = _words(catalogue, "regions")
        self.category_words = _words(catalogue, "categories")

    # Names

    def named(self, name: str) -> Keys:
        """Records whose name is this, letter by letter."""
        return self._keys_of(self._by_name, name)

    def called(self, name: str) -> Keys:
        """Records that are called so by any of their names."""
        return self._keys_of(self._by_any_name, name)

    def holding(self, part: str) -> Keys:
        """Records with a name that holds this."""
        return frozenset(record.key for record in self.records if part in record.folded)

    def saying(self, part: str) -> Keys:
        """Records on whose page this stands."""
        return frozenset(record.key for record in self.records if part in record.text)

    def one_slip_away(self, text: str) -> Keys:
        return self._all(self._by_any_name, edits.near(text, self._slips))

    # Sounds

    def sounding(self, joined: str) -> Keys:
        """Records with a name that reads so, syllables joined."""
        return self._keys_of(self._by_sound, joined)

    def heard_in(self, syllables: Sequence[str]) -> Keys:
        """Records with a name that has these syllables in a row."""
        part = f" {' '.join(syllables)} "
        return frozenset(key for key, sounds in self._sounds if part in sounds)

    def heard_as_place_and_product(self, joined: str) -> bool:
        """Whether this reads as a place and then a thing that it has."""
        for size in range(3, len(joined)):
            for word in self._places_by_sound[joined[:size]]:
                there, rest = self.in_place(word), joined[size:]
                near = (sounds for key, sounds in self._sounds if key in there)
                if any(rest in sounds.replace(" ", "") for sounds in near):
                    return True
        return False

    def abbreviated(self, letters: str) -> Keys:
        return self._keys_of(self._by_initials, letters)

    def blurring(self, syllables: Sequence[str]) -> Keys:
        """Records with a name that southern ears take for these syllables."""
        return self._keys_of(self._by_blur, "".join(map(blurred, syllables)))

    @cached_property
    def spoken(self) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
        """(key, folded name, syllables) of every name whose characters all have one."""
        rows = []
        for record in self.records:
            for name in record.names:
                own = name == record.name
                syllables = record.syllables if own else syllables_of(name)
                if syllables:
                    rows.append((record.key, fold(name), syllables))
        return tuple(rows)

    # Places and kinds

    def in_place(self, word: str) -> Keys:
        """Records that lie in a place of this name, by any of their regions, or bear its name."""
        return frozenset(
            key for region in self.place_words.get(word, ()) for key in self._members[region]
        ) | self.holding(word)

    def of_kind(self, word: str) -> Keys:
        """Records whose name holds the word and, where it is a category's own name, its members.

        Only where no name holds it do the members of categories that have it as a synonym count.
        """
        named = self.holding(word)
        own = [c for c, name in self._category_names if name == word]
        categories = own if own or named else list(self.category_words.get(word, ()))
        return named | {key for category in categories for key in self._in_category(category)}

    def place_in(self, record: Record) -> str:
        """The longest place word with which the name begins, "" where there is none."""
        name = fold(record.name)
        for size in range(min(8, len(name) - 1), 1, -1):
            if name[:size] in self.place_words:
                return name[:size]
        return ""

    def product_of(self, record: Record) -> str:
        """What the thing is: last characters that several names share, else all but the place.

        河大米 gives way to 大米, which far more names end in.
        """
        rest = fold(record.name)[len(self.place_in(record)) :]
        suffix, count = "", 0
        for size in SUFFIXES:
            ending = rest[-size:]
            shared = self._endings.get(ending, 0)
            if (
                size <= len(rest)
                and shared >= SHARED[size]
                and (not suffix or shared > FAR_MORE * count)
            ):
                suffix, count = ending, shared
        return suffix or (rest if 1 <= len(rest) <= 4 else "")

    def places_of(self, record: Record) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Short names of its home and of all above that, the nation left out; of further regions."""
        tree = self.catalogue.regions
        home = record.regions[:1]
        above = [step for region in home for step in tree.ancestors(region)]
        near = [region for region in (*home, *above) if self._kind(region) != "nation"]
        return (
            tuple(self._short(region) for region in near),
            tuple(self._short(region) for region in record.regions[1:]),
        )

    def _short(self, region: str) -> str:
        entry = self.catalogue.entries[f"regions:{region}"]
        return fold(str(entry.tree.get("short_name", "")) or entry.name)

    def _kind(self, region: str) -> str:
        return self.catalogue.entries[f"regions:{region}"].kind

    def _in_category(self, category: str) -> Iterable[str]:
        return (
            key for node in self.catalogue.categories.below(category) for key in self._filed[node]
        )

    @cached_property
    def _members(self) -> Mapping[str, Sequence[str]]:
        """Keys by region, those of regions below it too."""
        tree = self.catalogue.regions
        return _grouped(
            (node, record.key)
            for record in self.records
            for region in record.regions
            for node in (region, *tree.ancestors(region))
        )

    @cached_property
    def _filed(self) -> Mapping[str, Sequence[str]]:
        return _grouped((c, record.key) for record in self.records for c in record.categories)

    @cached_property
    def _category_names(self) -> Sequence[tuple[str, str]]:
        return [(entry.id, fold(entry.name)) for entry in self.catalogue.collections["categories"]]

    @cached_property
    def _endings(self) -> Mapping[str, int]:
        counts: dict[str, int] = {}
        for record in self.records:
            name = fold(record.name)
            for size in SUFFIXES:
                if record.listed and len(name) > size and is_han(name[-size:]):
                    counts[name[-size:]] = counts.get(name[-size:], 0) + 1
        return counts

    # Indexes

    @cached_property
    def _by_name(self) -> Mapping[str, Sequence[str]]:
        return _grouped((fold(record.name), record.key) for record in self.records)

    @cached_property
    def _by_any_name(self) -> Mapping[str, Sequence[str]]:
        return _grouped((n, r.key) for r in self.records for n in r.folded.split("\n"))

    @cached_property
    def _slips(self) -> Mapping[str, Sequence[str]]:
        return edits.index(self._by_any_name)

    @cached_property
    def _by_sound(self) -> Mapping[str, Sequence[str]]:
        return _grouped(("".join(sounds), key) for key, _, sounds in self.spoken)

    @cached_property
    def _sounds(self) -> Sequence[tuple[str, str]]:
        """(key, ` syllables apart `) of every name."""
        return [(key, f" {' '.join(sounds)} ") for key, _, sounds in self.spoken]

    @cached_property
    def _places_by_sound(self) -> Mapping[str, Sequence[str]]:
        return _grouped(("".join(syllables_of(word)), word) for word in self.place_words)

    @cached_property
    def _by_initials(self) -> Mapping[str, Sequence[str]]:
        return _grouped(
            (letters, key)
            for key, _, sounds in self.spoken
            if len(sounds) <= LONGEST_SHORTENED
            for letters in abbreviations(sounds)
        )

    @cached_property
    def _by_blur(self) -> Mapping[str, Sequence[str]]:
        return _grouped(("".join(map(blurred, sounds)), key) for key, _, sounds in self.spoken)

    def _keys_of(self, index: Mapping[str, Sequence[str]], entry: str) -> Keys:
        return frozenset(index.get(entry, ()))

    def _all(self, index: Mapping[str, Sequence[str]], entries: Iterable[str]) -> Keys:
        return frozenset(key for entry in entries for key in index.get(entry, ()))


def _grouped(pairs: Iterable[tuple[str, str]]) -> Mapping[str, Sequence[str]]:
    groups: dict[str, list[str]] = {}
    for group, member in pairs:
        groups.setdefault(group, []).append(member)
    return _Groups(groups)


class _Groups(dict[str, list[str]]):
    def __missing__(self, key: str) -> list[str]:
        return []


def _words(catalogue: Catalogue, collection: str) -> Mapping[str, Sequence[str]]:
    """Ids of the nodes of a tree by every word for them."""
    pairs: list[tuple[str, str]] = []
    for entry in catalogue.collections[collection]:
        record: Any = entry.record(catalogue.options)
        for name in (*names_of(record), *getattr(record, "synonyms", ())):
            pairs.append((fold(name), entry.id))
    return dict(_grouped(pairs))
