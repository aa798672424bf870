"""A list is cut into pages; each is cut out when it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.outputs.parts.paging import Chunks


@given(st.lists(st.integers(), max_size=50), st.integers(1, 12))
def test_the_pages_of_a_list_are_the_list_and_none_is_too_long(
    members: list[int], size: int
) -> None:
    pages = Chunks(members, size)
    each = list(pages)
    assert [member for page in each for member in page] == members
    assert [pages[place] for place in range(len(pages))] == each
    assert all(len(page) == size for page in each[:-1])
    assert len(each[-1]) <= size


def test_an_empty_list_has_one_empty_page() -> None:
    assert list(Chunks([], 24)) == [[]]


def test_there_is_no_page_behind_the_last() -> None:
    with pytest.raises(IndexError):
        Chunks("abcde", 2)[3]


def test_a_page_takes_no_more_of_the_list_than_it_shows() -> None:
    class Counting(Sequence[int]):
        taken = 0

        def __len__(self) -> int:
            return 1_000_000

        def __getitem__(self, place: Any) -> Any:
            part = range(*place.indices(len(self)))
            self.taken += len(part)
            return list(part)

    members = Counting()
    assert Chunks(members, 24)[2] == list(range(48, 72))
    assert members.taken == 24
