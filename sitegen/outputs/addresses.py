"""The only place that spells a path.

An *address* is '/'-separated and relative to the root of its edition: "" is home, "gi/weixian-luobo/" a
page, "feed.xml" a file. Links between pages are relative, so a site works under any sub-path and from a
USB stick; only 404.html, sitemap, feed and canonical links use absolute ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from sitegen.config.site import Site
from sitegen.files import digest
from sitegen.model.entry import Entry

NOT_FOUND = "404.html"
RELEASE = "release.json"
OWN = (RELEASE, "__sitegen__")
"""What a build and the preview put at the root of the site besides outputs."""
WELL_KNOWN = ".well-known"
"""The one hidden folder that is published: others look there (RFC 8615)."""
ANYWHERE = "\x05"
"""A place that is no page: links from it begin with a mark of the root, which `Urls.placed` replaces by what
the page at hand spells. So a card is made once, whatever the depths of the pages that show it. The first
three characters of Unicode would be slower to find: Python keeps their bytes for Latin letters beside Chinese
ones, for 、 and for 。."""
SHARED_ROOT = "\x06"
"""The mark of the root that all editions share. Neither character can stand in a content file."""
PLAIN = re.compile(r"[\w./~-]*\Z", re.ASCII)
"""An address that needs no quoting, as nearly all are."""


@dataclass(frozen=True, slots=True)
class Urls:
    """How one edition of the site spells addresses. Its pages lie below `prefix`; an address of a page
    leaves it out, so that the same code serves every edition."""

    base_path: str
    permanent_url: str
    file_style: bool
    prefix: str = ""

    def root(self, source: str) -> str:
        """The root folder of the edition, as the page at address `source` spells it."""
        return self._up(source) or "./"

    def href(self, source: str, target: str, fragment: str = "") -> str:
        """The link from the page at address `source` to the page at `target`."""
        up = self._up(source)
        if not fragment and not self.file_style and PLAIN.match(target):
            return up + target or "./"
        path, _, query = target.partition("?")
        if self.file_style and (path == "" or path.endswith("/")):
            path += "index.html"
        href = up + quote(path) or "./"
        return href + (f"?{query}" if query else "") + (f"#{quote(fragment)}" if fragment else "")

    def shared_root(self, source: str) -> str:
        """The root folder of the site, as the page at address `source` spells it."""
        return self.shared_href(source, "") or "./"

    def shared_href(self, source: str, path: str) -> str:
        """The link from the page at address `source` to a file that all editions share."""
        if not PLAIN.match(path):
            path = quote(path)
        if source == ANYWHERE:
            return SHARED_ROOT + path
        if source == NOT_FOUND:
            return self.base_path + path
        return "../" * (source.count("/") + self.prefix.count("/")) + path

    def permanent(self, address: str) -> str:
        """A page's address as printed on boxes, whatever path the site is served under today."""
        return self.permanent_shared(self.prefix + address)

    def permanent_shared(self, path: str) -> str:
        """The same for a path from the root of the site."""
        return self.permanent_url.rstrip("/") + "/" + (path if PLAIN.match(path) else quote(path))

    def placed(self, html: str, source: str) -> str:
        """The page at address `source` with the links of what was made for `ANYWHERE`."""
        html = _replaced(html, ANYWHERE, self._up(source))
        return _replaced(html, SHARED_ROOT, self.shared_href(source, ""))

    def _up(self, source: str) -> str:
        if source == ANYWHERE:
            return ANYWHERE
        if source == NOT_FOUND:
            return self.base_path + self.prefix
        return "../" * source.count("/")


def _replaced(html: str, mark: str, spelt: str) -> str:
    """`html.replace(mark, spelt)` in half the time: Python finds a character sooner than it replaces it."""
    parts = []
    start = 0
    while (place := html.find(mark, start)) >= 0:
        parts.append(html[start:place])
        start = place + 1
    return spelt.join([*parts, html[start:]]) if parts else html


def urls_of(site: Site, prefix: str = "") -> Urls:
    settings = site.settings
    return Urls(settings.base_path, settings.permanent_url, settings.link_style == "file", prefix)


def file_of(address: str) -> str:
    """The output file of an address: `gi/weixian-luobo/` → `gi/weixian-luobo/index.html`."""
    return address + "index.html" if address == "" or address.endswith("/") else address


def address_of(file: str) -> str:
    """The address of an output file, the reverse of `file_of`."""
    return file.removesuffix("index.html") if file.endswith("index.html") else file


def entry(item: Entry) -> str:
    return f"{item.id}/" if item.collection == "pages" else f"{item.collection}/{item.id}/"


