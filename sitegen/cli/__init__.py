"""The command line: declare, call, print, exit."""

from sitegen.cli.site import cli, main

__all__ = ["cli", "main"]
