"""A–Z: every entry by the first letter of its pinyin, and the site map."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.catalogue.catalogue import Catalogue, pinyin_order
from sitegen.model.collections import COLLECTIONS
from sitegen.model.entry import Entry
from sitegen.model.pinyin import filed_under
from sitegen.outputs import urls as addresses
from sitegen.outputs.cards import place_of
from sitegen.outputs.frame import MENU, frame
from sitegen.outputs.making import Making
from sitegen.outputs.output import Output, Planning, read, short
from sitegen.outputs.page_views import IndexPage, SiteMapPage
from sitegen.outputs.views import FooterGroup, IndexLine, LetterGroup, Link

TEMPLATE = "pages/index.html"
SITE_MAP = "pages/sitemap.html"
ALL_ON_ONE = 400
"""Up to so many entries the first page lists all names; beyond, only the letters."""


def plan(planning: Planning) -> Iterator[Output]:
    catalogue = planning.catalogue
    groups = letters(planning)
    counts = short([(letter, len(entries)) for letter, entries in groups])
    every = read("card", [entry for _, entries in groups for entry in entries])
    yield planning.page(addresses.A_TO_Z, "index", TEMPLATE, "", cards=every, letters=counts)
    for letter, entries in groups:
        cards = read("card", entries)
        address = addresses.letter(letter)
        yield planning.page(address, "index", TEMPLATE, letter, cards=cards, letters=counts)
    nodes = [
        (e.key, e.card) for kind in ("regions", "categories") for e in catalogue.collections[kind]
    ]
    yield planning.page(addresses.SITE_MAP, "site-map", SITE_MAP, nodes=short(nodes))


def letters(planning: Planning) -> list[tuple[str, list[Entry]]]:
    """(letter, entries in pinyin order) for every letter that has any; # comes last."""
    return planning.once("letters", lambda: _letters(planning.catalogue))


def _letters(catalogue: Catalogue) -> list[tuple[str, list[Entry]]]:
    groups: dict[str, list[Entry]] = {}
    for name in MENU:
        for entry in catalogue.collections[name]:
            letter = filed_under(entry.sort)
            groups.setdefault(letter, []).append(entry)
    ordered = sorted(groups, key=lambda letter: (letter == "#", letter))
    return [(letter, sorted(groups[letter], key=pinyin_order)) for letter in ordered]


def view(making: Making, letter: str) -> IndexPage:
    here = addresses.letter(letter) if letter else addresses.A_TO_Z
    groups = letters(making.planning)
    total = sum(len(entries) for _, entries in groups)
    wanted = [group for group in groups if group[0] == letter] if letter else groups
    if not letter and total > ALL_ON_ONE:
        wanted = []
    title = f"拼音 {letter}" if letter else "按拼音查"
    trail = (("按拼音查", addresses.A_TO_Z),) if letter else ()
    lead = f"共 {total} 条，按名称的拼音排列。"
    return IndexPage(
        frame=frame(making, here, title, description=lead, section=addresses.A_TO_Z, trail=trail),
        title=title,
        lead=lead,
        letters=letter_links(making, here, letter),
        groups=tuple(_group(making, here, name, entries) for name, entries in wanted),
    )


def letter_links(making: Making, here: str, current: str = "") -> tuple[Link, ...]:
    return tuple(
        Link(
            letter,
            making.urls.href(here, addresses.letter(letter)),
            str(len(entries)),
            current=letter == current,
        )
        for letter, entries in letters(making.planning)
    )


def _group(making: Making, here: str, letter: str, entries: list[Entry]) -> LetterGroup:
    lines = tuple(
        IndexLine(
            link=Link(entry.name, making.urls.href(here, addresses.entry(entry))),
            pinyin="" if entry.collection == "organizations" else entry.pinyin,
            label=COLLECTIONS[entry.collection].title.zh,
            place=place_of(making.catalogue, entry),
        )
        for entry in entries
    )
    return LetterGroup(letter, f"letter-{'other' if letter == '#' else letter.lower()}", lines)


def site_map(making: Making) -> SiteMapPage:
    here = addresses.SITE_MAP
    shared = frame(making, here, "网站地图", section=here)
    columns = FooterGroup("栏目", tuple(Link(link.text, link.url) for link in shared.masthead.menu))
    trees = [
        FooterGroup(
            title,
            tuple(
                Link(entry.name, making.urls.href(here, addresses.entry(entry)))
                for entry in making.catalogue.collections[kind]
            ),
        )
        for kind, title in (("regions", "县市区"), ("categories", "类别"))
    ]
    groups = (columns, *(tree for tree in trees if tree.links), *shared.foot.groups)
    return SiteMapPage(frame=shared, title="网站地图", groups=groups)
