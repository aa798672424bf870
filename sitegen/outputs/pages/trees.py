"""The two tree indexes: all regions and all categories, each with the nodes under it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sitegen.outputs import addresses
from sitegen.outputs.dependencies import digest_of
from sitegen.outputs.family import Family, Recipe
from sitegen.outputs.output import Output
from sitegen.outputs.parts.frame import frame
from sitegen.outputs.parts.trees import TREES, members, tiles, tree_of
from sitegen.outputs.parts.views.frame import Frame
from sitegen.outputs.parts.views.links import Link
from sitegen.outputs.parts.views.lists import Branch, Tile
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext
from sitegen.outputs.showing.table import menu_title, showing

TEMPLATE = "pages/tree.html"


class TreePage(NamedTuple):
    """全部地区，或全部类别 | all regions, or all categories"""

    frame: Frame
    """网页共有的部分 | what every page has"""
    title: str
    """页面标题，即一级标题 | the heading of the page"""
    lead: str
    """标题下的一两句话；可空 | a sentence or two below the heading; may be empty"""
    tiles: tuple[Tile, ...]
    """方格图；没有则空 | the tile grid; empty where there is none"""
    branches: tuple[Branch, ...]
    """最上一级，各带下级 | the upper level, each with those under it"""


def plan(context: PlanContext) -> Iterator[Output]:
    catalogue = context.catalogue
    for collection in TREES:
        nodes = catalogue.collections[collection]
        if nodes:
            listed = [
                (
                    node.key,
                    catalogue.card_digests[node.key],
                    node.facts_digest,
                    len(members(catalogue, node)),
                )
                for node in nodes
            ]
            order = tree_of(catalogue, collection)
            yield context.page(
                addresses.collection(collection),
                "tree",
                TEMPLATE,
                collection,
                in_sitemap=True,
                tree=digest_of([listed, order.roots, order.children]),
            )


def view(context: RenderContext, collection: str) -> TreePage:
    here = addresses.collection(collection)
    tree = tree_of(context.catalogue, collection)
    title = context.label(menu_title(collection))
    lead = context.say(showing(collection).lead)
    return TreePage(
        frame=frame(context, here, title, description=lead, section=here),
        title=title,
        lead=lead,
        tiles=tiles(context, here) if collection == "regions" else (),
        branches=tuple(_branch(context, here, collection, root) for root in tree.roots),
    )


def _branch(context: RenderContext, here: str, collection: str, node: str) -> Branch:
    entry = context.catalogue.entries[f"{collection}:{node}"]
    count = len(members(context.catalogue, entry))
    below = tree_of(context.catalogue, collection).children.get(node, ())
    return Branch(
        Link(entry.name, context.entry_href(here, entry), str(count)),
        entry.summary,
        tuple(_branch(context, here, collection, child) for child in below),
    )


FAMILY = Family("trees", plan=plan, recipes={"tree": Recipe(view, TEMPLATE)})
