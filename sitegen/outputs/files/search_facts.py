"""What the search knows of a site: the entries that can be found, the trees they stand in, the words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from sitegen.catalogue.catalogue import Catalogue
from sitegen.catalogue.trees import Tree
from sitegen.model.collections import COLLECTIONS
from sitegen.model.entry import Entry
from sitegen.model.extra_fields import REFERENCE, word
from sitegen.model.lists_in_text import words_in
from sitegen.model.public_texts import public_texts
from sitegen.model.recognitions import STATUSES
from sitegen.outputs.parts.entry_status import WITHDRAWN, status_of
from sitegen.outputs.parts.places import place_of
from sitegen.outputs.showing.table import kind_of, kind_options, showing
from sitegen.outputs.wording import Wording
from sitegen.rendering.plain_text import plain_text
from sitegen.search.facts import Labels, Name, Node, ResultCard, SearchFacts, Subject
from sitegen.search.numbering import Numbering, number


def searchable(catalogue: Catalogue) -> list[Entry]:
    """Every entry with a page of its own, the trees left out; those that were public too."""
    entries = (*catalogue.entries.values(), *catalogue.gone.values())
    shown = (entry for entry in entries if _collection_is_searchable(entry.collection))
    return sorted(shown, key=lambda entry: entry.key)


def _collection_is_searchable(name: str) -> bool:
    return COLLECTIONS[name].shown and not COLLECTIONS[name].tree


def search_facts(
    catalogue: Catalogue, wording: Wording, synonyms: Iterable[str] = ()
) -> SearchFacts:
    """`synonyms` are groups as site.yaml has them, each one text."""
    return SearchFacts(
        subjects=tuple(subject(catalogue, entry) for entry in searchable(catalogue)),
        regions=regions(catalogue),
        categories=categories(catalogue),
        labels=_labels(catalogue, wording),
        synonyms=tuple(tuple(words_in(group)) for group in synonyms),
    )


def subject(catalogue: Catalogue, entry: Entry) -> Subject:
    """What an entry is found by; one that is withdrawn by its name alone."""
    status = status_of(catalogue, entry)
    if entry.key in catalogue.gone:
        return Subject(
            collection=entry.collection,
            id=entry.id,
            kind=entry.kind,
            names=(Name(entry.name, entry.sort),),
            english=(),
            numbers=(),
            title_numbers=(),
            home=entry.regions[0] if entry.regions else "",
            further=entry.regions[1:],
            categories=entry.categories,
            status=status,
            weight=0,
        )
    return Subject(
        collection=entry.collection,
        id=entry.id,
        kind=entry.kind,
        names=(Name(entry.name, entry.sort), *(Name(*other) for other in entry.called)),
        english=(entry.name_en,) if entry.name_en else (),
        numbers=entry.numbers,
        title_numbers=ledger_numbers(catalogue, entry.key),
        home=entry.regions[0] if entry.regions else "",
        further=entry.regions[1:],
        categories=entry.categories,
        status=status,
        weight=showing(entry.collection).search_weight,
    )


def ledger_numbers(catalogue: Catalogue, key: str) -> tuple[str, ...]:
    """The numbers of announcements and certificates of an entry's titles."""
    rows = catalogue.by_subject.get(key, ())
    numbers = (number for row in rows for number in (row.announcement.document, row.number))
    return tuple(dict.fromkeys(number for number in numbers if number))


def grades(catalogue: Catalogue, key: str) -> tuple[str, ...]:
    """The grades of an entry's titles, such as 国际一流."""
    rows = catalogue.by_subject.get(key, ())
    return tuple(dict.fromkeys(row.level for row in rows if row.level))


def numbering(catalogue: Catalogue, nodes: tuple[Node, ...]) -> Numbering:
    """The numbers of entries in the index, by their home regions."""
    entries = searchable(catalogue)
    return number(((e.key, e.regions[0] if e.regions else "") for e in entries), nodes)


def regions(catalogue: Catalogue) -> tuple[Node, ...]:
    return _nodes(catalogue, catalogue.regions, "regions")


