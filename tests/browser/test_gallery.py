"""Every template with each of its examples: all there can be and the least, as no page of the demo has it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support import gallery
from tests.support.browser.axe import violations
from tests.support.browser.markup import faults
from tests.support.browser.measures import CUT, EVERY, SMALL, TOO_WIDE

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("gallery")
    assert len(gallery.write(folder)) == len(gallery.CASES) > 40
    return folder


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(bypass_csp=True, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def test_every_component_is_in_it() -> None:
    shown = {one for name, _ in gallery.CASES for one in gallery.components(name)}
    assert shown == {path.parent.name for path in Path("templates/components").glob("*/*.html")}


def test_html_validate_finds_no_fault(html_validate: list[str], folder: Path) -> None:
    assert faults(html_validate, folder) == []


@pytest.mark.parametrize("case", gallery.CASES, ids="-".join)
def test_an_example_passes_axe_and_fits_a_small_phone(
    page: Page, folder: Path, axe: str, case: tuple[str, str]
) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto((folder / gallery.address(*case)).as_uri())
    assert page.evaluate(TOO_WIDE) <= 0
    assert page.evaluate(CUT) == []
    assert page.evaluate(SMALL, EVERY) == []
    assert list(violations(page, axe)) == []
