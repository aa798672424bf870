"""Regions and categories as several pages show them: counts, tiles, the upper levels."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.catalogue.catalogue import Catalogue
from sitegen.catalogue.trees import Tree
from sitegen.model.entry import Entry
from sitegen.outputs.parts.views.lists import Tile
from sitegen.outputs.render_context import RenderContext

TREES = ("regions", "categories")
AT_A_GLANCE = 48
"""The most places or categories that readers take in at a glance."""
LEVELS = 3
"""Shades of tiles that have entries: a third of these tiles each."""


def tree_of(catalogue: Catalogue, collection: str) -> Tree:
    return catalogue.regions if collection == "regions" else catalogue.categories


def members(catalogue: Catalogue, node: Entry) -> tuple[str, ...]:
    """Keys of the entries in a node, by collection in the order of COLLECTIONS, then pinyin."""
    by_node = catalogue.in_region if node.collection == "regions" else catalogue.in_category
    return by_node.get(node.id, ())


def upper_levels(catalogue: Catalogue, collection: str, most: int) -> list[tuple[Entry, int]]:
    """(node, number of entries) of the nodes that have any, in the order of their tree: two levels of
    it if these are at most `most`, else one. A sole root is left out."""
    tree = tree_of(catalogue, collection)
    level = list(with_entries(catalogue, collection, tree.roots))
    if len(level) == 1:
        below = tree.children.get(level[0][0].id, ())
        level = list(with_entries(catalogue, collection, below)) or level
    deeper = [
        row
        for node in level
        for row in (
            node,
            *with_entries(catalogue, collection, tree.children.get(node[0].id, ())),
        )
    ]
    return deeper if len(deeper) <= most else level


def with_entries(
    catalogue: Catalogue, collection: str, ids: tuple[str, ...]
) -> Iterator[tuple[Entry, int]]:
    """(node, number of entries) of those of these nodes that have any."""
    for identifier in ids:
        node = catalogue.entries[f"{collection}:{identifier}"]
        count = len(members(catalogue, node))
        if count:
            yield node, count


def tiles(context: RenderContext, here: str) -> tuple[Tile, ...]:
    """The tile grid of the regions that have a place in it, by rows.

    The third of the tiles with the most entries is level 3, the next 2, then 1; 0 has none.
    """
    catalogue = context.catalogue
    placed = [entry for entry in catalogue.collections["regions"] if entry.tree.get("tile")]
    counts = {entry.id: len(members(catalogue, entry)) for entry in placed}
    ranks = sorted(count for count in counts.values() if count)
    grid = []
    for entry in placed:
        row, column = (int(part) for part in str(entry.tree["tile"]).split(","))
        count = counts[entry.id]
        level = 1 + LEVELS * ranks.index(count) // len(ranks) if count else 0
        url = context.entry_href(here, entry)
        grid.append(Tile(entry.label, url, count, row, column, level))
    return tuple(sorted(grid, key=lambda tile: (tile.row, tile.column)))
