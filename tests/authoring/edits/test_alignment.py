"""The members of a changed list are told from those of the old one."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.authoring.edits.alignment import Pairing, pairings
from sitegen.loading.document import Tree

MEMBER = st.sampled_from("abcdefgh") | st.builds(
    lambda row, note: {"row": row, "note": note}, st.sampled_from("abcd"), st.sampled_from("xy")
)


@given(old=st.lists(MEMBER), new=st.lists(MEMBER))
def test_every_member_of_both_lists_is_there_once_and_in_order(
    old: list[Tree], new: list[Tree]
) -> None:
    found = pairings(old, new)
    assert [index for index, _ in found if index is not None] == [*range(len(old))]
    assert [other for _, other in found if other is not None] == [*range(len(new))]
    if old == new:
        assert all(index == other for index, other in found)


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("abc", "bcd", [(0, None), (1, 0), (2, 1), (None, 2)]),
        ("abc", "axc", [(0, 0), (1, 1), (2, 2)]),
        ("ab", "xab", [(None, 0), (0, 1), (1, 2)]),
        ("abcd", "dabc", [(None, 0), (0, 1), (1, 2), (2, 3), (3, None)]),
        ("aab", "ab", [(0, 0), (1, None), (2, 1)]),
    ],
)
def test_equal_members_belong_together(old: str, new: str, found: list[Pairing]) -> None:
    assert pairings(list(old), list(new)) == found


def test_groups_with_the_same_first_field_belong_together() -> None:
    old: list[Tree] = [{"row": name, "note": "x"} for name in "abcd"]
    new: list[Tree] = [{"row": name, "note": "y"} for name in "bdz"]
    assert pairings(old, new) == [(0, None), (1, 0), (2, None), (3, 1), (None, 2)]


def test_the_time_grows_as_the_lists_do() -> None:
    old: list[Tree] = [str(n) for n in range(20_000)]
    new = [old[n] for n in range(0, 20_000, 2)][::-1]
    start = process_time()
    assert len(pairings(old, new)) == 20_000 + 10_000 - 1
    assert process_time() - start < 2
