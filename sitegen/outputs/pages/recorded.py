"""The pages of what this catalogue has of a published number: just the entries or titles that were counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sitegen.catalogue.ledger import Recognition
from sitegen.model.entry import Entry
from sitegen.outputs import addresses
from sitegen.outputs.dependencies import depends_on, digest_of
from sitegen.outputs.family import Family, Recipe
from sitegen.outputs.output import Output
from sitegen.outputs.parts.announcements import holder, rows_digest
from sitegen.outputs.parts.counted import Counted, counted, own_pages
from sitegen.outputs.parts.figure_lines import PARTS, figure_line, lines_digest
from sitegen.outputs.parts.frame import frame
from sitegen.outputs.parts.number_links import announcement_title
from sitegen.outputs.parts.paging import Chunks, numbered, page_of_lines, pager
from sitegen.outputs.parts.places import place_of
from sitegen.outputs.parts.published import figures_of
from sitegen.outputs.parts.titles import title_of
from sitegen.outputs.parts.turning import day_of_data, turning
from sitegen.outputs.parts.views.frame import Frame
from sitegen.outputs.parts.views.links import Link, Pager
from sitegen.outputs.parts.views.published import FigureLine
from sitegen.outputs.parts.views.recognitions import Holder
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext

TEMPLATE = "pages/recorded.html"


class RecordedPage(NamedTuple):
    """一个公布的数字，本名录收录的是哪些；可有几页 | what this catalogue has of a published number, over as many pages as it needs"""

    frame: Frame
    """网页共有的部分 | what every page has"""
    title: str
    """页面标题，即一级标题 | the heading of the page"""
    figure: FigureLine
    """公布的数字 | the published figure"""
    said: str
    """收录多少，一句话 | in words how many are recorded"""
    entries: tuple[Link, ...]
    """收录的条目，小字是地方；数的是认定则空 | the entries, the note is the place; empty where titles are counted"""
    titles: tuple[Holder, ...]
    """收录的认定，小字是称号和文号；数的是条目则空 | the titles, the note is the title and its document; empty where entries are counted"""
    pager: Pager
    """分页 | the pages of the list"""
    turning: bool
    """认定的状态是否由脚本按日子改 | whether a script changes how they stand when their days come"""


def plan(context: PlanContext) -> Iterator[Output]:
    for release in context.catalogue.collections["figures"]:
        for one, found in own_pages(context, release):
            base = addresses.counted(release, one.row.row)
            pages = _pages(context, found)
            for number, members in enumerate(pages, start=1):
                rows = [member for member in members if isinstance(member, Recognition)]
                entries = [member for member in members if isinstance(member, Entry)]
                yield context.page(
                    addresses.page(base, number),
                    "recorded",
                    TEMPLATE,
                    release.key,
                    one.row.row,
                    str(number),
                    in_sitemap=number == 1,
                    entry=depends_on("facts", [release], context.catalogue.turns(release)),
                    recorded=lines_digest(context, [one]),
                    rows=digest_of([rows_digest(context, rows), _titles(context, rows)]),
                    cards=depends_on("words", entries),
                    pages=str(len(pages)),
                    as_of=day_of_data(context),
                )


def _titles(context: PlanContext, rows: Sequence[Recognition]) -> list[str]:
    return [title_of(context.catalogue, row) for row in rows]


def _pages(context: PlanContext, found: Counted) -> Chunks[Recognition | Entry]:
    members: list[Recognition | Entry] = []
    if found.of_titles:
        members.extend(reversed(found.rows))
    else:
        members.extend(found.entries)
    return Chunks(members, page_of_lines(context.site))


def view(context: RenderContext, key: str, row: str, number_text: str) -> RecordedPage:
    release = context.catalogue.entries[key]
    number = int(number_text)
    one = next(f for f in figures_of(context.catalogue, release) if f.row.row == row)
    found = counted(context.plan, one)
    assert found is not None
    base = addresses.counted(release, row)
    here = addresses.page(base, number)
    pages = _pages(context.plan, found)
    members = pages[number - 1]
    rows = [member for member in members if isinstance(member, Recognition)]
    entries = [member for member in members if isinstance(member, Entry)]
    title = context.say("{figure}：收录的是哪些", figure=one.row.name)
    return RecordedPage(
        frame=frame(
            context,
            here,
            numbered(context, title, number),
            section=addresses.FIGURES,
            trail=(
                (context.say("统计"), addresses.FIGURES),
                (release.name, addresses.entry(release)),
            ),
            dated=True,
        ),
        title=title,
        figure=figure_line(context, here, one, elsewhere=True),
        said=_said(context, found),
        entries=tuple(
            Link(e.name, context.entry_href(here, e), place_of(context.catalogue, e))
            for e in entries
        ),
        titles=tuple(_holder(context, here, one_row) for one_row in rows),
        pager=pager(context, here, base, number, len(pages)),
        turning=turning(context.catalogue, rows),
    )


def _said(context: RenderContext, found: Counted) -> str:
    if found.of_titles:
        return context.say("本名录收录{count}条认定：", count=found.number)
    return context.say("本名录收录{count}个条目：", count=found.number)


def _holder(context: RenderContext, here: str, row: Recognition) -> Holder:
    words = (
        title_of(context.catalogue, row),
        announcement_title(context, row.announcement),
    )
    return holder(context, here, row, note=context.say("，").join(words))


FAMILY = Family("recorded", plan=plan, recipes={"recorded": Recipe(view, TEMPLATE)}, parts=PARTS)
