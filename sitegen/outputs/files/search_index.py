"""The search index of the site: three bundles below search/, each with a key of its own.

`search/names/` finds entries, `search/cards/` is what results show of them, `search/texts/` finds
what they say. So a change of one body leaves the names alone, and the other way round.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import astuple

from sitegen.model.types import Label
from sitegen.outputs import addresses
from sitegen.outputs.dependencies import depends_on, digest_of
from sitegen.outputs.family import Family, Recipe
from sitegen.outputs.files import search_facts
from sitegen.outputs.files.search_facts import numbering, searchable
from sitegen.outputs.output import Output
from sitegen.outputs.parts.entry_status import status_of
from sitegen.outputs.parts.scripts import of_index
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext
from sitegen.outputs.showing.table import kind_options
from sitegen.search import cards as card_files
from sitegen.search import index, packs
from sitegen.search import texts as text_files
from sitegen.search.classes import digest_of as digest_of_classes
from sitegen.search.classes import groups_of


def plan(context: PlanContext) -> Iterator[Output]:
    catalogue = context.catalogue
    entries = searchable(catalogue)
    homes = digest_of([(entry.key, entry.regions[:1]) for entry in entries])
    regions = digest_of([astuple(node) for node in search_facts.regions(catalogue)])
    categories = digest_of([astuple(node) for node in search_facts.categories(catalogue)])
    classes = [(entry.kind, entry.categories, status_of(catalogue, entry)) for entry in entries]
    words = digest_of([context.shared.words, _kinds(context)])
    readers = of_index(context.shared.scripts)
    organizations = catalogue.collections["organizations"]
    yield context.bundle(
        addresses.SEARCH_NAMES,
        "search-names",
        *readers,
        names=digest_of([entry.names_digest for entry in entries]),
        homes=homes,
        regions=regions,
        classes=digest_of(classes),
        numbers=digest_of([search_facts.ledger_numbers(catalogue, e.key) for e in entries]),
        categories=categories,
        words=words,
        scripts=digest_of(readers),
        synonyms=digest_of(context.site.settings.synonyms),
        style=str(context.urls.file_style),
    )
    yield context.bundle(
        addresses.SEARCH_CARDS,
        "search-cards",
        *readers,
        homes=homes,
        regions=regions,
        cards=depends_on("words", entries, sorted(catalogue.gone)),
        words=words,
        scripts=digest_of(readers),
    )
    yield context.bundle(
        addresses.SEARCH_TEXTS,
        "search-texts",
        *readers,
        homes=homes,
        regions=regions,
        classes=digest_of(classes),
        bodies=depends_on("body", entries),
        texts=depends_on("facts", entries),
        scripts=digest_of(readers),
        grades=digest_of([search_facts.grades(catalogue, entry.key) for entry in entries]),
        named=digest_of(
            [
                *((entry.key, entry.name) for entry in organizations),
                *search_facts.named_by_own_fields(catalogue, entries),
            ]
        ),
    )


def _kinds(context: PlanContext) -> list[tuple[str, object]]:
    """The kinds of every collection, the site's own among them."""
    catalogue = context.catalogue
    return [(name, kind_options(name, catalogue.options)) for name in catalogue.collections]


def names(context: RenderContext, *scripts: str) -> Mapping[str, bytes]:
    catalogue = context.catalogue
    facts = search_facts.search_facts(catalogue, context.wording, context.site.settings.synonyms)
    numbers = numbering(catalogue, facts.regions)
    files = index.build(facts, numbers, scripts, index_html=context.urls.file_style)
    return packs.with_pack("names/", files, len(facts.subjects))


def cards(context: RenderContext, *scripts: str) -> Mapping[str, bytes]:
    catalogue = context.catalogue
    entries = searchable(catalogue)
    shown = (search_facts.result_card(catalogue, entry, context.wording) for entry in entries)
    numbers = numbering(catalogue, search_facts.regions(catalogue))
    files = card_files.build(shown, numbers, scripts)
    return packs.with_pack("cards/", files, len(entries))


def texts(context: RenderContext, *scripts: str) -> Mapping[str, bytes]:
    catalogue = context.catalogue
    entries = searchable(catalogue)
    groups, group_of, _ = groups_of([search_facts.subject(catalogue, entry) for entry in entries])
    by_key = {entry.key: entry for entry in entries}
    files = text_files.build(
        by_key,
        lambda key: search_facts.text_of(catalogue, by_key[key], context.html),
        group_of,
        numbering(catalogue, search_facts.regions(catalogue)),
        scripts,
        digest_of_classes(groups),
    )
    return packs.with_pack("texts/", files, len(entries))


FAMILY = Family(
    "search-index",
    plan=plan,
    recipes={
        "search-names": Recipe(names),
        "search-cards": Recipe(cards),
        "search-texts": Recipe(texts),
    },
    parts={
        "names": Label("条目的名称、读音或编号", "the names, readings or numbers of entries"),
        "homes": Label("条目的所属地", "the home regions of entries"),
        "regions": Label("地区的名称", "the names of regions"),
        "classes": Label("条目的种类、类别或状态", "the kinds, categories or statuses of entries"),
        "numbers": Label("公告号和证书号", "the numbers of announcements and certificates"),
        "categories": Label("类别的名称", "the names of categories"),
        "words": Label("种类的名称或用词", "the words for kinds, or the site's own words"),
        "scripts": Label("读索引的脚本", "the scripts that read the index"),
        "synonyms": Label("本站写的同义词", "the site's own words for one thing"),
        "grades": Label("认定的等次", "the grades of titles"),
        "style": Label("链接的写法", "how links are written"),
        "texts": Label("条目的文字", "the texts of entries"),
        "named": Label("文中提到的单位的名称", "the names of organizations it names"),
    },
)
