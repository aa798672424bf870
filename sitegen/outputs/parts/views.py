"""The parts of pages that templates are given: plain data, nothing else. Links are ready to print."""

from __future__ import annotations

from typing import Literal, NamedTuple

from markupsafe import Markup

from sitegen.rendering.images.markup import Files

EMPTY = Markup("")
Tone = Literal["current", "notice", "ended"]


class Link(NamedTuple):
    """`note` is small text beside it, such as a count; `current` marks the page one is on."""

    text: str
    url: str
    note: str = ""
    current: bool = False


class LinkGroup(NamedTuple):
    title: str
    links: tuple[Link, ...]


class SearchBox(NamedTuple):
    """`action` is the search page; `root` is the site's folder and `files` that of the index.

    `engine` is the script that reads the index, `fallbacks` what it loads where it finds nothing.
    """

    action: str
    root: str
    files: str
    engine: str
    fallbacks: str


class Masthead(NamedTuple):
    """The head of every page: the same value for all pages of one column at one depth.

    `search` is None on pages whose main part begins with a search box.
    """

    site_name: str
    tagline: str
    seal: tuple[str, ...]
    home: str
    menu: tuple[Link, ...]
    search: SearchBox | None


class Foot(NamedTuple):
    """The foot of every page, the same value for all at one depth; `gov` are the gov lines."""

    site_name: str
    keeper: str
    notice: str
    groups: tuple[LinkGroup, ...]
    gov: tuple[Link, ...]


class Frame(NamedTuple):
    """What the layout needs on every page. Urls are relative to the page.

    `scripts` are what the page loads after it, in that order; `meta` are the <meta name content> pairs
    of the gov profile.
    """

    lang: str
    title: str
    description: str
    canonical: str
    site_name: str
    css: str
    scripts: tuple[str, ...]
    icon: str
    feed: str
    breadcrumbs: tuple[Link, ...]
    meta: tuple[tuple[str, str], ...]
    masthead: Masthead
    foot: Foot


class Picture(NamedTuple):
    """Either a drawing set inline (`svg`) or image files."""

    alt: str
    caption: str
    credit: str
    illustration: bool
    files: Files | None = None
    svg: Markup = EMPTY


class Badge(NamedTuple):
    text: str
    tone: Tone


class Card(NamedTuple):
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


class CardGroup(NamedTuple):
    title: str
    cards: tuple[Card, ...]
    id: str = ""
    """The fragment by which the group is linked, "" where it is not."""


class Value(NamedTuple):
    """One value of a fact; `source` says whose word it is."""

    text: str
    url: str = ""
    source: str = ""
    note: str = ""


class Fact(NamedTuple):
    """A row of a facts table; `disputed` where sources differ (说法不一)."""

    label: str
    values: tuple[Value, ...]
    disputed: bool = False


class Section(NamedTuple):
    id: str
    title: str
    facts: tuple[Fact, ...]


class StatusBox(NamedTuple):
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


class Season(NamedTuple):
    """Months 1–12 of harvest and of being on sale."""

    harvest: tuple[int, ...]
    available: tuple[int, ...]


class SourceLine(NamedTuple):
    text: str
    url: str


class MarkUserRow(NamedTuple):
    name: str
    url: str
    product: str
    notice: str
    period: str
    checked: str
    source: str
    credit_code: str = ""


class Pager(NamedTuple):
    """Pages of a list; `previous` and `next` are None at the ends."""

    number: int
    total: int
    pages: tuple[Link, ...]
    previous: Link | None
    next: Link | None


class Tile(NamedTuple):
    """A cell of the tile grid: `row` and `column` from 1, `level` 0–3 by count."""

    text: str
    url: str
    entries: int
    row: int
    column: int
    level: int


class Branch(NamedTuple):
    """A node of a tree index with the nodes under it."""

    link: Link
    summary: str
    branches: tuple[Branch, ...]


class SchemeLine(NamedTuple):
    link: Link
    authority: str
    summary: str
    kind: str
    level: str
    ended: str


class Holder(NamedTuple):
    """A row of the ledger as a scheme or ledger page lists it."""

    link: Link
    place: str
    as_published: str
    number: str
    level: str
    status: str
    tone: Tone


class AnnouncementGroup(NamedTuple):
    """One announcement with the rows that this site lists of it."""

    title: str
    id: str
    announced: str
    batch: str
    url: str
    note: str
    covers: str
    holders: tuple[Holder, ...]


class ArticleLine(NamedTuple):
    link: Link
    kind: str
    date: str
    summary: str


class IndexLine(NamedTuple):
    link: Link
    pinyin: str
    label: str
    place: str


class LetterGroup(NamedTuple):
    letter: str
    id: str
    lines: tuple[IndexLine, ...]


class Reconciliation(NamedTuple):
    """Announced against listed, for one collection under GI regimes."""

    names: int
    approvals: int
    announcements: int
    announced: str
    matches: bool


class Figure(NamedTuple):
    """A number on the home page; `note` explains it in one small line."""

    number: int
    label: str
    note: str
    url: str


class RecentLine(NamedTuple):
    date: str
    link: Link
    badge: Badge
