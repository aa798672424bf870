"""A visitor who searches, and notes what the page asks for and complains of meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.support.browser.places import Place
from tests.support.browser.visitor import LISTEN

if TYPE_CHECKING:
    from playwright.sync_api import Browser, CDPSession, Locator, Page


@dataclass
class Searcher:
    page: Page
    place: Place
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.add_init_script(LISTEN)
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda said: self.complaints.append(said.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def open(self, address: str, query: str = "") -> None:
        self.page.goto(self.place.url(address) + query)

    @property
    def box(self) -> Locator:
        return self.page.locator("input[type=search]")

    @property
    def panel(self) -> Locator:
        return self.page.locator(".search__panel")

    @property
    def options(self) -> Locator:
        return self.page.get_by_role("option")

    @property
    def results(self) -> Locator:
        return self.page.locator(".result")

    @property
    def count(self) -> Locator:
        return self.page.locator(".results__count")

    @property
    def active(self) -> str:
        """The suggestion at hand as a screen reader is told of it, "" where there is none."""
        own = self.box.get_attribute("aria-activedescendant")
        if own is None:
            assert self.page.locator("[aria-selected=true]").count() == 0
            return ""
        assert self.page.locator("[aria-selected=true]").get_attribute("id") == own
        return self.page.locator(f"[id='{own}'] .search__name").inner_text()

    def suggest(self, text: str) -> Locator:
        """Type into the focused box and wait for suggestions."""
        self.box.focus()
        self.page.keyboard.type(text)
        self.options.first.wait_for()
        return self.options

    def facet(self, label: str) -> Locator:
        """The check box of a value, in its open disclosure."""
        box = self.page.get_by_role("checkbox", name=label, include_hidden=True)
        summary = self.page.locator("details", has=box).locator("summary")
        if not box.is_visible():
            summary.click()
        return box

    def query(self) -> str:
        return str(self.page.evaluate("decodeURIComponent(location.search)"))

    def read_of_search(self) -> list[str]:
        """What was asked for that only a search needs."""
        return [url for url in self.requests if ("/search/" in url.removesuffix("/search/")
                and not url.partition("?")[0].endswith(("/search/", "/search/index.html")))
                or "/engine-" in url]  # fmt: skip

    def settle(self) -> None:
        """Let everything that is on its way happen."""
        self.page.wait_for_timeout(300)


@contextmanager
def searcher(
    browser: Browser, place: Place, *, width: int = 1280, **context: Any
) -> Iterator[Searcher]:
    """In the end nothing was asked of others, nothing refused and nothing complained of."""
    made = browser.new_context(viewport={"width": width, "height": 800}, **context)
    one = Searcher(made.new_page(), place)
    try:
        yield one
        refused = one.page.evaluate("window.refused")
        assert (one.complaints, refused) == ([], [])
        assert [url for url in one.requests if not url.startswith(place.root)] == []
    finally:
        made.close()


def composing(page: Page) -> CDPSession:
    """An input method: `Input.imeSetComposition` while it composes, `Input.insertText` at its end."""
    return page.context.new_cdp_session(page)
