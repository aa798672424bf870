"""Files for machines: sitemap.xml, the Atom feed, robots.txt; and the page for lost visitors."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sitegen.model.collections import COLLECTIONS
from sitegen.model.entry import Entry
from sitegen.outputs import addresses
from sitegen.outputs.file_views import FeedFile, FeedItem, MapUrl, RobotsFile, SitemapFile
from sitegen.outputs.output import Output, PlanContext, read, short
from sitegen.outputs.page_views import PlainPage
from sitegen.outputs.parts.frame import frame
from sitegen.outputs.parts.views import Link
from sitegen.outputs.render_context import RenderContext

PER_SITEMAP = 50_000
IN_FEED = 50


def plan(context: PlanContext) -> Iterator[Output]:
    templates = context.shared.templates
    frame_key = context.shared.frame
    entries = newest(context)
    as_of = context.catalogue.as_of.isoformat()
    pages = pages_of(context)
    parts = [pages[start : start + PER_SITEMAP] for start in range(0, len(pages), PER_SITEMAP)]
    files = sitemap_files(len(parts))
    for number, (path, part) in enumerate(zip(files, parts, strict=True)):
        yield context.file(
            path,
            "sitemap.xml",
            str(number),
            template=templates["files/sitemap.xml"],
            pages=short(part),
            frame=frame_key,
        )
    yield context.file(
        addresses.FEED,
        "feed",
        template=templates["files/feed.xml"],
        entries=read("line", entries, [(e.published, e.updated) for e in entries] or as_of),
        frame=frame_key,
    )
    yield context.file(
        addresses.ROBOTS,
        "robots",
        sitemaps=str(len(files)),
        template=templates["files/robots.txt"],
        frame=frame_key,
    )
    yield context.page(addresses.NOT_FOUND, "not-found", "pages/plain.html")


def sitemap_files(count: int) -> list[str]:
    """`sitemap.xml`, and `sitemap-2.xml` … where 50,000 addresses do not suffice."""
    return [addresses.SITEMAP_XML, *(f"sitemap-{n}.xml" for n in range(2, count + 1))]


def pages_of(context: PlanContext) -> list[tuple[str, str]]:
    """(address, last content date) of every page of content; lists have no date of their own."""
    catalogue = context.catalogue
    found = [(addresses.HOME, "")]
    for name, collection in COLLECTIONS.items():
        has_list = collection.listed or collection.tree or name in ("schemes", "articles")
        if has_list and catalogue.collections[name]:
            found.append((addresses.collection(name), ""))
        if collection.shown:
            found += [
                (addresses.entry(entry), (entry.updated or entry.published)[:10])
                for entry in catalogue.collections[name]
            ]
    return found


def newest(context: PlanContext) -> list[Entry]:
    """Entries by when they were published here, the newest first; undated ones are left out."""
    entries = [
        entry
        for name, collection in COLLECTIONS.items()
        if collection.listed or name == "articles"
        for entry in context.catalogue.collections[name]
        if entry.published
    ]
    return sorted(sorted(entries, key=lambda e: e.key), key=lambda e: e.published, reverse=True)[
        :IN_FEED
    ]


def sitemap(context: RenderContext, number: str) -> SitemapFile:
    start = int(number) * PER_SITEMAP
    pages = pages_of(context.plan)[start : start + PER_SITEMAP]
    return SitemapFile(tuple(MapUrl(context.urls.permanent(at), lastmod) for at, lastmod in pages))


def feed(context: RenderContext) -> FeedFile:
    settings = context.site.settings
    entries = newest(context.plan)
    zone = settings.timezone
    updated = max((instant(e.updated or e.published, zone) for e in entries), default="")
    return FeedFile(
        id=context.urls.permanent(addresses.HOME),
        url=context.urls.permanent(addresses.HOME),
        self=context.urls.permanent(addresses.FEED),
        title=settings.name,
        subtitle=settings.description,
        author=settings.keeper,
        updated=updated or instant(context.catalogue.as_of.isoformat(), zone),
        items=tuple(
            FeedItem(
                id=context.urls.permanent(addresses.entry(entry)),
                url=context.urls.permanent(addresses.entry(entry)),
                title=entry.name,
                summary=entry.summary,
                updated=instant(entry.updated or entry.published, zone),
                published=instant(entry.published, zone),
            )
            for entry in entries
        ),
    )


def instant(text: str, zone: str) -> str:
    """`2025-12-16 09:00` in the site's time zone as RFC 3339; a bare day means its midnight."""
    day, _, time = text.partition(" ")
    hour, minute = (int(part) for part in (time or "00:00").split(":"))
    at = date.fromisoformat(day)
    return datetime(at.year, at.month, at.day, hour, minute, tzinfo=ZoneInfo(zone)).isoformat()


def robots(context: RenderContext) -> RobotsFile:
    count = -(-len(pages_of(context.plan)) // PER_SITEMAP)
    return RobotsFile(tuple(context.urls.permanent(path) for path in sitemap_files(count)))


def not_found(context: RenderContext) -> PlainPage:
    here = addresses.NOT_FOUND
    href = context.urls.href
    said = "没有找到这个网页。网址可能写错了，也可能是旧网址。"
    links = (
        Link("首页", href(here, addresses.HOME)),
        Link("按拼音查", href(here, addresses.A_TO_Z)),
        Link("网站地图", href(here, addresses.SITE_MAP)),
    )
    return PlainPage(
        frame=frame(context, here, "没有这个网页", description=said),
        title="没有这个网页",
        paragraphs=(said,),
        facts=(),
        links=links,
    )
