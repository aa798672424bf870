"""A–Z: every entry by the first letter of its pinyin, and the site map."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.catalogue.catalogue import Catalogue, pinyin_order
from sitegen.model.collections import COLLECTIONS
from sitegen.model.entry import Entry
from sitegen.model.pinyin import filed_under
from sitegen.outputs import addresses
from sitegen.outputs.output import Output, PlanContext, read, short
from sitegen.outputs.page_views import IndexPage, SiteMapPage
from sitegen.outputs.parts.cards import place_of
from sitegen.outputs.parts.frame import MENU, frame
from sitegen.outputs.parts.views import FooterGroup, IndexLine, LetterGroup, Link
from sitegen.outputs.render_context import RenderContext

TEMPLATE = "pages/index.html"
SITE_MAP = "pages/sitemap.html"
ALL_ON_ONE = 400
"""Up to so many entries the first page lists all names; beyond, only the letters."""


def plan(context: PlanContext) -> Iterator[Output]:
    catalogue = context.catalogue
    groups = letters(context)
    counts = short([(letter, len(entries)) for letter, entries in groups])
    every = read("card", [entry for _, entries in groups for entry in entries])
    yield context.page(addresses.A_TO_Z, "index", TEMPLATE, "", cards=every, letters=counts)
    for letter, entries in groups:
        cards = read("card", entries)
        address = addresses.letter(letter)
        yield context.page(address, "index", TEMPLATE, letter, cards=cards, letters=counts)
    nodes = [
        (e.key, e.card) for kind in ("regions", "categories") for e in catalogue.collections[kind]
    ]
    yield context.page(addresses.SITE_MAP, "site-map", SITE_MAP, nodes=short(nodes))


def letters(context: PlanContext) -> list[tuple[str, list[Entry]]]:
    """(letter, entries in pinyin order) for every letter that has any; # comes last."""
    return context.once("letters", lambda: _letters(context.catalogue))


def _letters(catalogue: Catalogue) -> list[tuple[str, list[Entry]]]:
    groups: dict[str, list[Entry]] = {}
    for name in MENU:
        for entry in catalogue.collections[name]:
            letter = filed_under(entry.sort)
            groups.setdefault(letter, []).append(entry)
    ordered = sorted(groups, key=lambda letter: (letter == "#", letter))
    return [(letter, sorted(groups[letter], key=pinyin_order)) for letter in ordered]


def view(context: RenderContext, letter: str) -> IndexPage:
    here = addresses.letter(letter) if letter else addresses.A_TO_Z
    groups = letters(context.plan)
    total = sum(len(entries) for _, entries in groups)
    wanted = [group for group in groups if group[0] == letter] if letter else groups
    if not letter and total > ALL_ON_ONE:
        wanted = []
    title = f"拼音 {letter}" if letter else "按拼音查"
    trail = (("按拼音查", addresses.A_TO_Z),) if letter else ()
    lead = f"共 {total} 条，按名称的拼音排列。"
    return IndexPage(
        frame=frame(context, here, title, description=lead, section=addresses.A_TO_Z, trail=trail),
        title=title,
        lead=lead,
        letters=letter_links(context, here, letter),
        groups=tuple(_group(context, here, name, entries) for name, entries in wanted),
    )


def letter_links(context: RenderContext, here: str, current: str = "") -> tuple[Link, ...]:
    return tuple(
        Link(
            letter,
            context.urls.href(here, addresses.letter(letter)),
            str(len(entries)),
            current=letter == current,
        )
        for letter, entries in letters(context.plan)
    )


def _group(context: RenderContext, here: str, letter: str, entries: list[Entry]) -> LetterGroup:
    lines = tuple(
        IndexLine(
            link=Link(entry.name, context.urls.href(here, addresses.entry(entry))),
            pinyin="" if entry.collection == "organizations" else entry.pinyin,
            label=COLLECTIONS[entry.collection].title.zh,
            place=place_of(context.catalogue, entry),
        )
        for entry in entries
    )
    return LetterGroup(letter, f"letter-{'other' if letter == '#' else letter.lower()}", lines)


def site_map(context: RenderContext) -> SiteMapPage:
    here = addresses.SITE_MAP
    shared = frame(context, here, "网站地图", section=here)
    columns = FooterGroup("栏目", tuple(Link(link.text, link.url) for link in shared.masthead.menu))
    trees = [
        FooterGroup(
            title,
            tuple(
                Link(entry.name, context.urls.href(here, addresses.entry(entry)))
                for entry in context.catalogue.collections[kind]
            ),
        )
        for kind, title in (("regions", "县市区"), ("categories", "类别"))
    ]
    groups = (columns, *(tree for tree in trees if tree.links), *shared.foot.groups)
    return SiteMapPage(frame=shared, title="网站地图", groups=groups)
