"""The facets of a collection, by which its list can be narrowed: what the values of each are, and which
entries have them. A facet's values are codes; they stand in addresses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from sitegen.catalogue.catalogue import Catalogue
from sitegen.catalogue.status import CURRENT
from sitegen.catalogue.tiers import tier_words
from sitegen.catalogue.trees import Tree
from sitegen.model.entry import Entry
from sitegen.model.extra_fields import word
from sitegen.model.recognitions import STATUSES
from sitegen.model.types import Label
from sitegen.outputs.parts.brand_tiers import counts_in_its_tier, sector_words
from sitegen.outputs.parts.entry_status import BEST_STATUS_FIRST, status_of
from sitegen.outputs.parts.trees import AT_A_GLANCE
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.showing.table import kind_options, showing
from sitegen.outputs.wording import Wording, mark

UNSTATED = "unstated"
"""The value of entries that state none. It stands last."""
STATUS = "status"
ITSELF = "--itself"
"""What follows a region or category in the value of entries that are in it and in none of those below it.
No id has two hyphens."""
TITLES = {
    "region": mark("地区"),
    "category": mark("类别"),
    "kind": mark("种类"),
    "scheme": mark("称号"),
    "status": mark("登记状态"),
    "year": mark("认定年份"),
}
NOT_STATED = mark("未注明")
LACKING = {"scheme": mark("没有现行的"), "status": mark("没有称号")}
"""What entries without a value are called, where `NOT_STATED` would say something else."""
DIGITS_OF_A_YEAR = 4


class Facet(NamedTuple):
    """One facet of a collection.

    `members` are the keys of the entries that have a value, by value in the order of display. In a tree a
    value has also those of the values below it: `below` are these by value, `top` those that stand alone at first.
    """

    name: str
    members: Mapping[str, frozenset[str]]
    top: tuple[str, ...]
    below: Mapping[str, tuple[str, ...]]


def facets_of(context: PlanContext, collection: str) -> tuple[Facet, ...]:
    """The facets of a collection in their order: as site.yaml names them, else as its row in `showing` does.
    Those that tell no entries apart are left out, but for the status: whoever checks a title wants to read it."""
    return context.once(("facets", collection), lambda: tuple(_facets(context, collection)))


def _facets(context: PlanContext, collection: str) -> Iterator[Facet]:
    entries = context.catalogue.collections[collection]
    own = context.site.settings.collections.get(collection)
    for name in (own.facets if own else ()) or showing(collection).facets:
        facet = _facet(context.catalogue, collection, name)
        told_apart = any(len(members) < len(entries) for members in facet.members.values())
        if told_apart or (name == STATUS and UNSTATED not in facet.members):
            yield facet


def _facet(catalogue: Catalogue, collection: str, name: str) -> Facet:
    entries = catalogue.collections[collection]
    if name in TREE_FACETS:
        tree, by_node = TREE_FACETS[name](catalogue)
        return _tree_facet(name, tree, by_node, entries)
    values_of = _VALUES.get(name) or _values_of(collection, name)
    found: dict[str, set[str]] = {}
    for entry in entries:
        for value in values_of(catalogue, entry) or (UNSTATED,):
            found.setdefault(value, set()).add(entry.key)
    order = [value for value in _order(catalogue, collection, name, found) if value in found]
    members = {value: frozenset(found[value]) for value in order}
    return Facet(name, members, tuple(members), {})


def _tree_facet(
    name: str, tree: Tree, by_node: Mapping[str, tuple[str, ...]], entries: Iterable[Entry]
) -> Facet:
    keys = frozenset(entry.key for entry in entries)
    found = {node: common for node in by_node if (common := keys.intersection(by_node[node]))}
    counts = {node: len(members) for node, members in found.items()}
    top = tree.level(counts, AT_A_GLANCE)
    members = {
        node: found[node] for root in tree.roots for node in tree.below(root) if node in found
    }
    undivided = {
        node + ITSELF: rest
        for node in dict.fromkeys(above for node in top for above in tree.ancestors(node))
        if (rest := found[node].difference(*(found.get(n, ()) for n in tree.children[node])))
    }
    below = {
        node: children
        for node in members
        if (children := tuple(child for child in tree.children.get(node, ()) if child in members))
    }
    lacking = keys.difference(*members.values())
    apart = {**undivided, UNSTATED: lacking} if lacking else undivided
    return Facet(name, {**members, **apart}, (*top, *apart), below)


TREE_FACETS: Mapping[str, Callable[[Catalogue], tuple[Tree, Mapping[str, tuple[str, ...]]]]] = {
    "region": lambda catalogue: (catalogue.regions, catalogue.in_region),
    "category": lambda catalogue: (catalogue.categories, catalogue.in_category),
}
"""The facets that are trees."""
_COLLECTIONS = {"region": "regions", "category": "categories"}
"""The collections of their nodes."""


def _schemes(catalogue: Catalogue, entry: Entry) -> tuple[str, ...]:
    """The schemes of the titles that an entry holds today."""
    rows = catalogue.by_subject.get(entry.key, ())
    return tuple(dict.fromkeys(row.scheme for row in rows if row.status in CURRENT))


def _years(catalogue: Catalogue, entry: Entry) -> tuple[str, ...]:
    """The years in which an entry was given its titles, whatever became of them."""
    rows = catalogue.by_subject.get(entry.key, ())
    years = (row.start[:DIGITS_OF_A_YEAR] for row in rows)
    return tuple(dict.fromkeys(year for year in years if year))


def _tier(catalogue: Catalogue, entry: Entry) -> str:
    """The tier of a brand, as long as the titles count that it rests on."""
    return entry.tier if entry.tier and counts_in_its_tier(catalogue, entry) else ""


_VALUES: Mapping[str, Callable[[Catalogue, Entry], tuple[str, ...]]] = {
    "kind": lambda _, entry: (entry.kind,) if entry.kind else (),
    "scheme": _schemes,
    "status": lambda catalogue, entry: tuple(filter(None, [status_of(catalogue, entry)])),
    "year": _years,
}


class Further(NamedTuple):
    """A facet of one collection alone, a choice of its model: its title, the value of an entry, "" where it has none,
    the words of all values in their order, and what entries without a value are called."""

    title: str
    value: Callable[[Catalogue, Entry], str]
    words: Callable[[Catalogue], Mapping[str, Label]]
    lacking: str = NOT_STATED


FURTHER: Mapping[tuple[str, str], Further] = {
    ("brands", "tier"): Further(
        mark("品牌梯次"),
        _tier,
        lambda catalogue: tier_words(catalogue.options),
        LACKING["scheme"],
    ),
    ("brands", "sector"): Further(mark("领域"), lambda _, entry: entry.sector, sector_words),
}
"""By (collection, name): an own field of another collection may have the same name."""


def _values_of(collection: str, name: str) -> Callable[[Catalogue, Entry], tuple[str, ...]]:
    """The values of a facet that not every collection has: else `name` is an own field of the site."""
    if further := FURTHER.get((collection, name)):
        return lambda catalogue, entry: tuple(filter(None, [further.value(catalogue, entry)]))
    return lambda catalogue, entry: catalogue.extra(entry).get(name, ())


def _order(
    catalogue: Catalogue, collection: str, name: str, found: Mapping[str, object]
) -> tuple[str, ...]:
    """The values of a facet in the order of display."""
    if name == "year":
        values: Iterable[str] = sorted(found.keys() - {UNSTATED}, reverse=True)
    elif name == "kind":
        values = kind_options(collection, catalogue.options)
    elif name == "status":
        values = BEST_STATUS_FIRST
    elif further := FURTHER.get((collection, name)):
        values = further.words(catalogue)
    elif name == "scheme":
        values = (scheme.id for scheme in catalogue.collections["schemes"])
    else:
        field = catalogue.options.fields[collection][name]
        values = dict(field.choices) or sorted(found.keys() - {UNSTATED}, reverse=True)
    known = tuple(values)
    return (*known, *sorted(found.keys() - {*known, UNSTATED}), UNSTATED)


def facet_title(catalogue: Catalogue, wording: Wording, collection: str, name: str) -> str:
    """The name of a facet as readers see it."""
    if name in TITLES:
        return wording.say(TITLES[name])
    if further := FURTHER.get((collection, name)):
        return wording.say(further.title)
    return wording.label(catalogue.options.fields[collection][name].label)


def value_word(
    catalogue: Catalogue, wording: Wording, collection: str, name: str, value: str
) -> str:
    """A value of a facet as readers see it."""
    if value == UNSTATED:
        further = FURTHER.get((collection, name))
        return wording.say(further.lacking if further else LACKING.get(name, NOT_STATED))
    if name in TREE_FACETS:
        node = catalogue.entries[f"{_COLLECTIONS[name]}:{value.removesuffix(ITSELF)}"].label
        return wording.say("{name}（未细分）", name=node) if value.endswith(ITSELF) else node
    if name == "scheme":
        scheme = catalogue.schemes.get(value)
        return (scheme.badge_text or scheme.name) if scheme else value
    if name == "year":
        return value
    return wording.label(_label(catalogue, collection, name, value))


def _label(catalogue: Catalogue, collection: str, name: str, value: str) -> Label:
    if name == "kind":
        return kind_options(collection, catalogue.options).get(value) or Label(value, value)
    if name == "status":
        return STATUSES[value]
    if further := FURTHER.get((collection, name)):
        return further.words(catalogue).get(value) or Label(value, value)
    return word(catalogue.options.fields[collection][name], value)
