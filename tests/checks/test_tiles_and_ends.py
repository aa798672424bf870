"""A tile lies within the grid, and a scheme that ended says when."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.basic_site import REGIONS, SCHEME
from tests.support.site_test import SiteTest

FILE = "content/regions.yaml"


@pytest.mark.parametrize("tile", ["3,0", "0,1", "9,1", "1, 2", "1，2"])
def test_a_tile_outside_the_grid_is_refused_with_its_range(tmp_path: Path, tile: str) -> None:
    site = SiteTest(tmp_path, {FILE: REGIONS.replace('"1,2"', f'"{tile}"')}).build()
    site.fails_with(f"{FILE}:3:72 schema.bad-form")
    assert "从 1 数起，最大是 8" in site.report.text("zh")


@pytest.mark.parametrize("line", ["closed: 2019-06-25\n", "closed_by: 某文\n"])
def test_a_scheme_that_ended_says_when_or_by_what(tmp_path: Path, line: str) -> None:
    ended = SCHEME.replace("现行", "已停止")
    site = SiteTest(tmp_path, {"content/schemes/gi-protection.yaml": ended}).check()
    assert [p.kind.code for p in site.report.problems] == ["scheme.ended-without-day"]
    site.write("content/schemes/gi-protection.yaml", ended + line).check()
    assert not site.report.problems
