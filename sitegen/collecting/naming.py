"""What the entries of a city are called in the province: most get its prefix, what both have is the province's.

Both have an entry where the id is the same and so is what it stands for: the region by its code, the organization
by its credit code, all else by its name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sitegen.catalogue.names import folded
from sitegen.collecting.city import City
from sitegen.collecting.own_entries import OwnEntries
from sitegen.files import digest
from sitegen.model.entry import Entry
from sitegen.model.types import ID_LIMIT
from sitegen.problems import Kind, Problem, Severity

OF_THE_SITE = ("pages", "articles")
"""Collections that speak for the city's site; articles come where site.yaml says so."""
OF_THE_STATE = frozenset(["national", "provincial", "international"])
"""The levels of schemes that no city decides on."""
NUMBERS: Mapping[str, str] = {"regions": "code", "organizations": "credit_code"}
"""By collection, the field with a number that tells two of the same name apart."""
UNKNOWN_SCHEME = Kind(
    "collect.unknown-scheme",
    Severity.ERROR,
    zh="“{name}”是省级以上的认定体系，本站没有：各市各写一份就对不上号了",
    en="“{name}” is a scheme of the province or above that this site does not have; each city's own would not be one",
    fix_zh="[[本站的“{right}”名称相同，就把这里的文件名改成 {right}；或]]核对后把这个文件复制到本站的 content/schemes",
    fix_en="[[“{right}” of this site has the same name: rename this file to {right}; or ]]check it, then copy this file to "
    "content/schemes of this site",
)
SAME_ID = Kind(
    "collect.same-id",
    Severity.NOTE,
    zh="和本站的“{own}”（{place}）编号相同，但不是同一个，汇集后叫“{new}”",
    en="“{own}” of this site ({place}) has the same id, but is something else; this becomes “{new}”",
    fix_zh="确是同一个，就把两边的名称（地区看区划代码，企业看信用代码）改成一样",
    fix_en="if they are the same, give both the same name (regions: code, organizations: credit code)",
)
TAKEN = Kind(
    "collect.id-taken",
    Severity.ERROR,
    zh="汇集后的编号“{new}”本站已经自己用了：{place}",
    en="the id that it would get, “{new}”, is used by this site itself: {place}",
    fix_zh="给本站的那个条目换一个编号，或换一个前缀",
    fix_en="give that entry of this site another id, or change the prefix",
)


def prefixed(prefix: str, identifier: str, limit: int = ID_LIMIT) -> str:
    """An id with the prefix of a city. One that becomes too long is cut, and ends with a digest of itself: it
    stays the same for ever."""
    whole = f"{prefix}-{identifier}"
    if len(whole) <= limit:
        return whole
    return f"{whole[: limit - 9].rstrip('-')}-{digest(whole.encode())[:8]}"


class Naming:
    """The keys that the entries of a city get. `shared` are those that are the province's own, by the city's key;
    `problems` are what stands against a city, or what somebody should know."""

    def __init__(self, city: City, own: OwnEntries) -> None:
        self._city = city
        self._own = own
        self._keys: dict[str, str] = {}
        self.shared: dict[str, Entry] = {}
        self.problems: list[Problem] = []
        for key, entry in city.entries.items():
            if not self._is_collected(entry):
                continue
            theirs = self._theirs(entry)
            if theirs is not None:
                self.shared[key] = theirs
            else:
                self.problems += self._name(entry)

    def key(self, target: str) -> str | None:
        """The key in the province of an entry of the city; None where it is not collected."""
        shared = self.shared.get(target)
        return shared.key if shared else self._keys.get(target)

    def collected(self) -> Iterator[tuple[Entry, str]]:
        """The entries that are written, each with its new id."""
        for key, new in self._keys.items():
            yield self._city.entries[key], new.partition(":")[2]

    def _is_collected(self, entry: Entry) -> bool:
        own = entry.collection in OF_THE_SITE
        return not own or (entry.collection == "articles" and self._city.setting.articles)

    def _theirs(self, entry: Entry) -> Entry | None:
        """The province's own entry of the same thing, None where it has none."""
        home, region = self._city.site.settings.home_region, self._city.setting.region
        if home and region and entry.key == str(home) and str(region) in self._own.entries:
            return self._own.entries[str(region)]
        known = self._own.entries.get(entry.key)
        return known if known is not None and self._is_same(entry, known) else None

    def _name(self, entry: Entry) -> Iterator[Problem]:
        same_id = self._own.entries.get(entry.key)
        new = prefixed(self._city.prefix, entry.id)
        self._keys[entry.key] = f"{entry.collection}:{new}"
        if entry.collection == "schemes":
            yield from self._unknown_scheme(entry)
        if same_id is not None and entry.collection != "recognitions":
            place = str(self._own.place(same_id))
            facts = {"own": same_id.name, "new": new, "place": place}
            yield Problem(SAME_ID, self._city.place(entry, ("name",)), facts)
        taken = self._own.entries.get(f"{entry.collection}:{new}")
        if taken is not None:
            facts = {"new": new, "place": str(self._own.place(taken))}
            yield Problem(TAKEN, self._city.place(entry), facts)

    def _unknown_scheme(self, entry: Entry) -> Iterator[Problem]:
        record = self._city.record(entry)
        if record.level not in OF_THE_STATE:
            return
        own = self._own.entries.values()
        other = next(
            (
                one.id
                for one in own
                if one.collection == "schemes" and folded(one.name) == folded(entry.name)
            ),
            "",
        )
        facts = {"name": entry.name, "right": other}
        yield Problem(UNKNOWN_SCHEME, self._city.place(entry, ("name",)), facts)

    def _is_same(self, entry: Entry, own: Entry) -> bool:
        if entry.collection == "recognitions":
            return False  # an announcement of both is told in parts
        number = NUMBERS.get(entry.collection)
        if number:
            here, there = (str(one.tree.get(number, "")) for one in (entry, own))
            if here and there:
                return folded(here) == folded(there)
        kinds = {entry.kind, own.kind} if entry.collection == "regions" else {""}
        return folded(entry.name) == folded(own.name) and len(kinds) == 1
