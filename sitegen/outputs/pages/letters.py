"""A–Z: every entry by the first letter of its pinyin."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sitegen.model.collections import COLLECTIONS
from sitegen.model.entry import Entry
from sitegen.model.types import Label
from sitegen.outputs import addresses
from sitegen.outputs.dependencies import depends_on, digest_of
from sitegen.outputs.family import Family, Recipe
from sitegen.outputs.output import Output
from sitegen.outputs.parts.frame import frame
from sitegen.outputs.parts.letters import NO_LETTER, letter_counts, letter_links, letters
from sitegen.outputs.parts.places import place_of
from sitegen.outputs.parts.readings import reading_of
from sitegen.outputs.parts.views.frame import Frame
from sitegen.outputs.parts.views.links import Link
from sitegen.outputs.parts.views.lists import IndexLine, LetterGroup
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext
from sitegen.outputs.showing.table import showing

TEMPLATE = "pages/index.html"
ALL_ON_ONE_PAGE = 400
"""The most entries of which the first page lists all names; where there are more, it has the letters."""


class IndexPage(NamedTuple):
    """按拼音查：总页和每个字母一页 | by pinyin: the whole, and a page for each letter"""

    frame: Frame
    """网页共有的部分 | what every page has"""
    title: str
    """页面标题，即一级标题 | the heading of the page"""
    lead: str
    """标题下的一两句话 | a sentence or two below the heading"""
    letters: tuple[Link, ...]
    """有名称的首字母；小字是条目数 | the letters that have names; the note says how many"""
    groups: tuple[LetterGroup, ...]
    """列出的名称；条目很多时总页上为空 | the names listed; empty on the first page of a very large site"""


def plan(context: PlanContext) -> Iterator[Output]:
    groups = letters(context)
    counts = digest_of(letter_counts(context))

    def readings(entries: list[Entry]) -> str:
        return digest_of([reading_of(context, entry) for entry in entries])

    every = [entry for _, entries in groups for entry in entries]
    yield context.page(
        addresses.A_TO_Z,
        "index",
        TEMPLATE,
        "",
        in_sitemap=True,
        cards=depends_on("card", every),
        letters=counts,
        readings=readings(every),
    )
    for letter, entries in groups:
        yield context.page(
            addresses.letter(letter),
            "index",
            TEMPLATE,
            letter,
            in_sitemap=False,
            cards=depends_on("card", entries),
            letters=counts,
            readings=readings(entries),
        )


def view(context: RenderContext, letter: str) -> IndexPage:
    """The page of a letter, or ("") the first page."""
    say = context.say
    here = addresses.letter(letter) if letter else addresses.A_TO_Z
    groups = letters(context.plan)
    total = sum(len(entries) for _, entries in groups)
    if letter:
        groups = [group for group in groups if group[0] == letter]
    elif total > ALL_ON_ONE_PAGE:
        groups = []
    whole = say("按拼音查")
    title = say("拼音{letter}", letter=letter) if letter else whole
    trail = ((whole, addresses.A_TO_Z),) if letter else ()
    lead = say("共{count}条，按名称的拼音排列。", count=total)
    return IndexPage(
        frame=frame(context, here, title, description=lead, section=addresses.A_TO_Z, trail=trail),
        title=title,
        lead=lead,
        letters=letter_links(context, here, letter),
        groups=tuple(_group(context, here, name, entries) for name, entries in groups),
    )


def _group(context: RenderContext, here: str, letter: str, entries: list[Entry]) -> LetterGroup:
    lines = tuple(
        IndexLine(
            link=Link(entry.name, context.entry_href(here, entry)),
            pinyin=reading_of(context.plan, entry)
            if showing(entry.collection).shows_pinyin
            else "",
            label=context.label(COLLECTIONS[entry.collection].title),
            place=place_of(context.catalogue, entry),
        )
        for entry in entries
    )
    identifier = "other" if letter == NO_LETTER else letter.lower()
    return LetterGroup(letter, f"letter-{identifier}", lines)


FAMILY = Family(
    "letters",
    plan=plan,
    recipes={"index": Recipe(view, TEMPLATE)},
    parts={"readings": Label("名称的拼音", "the readings of the names")},
    addresses=("a-z",),
)
