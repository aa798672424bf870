"""Twelve messy workbooks: what comes of every single cell stands in a table of `messy/`, and no cell is lost.

A line of a table is a cell, what stands in it, and what comes of it: the fields in which it is published, or the
problem by which it is refused or told.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.basic_site import basic, tree
from tests.support.imported import Imported, taken
from tests.support.messy_fates import LOST, cells_of, fates
from tests.support.messy_workbooks import MESSY, Messy
from tests.support.site_test import SiteTest

TABLES = Path(__file__).parent / "messy"


def imported(root: Path, messy: Messy, *, write: bool = False) -> Imported:
    return taken(root, messy.data, messy.file, write=write, **messy.options)


@pytest.mark.parametrize("make", MESSY, ids=lambda make: make.__name__)
def test_what_comes_of_every_cell_is_known(tmp_path: Path, make: type) -> None:
    messy: Messy = make()
    found = imported(basic(tmp_path / "site"), messy)
    lines = fates(cells_of(messy.file, messy.data, messy.rows), found)
    assert [line for line in lines if line.endswith(LOST)] == []
    assert lines == (TABLES / f"{make.__name__}.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize("make", MESSY, ids=lambda make: make.__name__)
def test_what_is_written_is_what_was_said(tmp_path: Path, make: type) -> None:
    messy: Messy = make()
    root = basic(tmp_path / "site")
    before = tree(root / "content")
    dry, done = imported(root, messy), imported(root, messy, write=True)
    assert (dry.outcomes, dry.problems) == (done.outcomes, done.problems)
    after = tree(root / "content")
    assert after.items() >= before.items()
    if not dry.done or not dry.done.could_write:
        assert after == before
        return
    again = imported(root, messy, write=True)
    assert tree(root / "content") == after
    expected = ["unchanged" if outcome == "new" else outcome for outcome, _ in done.outcomes]
    assert [outcome for outcome, _ in again.outcomes] == expected
    assert [line for line in SiteTest.at(root).build().problems if "错误" in line] == []
