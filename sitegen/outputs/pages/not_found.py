"""The page for addresses that do not exist."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.outputs import addresses
from sitegen.outputs.family import Family, Recipe
from sitegen.outputs.output import Output
from sitegen.outputs.parts.frame import frame, search_box
from sitegen.outputs.parts.plain_page import TEMPLATE, PlainPage
from sitegen.outputs.parts.views.links import Link
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext


def plan(context: PlanContext) -> Iterator[Output]:
    yield context.page(addresses.NOT_FOUND, "not-found", TEMPLATE, in_sitemap=False)


def view(context: RenderContext) -> PlainPage:
    say, here = context.say, addresses.NOT_FOUND
    notice = say("没有找到这个网页。网址可能写错了，也可能是旧网址。")
    title = say("没有这个网页")
    return PlainPage(
        frame=frame(context, here, title, description=notice),
        title=title,
        paragraphs=(notice,),
        facts=(),
        links=(
            Link(say("首页"), context.href(here, addresses.HOME)),
            Link(say("按拼音查"), context.href(here, addresses.A_TO_Z)),
            Link(say("网站地图"), context.href(here, addresses.SITE_MAP)),
        ),
        search=search_box(context, here),
    )


FAMILY = Family("not-found", plan=plan, recipes={"not-found": Recipe(view, TEMPLATE)})
