"""A site that is closed, opened from a disk: its banner, its search, its papers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support.browser.axe import violations
from tests.support.command_line import run
from tests.support.site_test import SiteTest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module")
def closed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("closed")
    site = SiteTest(folder / "site")
    settings = (site.root / "site.yaml").read_text("utf-8")
    site.write("site.yaml", f"{settings}handouts: 全部\n")
    done = run("archive", str(folder / "kept"), "--site", str(site.root))
    assert done.returncode == 0, done.stderr
    return folder / "kept"


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(bypass_csp=True)
    yield context.new_page()
    context.close()


def test_axe_finds_no_violation(page: Page, closed: Path, axe: str) -> None:
    page.goto((closed / "gi/qingxi-xueli/index.html").as_uri())
    assert page.locator(".closed").is_visible()
    assert list(violations(page, axe)) == []


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_the_banner_is_the_first_thing_and_fits(page: Page, closed: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto((closed / "index.html").as_uri())
    box = page.locator(".closed").bounding_box()
    assert box is not None and box["y"] == 0 and box["width"] == width and box["height"] < 90
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_the_search_goes_on_without_a_server(page: Page, closed: Path) -> None:
    page.goto((closed / "gi/qingxi-xueli/index.html").as_uri())
    page.set_viewport_size({"width": 1280, "height": 800})
    page.locator("input[type=search]").first.fill("雪梨")
    page.locator(".search__option").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/index.html*")
    page.locator(".closed").wait_for(state="visible")


def test_papers_have_no_banner_and_other_prints_do(page: Page, closed: Path) -> None:
    page.emulate_media(media="print")
    for address, shown in [("card/", False), ("sheet/", False), ("", True)]:
        page.goto((closed / f"gi/qingxi-xueli/{address}index.html").as_uri())
        assert page.locator(".closed").is_visible() is shown, address
    page.emulate_media(media="screen")
