"""To which entry the row of a table belongs: by its id, by a number, by its name; or whether it is new."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sitegen.authoring.importing.near_names import NearNames
from sitegen.authoring.importing.standing import (
    NamedEntry,
    StandingEntries,
    named_entry,
    numbers_of,
)
from sitegen.authoring.proposed_id import id_of
from sitegen.catalogue.names import Names, folded
from sitegen.loading.document import Tree
from sitegen.model.pinyin import plain_reading
from sitegen.model.references import without_name
from sitegen.model.types import is_id
from sitegen.problems import Kind, Location, Problem, Severity

NEAR_NAME = Kind(
    "import.near-name",
    Severity.ERROR,
    zh="没有编号，名称和已有的“{name}”（{id}）很像，不知道是不是同一个",
    en="there is no id, and the name is much like that of “{name}” ({id}), perhaps the same",
    fix_zh="是同一个，在“编号”一列写 {id}；是另一个，写[[ {right}]]",
    fix_en="if it is the same, write {id} in the column “编号”; if it is another[[, {right}]]",
)
SEVERAL = Kind(
    "import.several-entries",
    Severity.ERROR,
    zh="没有编号，而这个名称有几个条目：{ids}",
    en="there is no id, and several entries have this name: {ids}",
    fix_zh="在“编号”一列写上要改的那一个；都不是，写一个新的编号",
    fix_en="write the id of the one that is meant in the column “编号”, or a new one",
)
OTHER_ENTRY = Kind(
    "import.other-entry",
    Severity.ERROR,
    zh="编号写的是“{id}”，{number} 却是“{name}”（{other}）的",
    en="the id is “{id}”, but {number} belongs to “{name}” ({other})",
    fix_zh="核对这一行：是“{name}”，编号改成 {other}；否则改掉号码",
    fix_en="if it is “{name}”, change the id to {other}; else correct the number",
)
UNREADABLE = Kind(
    "import.unreadable-entry",
    Severity.ERROR,
    zh="条目“{id}”的文件里有错误，读不出来",
    en="the file of the entry “{id}” has errors and cannot be read",
    fix_zh="先改好它：sitegen check 会指出在哪里",
    fix_en="correct it first: sitegen check tells where",
)
TWO_ENTRIES = Kind(
    "import.two-entries",
    Severity.ERROR,
    zh="没有编号，名称是“{name}”（{id}）的，{number} 却是“{other}”（{other_id}）的",
    en="there is no id; the name is that of “{name}” ({id}), {number} that of “{other}” ({other_id})",
    fix_zh="核对后在“编号”一列写上要改的那一个，改正另一项",
    fix_en="write the id of the right one in the column “编号”, and correct the other cell",
)
NO_NAME = Kind(
    "import.no-name",
    Severity.ERROR,
    zh="这一行没有编号，也没有名称，不知道是哪个条目",
    en="this row has neither an id nor a name",
    fix_zh="补上名称；整行不要的，删掉",
    fix_en="give it a name, or delete the row",
)


class Match(NamedTuple):
    """The id of a row's entry, and the entry where it exists. Without an id, `problem` says why."""

    id: str
    entry: NamedEntry | None
    problem: Problem | None = None


class Matching:
    """Matches the rows of one collection. Ids that are given or proposed are taken from then on."""

    def __init__(self, standing: StandingEntries, collection: str) -> None:
        self._standing = standing
        self._collection = collection
        self._entries = standing.by_id(collection)
        self._names = Names(self._entries.values())
        self._places = frozenset(standing.known.region_names())
        self._near = NearNames(self._entries.values(), self._places)
        self._taken = standing.known.ids(collection)
        self._unreadable = self._taken - self._entries.keys()
        self._unreadable |= {name for name, one in self._entries.items() if _is_read_in_part(one)}
        self._regions = Names(standing.by_id("regions").values())

    def take(self, identifier: str) -> None:
        """Keep an id from being proposed."""
        self._taken.add(identifier)

    def match(self, given: str, tree: Mapping[str, Tree], at: Location) -> Match:
        """The entry of a row with this id, "" where it has none, and these fields."""
        found = self._found(given, tree, at)
        if found.problem is None and found.id in self._unreadable:
            return Match(found.id, None, Problem(UNREADABLE, at, {"id": found.id}))
        return found

    def _found(self, given: str, tree: Mapping[str, Tree], at: Location) -> Match:
        numbered = self._numbered(tree)
        if given:
            entry = self._entries.get(given)
            if numbered is not None and (numbered[1].id != given):
                number, other = numbered
                facts = {"id": given, "number": number, "name": other.name, "other": other.id}
                return Match("", None, Problem(OTHER_ENTRY, at, facts))
            return Match(given, entry)
        if numbered is not None:
            return self._by_number(numbered[0], numbered[1], tree, at)
        row = named_entry(self._collection, "", tree, self._standing.options)
        if not row.name:
            return Match("", None, Problem(NO_NAME, at))
        found = self._names.matches(f"{self._collection}:={row.name}")
        exact = [entry for entry in found if folded(entry.name) == folded(row.name)] or found
        if len(exact) > 1:
            facts = {"ids": "、".join(entry.id for entry in exact)}
            return Match("", None, Problem(SEVERAL, at, facts))
        if exact:
            return Match(exact[0].id, exact[0])
        proposed = id_of(self._collection, row.name, self._places, self._county(tree), self._taken)
        near = self._near.near(row.name)
        if near is not None:
            facts = {"name": near.name, "id": near.id, "right": proposed}
            return Match("", None, Problem(NEAR_NAME, at, facts))
        if proposed:
            self._taken.add(proposed)
        return Match(proposed, None)

    def _by_number(
        self, number: str, one: NamedEntry, tree: Mapping[str, Tree], at: Location
    ) -> Match:
        """The entry with the number of a row, unless the name of the row is that of another entry."""
        name = named_entry(self._collection, "", tree, self._standing.options).name
        named = self._names.matches(f"{self._collection}:={name}") if name else []
        if named and one not in named:
            facts = {"name": named[0].name, "other": one.name, "number": number}
            facts |= {"id": named[0].id, "other_id": one.id}
            return Match("", None, Problem(TWO_ENTRIES, at, facts))
        return Match(one.id, one)

    def _numbered(self, tree: Mapping[str, Tree]) -> tuple[str, NamedEntry] | None:
        """(number, entry) by the number of a row that exactly one entry has."""
        for number in numbers_of(self._collection, tree):
            found = self._standing.by_number(self._collection).get(number, [])
            if len(found) == 1:
                return number, found[0]
        return None

    def _county(self, tree: Mapping[str, Tree]) -> str:
        """The name of a row's first region in plain letters; "" where it is none that is known."""
        written = tree.get("region")
        first = written[0] if isinstance(written, list) and written else written
        name = without_name(str(first or "").partition("、")[0].strip())
        regions = self._regions.matches(f"regions:={name}")
        if len(regions) == 1:
            name = regions[0].short_name or regions[0].name
        reading = "".join(plain_reading(name).split())
        return reading if is_id(reading) else ""


def _is_read_in_part(one: NamedEntry) -> bool:
    return one.entry is not None and bool(one.entry.document.wrong_lines)
