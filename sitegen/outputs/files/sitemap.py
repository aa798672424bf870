"""sitemap.xml and robots.txt: which pages a search engine should know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sitegen.config.site import Site
from sitegen.model.types import Label
from sitegen.outputs import addresses
from sitegen.outputs.dependencies import digest_of
from sitegen.outputs.family import Family, Recipe
from sitegen.outputs.output import Output
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext

SITEMAP_TEMPLATE = "files/sitemap.xml"
ROBOTS_TEMPLATE = "files/robots.txt"
MOST_ADDRESSES = 50_000
"""The most addresses in one file, by the protocol."""
Page = tuple[str, str]
"""(address from the root of the site, day of its last change or "")."""


class MapUrl(NamedTuple):
    """网站地图里的一个网址 | an address in the sitemap"""

    url: str
    """网址，完整 | the address, a whole one"""
    lastmod: str
    """最近修改的日期；可空 | the day of its last change; may be empty"""


class SitemapFile(NamedTuple):
    """给搜索引擎的网站地图 | the sitemap for search engines"""

    urls: tuple[MapUrl, ...]
    """各个网址 | the addresses"""


class RobotsFile(NamedTuple):
    """给搜索引擎的说明：网站地图在哪里 | where search engines find the sitemaps"""

    sitemaps: tuple[str, ...]
    """网站地图文件的完整网址 | the whole addresses of the sitemaps"""


def plan(context: PlanContext, outputs: tuple[Output, ...]) -> Iterator[Output]:
    files = chunks(listed_pages(outputs) if _is_indexed(context.site) else [])
    for number, pages in enumerate(files):
        yield context.file(
            file_name(number),
            "sitemap.xml",
            str(number),
            template=context.shared.templates[SITEMAP_TEMPLATE],
            pages=digest_of(pages),
            frame=context.shared.frame,
        )
    yield context.file(
        addresses.ROBOTS,
        "robots",
        sitemaps=str(len(files)),
        template=context.shared.templates[ROBOTS_TEMPLATE],
        frame=context.shared.frame,
    )


def listed_pages(outputs: Iterable[Output]) -> list[Page]:
    """The pages that sitemap.xml lists, by address."""
    return sorted(
        (addresses.address_of(output.path), output.lastmod)
        for output in outputs
        if output.in_sitemap
    )


def chunks(pages: list[Page]) -> list[list[Page]]:
    """The pages of each sitemap file."""
    return [pages[at : at + MOST_ADDRESSES] for at in range(0, len(pages), MOST_ADDRESSES)]


def file_name(number: int) -> str:
    """`sitemap.xml`, then `sitemap-2.xml` …; `number` is from 0."""
    return f"sitemap-{number + 1}.xml" if number else addresses.SITEMAP_XML


def sitemap(context: RenderContext, number: str) -> SitemapFile:
    pages = context.once("sitemap", lambda: chunks(listed_pages(context.outputs)))[int(number)]
    permanent = context.urls.permanent_shared
    return SitemapFile(tuple(MapUrl(permanent(at), lastmod) for at, lastmod in pages))


def robots(context: RenderContext) -> RobotsFile:
    files = chunks(listed_pages(context.outputs) if _is_indexed(context.site) else [])
    names = (file_name(number) for number in range(len(files)))
    return RobotsFile(tuple(context.urls.permanent_shared(name) for name in names))


def _is_indexed(site: Site) -> bool:
    return site.closed is None or site.closed.indexed


FAMILY = Family(
    "sitemap",
    plan_after_pages=plan,
    recipes={
        "sitemap.xml": Recipe(sitemap, SITEMAP_TEMPLATE),
        "robots": Recipe(robots, ROBOTS_TEMPLATE),
    },
    parts={"sitemaps": Label("网站地图文件数", "the number of sitemaps")},
    over="site",
)
