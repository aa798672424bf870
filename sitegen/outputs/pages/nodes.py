"""Region and category pages with everything in them, over as many pages as they need."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from sitegen.catalogue.catalogue import Catalogue
from sitegen.model.collections import COLLECTIONS
from sitegen.model.entry import Entry
from sitegen.model.types import Label
from sitegen.outputs import addresses
from sitegen.outputs.dependencies import Dependency, depends_on, digest_of
from sitegen.outputs.family import Family, Recipe
from sitegen.outputs.output import Output
from sitegen.outputs.parts import linked_data
from sitegen.outputs.parts.cards import cards
from sitegen.outputs.parts.facts import facts
from sitegen.outputs.parts.frame import frame
from sitegen.outputs.parts.makers import makers, makers_href
from sitegen.outputs.parts.narrowing import FACET_COUNTS
from sitegen.outputs.parts.paging import Chunks, numbered, pager
from sitegen.outputs.parts.pictures import page_pictures, picture_digests
from sitegen.outputs.parts.references import linked_digest
from sitegen.outputs.parts.region_word import kind_word, menu_title
from sitegen.outputs.parts.scopes import shares_digest
from sitegen.outputs.parts.scripts import LISTS
from sitegen.outputs.parts.share_facets import share_facets, whole_list
from sitegen.outputs.parts.trees import TREES, members, tree_of, with_entries
from sitegen.outputs.parts.views.cards import CardGroup, Picture
from sitegen.outputs.parts.views.facets import ShareFacet
from sitegen.outputs.parts.views.facts import Fact
from sitegen.outputs.parts.views.frame import Frame
from sitegen.outputs.parts.views.links import Link, Pager
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext

TEMPLATE = "pages/node.html"


class NodePage(NamedTuple):
    """一个地区或类别和其中的一切，可有几页 | a region or category with everything in it, over as many pages as it needs"""

    frame: Frame
    """网页共有的部分 | what every page has"""
    title: str
    """页面标题，即一级标题 | the heading of the page"""
    kind: str
    """地区的种类，如“县市区”；可空 | the kind of region; may be empty"""
    lead: str
    """标题下的一两句话；可空 | a sentence or two below the heading; may be empty"""
    facts: tuple[Fact, ...]
    """代码、别名、曾用名和本站自己的字段；可空 | code, other and former names, the site's own fields; may be empty"""
    counts: tuple[Link, ...]
    """每一类有多少；链接到第一个，小字是数目；可空 | how many of each collection; leads to the first, the note says how many; may be empty"""
    children: tuple[Link, ...]
    """下级；小字是条目数；可空 | those under it; the note says how many entries; may be empty"""
    beside: tuple[Link, ...]
    """这里没有条目时，旁边有条目的各处；小字是条目数；有条目则空 | where it has no entries, those beside it that have some, with their number as notes; empty where it has entries"""
    facets: tuple[ShareFacet, ...]
    """其中条目的各个分面，分类列出；可空 | the facets of the entries in it, by collection; may be empty"""
    groups: tuple[CardGroup, ...]
    """这一页的卡片，按类分组；可空 | the cards of this page by collection; may be empty"""
    pager: Pager
    """分页 | the pages of the list"""
    makers: str
    """企业对照表的网址；没有则空 | the table of its enterprises; empty where there is none"""
    name_en: str = ""
    """英文名；可空 | its English name; may be empty"""
    pictures: tuple[Picture, ...] = ()
    """类别的图片，只在第一页；可空 | the pictures of a category, on its first page only; may be empty"""


class Surroundings(NamedTuple):
    """The nodes below a node with the number of entries in each, and those above it from its root."""

    below: list[tuple[Entry, int]]
    above: list[Entry]
    beside: list[tuple[Entry, int]]
    """Its siblings with entries, where it has none itself."""


def plan(context: PlanContext) -> Iterator[Output]:
    for tree in TREES:
        for node in context.catalogue.collections[tree]:
            yield from _pages(context, node)


def _pages(context: PlanContext, node: Entry) -> Iterator[Output]:
    catalogue = context.catalogue
    keys = members(catalogue, node)
    near = surroundings(catalogue, node)
    tree = digest_of(
        [
            [(below.line_digest, count) for below, count in near.below],
            [a.line_digest for a in near.above],
            [(beside.line_digest, count) for beside, count in near.beside],
        ]
    )
    counts = digest_of(by_collection(keys))
    linked = linked_digest(context, node) if node.extra else ""
    facets = shares_digest(context, node)
    shown = picture_digests(context, node)
    for number, page in enumerate(Chunks(keys, context.site.settings.page_size), start=1):
        yield context.page(
            addresses.page(addresses.entry(node), number),
            "node",
            TEMPLATE,
            node.key,
            str(number),
            in_sitemap=number == 1,
            lastmod=catalogue.changed(node),
            entry=depends_on(
                "facts", [node], (catalogue.turns(node), shown if number == 1 else ())
            ),
            linked=linked,
            counts=counts,
            facets=facets,
            makers=str(len(makers(context, node))),
            tree=tree,
            cards=Dependency("card", tuple(page)),
            pages=str(len(keys)),
        )


