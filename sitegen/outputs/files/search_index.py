"""The search index of the site: three bundles below search/, each with a key of its own.

`search/names/` finds entries, `search/cards/` is what results show of them, `search/texts/` finds
what they say. So a change of one body leaves the names alone, and the other way round.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple
from typing import Any

from sitegen.catalogue.catalogue import Catalogue
from sitegen.catalogue.trees import Tree
from sitegen.model.collections import COLLECTIONS
from sitegen.model.entry import Entry
from sitegen.model.fields import private_names
from sitegen.model.recognitions import STATUSES
from sitegen.outputs import addresses
from sitegen.outputs.output import Output, PlanContext, read, short
from sitegen.outputs.parts.cards import place_of
from sitegen.outputs.render_context import RenderContext
from sitegen.outputs.words import kind_label, kind_options
from sitegen.rendering.said import said as said_in
from sitegen.search import cards as card_files
from sitegen.search import index, packs
from sitegen.search import texts as text_files
from sitegen.search.facts import Labels, Name, Node, ResultCard, SearchFacts, Subject
from sitegen.search.names import groups_of
from sitegen.search.numbering import Numbering, number

WITHDRAWN = "withdrawn"
STANDING = (
    "valid", "conditional", "review-due", "pending", "suspended", "revoked", "expired", "historic",
)  # fmt: skip
"""An entry has the first of these that any of its titles has."""
WEIGHTS = {"gi": 3, "brands": 2, "products": 2, "heritage": 2, "organizations": 1}


def plan(context: PlanContext) -> Iterator[Output]:
    catalogue = context.catalogue
    entries = found(catalogue)
    homes = short([(entry.key, entry.regions[:1]) for entry in entries])
    regions = short([astuple(node) for node in _regions(catalogue)])
    classes = short(
        [(entry.kind, entry.categories, status_of(catalogue, entry)) for entry in entries]
    )
    yield context.bundle(
        addresses.SEARCH_NAMES,
        "search-names",
        names=short([entry.found_by for entry in entries]),
        homes=homes,
        regions=regions,
        classes=classes,
        numbers=short([_ledger_numbers(catalogue, entry.key) for entry in entries]),
        categories=short([astuple(node) for node in _categories(catalogue)]),
        words=short(_kind_words(catalogue)),
        style=str(context.urls.file_style),
    )
    yield context.bundle(
        addresses.SEARCH_CARDS,
        "search-cards",
        homes=homes,
        regions=regions,
        cards=read("words", entries),
        words=short(_kind_words(catalogue)),
    )
    yield context.bundle(
        addresses.SEARCH_TEXTS,
        "search-texts",
        homes=homes,
        regions=regions,
        classes=classes,
        bodies=read("prose", entries),
        texts=read("facts", entries),
        named=short([(entry.key, entry.name) for entry in catalogue.collections["organizations"]]),
    )


def names(context: RenderContext) -> Mapping[str, bytes]:
    catalogue = context.catalogue
    shelf = shelf_of(catalogue)
    files = index.build(
        shelf, _numbering(catalogue, shelf.regions), index_html=context.urls.file_style
    )
    return packs.with_pack("names/", files, len(shelf.subjects))


def cards(context: RenderContext) -> Mapping[str, bytes]:
    catalogue = context.catalogue
    entries = found(catalogue)
    shown = (_card(catalogue, entry) for entry in entries)
    files = card_files.build(shown, _numbering(catalogue, _regions(catalogue)))
    return packs.with_pack("cards/", files, len(entries))


def texts(context: RenderContext) -> Mapping[str, bytes]:
    catalogue = context.catalogue
    entries = found(catalogue)
    _, group_of, _ = groups_of([_subject(catalogue, entry) for entry in entries])
    by_key = {entry.key: entry for entry in entries}
    files = text_files.build(
        by_key,
        lambda key: text_of(catalogue, by_key[key]),
        group_of,
        _numbering(catalogue, _regions(catalogue)),
    )
    return packs.with_pack("texts/", files, len(entries))


def found(catalogue: Catalogue) -> list[Entry]:
    """Every entry with a page of its own, the trees left out; those that were public too."""
    entries = (*catalogue.entries.values(), *catalogue.gone.values())
    shown = (entry for entry in entries if _is_shown(entry))
    return sorted(shown, key=lambda entry: entry.key)


def _is_shown(entry: Entry) -> bool:
    collection = COLLECTIONS[entry.collection]
    return collection.shown and not collection.tree


def shelf_of(catalogue: Catalogue) -> SearchFacts:
    return SearchFacts(
        subjects=tuple(_subject(catalogue, entry) for entry in found(catalogue)),
        regions=_regions(catalogue),
        categories=_categories(catalogue),
        labels=_labels(catalogue),
    )


def status_of(catalogue: Catalogue, entry: Entry) -> str:
    if entry.key in catalogue.gone:
        return WITHDRAWN
    held = {row.status for row in catalogue.by_subject.get(entry.key, ())}
    return next((status for status in STANDING if status in held), "")


def _subject(catalogue: Catalogue, entry: Entry) -> Subject:
    status = status_of(catalogue, entry)
    return Subject(
        collection=entry.collection,
        id=entry.id,
        kind=entry.kind,
        names=(Name(entry.name, entry.sort), *(Name(*other) for other in entry.called)),
        english=(entry.name_en,) if entry.name_en else (),
        numbers=(*entry.numbers, *_ledger_numbers(catalogue, entry.key)),
        home=entry.regions[0] if entry.regions else "",
        further=entry.regions[1:],
        categories=entry.categories,
        status=status,
        weight=0 if status == WITHDRAWN else WEIGHTS.get(entry.collection, 0),
    )


def _ledger_numbers(catalogue: Catalogue, key: str) -> tuple[str, ...]:
    rows = catalogue.by_subject.get(key, ())
    numbers = (number for row in rows for number in (row.announcement.document, row.number))
    return tuple(dict.fromkeys(number for number in numbers if number))


def _numbering(catalogue: Catalogue, regions: tuple[Node, ...]) -> Numbering:
    homes = ((e.key, e.regions[0] if e.regions else "") for e in found(catalogue))
    return number(homes, regions)


def _regions(catalogue: Catalogue) -> tuple[Node, ...]:
    return _nodes(catalogue, catalogue.regions, "regions")


def _categories(catalogue: Catalogue) -> tuple[Node, ...]:
    return _nodes(catalogue, catalogue.categories, "categories")


def _nodes(catalogue: Catalogue, tree: Tree, collection: str) -> tuple[Node, ...]:
    def walk(ids: Iterable[str], depth: int) -> Iterator[Node]:
        for identifier in ids:
            entry = catalogue.entries[f"{collection}:{identifier}"]
            yield _node(entry, depth)
            yield from walk(tree.children.get(identifier, ()), depth + 1)

    return tuple(walk(tree.roots, 0))


def _node(entry: Entry, depth: int) -> Node:
    synonyms = entry.tree.get("synonyms", ())
    words = [synonyms] if isinstance(synonyms, str) else synonyms
    names = [Name(entry.name, entry.sort), *(Name(*other) for other in entry.called)]
    names += [Name(str(word)) for word in words or ()]
    # A region's English name is its pinyin, and a phrase of several words nobody types.
    if entry.collection == "categories" and entry.name_en.isalpha():
        names.append(Name(entry.name_en))
    return Node(entry.id, entry.label, depth, tuple(names))


def _labels(catalogue: Catalogue) -> Labels:
    collections = tuple(
        (name, collection.title.zh)
        for name, collection in COLLECTIONS.items()
        if collection.shown and not collection.tree
    )
    statuses = (*((status, label.zh) for status, label in STATUSES.items()), (WITHDRAWN, "已下架"))
    return Labels(collections, tuple(_kind_words(catalogue)), statuses)


def _kind_words(catalogue: Catalogue) -> list[tuple[str, str]]:
    return [
        (f"{name}:{kind}", label.zh)
        for name, collection in COLLECTIONS.items()
        if collection.shown and not collection.tree
        for kind, label in kind_options(name, catalogue.options).items()
    ]


def _card(catalogue: Catalogue, entry: Entry) -> ResultCard:
    label = kind_label(entry, catalogue.options) or COLLECTIONS[entry.collection].title.zh
    return ResultCard(entry.key, entry.name, label, place_of(catalogue, entry), entry.summary)


def text_of(catalogue: Catalogue, entry: Entry) -> str:
    """All that an entry says in public, and the names of the organizations it names."""
    hidden = private_names(COLLECTIONS[entry.collection].model)
    said = [text for name, value in entry.tree.items() if name not in hidden
            for text in _strings(value)]  # fmt: skip
    named = (
        catalogue.entries[mention.target].name
        for mention in entry.mentions
        if mention.target.startswith("organizations:") and mention.target in catalogue.entries
    )
    return "\n".join([*said, *entry.extra.values(), *named, said_in(entry.body)])


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for member in value.values():
            yield from _strings(member)
    elif isinstance(value, list | tuple):
        for member in value:
            yield from _strings(member)
