"""What the template of each kind of page is given."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from sitegen.outputs.parts.views import (
    AnnouncementGroup,
    ArticleLine,
    Branch,
    Card,
    CardGroup,
    Fact,
    Figure,
    FooterGroup,
    Frame,
    Holder,
    LetterGroup,
    Link,
    MarkUserRow,
    Pager,
    Picture,
    RecentLine,
    Reconciliation,
    SchemeLine,
    SearchBox,
    Season,
    Section,
    SourceLine,
    StatusBox,
    Tile,
)


class EntryPage(NamedTuple):
    """A page of gi, brands, products, heritage or organizations."""

    frame: Frame
    label: str
    name: str
    pinyin: str
    name_en: str
    name_en_note: str
    summary: str
    craft: bool
    places: tuple[Link, ...]
    picture: Picture | None
    more_pictures: tuple[Picture, ...]
    seal: tuple[str, ...]
    statuses: tuple[StatusBox, ...]
    sections: tuple[Section, ...]
    season: Season | None
    body: Markup
    mark_users: tuple[MarkUserRow, ...]
    related: tuple[CardGroup, ...]
    articles: tuple[Link, ...]
    sources: tuple[SourceLine, ...]
    colophon: tuple[tuple[str, str], ...]


class ListPage(NamedTuple):
    """A collection's card list. `facets` are groups of links to narrower lists, with counts."""

    frame: Frame
    title: str
    lead: str
    total: str
    as_of: str
    facets: tuple[FooterGroup, ...]
    cards: tuple[Card, ...]
    pager: Pager


class NodePage(NamedTuple):
    """A region or a category with everything in it."""

    frame: Frame
    title: str
    kind: str
    lead: str
    facts: tuple[Fact, ...]
    counts: tuple[Link, ...]
    children: tuple[Link, ...]
    groups: tuple[CardGroup, ...]
    pager: Pager


class TreePage(NamedTuple):
    frame: Frame
    title: str
    lead: str
    tiles: tuple[Tile, ...]
    branches: tuple[Branch, ...]


class SchemesPage(NamedTuple):
    frame: Frame
    title: str
    lead: str
    current: tuple[SchemeLine, ...]
    ended: tuple[SchemeLine, ...]


class SchemePage(NamedTuple):
    frame: Frame
    name: str
    name_en: str
    summary: str
    ended: str
    facts: tuple[Fact, ...]
    body: Markup
    counts: tuple[Link, ...]
    announcements: tuple[AnnouncementGroup, ...]
    pager: Pager
    sources: tuple[SourceLine, ...]
    colophon: tuple[tuple[str, str], ...]


class ArticlesPage(NamedTuple):
    frame: Frame
    title: str
    articles: tuple[ArticleLine, ...]


class ProsePage(NamedTuple):
    """An article or a plain page."""

    frame: Frame
    label: str
    title: str
    summary: str
    date: str
    body: Markup
    mentioned: tuple[Card, ...]
    sources: tuple[SourceLine, ...]
    colophon: tuple[tuple[str, str], ...]


class IndexPage(NamedTuple):
    """A–Z: all letters as links, and the names of some of them."""

    frame: Frame
    title: str
    lead: str
    letters: tuple[Link, ...]
    groups: tuple[LetterGroup, ...]


class SearchPage(NamedTuple):
    """The search page. `examples` are searches to try; `letters` and `ways` lead on without one."""

    frame: Frame
    title: str
    lead: str
    search: SearchBox
    examples: tuple[Link, ...]
    letters: tuple[Link, ...]
    ways: tuple[FooterGroup, ...]


class LedgerPage(NamedTuple):
    frame: Frame
    title: str
    lead: str
    as_of: str
    totals: Reconciliation
    repeated: tuple[Holder, ...]
    announcements: tuple[AnnouncementGroup, ...]
    pager: Pager


class HomePage(NamedTuple):
    frame: Frame
    headline: tuple[str, ...]
    lead: str
    as_of: str
    updated: str
    hero: tuple[Card, ...]
    search: SearchBox
    examples: tuple[Link, ...]
    figures: tuple[Figure, ...]
    featured: tuple[Card, ...]
    kinds: tuple[Link, ...]
    tiles: tuple[Tile, ...]
    zones: tuple[Link, ...]
    recent: tuple[RecentLine, ...]
    schemes: tuple[Link, ...]
    articles: tuple[ArticleLine, ...]


class PlainPage(NamedTuple):
    """A page of a few sentences: withdrawn, not found, redirected."""

    frame: Frame
    title: str
    paragraphs: tuple[str, ...]
    facts: tuple[Fact, ...]
    links: tuple[Link, ...]
    redirect: str = ""
    """The url to go to at once, "" where the page stays."""


class SiteMapPage(NamedTuple):
    frame: Frame
    title: str
    groups: tuple[FooterGroup, ...]
