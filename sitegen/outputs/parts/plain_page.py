"""A page of a few sentences: withdrawn, moved, not found."""

from __future__ import annotations

from typing import NamedTuple

from sitegen.outputs.parts.views import Fact, Frame, Link

TEMPLATE = "pages/plain.html"


class PlainPage(NamedTuple):
    """A page of a few sentences: withdrawn, not found, redirected.

    `redirect` is the url to go to at once, "" where the page stays.
    """

    frame: Frame
    title: str
    paragraphs: tuple[str, ...]
    facts: tuple[Fact, ...]
    links: tuple[Link, ...]
    redirect: str = ""
