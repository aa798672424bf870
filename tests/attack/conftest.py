"""Says at the end what was attacked, how often, and in how many seconds."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.support.attack.rounds import ATTACKING

DID = "what was attacked"


@pytest.fixture
def did(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Note what a test did, for the end of `make attack`."""
    return lambda words: record_property(DID, words)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for report in terminalreporter.getreports("passed") if ATTACKING else ():
        for name, words in report.user_properties:
            if name == DID:
                terminalreporter.write_line(str(words))
