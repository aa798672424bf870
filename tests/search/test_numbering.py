"""Numbers: places are ranges, and an entry more moves nobody but where its region must grow."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sitegen.search.facts import Node
from sitegen.search.numbering import number

REGIONS = (
    Node("city", "市", 0, ()),
    Node("north", "北县", 1, ()),
    Node("town", "镇", 2, ()),
    Node("south", "南县", 1, ()),
)
HOMES = st.sampled_from(["city", "north", "town", "south", "", "elsewhere"])
ENTRIES = st.dictionaries(st.text("abcdef", min_size=1, max_size=4), HOMES, max_size=60)


@given(ENTRIES)
def test_every_entry_has_a_number_of_its_own_in_the_range_of_its_region(
    entries: dict[str, str],
) -> None:
    made = number(entries.items(), REGIONS)
    assert len(set(made.ids.values())) == len(entries)
    assert all(0 <= one < made.size for one in made.ids.values())
    for key, home in entries.items():
        within = {
            region
            for region, where in made.regions.items()
            if where.start <= made.ids[key] < where.start + where.size
        }
        above = {"town": {"town", "north", "city"}, "north": {"north", "city"}}
        assert within == above.get(
            home, {home, "city"} - {"", "elsewhere"} if home in ("city", "south") else set()
        )


@given(ENTRIES, st.text("ghi", min_size=1, max_size=4), HOMES)
def test_an_entry_more_moves_only_those_it_meets(
    entries: dict[str, str], key: str, home: str
) -> None:
    before = number(entries.items(), REGIONS)
    after = number([*entries.items(), (key, home)], REGIONS)
    assert before.layout != after.layout
    if (before.regions, before.size) == (after.regions, after.size):
        moved = [one for one in entries if before.ids[one] != after.ids[one]]
        assert all(_home(entries[one]) == _home(home) for one in moved)


def _home(region: str) -> str:
    return "" if region == "elsewhere" else region


@given(ENTRIES)
def test_the_order_of_entries_does_not_matter(entries: dict[str, str]) -> None:
    rows = list(entries.items())
    assert number(rows, REGIONS) == number(rows[::-1], REGIONS)
