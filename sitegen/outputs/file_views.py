"""What the templates of files that are no pages are given."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup


class DrawingFile(NamedTuple):
    """A drawing as a file of its own, for cards; `craft` ones wear cinnabar."""

    view_box: str
    svg: Markup
    craft: bool


class IconFile(NamedTuple):
    """The site's sign in a browser's tab: the first character of its seal."""

    character: str


class MapUrl(NamedTuple):
    url: str
    lastmod: str


class SitemapFile(NamedTuple):
    urls: tuple[MapUrl, ...]


class FeedItem(NamedTuple):
    id: str
    url: str
    title: str
    summary: str
    updated: str
    published: str


class FeedFile(NamedTuple):
    id: str
    url: str
    self: str
    title: str
    subtitle: str
    author: str
    updated: str
    items: tuple[FeedItem, ...]


class RobotsFile(NamedTuple):
    sitemaps: tuple[str, ...]
