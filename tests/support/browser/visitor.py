"""A visitor who follows every link from home and notes what each page asks for and complains of."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urljoin

from bs4 import BeautifulSoup

from tests.support.browser.places import Place

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

LISTEN = """
window.refused = [];
window.torn = () => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
  const range = document.createRange();
  while (texts.nextNode()) {
    if (!texts.currentNode.parentElement.checkVisibility()) continue;
    for (const number of texts.currentNode.data.matchAll(/\\d{2,}/g)) {
      range.setStart(texts.currentNode, number.index);
      range.setEnd(texts.currentNode, number.index + number[0].length);
      if (new Set([...range.getClientRects()].map(box => box.top)).size > 1) found.push(number[0]);
    }
  }
  return found;
};
document.addEventListener("securitypolicyviolation", event =>
  window.refused.push(event.violatedDirective + " " + event.blockedURI));
"""
LOOK = """() => ({
  tooWide: Math.max(0, document.documentElement.scrollWidth - innerWidth),
  torn: torn(),
  title: document.title,
  styled: getComputedStyle(document.querySelector(".skip")).position === "absolute",
  refused: window.refused,
  links: [...document.querySelectorAll("a[href]")].map(link => link.href.replace(/#.*/, "")),
})"""


@dataclass(frozen=True)
class Visit:
    """What a page did when it was opened. `refused` are breaches of its security policy, `torn`
    the numbers that are broken across lines, `too_wide` the pixels that stick out sideways."""

    status: int
    title: str
    styled: bool
    links: tuple[str, ...]
    requests: tuple[str, ...]
    complaints: tuple[str, ...]
    refused: tuple[str, ...]
    torn: tuple[str, ...]
    too_wide: int


class Walk(NamedTuple):
    """What was seen of the pages that the browser opened, and the links of all, each by its address."""

    visits: dict[str, Visit]
    links: dict[str, tuple[str, ...]]


def links_in(place: Place, address: str) -> tuple[str, ...]:
    """The links of a page as its file has them, whole, without fragments."""
    soup = BeautifulSoup(place.file(address).read_bytes(), "html.parser")
    found = (urljoin(place.url(address), str(link["href"])) for link in soup.select("a[href]"))
    return tuple(dict.fromkeys(link.partition("#")[0] for link in found))


@dataclass
class Visitor:
    page: Page
    _requests: list[str] = field(default_factory=list)
    _complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.add_init_script(LISTEN)
        self.page.on("request", lambda request: self._requests.append(request.url))
        self.page.on("console", lambda said: self._complaints.append(said.text))
        self.page.on("pageerror", lambda error: self._complaints.append(str(error)))

    def open(self, url: str) -> Visit:
        self._requests.clear()
        self._complaints.clear()
        response = self.page.goto(url)
        assert response is not None
        return self.look(response.status)

    def look(self, status: int = 200) -> Visit:
        """What there is to see of the page that is open."""
        seen = self.page.evaluate(LOOK)
        return Visit(
            status=status,
            title=seen["title"],
            styled=seen["styled"],
            links=tuple(dict.fromkeys(seen["links"])),
            requests=tuple(self._requests),
            complaints=tuple(self._complaints),
            refused=tuple(seen["refused"]),
            torn=tuple(seen["torn"]),
            too_wide=seen["tooWide"],
        )

    def walk(self, place: Place, every: int = 1) -> Walk:
        """Every page that links lead to from home. The browser opens one of `every` so many, and the first of
        each folder; of the others the links are read from the file."""
        visits: dict[str, Visit] = {}
        links: dict[str, tuple[str, ...]] = {}
        folders: set[str] = set()
        todo = deque([""])
        while todo:
            address = todo.popleft()
            if address in links:
                continue
            folder = address.rstrip("/").rpartition("/")[0]
            if len(links) % every == 0 or folder not in folders:
                visits[address] = self.open(place.url(address))
                links[address] = visits[address].links
            else:
                links[address] = links_in(place, address)
            folders.add(folder)
            inside = [link for link in links[address] if link.startswith(place.root)]
            pages = [place.address(link) for link in inside]
            todo += [page for page in pages if page == "" or page.endswith(("/", ".html"))]
        return Walk(visits, links)


@contextmanager
def visitor(browser: Browser, width: int = 320) -> Iterator[Visitor]:
    context = browser.new_context(viewport={"width": width, "height": 240})
    yield Visitor(context.new_page())
    context.close()
