"""The changes that are made to an entry before it is built again."""

from __future__ import annotations

from benchmarks import changes, ours
from benchmarks.synthetic.entries import Dataset

DATA = Dataset(60)
ENTRY = DATA.by_collection["products"][0]


def test_a_changed_body_is_the_old_one_and_one_more_paragraph() -> None:
    source = ours.source(DATA, ENTRY)
    changed, words = changes.body(source, DATA, ENTRY, 1)
    assert changed == f"{source}\n{words}\n"


def test_a_summary_is_changed_anew_where_it_was_changed_before() -> None:
    source = ours.source(DATA, ENTRY)
    once, first = changes.card(source, DATA, ENTRY, 1)
    twice, second = changes.card(once, DATA, ENTRY, 101)
    assert first in once and first not in source
    assert second in twice and first not in twice
    assert twice.replace(second, first) == once
    assert len(once.splitlines()) == len(source.splitlines())