def categories(catalogue: Catalogue) -> tuple[Node, ...]:
    return _nodes(catalogue, catalogue.categories, "categories")


def _nodes(catalogue: Catalogue, tree: Tree, collection: str) -> tuple[Node, ...]:
    def walk(ids: Iterable[str], depth: int) -> Iterator[Node]:
        for identifier in ids:
            yield _node(catalogue, catalogue.entries[f"{collection}:{identifier}"], depth)
            yield from walk(tree.children.get(identifier, ()), depth + 1)

    return tuple(walk(tree.roots, 0))


def _node(catalogue: Catalogue, entry: Entry, depth: int) -> Node:
    names = [Name(entry.name, entry.sort), *(Name(*other) for other in entry.called)]
    if entry.may_have("synonyms"):
        names += [Name(word) for word in catalogue.record(entry).synonyms]
    # A region's English name is its pinyin, and nobody types a phrase of several words.
    if entry.collection == "categories" and entry.name_en.isalpha():
        names.append(Name(entry.name_en))
    return Node(entry.id, entry.label, depth, tuple(names))


def _labels(catalogue: Catalogue, wording: Wording) -> Labels:
    collections = tuple(
        (name, wording.label(collection.title))
        for name, collection in COLLECTIONS.items()
        if _collection_is_searchable(name)
    )
    statuses = (
        *((status, wording.label(label)) for status, label in STATUSES.items()),
        (WITHDRAWN, wording.say("已下架")),
    )
    return Labels(collections, tuple(kind_words(catalogue, wording)), statuses)


def kind_words(catalogue: Catalogue, wording: Wording) -> list[tuple[str, str]]:
    """(`collection:kind`, word) of every kind of every collection that can be searched."""
    return [
        (f"{name}:{kind}", wording.label(label))
        for name in COLLECTIONS
        if _collection_is_searchable(name)
        for kind, label in kind_options(name, catalogue.options).items()
    ]


def result_card(catalogue: Catalogue, entry: Entry, wording: Wording) -> ResultCard:
    label = kind_of(entry, catalogue.options) or COLLECTIONS[entry.collection].title
    place = place_of(catalogue, entry)
    summary = "" if entry.key in catalogue.gone else entry.summary
    return ResultCard(entry.key, entry.name, wording.label(label), place, summary)


def text_of(catalogue: Catalogue, entry: Entry, html: Callable[[Entry], str]) -> str:
    """All that an entry says in public, and the names of the organizations it names; nothing of one that is
    withdrawn.

    `html` gives the body of an entry as HTML.
    """
    if entry.key in catalogue.gone:
        return ""
    texts = public_texts(COLLECTIONS[entry.collection].model, entry.tree)
    organizations = (
        catalogue.entries[mention.target].name
        for mention in entry.mentions
        if mention.target.startswith("organizations:") and mention.target in catalogue.entries
    )
    own = _own_texts(catalogue, entry) if entry.extra else ()
    return "\n".join(
        [
            *(text for _, text in texts),
            *grades(catalogue, entry.key),
            *own,
            *organizations,
            plain_text(entry.body, lambda: html(entry)),
        ]
    )


def _own_texts(catalogue: Catalogue, entry: Entry) -> Iterator[str]:
    """The site's own facts of an entry in words; of a reference that is the name."""
    for name, members in entry.extra.items():
        field = catalogue.options.fields[entry.collection][name]
        for member in members:
            target = catalogue.entries.get(member) if field.type == REFERENCE else None
            yield target.name if target else word(field, member).zh


def named_by_own_fields(catalogue: Catalogue, entries: Iterable[Entry]) -> list[tuple[str, str]]:
    """(key, name) of the entries to which the site's own fields of these entries refer."""
    referring = {
        collection: {name for name, field in fields.items() if field.type == REFERENCE}
        for collection, fields in catalogue.options.fields.items()
    }
    keys = {
        mention.target
        for entry in entries
        if entry.mentions and referring.get(entry.collection)
        for mention in entry.mentions
        if mention.path[0] in referring[entry.collection]
    }
    return sorted((key, catalogue.entries[key].name) for key in keys & catalogue.entries.keys())
