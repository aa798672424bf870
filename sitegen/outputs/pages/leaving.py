"""The page before a shop outside the site: where one goes, and that the site does not answer for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from sitegen.model.web_address import host_of
from sitegen.outputs import addresses
from sitegen.outputs.dependencies import depends_on
from sitegen.outputs.family import Family, Recipe
from sitegen.outputs.output import Output
from sitegen.outputs.parts.frame import frame
from sitegen.outputs.parts.region_word import menu_title
from sitegen.outputs.parts.shops import checked
from sitegen.outputs.parts.views.frame import Frame
from sitegen.outputs.parts.views.links import Link
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext
from sitegen.outputs.showing.table import listed

TEMPLATE = "pages/leaving.html"


class LeavingPage(NamedTuple):
    """离开本站，去一家网店 | leaving the site for a shop"""

    frame: Frame
    """网页共有的部分 | what every page has"""
    title: str
    """页面标题，即一级标题 | the heading of the page"""
    shop: str
    """店名 | the name of the shop"""
    host: str
    """浏览器会打开的域名 | the host that the browser will open"""
    address: str
    """完整网址 | the whole address"""
    checked: str
    """何时核对；可空 | when it was checked; may be empty"""
    back: Link
    """回到产品的网页 | back to the page of the product"""


def plan(context: PlanContext) -> Iterator[Output]:
    for name in listed():
        for entry in context.catalogue.collections[name]:
            for shop in entry.shops:
                yield context.page(
                    addresses.leaving(entry, shop),
                    "leaving",
                    TEMPLATE,
                    entry.key,
                    shop,
                    in_sitemap=False,
                    entry=depends_on("facts", [entry], context.catalogue.turns(entry)),
                )


def view(context: RenderContext, key: str, shop: str) -> LeavingPage:
    say = context.say
    entry = context.catalogue.entries[key]
    here = addresses.leaving(entry, shop)
    record: Any = context.catalogue.record(entry)
    place = next(place for place in record.buy if place.url == shop)
    section = addresses.collection(entry.collection)
    trail = ((menu_title(context, entry.collection), section), (entry.name, addresses.entry(entry)))
    title = say("您将离开本站")
    return LeavingPage(
        frame=frame(
            context,
            here,
            title,
            description=say("{shop}的网址。它不是本站的网页。", shop=place.name),
            section=section,
            trail=trail,
            indexed=False,
        ),
        title=title,
        shop=place.name,
        host=host_of(shop),
        address=shop,
        checked=checked(context, place),
        back=Link(entry.name, context.entry_href(here, entry)),
    )


FAMILY = Family("leaving", plan=plan, recipes={"leaving": Recipe(view, TEMPLATE)})
