"""What a reader does in a browser, whichever way the browser is driven."""

from __future__ import annotations

import time
from typing import Any, Protocol


class Driver(Protocol):
    """One window. Elements are named by CSS selectors; the first that fits is meant."""

    def open(self, url: str) -> None: ...
    def back(self) -> None: ...
    def resize(self, width: int, height: int) -> None:
        """A window of this size, or as near to it as the browser goes."""
        ...

    def evaluate(self, expression: str) -> Any:
        """The value of a JavaScript expression, as JSON has it."""
        ...

    def click(self, selector: str) -> None: ...
    def type(self, selector: str, text: str) -> None:
        """Empties a field and types; "\\n" is Enter."""
        ...

    def screenshot(self) -> bytes: ...
    def pdf(self) -> bytes | None:
        """The page as printed; None where the browser cannot be made to."""
        ...


def until(driver: Driver, expression: str, seconds: float = 15) -> Any:
    """Waits until an expression is true and gives its value."""
    end = time.monotonic() + seconds
    while not (value := driver.evaluate(expression)):
        assert time.monotonic() < end, f"never came true: {expression}"
        time.sleep(0.05)
    return value
