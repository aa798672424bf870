"""A body as the dialect makes HTML of it."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup

from sitegen.rendering.markdown import render

NAMES = frozenset(["gi"])


def html(source: str) -> str:
    return render(source, NAMES).html


def soup(source: str) -> BeautifulSoup:
    return BeautifulSoup(html(source), "html.parser")


def compact(source: str) -> str:
    """The HTML without line breaks between its tags."""
    return re.sub(r"\n+", "", html(source))
