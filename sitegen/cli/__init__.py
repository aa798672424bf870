"""The command line: read options, call a command, print what it returns, exit."""

from sitegen.cli.main import cli, main

__all__ = ["cli", "main"]
