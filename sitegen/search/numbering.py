"""Numbers of entries. All entries of a region have numbers in one range, so a place is a range.

Each region has more numbers than entries. The number of an entry within its region depends on the
hash of its key alone (and on collisions: then it is the next free number). So a new entry takes a
free number and no other entry moves, unless its region must be given twice as many numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sitegen.files import digest
from sitegen.search.facts import Node

LEAST = 4
"""Minimum number of seats of a region. The number is always a power of two (decision 0010)."""


@dataclass(frozen=True, slots=True)
class RegionRange:
    """The numbers of a region and of all regions below it.

    `node` is its position in preorder and `nodes` the number of regions in its subtree, itself
    included; `start` is the first number of the subtree and `size` how many numbers it has.
    """

    node: int
    start: int
    size: int
    nodes: int


@dataclass(frozen=True, slots=True)
class Numbering:
    """`ids` are by entry key, `regions` by region id. Every id is below `size`.

    `layout` is a digest of all numbers and ranges: files made with another one do not fit.
    """

    ids: Mapping[str, int]
    regions: Mapping[str, RegionRange]
    size: int
    layout: str


def number(entries: Iterable[tuple[str, str]], regions: Sequence[Node]) -> Numbering:
    """Number entries given as (key, id of the home region). Those of no known region come last."""
    known = {region.id for region in regions}
    homes: dict[str, list[str]] = {}
    for key, home in entries:
        homes.setdefault(home if home in known else "", []).append(key)
    ids: dict[str, int] = {}
    starts: list[int] = []
    next_start = 0
    for region in regions:
        starts.append(next_start)
        next_start += _assign(homes.get(region.id, ()), next_start, ids)
    starts.append(next_start)
    size = next_start + _assign(homes.get("", ()), next_start, ids)
    ranges = {}
    for node, region in enumerate(regions):
        end = node + 1
        while end < len(regions) and regions[end].depth > region.depth:
            end += 1
        start = starts[node]
        ranges[region.id] = RegionRange(node, start, starts[end] - start, end - node)
    numbered = "\n".join(map(" ".join, zip(map(str, ids.values()), ids, strict=True)))
    layout = digest(f"{starts} {size}\n{numbered}".encode())[:8]
    return Numbering(ids, ranges, size, layout)


def _assign(keys: Sequence[str], start: int, ids: dict[str, int]) -> int:
    """Add a number from `start` on to `ids` for each key; return the number of seats reserved.

    There are at least 1.4 seats for each key, so that most new entries find a free one.
    """
    seats = LEAST
    while seats * 5 < len(keys) * 7:
        seats *= 2
    is_taken = bytearray(seats)
    for hash_of_key, key in sorted((digest(key.encode())[:12], key) for key in keys):
        seat = int(hash_of_key, 16) % seats
        while is_taken[seat]:
            seat = (seat + 1) % seats
        is_taken[seat] = 1
        ids[key] = start + seat
    return seats
