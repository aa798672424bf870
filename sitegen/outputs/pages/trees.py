"""The two tree indexes: all regions and all categories, each with the nodes under it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sitegen.outputs import addresses
from sitegen.outputs.dependencies import digest_of
from sitegen.outputs.family import Family, Recipe
from sitegen.outputs.output import Output
from sitegen.outputs.parts.frame import frame
from sitegen.outputs.parts.region_word import menu_title, places
from sitegen.outputs.parts.trees import TREES, members, tiles, tree_of
from sitegen.outputs.parts.views.frame import Frame
from sitegen.outputs.parts.views.links import Link
from sitegen.outputs.parts.views.lists import Branch, Tile
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext
from sitegen.outputs.showing.table import showing

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
    title = menu_title(context, collection)
    lead = _lead(context, collection)
    return TreePage(
        frame=frame(context, here, title, description=lead, section=here),
        title=title,
        lead=lead,
        tiles=tiles(context, here) if collection == "regions" else (),
        branches=tuple(_branch(context, here, collection, root) for root in tree.roots),
    )


def _lead(context: RenderContext, collection: str) -> str:
    if collection != "regions":
        return context.say(showing(collection).lead)
    regions = context.catalogue.collections["regions"]
    if any(region.kind == "zone" for region in regions):
        return context.say("每个{places}和功能区收录了什么，一目了然。", places=places(context))
    return context.say("每个{places}收录了什么，一目了然。", places=places(context))


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
