"""The places of problems that are found after loading."""

from __future__ import annotations

from pathlib import Path

from sitegen.building.entry_places import EntryPlaces
from tests.support import planned_site
from tests.support.basic_site import PEAR

FILE = "content/gi/qingxi-xueli.md"


def test_the_file_of_several_problems_is_read_once(tmp_path: Path) -> None:
    body = f"{PEAR}\n见[甲](gi:a)\n\n和[乙](gi:b)\n"
    plan, _ = planned_site.plan(tmp_path, {FILE: body})
    places = EntryPlaces(tmp_path)
    entry = next(entry for entry in plan.catalogue.entries.values() if entry.file == FILE)
    first = places.of(entry, ("body", "gi:a"))
    (tmp_path / FILE).unlink()
    second = places.of(entry, ("body", "gi:b"))
    assert first.line and second.line == first.line + 2
    assert EntryPlaces(tmp_path).of(entry, ("name",)).line is None
