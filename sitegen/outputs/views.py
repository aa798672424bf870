"""What templates are given: plain frozen data, nothing else. Links are ready to print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from sitegen.rendering.images.markup import Files

EMPTY = Markup("")
Tone = Literal["current", "notice", "ended"]


@dataclass(frozen=True, slots=True)
class Link:
    """`note` is small text beside it, such as a count; `current` marks the page one is on."""

    text: str
    url: str
    note: str = ""
    current: bool = False


@dataclass(frozen=True, slots=True)
class FooterGroup:
    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class SearchBox:
    """`action` is the search page; `root` is the site's folder and `files` that of the index.

    `engine` is the script that reads the index, `far` what it needs where little is found.
    """

    action: str
    root: str
    files: str
    engine: str
    far: str


@dataclass(frozen=True, slots=True)
class Masthead:
    """The head of every page: the same value for all pages of one column at one depth.

    `search` is None on pages whose main part begins with a search box.
    """

    site_name: str
    tagline: str
    seal: tuple[str, ...]
    home: str
    menu: tuple[Link, ...]
    search: SearchBox | None


@dataclass(frozen=True, slots=True)
class Foot:
    """The foot of every page, the same value for all at one depth; `gov` are the gov lines."""

    site_name: str
    keeper: str
    notice: str
    groups: tuple[FooterGroup, ...]
    gov: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """What the layout needs on every page. Urls are relative to the page.

    `meta` are the <meta name content> pairs of the gov profile.
    """

    lang: str
    title: str
    description: str
    canonical: str
    site_name: str
    css: str
    script: str
    icon: str
    feed: str
    breadcrumbs: tuple[Link, ...]
    meta: tuple[tuple[str, str], ...]
    masthead: Masthead
    foot: Foot


@dataclass(frozen=True, slots=True)
class Picture:
    """Either a drawing set inline (`svg`) or image files."""

    alt: str
    caption: str
    credit: str
    illustration: bool
    files: Files | None = None
    svg: Markup = EMPTY


@dataclass(frozen=True, slots=True)
class DrawingFile:
    """A drawing as a file of its own, for cards; `craft` ones wear cinnabar."""

    view_box: str
    svg: Markup
    craft: bool


@dataclass(frozen=True, slots=True)
class IconFile:
    """The site's sign in a browser's tab: the first character of its seal."""

    character: str


@dataclass(frozen=True, slots=True)
class Badge:
    text: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class Card:
    """An entry in a list. `seal` has the 2–4 characters that stand in for a missing picture."""

    url: str
    name: str
    summary: str
    place: str
    label: str
    craft: bool
    picture: Picture | None
    seal: tuple[str, ...]
    badges: tuple[Badge, ...]


@dataclass(frozen=True, slots=True)
class CardGroup:
    title: str
    cards: tuple[Card, ...]
    id: str = ""
    """The fragment by which the group is linked, "" where it is not."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a fact; `source` says whose word it is."""

    text: str
    url: str = ""
    source: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A row of a facts table; `disputed` where sources differ (说法不一)."""

    label: str
    values: tuple[Value, ...]
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    id: str
    title: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class StatusBox:
    """One recognition. `heading` is the scheme's own word, `scheme` its name and page.

    `transitions` are (ISO day, status word) pairs at which the status will change.
    """

    heading: str
    scheme: Link
    status: str
    word: str
    tone: Tone
    facts: tuple[Fact, ...]
    remark: str
    evidence: Link | None
    transitions: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Season:
    """Months 1–12 of harvest and of being on sale."""

    harvest: tuple[int, ...]
    available: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SourceLine:
    text: str
    url: str


@dataclass(frozen=True, slots=True)
class MarkUserRow:
    name: str
    url: str
    product: str
    notice: str
    period: str
    checked: str
    source: str
    credit_code: str = ""


@dataclass(frozen=True, slots=True)
class EntryPage:
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


@dataclass(frozen=True, slots=True)
class Pager:
    """Pages of a list; `previous` and `next` are None at the ends."""

    number: int
    count: int
    pages: tuple[Link, ...]
    previous: Link | None
    next: Link | None


@dataclass(frozen=True, slots=True)
class ListPage:
    """A collection's card list. `facets` are groups of links to narrower lists, with counts."""

    frame: Frame
    title: str
    lead: str
    count: str
    as_of: str
    facets: tuple[FooterGroup, ...]
    cards: tuple[Card, ...]
    pager: Pager


@dataclass(frozen=True, slots=True)
class NodePage:
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


