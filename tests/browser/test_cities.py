"""The pages of what cities plan and publish fit on phones, tablets and wide screens."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support.basic_site import REPOSITORY
from tests.support.browser.measures import CUT, TOO_WIDE
from tests.support.site_test import SiteTest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CITIES = REPOSITORY / "tests/cities"
LOOKED_AT = (
    "*/index.html",
    "policies/*/index.html",
    "figures/*/index.html",
    "ladders/*/index.html",
)
"""The demo has an example of all other kinds of page."""


@pytest.mark.parametrize("city", ["dezhou", "tianshui", "wuhan", "yixing"])
def test_pages_of_a_city_fit_on_every_screen(browser: Browser, tmp_path: Path, city: str) -> None:
    root = tmp_path / city
    shutil.copytree(CITIES / city / "content", root / "content")
    shutil.copy(CITIES / city / "site.yaml", root)
    output = SiteTest.at(root).build().passes().target
    context = browser.new_context()
    page = context.new_page()
    paths = sorted({path for pattern in LOOKED_AT for path in output.glob(pattern)})
    assert len(paths) > 10
    wrong = []
    for path in paths:
        page.goto(path.as_uri())
        for width in (360, 768, 1440):
            page.set_viewport_size({"width": width, "height": 800})
            found = (max(0, page.evaluate(TOO_WIDE)), page.evaluate(CUT))
            if found != (0, []):
                wrong.append((path.relative_to(output).as_posix(), width, *found))
        page.set_viewport_size({"width": 360, "height": 800})
        page.evaluate("document.documentElement.dataset.elder = ''")
        found = (max(0, page.evaluate(TOO_WIDE)), page.evaluate(CUT))
        if found != (0, []):
            wrong.append((path.relative_to(output).as_posix(), "large letters", *found))
    context.close()
    assert wrong == []
