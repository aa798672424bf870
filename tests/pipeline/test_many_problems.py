"""A file with thousands of problems is reported in no more time than one with a few, but for writing them."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.basic_site import PEAR
from tests.support.site_test import SiteTest

FILE = "content/gi/qingxi-xueli.md"


def seconds(root: Path, content: str, code: str, count: int) -> float:
    """The CPU time in which a build refuses the site with this file: with `count` problems of `code`."""
    site = SiteTest(root, {FILE: content})
    begun = time.process_time()
    report = site.build().report
    took = time.process_time() - begun
    assert sum(problem.kind.code == code for problem in report.problems) == count, report.text()
    return took


def takes_its_share(root: Path, content: Callable[[int], str], code: str, few: int) -> bool:
    """Whether three times the problems take three times as long, and half of that for what else the machine does. One of
    three tries is enough: where the square is needed, none is."""
    for number in range(3):
        shorter = seconds(root / f"few{number}", content(few), code, few)
        longer = seconds(root / f"many{number}", content(3 * few), code, 3 * few)
        if longer < 0.5 + 3 * shorter * 1.5:
            return True
    return False


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("[a](gi:x{})", "reference.missing"),
        ("[a](https://x{}.cn)[b](http://x{}.cn)", "link.refused"),
        ("[a](#x{})", "link.no-such-fragment"),
        ("[a](/x{}/)", "link.no-such-page"),
        ("![a](x{}.png)", "image.missing"),
        ("a[^n{}]", "markdown.footnote-missing"),
    ],
)
def test_problems_of_one_body_are_placed_together(tmp_path: Path, written: str, code: str) -> None:
    def body(count: int) -> str:
        return PEAR + "".join(f"\n\n{written.replace('{}', str(n))}" for n in range(count))

    assert takes_its_share(tmp_path, body, code, 1_000)


def test_problems_of_one_field_are_placed_together(tmp_path: Path) -> None:
    def fields(count: int) -> str:
        regions = ", ".join(f"x{n}" for n in range(count))
        return PEAR.replace("published:", f"area_regions: [{regions}]\npublished:", 1)

    assert takes_its_share(tmp_path, fields, "reference.missing", 700)
