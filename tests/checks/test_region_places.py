"""No two regions share a tile or a code."""

from __future__ import annotations

from pathlib import Path

from tests.support.basic_site import REGIONS
from tests.support.site_test import SiteTest

FILE = "content/regions.yaml"


def test_a_tile_has_one_region(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, {FILE: REGIONS.replace('"1,2"', '"1,1"')}).check()

    site.fails_with(f"{FILE}:2:71 region.same-tile")
    (problem,) = site.report.problems
    assert problem.facts == {"tile": "1,1", "other": "白山县", "right": "1,2"}


def test_tiles_are_counted_from_one(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, {FILE: REGIONS.replace('"1,2"', '"3,0"')}).check()

    assert "schema.bad-form" in site.codes and "从 1 数起" in site.report.text()


def test_a_code_belongs_to_one_region(tmp_path: Path) -> None:
    coded = REGIONS.replace("tile:", 'code: "420102", tile:')
    site = SiteTest(tmp_path, {FILE: coded}).check()

    site.fails_with(f"{FILE}:2:71 region.same-code")
    assert "白山县" in site.report.text()
