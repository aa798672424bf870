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
from sitegen.outputs.parts.views import Branch, Frame, Link, Tile
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext
from sitegen.outputs.showing.table import menu_title, showing

TEMPLATE = "pages/tree.html"


class TreePage(NamedTuple):
    """All regions or categories. `tiles` are empty where the regions have no places in a grid."""

    frame: Frame
    title: str
    lead: str
    tiles: tuple[Tile, ...]
    branches: tuple[Branch, ...]


def plan(context: PlanContext) -> Iterator[Output]:
    catalogue = context.catalogue
    for collection in TREES:
        nodes = catalogue.collections[collection]
        if nodes:
            listed = [
                (node.key, catalogue.cards[node.key], node.facts, len(members(catalogue, node)))
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
