"""Card lists of a collection, all of it or one kind, over as many pages as they need."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sitegen.catalogue.catalogue import Catalogue
from sitegen.model.collections import COLLECTIONS
from sitegen.model.types import Label
from sitegen.outputs import addresses
from sitegen.outputs.dependencies import depends_on, digest_of
from sitegen.outputs.family import Family, Recipe
from sitegen.outputs.output import Output
from sitegen.outputs.parts.cards import cards
from sitegen.outputs.parts.checked import Checks, checked, checks_of
from sitegen.outputs.parts.frame import frame
from sitegen.outputs.parts.kinds import kind_address, kind_counts, of_kind
from sitegen.outputs.parts.paging import chunks, numbered, pager
from sitegen.outputs.parts.trees import AT_A_GLANCE, TREES, tree_of
from sitegen.outputs.parts.views.cards import Card
from sitegen.outputs.parts.views.frame import Frame
from sitegen.outputs.parts.views.links import Link, LinkGroup, Pager
from sitegen.outputs.parts.views.lists import Checked
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext
from sitegen.outputs.showing.table import kind_options, kind_title, listed, showing
from sitegen.outputs.wording import mark

TEMPLATE = "pages/list.html"
FACET_TITLES = {"regions": mark("按地区"), "categories": mark("按类别")}


class ListPage(NamedTuple):
    """一类条目的列表，全部或某一种，可有几页 | the entries of a collection, all or one kind, over as many pages as they need"""

    frame: Frame
    """网页共有的部分 | what every page has"""
    title: str
    """页面标题，即一级标题 | the heading of the page"""
    lead: str
    """标题下的一两句话；可空 | a sentence or two below the heading; may be empty"""
    total: str
    """共有多少，一句话 | how many there are, in words"""
    checked: Checked | None
    """核对至；没有核对日期则空 | up to which day it was checked; empty where no day is stated"""
    facets: tuple[LinkGroup, ...]
    """更窄的列表，小字是条目数；可空 | narrower lists, with counts as notes; may be empty"""
    cards: tuple[Card, ...]
    """这一页的卡片 | the cards of this page"""
    pager: Pager
    """分页 | the pages of the list"""


class Facets(NamedTuple):
    """Entries by kind, and by (tree, [(key of a node, its name, entries)])."""

    kinds: dict[str, int]
    nodes: list[tuple[str, list[tuple[str, str, int]]]]


def plan(context: PlanContext) -> Iterator[Output]:
    catalogue = context.catalogue
    for collection in listed():
        if catalogue.collections[collection]:
            for kind in ("", *kind_counts(catalogue, collection)):
                yield from _pages(context, collection, kind)


def _pages(context: PlanContext, collection: str, kind: str) -> Iterator[Output]:
    catalogue = context.catalogue
    entries = of_kind(catalogue, collection, kind)
    facets_digest = digest_of(facets(catalogue, collection, kind))
    for number, page in enumerate(chunks(entries, context.site.settings.page_size), start=1):
        yield context.page(
            addresses.page(kind_address(collection, kind), number),
            "list",
            TEMPLATE,
            collection,
            kind,
            str(number),
            in_sitemap=number == 1 and not kind,
            cards=depends_on("card", page),
            count=str(len(entries)),
            facets=facets_digest,
            checks=digest_of(_checks(context, collection, kind)),
            as_of=catalogue.as_of.isoformat(),
        )


def _checks(context: PlanContext, collection: str, kind: str) -> Checks:
    """When the entries of a list were checked, on whatever page of it they stand."""
    catalogue = context.catalogue
    return context.once(
        ("checks", collection, kind),
        lambda: checks_of(
            catalogue.past(entry.checked) for entry in of_kind(catalogue, collection, kind)
        ),
    )


def facets(catalogue: Catalogue, collection: str, kind: str) -> Facets:
    """What a list can be narrowed by."""
    listed_keys = {entry.key for entry in of_kind(catalogue, collection, kind)}
    nodes = []
    for name in TREES:
        by_node = catalogue.in_region if name == "regions" else catalogue.in_category
        counts = {node: len(listed_keys.intersection(keys)) for node, keys in by_node.items()}
        rows = []
        for node in tree_of(catalogue, name).level(counts, AT_A_GLANCE):
            entry = catalogue.entries[f"{name}:{node}"]
            rows.append((entry.key, entry.label, counts[node]))
        nodes.append((name, rows))
    return Facets(kind_counts(catalogue, collection), nodes)


def view(context: RenderContext, collection: str, kind: str, number_text: str) -> ListPage:
    catalogue = context.catalogue
    number = int(number_text)
    base = kind_address(collection, kind)
    here = addresses.page(base, number)
    entries = context.once(
        ("of kind", collection, kind), lambda: of_kind(catalogue, collection, kind)
    )
    pages = chunks(entries, context.site.settings.page_size)
    of_collection = COLLECTIONS[collection]
    whole = context.label(of_collection.title)
    title = context.label(kind_title(collection, kind, catalogue.options)) if kind else whole
    lead = context.say(showing(collection).lead)
    section = addresses.collection(collection)
    unit = context.say(of_collection.unit)
    return ListPage(
        frame=frame(
            context,
            here,
            numbered(context, title, number),
            description=lead,
            section=section,
            trail=((whole, section),) if kind else (),
            dated=True,
        ),
        title=title,
        lead=lead,
        total=context.say("共 {count} {unit}", count=len(entries), unit=unit),
        checked=checked(context, _checks(context.plan, collection, kind)),
        facets=context.once(
            ("facets", context.href(here, addresses.HOME), collection, kind),
            lambda: tuple(_facet_groups(context, here, collection, kind)),
        ),
        cards=cards(context, here, pages[number - 1]),
        pager=pager(context, here, base, number, len(pages)),
    )


def _facet_groups(
    context: RenderContext, here: str, collection: str, kind: str
) -> Iterator[LinkGroup]:
    catalogue = context.catalogue
    kinds, nodes = facets(catalogue, collection, kind)
    if kinds:
        words = kind_options(collection, catalogue.options)
        every = Link(
            context.say("全部"),
            context.href(here, kind_address(collection, "")),
            str(len(catalogue.collections[collection])),
            current=not kind,
        )
        links = tuple(
            Link(
                context.label(words[one]),
                context.href(here, kind_address(collection, one)),
                str(count),
                current=one == kind,
            )
            for one, count in kinds.items()
        )
        yield LinkGroup(context.say("按种类"), (every, *links))
    for tree, rows in nodes:
        links = tuple(
            Link(name, context.entry_href(here, catalogue.entries[key]), str(count))
            for key, name, count in rows
        )
        if links:
            yield LinkGroup(context.say(FACET_TITLES[tree]), links)


FAMILY = Family(
    "lists",
    plan=plan,
    recipes={"list": Recipe(view, TEMPLATE)},
    parts={"facets": Label("分类计数", "facet counts")},
)