def surroundings(catalogue: Catalogue, node: Entry) -> Surroundings:
    collection = node.collection
    tree = tree_of(catalogue, collection)
    below = [catalogue.entries[f"{collection}:{i}"] for i in tree.children.get(node.id, ())]
    above = [catalogue.entries[f"{collection}:{i}"] for i in tree.ancestors(node.id)]
    siblings = tree.children.get(tree.parent.get(node.id, ""), tree.roots)
    beside = [] if members(catalogue, node) else with_entries(catalogue, collection, siblings)
    return Surroundings([(n, len(members(catalogue, n))) for n in below], above[::-1], list(beside))


def by_collection(keys: tuple[str, ...]) -> list[tuple[str, int]]:
    """(collection, entries) in the order of the keys."""
    return list(Counter(key.partition(":")[0] for key in keys).items())


def view(context: RenderContext, key: str, number_text: str) -> NodePage:
    catalogue = context.catalogue
    node = catalogue.entries[key]
    record = catalogue.record(node)
    number = int(number_text)
    base = addresses.entry(node)
    here = addresses.page(base, number)
    keys = members(catalogue, node)
    pages = Chunks(keys, context.site.settings.page_size)
    near = surroundings(catalogue, node)
    section = addresses.collection(node.collection)
    trail = [(menu_title(context, node.collection), section)]
    trail += [(above.name, addresses.entry(above)) for above in near.above]
    facets = share_facets(context, here, node)
    # Of all pages of a node the same: counted on each, they would take time by the square of its entries.
    shares = context.once(("shares of a node", key), lambda: _shares(pages))
    return NodePage(
        frame=frame(
            context,
            here,
            numbered(context, node.name, number),
            description=_description(context, node, shares),
            section=section,
            trail=trail,
            own_scripts=(LISTS,) if facets else (),
            about=_about(context, here, node, record, pages[number - 1]),
        ),
        title=node.name,
        kind=kind_word(context, node),
        lead=node.summary,
        facts=facts(context, here, node, record),
        counts=tuple(_counts(context, here, base, number, shares)),
        children=tuple(
            Link(below.label, context.entry_href(here, below), str(count))
            for below, count in near.below
        ),
        beside=tuple(
            Link(beside.label, context.entry_href(here, beside), str(count))
            for beside, count in near.beside
        ),
        facets=facets,
        groups=tuple(_groups(context, here, node, tuple(pages[number - 1]))),
        pager=pager(context, here, base, number, len(pages)),
        makers=makers_href(context, here, node),
        name_en=node.name_en,
        pictures=page_pictures(context, here, getattr(record, "images", ())) if number == 1 else (),
    )


def _about(
    context: RenderContext, here: str, node: Entry, record: Any, keys: Sequence[str]
) -> Iterator[linked_data.Node]:
    yield from linked_data.about_entry(context, node, record)
    if keys:
        entries = (context.catalogue.entries[key] for key in keys)
        yield linked_data.about_list(context, node.name, here, entries)


class NodeShare(NamedTuple):
    """The entries of one collection in a node: how many, and the number of the page on which the first stands."""

    collection: str
    entries: int
    first_page: int


def _shares(pages: Iterable[Sequence[str]]) -> tuple[NodeShare, ...]:
    """The collections in a node, in the order of its entries; `pages` are the keys on each of its pages."""
    first_page: dict[str, int] = {}
    for number, keys in enumerate(pages, start=1):
        for key in keys:
            first_page.setdefault(key.partition(":")[0], number)
    counts = by_collection(tuple(key for keys in pages for key in keys))
    return tuple(NodeShare(name, count, first_page[name]) for name, count in counts)


def _description(context: RenderContext, node: Entry, shares: tuple[NodeShare, ...]) -> str:
    say = context.say
    counts = say("、").join(
        say(
            "{collection}{count}{unit}",
            collection=context.label(COLLECTIONS[share.collection].title),
            count=share.entries,
            unit=say(COLLECTIONS[share.collection].unit),
        )
        for share in shares
    )
    return say("{name}：{counts}。", name=node.name, counts=counts) if counts else node.summary


def _counts(
    context: RenderContext, here: str, base: str, number: int, shares: tuple[NodeShare, ...]
) -> Iterator[Link]:
    """How many entries of each collection, with a link to where its first one stands."""
    for name, count, first_page in shares:
        page = addresses.page(base, first_page)
        yield Link(
            context.label(COLLECTIONS[name].title),
            f"#{name}" if first_page == number else context.urls.href(here, page, name),
            context.say("{count}{unit}", count=count, unit=context.say(COLLECTIONS[name].unit)),
        )


def _groups(
    context: RenderContext, here: str, node: Entry, keys: tuple[str, ...]
) -> Iterator[CardGroup]:
    for name, collection in COLLECTIONS.items():
        entries = [context.catalogue.entries[key] for key in keys if key.startswith(f"{name}:")]
        if entries:
            title = context.label(collection.title)
            whole = whole_list(context, here, node, name)
            yield CardGroup(title, cards(context, entries), id=name, whole=whole)


FAMILY = Family(
    "nodes",
    plan=plan,
    recipes={"node": Recipe(view, TEMPLATE)},
    parts={
        "makers": Label("企业对照表", "the table of its enterprises"),
        "facets": FACET_COUNTS,
    },
)
