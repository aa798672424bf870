"""The site map: columns, places, categories and the links of the footer on one page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sitegen.model.types import Label
from sitegen.outputs import addresses
from sitegen.outputs.dependencies import digest_of
from sitegen.outputs.family import Family, Recipe
from sitegen.outputs.output import Output
from sitegen.outputs.parts.frame import frame
from sitegen.outputs.parts.region_word import menu_title
from sitegen.outputs.parts.trees import TREES
from sitegen.outputs.parts.views.frame import Frame
from sitegen.outputs.parts.views.links import Link, LinkGroup
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext

TEMPLATE = "pages/sitemap.html"


class SiteMapPage(NamedTuple):
    """网站地图 | the map of the site"""

    frame: Frame
    """网页共有的部分 | what every page has"""
    title: str
    """页面标题，即一级标题 | the heading of the page"""
    groups: tuple[LinkGroup, ...]
    """各组链接 | the links in groups"""


def plan(context: PlanContext) -> Iterator[Output]:
    lists = context.catalogue.collections
    nodes = [(node.key, node.line_digest) for tree in TREES for node in lists[tree]]
    yield context.page(
        addresses.SITE_MAP, "site-map", TEMPLATE, in_sitemap=True, nodes=digest_of(nodes)
    )


def view(context: RenderContext) -> SiteMapPage:
    here = addresses.SITE_MAP
    title = context.say("网站地图")
    shared = frame(context, here, title, section=here)
    menu = tuple(Link(link.text, link.url) for link in shared.masthead.menu)
    columns = LinkGroup(context.say("栏目"), menu)
    trees = [
        LinkGroup(
            menu_title(context, tree),
            tuple(
                Link(node.name, context.entry_href(here, node))
                for node in context.catalogue.collections[tree]
            ),
        )
        for tree in TREES
    ]
    groups = (columns, *(tree for tree in trees if tree.links), *shared.foot.groups)
    return SiteMapPage(frame=shared, title=title, groups=groups)


FAMILY = Family(
    "site-map",
    plan=plan,
    recipes={"site-map": Recipe(view, TEMPLATE)},
    parts={"nodes": Label("地区和类别的名称", "the names of regions and categories")},
    addresses=("sitemap",),
)
