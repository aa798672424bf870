"""Numbers of entries: those at home in a region stand together, so a place is a range of numbers.

Each region has room for more entries than it has, and an entry's seat in it follows from its key
alone (the next free one where two want the same). So one entry more takes a free seat and moves
nobody, except where its region has to be given twice the room.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sitegen.files import digest
from sitegen.search.facts import Node

LEAST = 4


@dataclass(frozen=True, slots=True)
class RegionRange:
    """Where a region stands: its place in preorder, the first number of its entries, how many
    numbers it and all regions below it have, and how many regions it is with those below."""

    node: int
    start: int
    size: int
    nodes: int


@dataclass(frozen=True, slots=True)
class Numbering:
    """`ids` by key; `size` is above every id. `layout` changes with any range."""

    ids: Mapping[str, int]
    regions: Mapping[str, RegionRange]
    size: int
    layout: str


def number(entries: Iterable[tuple[str, str]], regions: Sequence[Node]) -> Numbering:
    """Ids of entries given as (key, home region); entries of no known region come last."""
    known = {region.id for region in regions}
    homes: dict[str, list[str]] = {}
    for key, home in entries:
        homes.setdefault(home if home in known else "", []).append(key)
    ids: dict[str, int] = {}
    starts: list[int] = []
    at = 0
    for region in regions:
        starts.append(at)
        at += _seat(homes.get(region.id, ()), at, ids)
    starts.append(at)
    size = at + _seat(homes.get("", ()), at, ids)
    placed = {}
    for node, region in enumerate(regions):
        end = node + 1
        while end < len(regions) and regions[end].depth > region.depth:
            end += 1
        start = starts[node]
        placed[region.id] = RegionRange(node, start, starts[end] - start, end - node)
    layout = digest(repr((starts, size)).encode())[:8]
    return Numbering(ids, placed, size, layout)


def _seat(keys: Sequence[str], start: int, ids: dict[str, int]) -> int:
    """Give the keys numbers from `start`; how many numbers that takes."""
    room = LEAST
    while room * 5 < len(keys) * 7:
        room *= 2
    taken = bytearray(room)
    for wish, key in sorted((digest(key.encode())[:12], key) for key in keys):
        seat = int(wish, 16) % room
        while taken[seat]:
            seat = (seat + 1) % room
        taken[seat] = 1
        ids[key] = start + seat
    return room
