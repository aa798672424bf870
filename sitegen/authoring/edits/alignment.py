"""Which members of a list are still there in a changed list, so that each keeps its line and its comment."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import TypeAlias

from sitegen.loading.document import Tree
from sitegen.model.entry import canonical

Pairing: TypeAlias = "tuple[int | None, int | None]"
"""(index in the old list, index in the new one): a member that stays or is changed, goes, or is new."""


def pairings(old: Sequence[Tree], new: Sequence[Tree]) -> list[Pairing]:
    """The members of both lists in their order. Equal ones belong together, then those whose first field is
    equal (the row, the file, the title), then those between the same neighbours. Equal ones that stand in
    another order are among those that go and those that are new."""
    found: list[Pairing] = []
    whole = [canonical(member) for member in old], [canonical(member) for member in new]
    gaps: list[tuple[range, range]] = []
    for old_part, new_part in _parts(*whole, range(len(old)), range(len(new))):
        if isinstance(old_part, range) and isinstance(new_part, range):
            gaps.append((old_part, new_part))
    gone = {whole[0][index] for lost, _ in gaps for index in lost}
    come = {whole[1][other] for _, added in gaps for other in added}
    moved = gone & come
    heads = (
        [
            None if key in moved else _head(member)
            for key, member in zip(whole[0], old, strict=True)
        ],
        [
            None if key in moved else _head(member)
            for key, member in zip(whole[1], new, strict=True)
        ],
    )
    for old_part, new_part in _parts(*whole, range(len(old)), range(len(new))):
        if isinstance(old_part, int) and isinstance(new_part, int):
            found.append((old_part, new_part))
            continue
        assert isinstance(old_part, range) and isinstance(new_part, range)
        for lost, added in _parts(*heads, old_part, new_part):
            if isinstance(lost, int) and isinstance(added, int):
                found.append((lost, added))
                continue
            assert isinstance(lost, range) and isinstance(added, range)
            stay = [index for index in lost if whole[0][index] not in moved]
            take = [other for other in added if whole[1][other] not in moved]
            found += _in_order(lost, added, zip(stay, take, strict=False))
    return found


def _in_order(lost: range, added: range, pairs: Iterable[tuple[int, int]]) -> Iterator[Pairing]:
    """These pairs with all other members of both ranges."""
    at, other_at = lost.start, added.start
    for index, other in (*pairs, (lost.stop, added.stop)):
        yield from ((n, None) for n in range(at, index))
        yield from ((None, n) for n in range(other_at, other))
        if index < lost.stop:
            yield index, other
        at, other_at = index + 1, other + 1


def _head(member: Tree) -> Hashable:
    """What a group is known by: its first field. None for anything else."""
    if not isinstance(member, dict) or not member:
        return None
    name, value = next(iter(member.items()))
    return name, canonical(value)


def _parts(
    old: Sequence[Hashable], new: Sequence[Hashable], lost: range, added: range
) -> Iterator[tuple[int | range, int | range]]:
    """The two ranges cut at what is equal: pairs of members, and pairs of ranges between them."""
    before_old, before_new = lost.start, added.start
    for index, other in _common(old, new, lost, added):
        yield range(before_old, index), range(before_new, other)
        yield index, other
        before_old, before_new = index + 1, other + 1
    yield range(before_old, lost.stop), range(before_new, added.stop)


def _common(
    old: Sequence[Hashable], new: Sequence[Hashable], lost: range, added: range
) -> list[tuple[int, int]]:
    """The longest series of equal members in the same order in both ranges, apart from those that are there
    twice and differ in their neighbours. Takes n log n time."""
    first = 0
    while first < min(len(lost), len(added)) and _same(old, new, lost[first], added[first]):
        first += 1
    last = 0
    while last < min(len(lost), len(added)) - first and _same(
        old, new, lost[-1 - last], added[-1 - last]
    ):
        last += 1
    inner_old, inner_new = lost[first : len(lost) - last], added[first : len(added) - last]
    return [
        *zip(lost[:first], added[:first], strict=True),
        *_rising([*_once_in_both(old, new, inner_old, inner_new)]),
        *zip(lost[len(lost) - last :], added[len(added) - last :], strict=True),
    ]


def _same(old: Sequence[Hashable], new: Sequence[Hashable], index: int, other: int) -> bool:
    return old[index] is not None and old[index] == new[other]


def _once_in_both(
    old: Sequence[Hashable], new: Sequence[Hashable], lost: range, added: range
) -> Iterator[tuple[int, int]]:
    places: dict[Hashable, int | None] = {}
    for index in lost:
        places[old[index]] = None if old[index] in places else index
    seen: dict[Hashable, int] = {}
    for other in added:
        seen[new[other]] = seen.get(new[other], 0) + 1
    for other in added:
        index_of = places.get(new[other])
        if new[other] is not None and index_of is not None and seen[new[other]] == 1:
            yield index_of, other


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of the pairs, sorted by their second number, in which the first one rises, too."""
    ends: list[int] = []
    chain: list[int] = []
    before: list[int | None] = []
    for number, (index, _) in enumerate(pairs):
        at = bisect_left(ends, index)
        before.append(chain[at - 1] if at else None)
        ends[at : at + 1] = [index]
        chain[at : at + 1] = [number]
    found = []
    current = chain[-1] if chain else None
    while current is not None:
        found.append(pairs[current])
        current = before[current]
    return found[::-1]
