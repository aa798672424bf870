"""The invented content that generators are measured with is what benchmarks/README.md says of it."""

from __future__ import annotations

from pathlib import Path
from statistics import mean

import pytest

from benchmarks import ours, structure
from benchmarks.generator import Generator
from benchmarks.peers.sources import OUTSIDE, source_of
from benchmarks.synthetic.bodies import body_of
from benchmarks.synthetic.entries import SHARES, Dataset
from benchmarks.synthetic.fields import LABELS, fields_of
from tests.support import basic_site
from tests.support.site_test import SiteTest

DATA = Dataset(600)
GENERATORS = {generator.name: generator for generator in ours.generators()}


def blocks(body: str) -> list[str]:
    return body.strip().split("\n\n")


def test_the_same_seed_makes_the_same_files(tmp_path: Path) -> None:
    for name in ("one", "two"):
        ours.write(Dataset(60, seed=3), tmp_path / name)
    ours.write(Dataset(60, seed=4), tmp_path / "other")
    first = basic_site.tree(tmp_path / "one")
    assert first == basic_site.tree(tmp_path / "two")
    assert first.keys() != basic_site.tree(tmp_path / "other").keys()


def test_there_are_as_many_entries_as_asked_for_each_once() -> None:
    for count in (60, 1_300, 10_000):
        data = Dataset(count)
        assert len({entry.key for entry in data.entries}) == count
        assert set(data.by_collection) == set(SHARES)
    assert structure.terms(Dataset(1_300)) == 41


def test_every_entry_has_21_fields_of_some_692_bytes() -> None:
    assert {len(fields_of(DATA, entry)) for entry in DATA.entries} == {21}
    assert set().union(*(fields_of(DATA, entry) for entry in DATA.entries)) <= set(LABELS)
    sizes = [sum(len(line.encode()) for line in ours.front_matter(DATA, e)) for e in DATA.entries]
    assert mean(sizes) == pytest.approx(692, rel=0.02)


def test_a_body_has_3_to_6_paragraphs_mostly_a_list_often_a_table() -> None:
    bodies = [blocks(body_of(DATA, entry)) for entry in DATA.entries]
    lists = [sum(block.startswith("- ") for block in body) for body in bodies]
    tables = [sum(block.startswith("| ") for block in body) for body in bodies]
    prose = [len(body) - a - b for body, a, b in zip(bodies, lists, tables, strict=True)]
    assert set(prose) == {3, 4, 5, 6}
    assert mean(lists) == pytest.approx(0.8, abs=0.05)
    assert mean(tables) == pytest.approx(0.4, abs=0.05)
    sizes = [len(body_of(DATA, entry).encode()) for entry in DATA.entries]
    assert mean(sizes) == pytest.approx(2_032, rel=0.02)


def test_rich_bodies_hold_a_footnote_and_an_attribute_list() -> None:
    rich = Dataset(60, rich=True)
    for entry in rich.entries:
        body = body_of(rich, entry)
        assert "[^1]" in body and "{: #" in body


def test_the_other_generators_are_told_the_same_facts() -> None:
    keys = {entry.key for entry in DATA.entries}
    for entry in DATA.entries:
        source = source_of(DATA, entry)
        assert len(source.facts) + len(OUTSIDE) == 21
        assert set(source.related) <= keys - {entry.key}


@pytest.mark.parametrize("name", GENERATORS)
def test_our_site_builds_without_any_problem(name: str, tmp_path: Path) -> None:
    generator: Generator = GENERATORS[name]
    # Every list has several pages, tables too.
    data = Dataset(800, rich=generator.rich)
    generator.write(data, tmp_path)
    outcome = SiteTest.at(tmp_path).build()
    assert outcome.codes == []
    written = structure.check(generator, data, tmp_path / "output")
    pages = set(structure.addresses(data, generator.sizes))
    assert written.pages > len(pages)
    for collection in ("gi", "brands", "products", "organizations"):
        assert f"{collection}/page/2/" in pages
        second = (tmp_path / f"output/{collection}/page/2/index.html").read_text("utf-8")
        shown = [entry for entry in data.entries if f"/{entry.key}/" in second]
        assert len(shown) > 10, collection