@dataclass(frozen=True, slots=True)
class Tile:
    """A cell of the tile grid: `row` and `column` from 1, `level` 0–3 by count."""

    text: str
    url: str
    count: int
    row: int
    column: int
    level: int


@dataclass(frozen=True, slots=True)
class Branch:
    """A node of a tree index with the nodes under it."""

    link: Link
    summary: str
    branches: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class TreePage:
    frame: Frame
    title: str
    lead: str
    tiles: tuple[Tile, ...]
    branches: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class SchemeLine:
    link: Link
    authority: str
    summary: str
    kind: str
    level: str
    ended: str


@dataclass(frozen=True, slots=True)
class SchemesPage:
    frame: Frame
    title: str
    lead: str
    current: tuple[SchemeLine, ...]
    ended: tuple[SchemeLine, ...]


@dataclass(frozen=True, slots=True)
class Holder:
    """A row of the ledger as a scheme or ledger page lists it."""

    link: Link
    place: str
    as_published: str
    number: str
    level: str
    status: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class AnnouncementGroup:
    """One announcement with the rows that this site lists of it."""

    title: str
    id: str
    announced: str
    batch: str
    url: str
    note: str
    covers: str
    holders: tuple[Holder, ...]


@dataclass(frozen=True, slots=True)
class SchemePage:
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


@dataclass(frozen=True, slots=True)
class ArticleLine:
    link: Link
    kind: str
    date: str
    summary: str


@dataclass(frozen=True, slots=True)
class ArticlesPage:
    frame: Frame
    title: str
    articles: tuple[ArticleLine, ...]


@dataclass(frozen=True, slots=True)
class ProsePage:
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


@dataclass(frozen=True, slots=True)
class IndexLine:
    link: Link
    pinyin: str
    label: str
    place: str


@dataclass(frozen=True, slots=True)
class LetterGroup:
    letter: str
    id: str
    lines: tuple[IndexLine, ...]


@dataclass(frozen=True, slots=True)
class IndexPage:
    """A–Z: all letters as links, and the names of some of them."""

    frame: Frame
    title: str
    lead: str
    letters: tuple[Link, ...]
    groups: tuple[LetterGroup, ...]


@dataclass(frozen=True, slots=True)
class SearchPage:
    """The search page. `examples` are searches to try; `letters` and `ways` lead on without one."""

    frame: Frame
    title: str
    lead: str
    search: SearchBox
    examples: tuple[Link, ...]
    letters: tuple[Link, ...]
    ways: tuple[FooterGroup, ...]


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """Announced against listed, for one collection under GI regimes."""

    names: int
    approvals: int
    announcements: int
    announced: str
    matches: bool


@dataclass(frozen=True, slots=True)
class LedgerPage:
    frame: Frame
    title: str
    lead: str
    as_of: str
    totals: Reconciliation
    repeated: tuple[Holder, ...]
    announcements: tuple[AnnouncementGroup, ...]
    pager: Pager


@dataclass(frozen=True, slots=True)
class Figure:
    """A number on the home page; `note` explains it in one small line."""

    number: int
    label: str
    note: str
    url: str


@dataclass(frozen=True, slots=True)
class RecentLine:
    date: str
    link: Link
    badge: Badge


@dataclass(frozen=True, slots=True)
class MonthEntry:
    """An entry on sale in the months `months`; the page shows those of this month."""

    card: Card
    months: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class HomePage:
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


@dataclass(frozen=True, slots=True)
class PlainPage:
    """A page of a few sentences: withdrawn, not found, redirected."""

    frame: Frame
    title: str
    paragraphs: tuple[str, ...]
    facts: tuple[Fact, ...]
    links: tuple[Link, ...]
    redirect: str = ""
    """The url to go to at once, "" where the page stays."""


@dataclass(frozen=True, slots=True)
class SiteMapPage:
    frame: Frame
    title: str
    groups: tuple[FooterGroup, ...]


@dataclass(frozen=True, slots=True)
class MapUrl:
    url: str
    lastmod: str


@dataclass(frozen=True, slots=True)
class SitemapFile:
    urls: tuple[MapUrl, ...]


@dataclass(frozen=True, slots=True)
class FeedItem:
    id: str
    url: str
    title: str
    summary: str
    updated: str
    published: str


@dataclass(frozen=True, slots=True)
class FeedFile:
    id: str
    url: str
    self: str
    title: str
    subtitle: str
    author: str
    updated: str
    items: tuple[FeedItem, ...]


@dataclass(frozen=True, slots=True)
class RobotsFile:
    sitemaps: tuple[str, ...]
