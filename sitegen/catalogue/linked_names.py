"""Entries that others give by name instead of by id: a maker, an applicant, a user of a mark.

Where the name is that of exactly one public entry, it counts as a reference to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sitegen.catalogue.ledger import EntryFinding
from sitegen.catalogue.names import folded
from sitegen.model.entry import Entry, Mention
from sitegen.problems import Kind, Severity

AMBIGUOUS = Kind(
    "reference.ambiguous-name",
    Severity.WARNING,
    zh="叫“{name}”的不止一个：{ids}，所以没有链接",
    en="more than one is called “{name}”: {ids}; so it is not linked",
    fix_zh="把名称换成其中一个的编号",
    fix_en="write the id of one of them instead of the name",
)

Names = Mapping[str, tuple[str, ...]]
"""Keys of the entries with a name, by collection and name: `organizations:青溪县雪梨协会`."""


def names_of(public: Iterable[Entry], collections: frozenset[str]) -> Names:
    """The names, short names and former names of the public entries of these collections."""
    keys_by_name: dict[str, dict[str, None]] = {}
    for entry in public:
        if entry.collection in collections:
            for name in (entry.name, entry.short_name, *entry.former_names):
                if name:
                    key = folded(f"{entry.collection}:{name}")
                    keys_by_name.setdefault(key, {})[entry.key] = None
    return {name: tuple(keys) for name, keys in keys_by_name.items()}


def linked(public: Mapping[str, Entry]) -> tuple[dict[str, Entry], Names, list[EntryFinding]]:
    """The public entries, those that name others with these among their mentions; the names they
    were looked up in, empty where none is looked for; and the names that fit several entries."""
    naming = [entry for entry in public.values() if entry.named]
    if not naming:
        return dict(public), {}, []
    wanted = frozenset(m.target.partition(":")[0] for entry in naming for m in entry.named)
    names = names_of(public.values(), wanted)
    entries = dict(public)
    findings: list[EntryFinding] = []
    for entry in naming:
        mentions = []
        for path, target in entry.named:
            keys = names.get(folded(target), ())
            if len(keys) == 1:
                mentions.append(Mention(path, keys[0]))
            elif keys:
                name = target.partition(":")[2]
                ids = "、".join(key.partition(":")[2] for key in keys)
                findings.append((AMBIGUOUS, entry, path, {"name": name, "ids": ids}))
        if mentions:
            entries[entry.key] = entry._replace(mentions=(*entry.mentions, *mentions))
    return entries, names, findings
