"""Slips as editors make them: each is taken as it was meant, or told at its place with the right answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.basic_site import BASIC
from tests.support.site_test import SiteTest
from tests.support.small_slips import SLIPS, Slip


def test_there_are_as_many_as_were_tried_on_editors() -> None:
    assert len(SLIPS) == 49 and all(slip.right in str(BASIC[slip.file]) for slip in SLIPS)


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.wrong.replace("\n", "⏎"))
def test_a_slip_is_taken_as_meant_or_told_with_the_right_answer(tmp_path: Path, slip: Slip) -> None:
    site = SiteTest(tmp_path).change(slip.file, slip.right, slip.wrong).check()
    if slip.code:
        assert f"{slip.file}{slip.line} {slip.code}" in site.problems, site.report.text()
        assert slip.words in site.report.text(), site.report.text()
        assert len(site.problems) == 1, site.report.text()
    else:
        site.passes()
