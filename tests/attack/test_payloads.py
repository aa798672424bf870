"""Hostile texts in every field, body, table, picture and setting: nothing of them comes alive in a page."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

import pytest

from tests.support.attack import payload_site, payloads
from tests.support.attack.payload_site import BASE_PATH
from tests.support.attack.rounds import ATTACKING, SEED, rounds
from tests.support.attack.site_audit import page_faults
from tests.support.attack.watcher import watching
from tests.support.browser import launch
from tests.support.browser.server import serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser

COPIES = rounds(usual=3, attack=100)
SITES_OF_SETTINGS = rounds(usual=1, attack=24)
PAGES = rounds(usual=25, attack=100_000)
QUERIES = rounds(usual=3, attack=60)


class HostileSite(NamedTuple):
    output: Path
    placed: int
    refused: Counter[str]
    seconds: float

    @property
    def pages(self) -> list[str]:
        found = (path.relative_to(self.output).as_posix() for path in self.output.rglob("*.html"))
        return sorted(found)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> HostileSite:
    start = time.monotonic()
    root = tmp_path_factory.mktemp("hostile")
    site, given, refused = payload_site.built(root, COPIES, SEED, settings=False)
    return HostileSite(site.target, len(given.used), refused, time.monotonic() - start)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    chromium = launch.executable()
    if chromium is None:
        pytest.skip(launch.NO_BROWSER)
    with launch.launched(chromium, tmp_path_factory.mktemp("home")) as browser:
        yield browser


def test_there_are_hundreds_of_payloads_for_every_context() -> None:
    assert len(set(payloads.ALL)) >= 300
    assert min(map(len, (payloads.TEXTS, payloads.BODIES))) > 200
    assert min(map(len, (payloads.SCRIPT_ADDRESSES, payloads.DRAWINGS, payloads.CELLS))) > 25


def test_no_page_has_anything_that_executes(
    hostile: HostileSite, did: Callable[[str], None]
) -> None:
    assert list(page_faults(hostile.output, BASE_PATH)) == []
    assert len(hostile.pages) > 100
    assert {"schema.not-an-address", "link.refused", "image.bad-drawing"} <= hostile.refused.keys()
    if ATTACKING:
        assert hostile.placed > len(set(payloads.ALL)) * 0.8
    did(
        f"{hostile.placed} payloads on {len(hostile.pages)} pages, {sum(hostile.refused.values())} places refused,"
        f" built in {hostile.seconds:.0f} s: nothing that executes"
    )


@pytest.mark.parametrize("number", range(SITES_OF_SETTINGS))
def test_no_setting_executes(number: int, tmp_path: Path) -> None:
    site, _, _ = payload_site.built(tmp_path, 1, SEED + number, settings=True)
    assert list(page_faults(site.target, BASE_PATH)) == []


def test_nothing_comes_alive_in_a_browser_without_a_policy(
    hostile: HostileSite, browser: Browser, did: Callable[[str], None]
) -> None:
    start = time.monotonic()
    every = max(1, len(hostile.pages) // PAGES)
    queries = [*payloads.TEXTS[:: len(payloads.TEXTS) // QUERIES]]
    with (
        serving(hostile.output, BASE_PATH, []) as root,
        watching(browser, root) as watcher,
    ):
        for page in hostile.pages[::every]:
            watcher.open(f"{root}{quote(page)}")
        for query in queries:
            watcher.open(f"{root}search/?q={quote(query)}")
            watcher.page.wait_for_timeout(150)
    assert watcher.alive == []
    assert watcher.visits > 20
    did(f"{watcher.visits} pages opened in {time.monotonic() - start:.0f} s: nothing came alive")


def test_the_watcher_would_see_what_comes_alive(browser: Browser, tmp_path: Path) -> None:
    """A page of all payloads as they are: so that finding nothing elsewhere says something."""
    ways = [
        *payloads.ELEMENTS,
        *(f'<a href="{one}">x</a>' for one in payloads.SCRIPT_ADDRESSES[:4]),
    ]
    with serving(tmp_path, "/", []) as root, watching(browser, root) as watcher:
        for number, way in enumerate(ways):
            before = len(watcher.alive)
            (tmp_path / f"{number}.html").write_text(
                f"<!doctype html><title>x</title>{way}", "utf-8"
            )
            watcher.open(f"{root}{number}.html")
            assert len(watcher.alive) > before or "source onerror" in way, way
    assert len(watcher.alive) > len(ways)