def page(base: str, number: int) -> str:
    """The address of page `number` (from 1) of a paged list."""
    return base if number == 1 else f"{base}page/{number}/"


def collection(name: str) -> str:
    return f"{name}/"


def narrowed(collection: str, chosen: Iterable[tuple[str, str]]) -> str:
    """The list of a collection's entries that have these values, (facet, value): all where there are none."""
    return "".join([f"{collection}/", *(f"{facet}/{value}/" for facet, value in chosen)])


def table(base: str, order: str = "") -> str:
    """The list at `base` as a table, in another order than that of names where one is given."""
    return f"{base}table/{order}/" if order else f"{base}table/"


def makers(scope: Entry) -> str:
    """The table of the enterprises of a geographical indication or category."""
    return f"{entry(scope)}makers/"


def card(item: Entry) -> str:
    """An entry as a card to print."""
    return f"{entry(item)}card/"


def sheet(item: Entry) -> str:
    """An entry as a sheet to print."""
    return f"{entry(item)}sheet/"


def leaving(item: Entry, shop: str) -> str:
    """The page before a shop outside the site. It is named by the shop's address, so it stays where others are
    added, moved or removed."""
    return f"{entry(item)}buy/{digest(shop.encode())[:10]}/"


def code(item: Entry) -> str:
    """The QR code of an entry's permanent address."""
    return f"{entry(item)}qr.svg"


def contact(item: Entry) -> str:
    """An organization as a card for the address book of a telephone."""
    return f"{entry(item)}contact.vcf"


def event_calendar(item: Entry) -> str:
    """An event as a file that calendars take in."""
    return f"{entry(item)}event.ics"


def counted(release: Entry, row: str) -> str:
    """What this catalogue has of a published number: the list of just these entries or titles."""
    return f"{entry(release)}{row}/"


def poster(item: Entry) -> str:
    """The poster of an entry."""
    return f"{entry(item)}poster.png"


def thumbnail(item: Entry) -> str:
    """The square picture that messengers show of an entry."""
    return f"{entry(item)}thumbnail.jpg"


def drawing(file: str, *, craft: bool) -> str:
    """The file name (below media/) of a drawing as cards show it, by the colour it wears."""
    return f"{file.removesuffix('.svg')}.{'cinnabar' if craft else 'pine'}.svg"


def variant(file: str, width: int, extension: str) -> str:
    """The file name (below media/) of a picture at one width: `pear.jpg` → `pear-480.webp`."""
    return f"{file.rpartition('.')[0]}-{width}.{extension}"


def letter(initial: str) -> str:
    return f"a-z/{'other' if initial == '#' else initial.lower()}/"


def search(text: str) -> str:
    """The search page with something to look for."""
    return f"{SEARCH}?q={quote(text)}"


def number(slug: str) -> str:
    """The address under which a notice or certificate number is looked up."""
    return f"v/{slug}/"


def numbers_ending(digits: str) -> str:
    """The list of numbers that end with these digits; of all numbers where "" is given."""
    return f"{VERIFY}{digits}/" if digits else VERIFY


def season(month: int) -> str:
    """The calendar page of a month, 1 to 12."""
    return f"{SEASONS}{month}/"


def ladder(name: str) -> str:
    """The page of a ladder of schemes."""
    return f"{LADDERS}{name}/"


HOME = ""
A_TO_Z = "a-z/"
VERIFY = "verify/"
LEDGER = "ledger/"
SEASONS = "seasons/"
SEASONS_CALENDAR = "seasons/seasons.ics"
FIGURES = "figures/"
EVENTS_CALENDAR = "events/events.ics"
REWARDS = "rewards/"
LADDERS = "ladders/"
TARGETS = "targets/"
TIERS = "tiers/"
FIGURES_COMPARED = "figures/compare/"
PATENTS = "patents/"
PROTECTION = "protection/"
SURVEY = "survey/"
BRAND_VALUES = "brand-values/"
FIGURES_WORKBOOK = "figures/figures.xlsx"
TIMELINE = "timeline/"
CHANGES = "changes/"
SITE_MAP = "sitemap/"
SITEMAP_XML = "sitemap.xml"
FEED = "feed.xml"
FEED_JSON = "feed.json"
ROBOTS = "robots.txt"
MEDIA = "media/"
ASSETS = "assets/"
ICON = "assets/icon.svg"
SEARCH = "search/"
SEARCH_NAMES = "search/names/"
SEARCH_CARDS = "search/cards/"
SEARCH_TEXTS = "search/texts/"
