"""Figures that were published more than once: the number then and now, with the days and the difference."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sitegen.outputs import addresses
from sitegen.outputs.dependencies import depends_on, digest_of
from sitegen.outputs.family import Family, Recipe
from sitegen.outputs.output import Output
from sitegen.outputs.parts.figure_lines import PARTS, UNSTATED, difference_words, earlier
from sitegen.outputs.parts.frame import frame
from sitegen.outputs.parts.places import region_name
from sitegen.outputs.parts.published import Published, again
from sitegen.outputs.parts.quantities import scope_words
from sitegen.outputs.parts.views.frame import Frame
from sitegen.outputs.parts.views.links import Link
from sitegen.outputs.parts.views.published import Earlier
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext

TEMPLATE = "pages/compared.html"


class ComparedFigure(NamedTuple):
    """几次公布的一个数字 | a figure that was published more than once"""

    name: Link
    """数的是什么，点开是最近一次公布的；小字是口径和地方 | what is counted; leads to where it was last published; the note is what it counts and where"""
    values: tuple[Earlier, ...]
    """各次公布的，新的在前，两个以上 | the numbers, the newest first, two at least"""


class ComparedPage(NamedTuple):
    """几次公布的同一个数字 | figures that were published more than once"""

    frame: Frame
    """网页共有的部分 | what every page has"""
    title: str
    """页面标题，即一级标题 | the heading of the page"""
    lead: str
    """标题下的一两句话 | a sentence or two below the heading"""
    figures: tuple[ComparedFigure, ...]
    """各个数字，不会空 | the figures, never empty"""


def plan(context: PlanContext) -> Iterator[Output]:
    catalogue = context.catalogue
    found = again(catalogue)
    if found:
        releases = {o.release.key: o.release for members in found.values() for o in members}
        shown = sorted(releases.values(), key=lambda release: release.id)
        places = {place: region_name(catalogue, place) for _, place, _ in found if place}
        yield context.page(
            addresses.FIGURES_COMPARED,
            "compared",
            TEMPLATE,
            in_sitemap=True,
            releases=depends_on("facts", shown, [catalogue.turns(release) for release in shown]),
            tree=digest_of(places),
        )


def view(context: RenderContext) -> ComparedPage:
    here, say = addresses.FIGURES_COMPARED, context.say
    title = say("几次公布的同一个数字")
    lead = say("指标、地方和口径都相同的，才放在一起。单位不同或只说了一个范围的，不相减。")
    return ComparedPage(
        frame=frame(
            context,
            here,
            title,
            description=lead,
            section=addresses.FIGURES,
            trail=((say("统计"), addresses.FIGURES),),
        ),
        title=title,
        lead=lead,
        figures=tuple(_figure(context, here, found) for found in again(context.catalogue).values()),
    )


def _figure(context: RenderContext, here: str, found: list[Published]) -> ComparedFigure:
    values = []
    for position, one in enumerate(found):
        change = difference_words(context, found[position - 1], one) if position else ""
        values.append(earlier(context, here, one, change))
    newest = found[-1]
    words = (
        region_name(context.catalogue, newest.place),
        scope_words(context, newest.row) or context.say(UNSTATED),
    )
    note = context.say("，").join(word for word in words if word)
    return ComparedFigure(Link(newest.row.name, values[-1].link.url, note), tuple(reversed(values)))


FAMILY = Family("compared", plan=plan, recipes={"compared": Recipe(view, TEMPLATE)}, parts=PARTS)
