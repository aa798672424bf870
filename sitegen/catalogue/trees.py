"""Regions and categories: parents without cycles, children in order, everything below a node."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sitegen.model.entry import Entry
from sitegen.model.number_types import whole_number


@dataclass(frozen=True, slots=True)
class Tree:
    """A tree of entries by id. `roots` and `children` are in display order."""

    parent: Mapping[str, str]
    children: Mapping[str, tuple[str, ...]]
    roots: tuple[str, ...]

    def ancestors(self, node: str) -> tuple[str, ...]:
        """From the parent up to the root."""
        above: list[str] = []
        while node in self.parent:
            node = self.parent[node]
            above.append(node)
        return tuple(above)

    def below(self, node: str) -> Iterator[str]:
        """The node and all under it, each before its children."""
        yield node
        for child in self.children.get(node, ()):
            yield from self.below(child)

    def level(self, counts: Mapping[str, int], limit: int) -> list[str]:
        """The nodes with a count at the finest level with at most `limit` of them: the leaves of a
        small tree, the provinces of a whole country."""
        level = [node for node in self.roots if counts.get(node)]
        while True:
            finer: list[str] = []
            for node in level:
                parts = [n for n in self.children.get(node, ()) if counts.get(n)]
                finer += parts or [node]
            if finer == level or len(finer) > limit:
                return level
            level = finer


def grow(entries: Mapping[str, Entry]) -> tuple[Tree, tuple[tuple[str, ...], ...]]:
    """The tree of entries whose records name a parent, and the cycles of parents, which are cut.

    Siblings are sorted by `order` where it is given, and then as they are written.
    """
    parent: dict[str, str] = {}
    for identifier, entry in entries.items():
        above = str(entry.tree.get("parent", "")).rpartition(":")[2]
        if above in entries:
            parent[identifier] = above
    cycles: list[tuple[str, ...]] = []
    for start in list(parent):
        seen = [start]
        while seen[-1] in parent:
            above = parent[seen[-1]]
            if above in seen:
                cycle = tuple(seen[seen.index(above) :])
                cycles.append(cycle)
                for member in cycle:
                    del parent[member]
                break
            seen.append(above)
    position = {identifier: index for index, identifier in enumerate(entries)}

    def order(identifier: str) -> tuple[int, int]:
        given = str(entries[identifier].tree.get("order", ""))
        return (whole_number(given) if given else 1_000_000, position[identifier])

    children: dict[str, list[str]] = {}
    for identifier, above in parent.items():
        children.setdefault(above, []).append(identifier)
    roots = tuple(sorted((i for i in entries if i not in parent), key=order))
    ordered = {above: tuple(sorted(below, key=order)) for above, below in children.items()}
    return Tree(parent, ordered, roots), tuple(cycles)
