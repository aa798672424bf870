"""Little sites, one a behaviour: what is said of them and what their pages hold.

A case is `cases/<behaviour>/site/`, with `problems.txt` and, for pages to look at, `expected/`:
only <main>, so that a new footer breaks no case. `pytest --accept` rewrites both.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.site_test import SiteTest

CASES = Path(__file__).parent / "cases"


@pytest.mark.parametrize("case", sorted(CASES.iterdir()), ids=lambda case: case.name)
def test_case(case: Path, tmp_path: Path, golden: Callable[[Path, str], None]) -> None:
    site = tmp_path / "site"
    shutil.copytree(case / "site", site)
    outcome = SiteTest.at(site, tmp_path / "output").build()
    golden(case / "problems.txt", outcome.report.text("zh", every=True))
    pages = sorted((case / "expected").rglob("*.html"))
    assert (outcome.built is not None) == bool(pages)
    for page in pages:
        made = tmp_path / "output" / page.relative_to(case / "expected")
        golden(page, main_of(made.read_text("utf-8")))


def main_of(html: str) -> str:
    start, end = html.index("<main"), html.index("</main>") + len("</main>")
    return html[start:end] + "\n"
