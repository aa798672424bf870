"""Files of the usual kind, from which hostile ones are made: the demo content and the cases of tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.support.basic_site import BASIC, REPOSITORY
from tests.support.broken_yaml import BROKEN

LONGEST = 6_000
"""Longer seeds slow a fuzzer down and show it nothing new."""


def files(*suffixes: str) -> Iterator[bytes]:
    """The bytes of every file with such an extension, in order of the path."""
    for folder in (REPOSITORY / "content", REPOSITORY / "tests" / "cases"):
        for path in sorted(folder.rglob("*")):
            if path.suffix in suffixes and path.is_file() and path.stat().st_size <= LONGEST:
                yield path.read_bytes()
    for name, text in BASIC.items():
        if Path(name).suffix in suffixes:
            yield text.encode() if isinstance(text, str) else text


def bodies() -> Iterator[str]:
    """The Markdown below the front matter of every such file that is UTF-8."""
    for data in files(".md"):
        text = data.decode("utf-8", "replace")
        yield text.split("\n---", 1)[-1].lstrip("-").lstrip("\n")


def broken_yaml() -> Iterator[bytes]:
    """YAML that is refused for one reason each."""
    return (text.encode("utf-8", "surrogatepass") for text, _ in BROKEN)
