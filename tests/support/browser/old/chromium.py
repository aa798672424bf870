"""An old Chromium, driven by Playwright."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.support.browser.launch import FLAGS

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

# Playwright's own clicks ask the page for what only newer browsers have.
REACH = """selector => {
  const one = document.querySelector(selector);
  one.scrollIntoView({block: "center"});
  const box = one.getClientRects()[0];
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  const there = document.elementFromPoint(x, y);
  const reached = one.contains(there) || there.contains(one);
  return [x, y, reached ? "" : there.outerHTML.slice(0, 100)];
}"""
EMPTY = """selector => {
  const one = document.querySelector(selector);
  one.focus();
  one.value = "";
}"""
OLD_FLAGS = (*FLAGS, "--no-zygote", "--headless")


class Chromium:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.open = page.goto
        self.screenshot = page.screenshot
        self.pdf = page.pdf

    def evaluate(self, expression: str) -> Any:
        from playwright.sync_api import Error

        while True:
            try:
                return self.page.evaluate(expression)
            except Error as error:
                # A new page has come meanwhile: that one is asked.
                if "Execution context was destroyed" not in error.message:
                    raise

    def back(self) -> None:
        self.page.go_back()

    def resize(self, width: int, height: int) -> None:
        self.page.set_viewport_size({"width": width, "height": height})

    def click(self, selector: str) -> None:
        x, y, covered = self.page.evaluate(REACH, selector)
        assert not covered, f"{selector} is covered by {covered}"
        self.page.mouse.click(x, y)

    def type(self, selector: str, text: str) -> None:
        self.page.evaluate(EMPTY, selector)
        self.page.keyboard.type(text)


@contextmanager
def chromium(browser: Browser, program: Path, home: Path) -> Iterator[Any]:
    """A window of the Chromium at `program`; `browser` is one that Playwright runs already."""
    env: dict[str, str | float | bool] = {"HOME": str(home)}
    old = browser.browser_type.launch(executable_path=program, args=OLD_FLAGS, env=env)
    try:
        yield Chromium(old.new_context().new_page())
    finally:
        old.close()
