"""What the libraries of the preview log, such as of a request that is no HTTP."""

from __future__ import annotations

import logging

from sitegen.cli.console import echo


class _Printed(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        echo(self.format(record), err=True)


def print_logs() -> None:
    """Print warnings and errors of libraries as all else is printed."""
    logging.lastResort = _Printed(logging.WARNING)
