"""The search page: without scripts a page of ways on, with them also the results."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sitegen.model.collections import COLLECTIONS
from sitegen.outputs import addresses
from sitegen.outputs.dependencies import digest_of
from sitegen.outputs.family import Family, Recipe
from sitegen.outputs.output import Output
from sitegen.outputs.parts.featured import example_links, examples
from sitegen.outputs.parts.frame import frame, search_box
from sitegen.outputs.parts.letters import letter_counts, letter_links
from sitegen.outputs.parts.region_word import menu_title
from sitegen.outputs.parts.trees import TREES, upper_levels
from sitegen.outputs.parts.views.frame import Frame, SearchBox
from sitegen.outputs.parts.views.links import Link, LinkGroup
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext
from sitegen.outputs.showing.table import listed

TEMPLATE = "pages/search.html"
MOST_NODES = 40
"""The most places or categories on the page; where there are more, it has the upper ones."""


class SearchPage(NamedTuple):
    """搜索页；没有脚本时是通向字母和列表的一页 | the search page; without scripts, a page of ways on"""

    frame: Frame
    """网页共有的部分 | what every page has"""
    title: str
    """页面标题，即一级标题 | the heading of the page"""
    lead: str
    """标题下的一两句话 | a sentence or two below the heading"""
    search: SearchBox
    """搜索框 | the search box"""
    examples: tuple[Link, ...]
    """可以试的搜索；可空 | searches to try; may be empty"""
    letters: tuple[Link, ...]
    """首字母；小字是条目数；可空 | the letters; the note says how many; may be empty"""
    ways: tuple[LinkGroup, ...]
    """按栏目、地区、类别找；小字是条目数 | ways by collection, region and category, with counts as notes"""


def plan(context: PlanContext) -> Iterator[Output]:
    catalogue = context.catalogue
    nodes = [
        (node.key, catalogue.card_digests[node.key], count)
        for tree in TREES
        for node, count in upper_levels(catalogue, tree, MOST_NODES)
    ]
    yield context.page(
        addresses.SEARCH,
        "search",
        TEMPLATE,
        in_sitemap=False,
        letters=digest_of(letter_counts(context)),
        counts=digest_of([(name, len(catalogue.collections[name])) for name in listed()]),
        tree=digest_of(nodes),
        examples=digest_of(examples(context)),
    )


def view(context: RenderContext) -> SearchPage:
    here = addresses.SEARCH
    title = context.say("搜索")
    lead = context.say("名称、拼音、首字母、地名加品名、公告号，都能查。")
    return SearchPage(
        frame=frame(context, here, title, description=lead, section=here),
        title=title,
        lead=lead,
        search=search_box(context, here),
        examples=example_links(context, here),
        letters=letter_links(context, here),
        ways=tuple(_ways(context, here)),
    )


def _ways(context: RenderContext, here: str) -> Iterator[LinkGroup]:
    catalogue = context.catalogue
    lists = tuple(
        Link(
            context.label(COLLECTIONS[name].title),
            context.href(here, addresses.collection(name)),
            str(count),
        )
        for name in listed()
        if (count := len(catalogue.collections[name]))
    )
    yield LinkGroup(context.say("按栏目看"), lists)
    for tree in TREES:
        links = tuple(
            Link(node.label, context.entry_href(here, node), str(count))
            for node, count in upper_levels(catalogue, tree, MOST_NODES)
        )
        title = context.say("按{tree}找", tree=menu_title(context, tree))
        yield LinkGroup(title, links)


FAMILY = Family(
    "search",
    plan=plan,
    recipes={"search": Recipe(view, TEMPLATE)},
    addresses=("search",),
)
