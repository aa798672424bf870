"""A window of each browser; one that is not on this machine is skipped and named in the end."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import skip
from tests.support.browser.old import fetch, webdriver
from tests.support.browser.old.chromium import chromium
from tests.support.browser.old.driver import Driver

if TYPE_CHECKING:
    from playwright.sync_api import Browser

BELOW = "Chromium 83"
AT_FLOOR = ("Chromium 86", "Chromium 92", "Chromium 109", "Firefox", "WebKitGTK")
MISSING = "没有 {0}，跳过；make old-browsers 取它 (no {0}: skipped; make old-browsers gets it)"


def window(name: str, browser: Browser, home: Path) -> AbstractContextManager[Driver] | None:
    """A window of the browser of that name; None where it is not to be had."""
    if name == "Firefox":
        program = next(filter(None, map(shutil.which, webdriver.FIREFOX)), None)
        return webdriver.firefox(program, home) if program else None
    if name == "WebKitGTK":
        mini = webdriver.mini_browser()
        return webdriver.webkit(mini, home) if mini else None
    old = fetch.chromium(int(name.removeprefix("Chromium ")))
    return chromium(browser, old, home) if old.is_file() else None


def opened(name: str, browser: Browser, folders: pytest.TempPathFactory) -> Iterator[Driver]:
    made = window(name, browser, folders.mktemp("home"))
    if made is None:
        skip(MISSING.format(name))
        return
    with made as driver:
        yield driver


@pytest.fixture(scope="module", params=AT_FLOOR)
def old(
    request: pytest.FixtureRequest, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Driver]:
    """A browser in which everything works."""
    yield from opened(request.param, browser, tmp_path_factory)


@pytest.fixture(scope="module")
def older(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Driver]:
    """One below the floor."""
    yield from opened(BELOW, browser, tmp_path_factory)
