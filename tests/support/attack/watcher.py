"""A browser without any security policy that opens pages and notes whatever in them comes alive."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FORMER = "/old/"
"""Below it stand the former addresses of the site, which send their reader on at once."""
TRAP = """
for (const name of ["alert", "confirm", "prompt", "print", "open"])
  window[name] = (...args) => { attacked(`${name}(${args})`); return null; };
window.addEventListener("error", event => { if (event.message) attacked(event.message); });
"""
"""Run before anything of a page."""
ALIVE = """() => {
  const found = [];
  const note = (element, what) => found.push(`<${element.localName}> ${what}`.slice(0, 200));
  const walk = root => {
    for (const element of root.querySelectorAll("*")) {
      for (const {name, value} of element.attributes) {
        if (/^on/i.test(name) || ["style", "srcdoc", "is"].includes(name)) note(element, name);
        if (/^(href|src|action|formaction|data|poster|ping|xlink:href)$/i.test(name)) {
          let url = "";
          try { url = new URL(value, document.baseURI).protocol } catch { }
          if (!["", "http:", "https:", "mailto:", "tel:", "file:"].includes(url)) note(element, value);
        }
      }
      if (/^(iframe|frame|object|embed|applet|base|style|math|foreignObject|animate|set|use)$/
          .test(element.localName)) note(element, "");
      if (element.localName === "script" && element.type === "application/ld+json") JSON.parse(element.textContent);
      else if (element.localName === "script" && !new URL(element.src || "x:").href.startsWith(location.origin))
        note(element, element.textContent);
      if (element instanceof HTMLTemplateElement) walk(element.content);
      if (element.shadowRoot) walk(element.shadowRoot);
    }
  };
  walk(document);
  const over = new Event("mouseover", {bubbles: true}), focus = new Event("focus");
  for (const element of document.querySelectorAll("body *")) {
    element.dispatchEvent(over);
    element.dispatchEvent(focus);
  }
  return found;
}"""
"""What of the document as this browser read it could execute; everything is touched and focused."""


@dataclass
class Watcher:
    """`alive` are (address, what came alive there): calls, errors, elements, dialogs, requests elsewhere."""

    page: Page
    origin: str
    alive: list[tuple[str, str]] = field(default_factory=list)
    visits: int = 0

    def __post_init__(self) -> None:
        self.page.context.expose_function("attacked", self._note)
        self.page.add_init_script(TRAP)
        self.page.on("dialog", lambda dialog: (self._note("a dialog"), dialog.dismiss()))
        self.page.on("pageerror", lambda error: self._note(str(error)))
        self.page.on("console", lambda said: self._note(said.text))
        self.page.on("popup", lambda popup: self._note(f"a popup of {popup.url}"))
        self.page.on("request", lambda request: self._asked(request.url))

    def _note(self, what: str) -> None:
        self.alive.append((self.page.url, what))

    def _asked(self, url: str) -> None:
        if not url.startswith(self.origin):
            self._note(f"asks for {url}")

    def _go(self, url: str) -> None:
        """Go to an address, and on to where the page there sends its reader."""
        from playwright.sync_api import Error

        try:
            self.page.goto(url, wait_until="load")
        except Error as error:  # it sent its reader on before it was there itself
            if "interrupted by another navigation" not in str(error):
                raise
            self.page.wait_for_load_state("load")

    def open(self, url: str) -> None:
        """Open an address and look at all that could execute; at a former one, where it leads."""
        from playwright.sync_api import Error

        self.visits += 1
        self._go(url)
        if FORMER in url:
            self.page.wait_for_url(lambda now: FORMER not in now, wait_until="load")
        try:
            self.alive += [(url, str(what)) for what in self.page.evaluate(ALIVE)]
        except Error as error:
            self._note(f"the page does not hold still: {error}")
        if not self.page.url.startswith(self.origin):
            self._note("the page sent its reader away")


@contextmanager
def watching(browser: Browser, origin: str) -> Iterator[Watcher]:
    """A watcher of the pages of one server; the policy in them is not followed."""
    context = browser.new_context(bypass_csp=True, viewport={"width": 900, "height": 700})
    yield Watcher(context.new_page(), origin)
    context.close()
