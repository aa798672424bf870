"""Shards: everything is found again, names tell the content, a posting more changes little."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sitegen.search.checksum import checksum
from sitegen.search.postings import Varints, owner
from sitegen.search.shards import PAGED, SortedLists, Space, cut

SPACE = Space(key_bits=10, id_bits=12, limit=60)
KEYS = st.dictionaries(
    st.integers(0, 2**10 - 1),
    st.sets(st.integers(0, 2**12 - 1), min_size=1, max_size=40),
    max_size=60,
)


def files_of(keys: dict[int, set[int]]) -> tuple[bytes, dict[str, bytes]]:
    rows = {key: (sorted(ids), [owner(key % 5, 0)] * len(ids)) for key, ids in keys.items()}
    varints = Varints()
    return cut(SortedLists(rows, varints), SPACE, "x", varints)


def numbers(data: bytes) -> list[int]:
    found, value, scale = [], 0, 0
    for byte in data:
        value |= (byte & 127) << scale
        scale += 7
        if byte < 128:
            found.append(value)
            value = scale = 0
    return found


def postings(shard: bytes) -> set[tuple[int, int]]:
    """(key, id) of everything in a shard: tails here are one number each."""
    found = set()
    key = at = 0
    while at < len(shard):
        step, at = _number(shard, at)
        size, at = _number(shard, at)
        key += step
        values = numbers(shard[at : at + size])
        number = 0
        for distance in values[::2]:
            number += distance
            found.add((key, number))
        at += size
    return found


def _number(data: bytes, at: int) -> tuple[int, int]:
    end = at
    while data[end] > 127:
        end += 1
    return numbers(data[at : end + 1])[0], end + 1


@given(KEYS)
def test_every_posting_lies_in_one_shard_and_no_shard_is_large(keys: dict[int, set[int]]) -> None:
    _, files = files_of(keys)
    found = [posting for data in files.values() for posting in postings(data)]
    assert sorted(found) == sorted((key, one) for key, ids in keys.items() for one in ids)
    assert all(len(data) <= SPACE.limit + 8 for data in files.values())


@given(KEYS)
def test_a_name_tells_its_content(keys: dict[int, set[int]]) -> None:
    for name, data in files_of(keys)[1].items():
        assert name.endswith(f"-{checksum(data)}.bin")


@given(KEYS, st.integers(0, 2**10 - 1), st.integers(0, 2**12 - 1))
def test_one_posting_more_changes_one_shard_or_halves_it(
    keys: dict[int, set[int]], key: int, number: int
) -> None:
    _, before = files_of(keys)
    _, after = files_of({**keys, key: keys.get(key, set()) | {number}})
    gone = before.keys() - after.keys()
    assert len(gone) <= 1
    kept = {posting for name in gone for posting in postings(before[name])}
    new = {p for name in after.keys() - before.keys() for p in postings(after[name])}
    assert new - kept <= {(key, number)}


def test_a_large_directory_is_cut_into_pages() -> None:
    varints = Varints()
    rows = {key: ([0], [bytes(40)]) for key in range(PAGED + 200)}
    directory, files = cut(SortedLists(rows, varints), Space(12, 4, 50), "x", varints)
    assert directory[0] == 1
    assert len(directory) < 400
    assert len(files) > PAGED + 200


def test_the_same_postings_in_another_order_give_the_same_bytes() -> None:
    tails = [owner(2, 0), owner(1, 3), owner(1, 0)]
    varints = Varints()
    one = SortedLists({5: ([9, 4, 9], tails)}, varints)
    other = SortedLists({5: ([9, 9, 4], [tails[2], tails[0], tails[1]])}, varints)
    assert one.lists[0].data == other.lists[0].data
