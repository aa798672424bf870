"""Debian's Chromium, with a slow processor and a slow network where that is asked for."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from benchmarks.generator import Missing

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")
SLOWER = 4
LATENCY = 150
RATE = 1_600_000 / 8
"""Milliseconds to a first byte, and bytes a second: 1.6 Mbit/s."""


@dataclass
class Visit:
    """A page of a new visitor."""

    page: Page
    session: CDPSession

    def heap(self) -> int:
        """Bytes of JavaScript in use after a collection."""
        self.session.send("HeapProfiler.collectGarbage")
        used: dict[str, float] = self.session.send("Runtime.getHeapUsage")
        return round(used["usedSize"] + used.get("backingStorageSize", 0))


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser; Missing where there is none."""
    program = next((path for name in PROGRAMS if (path := shutil.which(name))), None)
    if program is None:
        raise Missing("no Chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def visiting(browser: Browser, *, slow: bool) -> Iterator[Visit]:
    """A new visitor with an empty cache."""
    context = browser.new_context()
    page = context.new_page()
    session = context.new_cdp_session(page)
    visit = Visit(page, session)
    session.send("Network.enable")
    if slow:
        shape: dict[str, float] = {"offline": False, "latency": LATENCY}
        shape |= {"downloadThroughput": RATE, "uploadThroughput": RATE}
        session.send("Network.emulateNetworkConditions", shape)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    try:
        yield visit
    finally:
        context.close()
