"""What changed on the site, the newest days first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sitegen.model.collections import COLLECTIONS
from sitegen.model.entry import Entry
from sitegen.outputs import addresses
from sitegen.outputs.dependencies import digest_of
from sitegen.outputs.family import Family, Recipe
from sitegen.outputs.output import Output
from sitegen.outputs.parts.changes import KINDS, Change, by_day_and_kind, changes, totals_by_kind
from sitegen.outputs.parts.frame import frame
from sitegen.outputs.parts.paging import Chunks, numbered, page_of_lines, pager
from sitegen.outputs.parts.places import place_of
from sitegen.outputs.parts.views.frame import Frame
from sitegen.outputs.parts.views.links import Link, Pager
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext

TEMPLATE = "pages/changes.html"


class ChangeGroup(NamedTuple):
    """一天里新收录、更新或下架的条目 | the entries that are new, changed or withdrawn on a day"""

    title: str
    """新收录、更新或下架 | what happened to them"""
    total: str
    """这一天共几条；分在几页时也说这一页几条 | how many they are on this day, and on this page where it does not have them all"""
    links: tuple[Link, ...]
    """这一页的条目；小字是类和地区 | those on this page; the note says collection and place"""


class DayOfChanges(NamedTuple):
    """一天的更新 | the changes of a day"""

    date: str
    """日期，ISO | the day, ISO"""
    groups: tuple[ChangeGroup, ...]
    """新收录、更新、下架，各有哪些条目 | the entries that are new, changed and withdrawn"""


class ChangesPage(NamedTuple):
    """更新记录，可有几页 | what changed, over as many pages as it needs"""

    frame: Frame
    """网页共有的部分 | what every page has"""
    title: str
    """页面标题，即一级标题 | the heading of the page"""
    lead: str
    """标题下的一两句话 | a sentence or two below the heading"""
    atom: str
    """Atom 订阅；停止更新的网站没有 | the Atom feed; a site that was closed has none"""
    json: str
    """JSON 订阅；同上 | the JSON Feed; as above"""
    days: tuple[DayOfChanges, ...]
    """这一页的各天，新的在前 | the days of this page, the newest first"""
    pager: Pager
    """分页 | the pages of the list"""


def plan(context: PlanContext) -> Iterator[Output]:
    if not changes(context):
        return
    pages = _pages(context)
    totals = totals_by_kind(context)
    for number, page in enumerate(pages, start=1):
        shown = [
            (day, kind, entry.key, entry.name, place_of(context.catalogue, entry))
            for day, kind, entry in page
        ]
        yield context.page(
            addresses.page(addresses.CHANGES, number),
            "changes",
            TEMPLATE,
            str(number),
            in_sitemap=number == 1,
            lines=digest_of(shown),
            counts=digest_of([totals[day, kind] for day, kind, _ in page]),
            pages=str(len(pages)),
        )


def _pages(context: PlanContext) -> Chunks[Change]:
    return Chunks(changes(context), page_of_lines(context.site))


def view(context: RenderContext, number_text: str) -> ChangesPage:
    number, say = int(number_text), context.say
    here = addresses.page(addresses.CHANGES, number)
    pages = _pages(context.plan)
    title = say("更新记录")
    goes_on = context.site.closed is None
    lead = say(
        "本站哪天收录、更新、下架了什么，照条目写明的日期。称号什么时候给的、现在怎样，见“历年认定”和各条目。"
    )
    return ChangesPage(
        frame=frame(
            context,
            here,
            numbered(context, title, number),
            description=lead,
            section=addresses.CHANGES,
        ),
        title=title,
        lead=lead,
        atom=context.href(here, addresses.FEED) if goes_on else "",
        json=context.href(here, addresses.FEED_JSON) if goes_on else "",
        days=tuple(
            DayOfChanges(
                day,
                tuple(_group(context, here, day, kind, entries) for kind, entries in groups),
            )
            for day, groups in by_day_and_kind(pages[number - 1])
        ),
        pager=pager(context, here, addresses.CHANGES, number, len(pages)),
    )


def _group(
    context: RenderContext, here: str, day: str, kind: str, entries: list[Entry]
) -> ChangeGroup:
    say, total = context.say, totals_by_kind(context.plan)[day, kind]
    return ChangeGroup(
        say(KINDS[kind]),
        say("{count}条", count=total)
        if total == len(entries)
        else say("共{count}条，这一页{here}条", count=total, here=len(entries)),
        tuple(_link(context, here, entry) for entry in entries),
    )


def _link(context: RenderContext, here: str, entry: Entry) -> Link:
    words = (
        context.label(COLLECTIONS[entry.collection].title),
        place_of(context.catalogue, entry),
    )
    return Link(entry.name, context.entry_href(here, entry), " · ".join(filter(None, words)))


FAMILY = Family(
    "changes",
    plan=plan,
    recipes={"changes": Recipe(view, TEMPLATE)},
    addresses=("changes",),
)
