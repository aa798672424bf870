"""Lists of runs of characters: what the arrays give is what reading text by text gives."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.search import run_keys, runs
from sitegen.search.folding import traditional
from sitegen.search.postings import Varints, varint
from sitegen.search.shards import PostingLists, SortedLists, Space, cut
from tests.support.attack.rounds import examples

CHARACTERS = st.sampled_from("潍县萝卜蘿濰㐀鿿𠮷aZ9 ，\n\0\ud800")
TEXTS = st.lists(
    st.tuples(st.text(CHARACTERS, max_size=40), st.integers(0, 300), st.integers(1, 3000)),
    max_size=12,
)
Rows = dict[int, list[tuple[int, int, int]]]


def three_key(three: str) -> int:
    hashes = [ord(char) * 40503 >> 3 for char in three]
    last = hashes[2] % 511 + 1 if three[2] != " " else 0
    return ord(three[0]) - 0x3400 << 19 | hashes[1] % 1024 << 9 | last


def five_key(five: str) -> int:
    key = 0
    for char in five:
        key = (key * 131 + ord(char)) % 17_179_869_143
    return key


def mark_of(before: str) -> int:
    return (ord(before) * 40503 >> 3) % 15 if before.strip() else 0


def read(
    texts: Sequence[tuple[str, int, int]], size: int, key_of: Callable[[str], int]
) -> tuple[Rows, list[str]]:
    """The same by plain strings: (id, class, mark of what is before) by key, and every text folded."""
    found: Rows = defaultdict(list)
    folded = []
    number = 0
    for text, group, step in texts:
        number += step
        han = re.sub("[^\u3400-\u9fff]+", " ", text).translate(traditional()) + " "
        folded.append(han)
        before: dict[int, set[int]] = defaultdict(set)
        for at in range(len(han) - size + 1):
            row = han[at : at + size]
            if " " not in row[: 2 if size == 3 else 5]:
                before[key_of(row)].add(mark_of(han[at - 1 : at]))
        for key, marks in before.items():
            found[key].append((number, group, marks.pop() if len(marks) == 1 else 15))
    return found, folded


def made(texts: Sequence[tuple[str, int, int]], most: int) -> tuple[runs.Runs, runs.Runs]:
    ids = [sum(step for _, _, step in texts[: at + 1]) for at in range(len(texts))]
    return runs.lists_of(
        [text for text, _, _ in texts], ids, [group for _, group, _ in texts], most
    )


def held(rows: Rows, most: int) -> SortedLists:
    kept = {key: own if len(own) <= most else [] for key, own in rows.items()}
    postings = {
        key: (
            [number for number, _, _ in own],
            [varint(group << 4 | before) for _, group, before in own],
        )
        for key, own in kept.items()
    }
    return SortedLists(postings, Varints())


def shards(lists: PostingLists) -> tuple[bytes, dict[str, bytes]]:
    return cut(lists, Space(run_keys.KEY_BITS, 17, 30), "t", Varints())


@settings(max_examples=examples(200))
@given(TEXTS, st.integers(1, 4), st.sampled_from([1, 7, 50, 1 << 22]))
def test_threes_are_those_of_every_text_read_alone(
    texts: list[tuple[str, int, int]], most: int, at_once: int
) -> None:
    with patch.object(run_keys, "CHUNK", at_once):
        threes, _ = made(texts, most)
    expected, _ = read(texts, 3, three_key)
    assert shards(threes) == shards(held(expected, most))
    assert threes.common_keys.tolist() == sorted(
        k for k, own in expected.items() if len(own) > most
    )


@settings(max_examples=examples(200))
@given(TEXTS, st.integers(1, 4), st.sampled_from([1, 7, 50, 1 << 22]))
def test_fives_are_those_around_threes_of_very_many_texts(
    texts: list[tuple[str, int, int]], most: int, at_once: int
) -> None:
    with patch.object(run_keys, "CHUNK", at_once):
        _, fives = made(texts, most)
    threes, _ = read(texts, 3, three_key)
    many = {key for key, own in threes.items() if len(own) > most}
    found, folded = read(texts, 5, five_key)
    inner = {
        five_key(han[at - 1 : at + 4])
        for han in folded
        for at in range(1, len(han) - 3)
        if " " not in han[at - 1 : at + 4] and three_key(han[at : at + 3]) in many
    }
    assert shards(fives) == shards(held({key: found[key] for key in inner}, most))


@given(st.lists(st.tuples(st.integers(0, 2**30), st.integers(0, 2000)), min_size=1, max_size=9))
def test_the_postings_of_a_list_are_read_back_from_its_bytes(rows: list[tuple[int, int]]) -> None:
    texts = [("潍县", group, step + 1) for step, group in rows]
    threes, _ = made(texts, len(texts))
    one = threes.single(0)
    ids = [sum(step for _, _, step in texts[: at + 1]) for at in range(len(texts))]
    assert (one.ids, one.tails) == (ids, [varint(group << 4) for _, group, _ in texts])
