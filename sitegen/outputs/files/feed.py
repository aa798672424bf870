"""The feeds of what is new on the site, as Atom and as JSON Feed (version 1.1)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from sitegen.model.entry import Entry
from sitegen.outputs import addresses
from sitegen.outputs.dependencies import depends_on
from sitegen.outputs.family import Family, Recipe
from sitegen.outputs.output import Output
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext
from sitegen.outputs.showing.table import listed

TEMPLATE = "files/feed.xml"
MOST_ITEMS = 50


class FeedItem(NamedTuple):
    """更新订阅里的一条 | an item of the feed"""

    id: str
    """永久编号，即永久网址 | its permanent id: the permanent address"""
    url: str
    """网址，完整 | its address, a whole one"""
    title: str
    """名称 | its name"""
    summary: str
    """一句话；可空 | one sentence; may be empty"""
    updated: str
    """更新时间（RFC 3339，网站的时区） | when it last changed (RFC 3339, the site's time zone)"""
    published: str
    """发布时间（RFC 3339，网站的时区） | when it was published (RFC 3339, the site's time zone)"""


class FeedFile(NamedTuple):
    """更新订阅（Atom） | the feed (Atom)"""

    id: str
    """永久编号，即首页的永久网址 | its permanent id: the permanent address of the home page"""
    url: str
    """首页，完整网址 | the home page, a whole address"""
    self: str
    """订阅自己的网址，完整 | the feed's own address, a whole one"""
    title: str
    """网站名称，停止更新的写明 | the name of the site; of one that was closed, also that it was"""
    subtitle: str
    """网站的一句话 | the site in one sentence"""
    author: str
    """谁办的 | who keeps the site"""
    updated: str
    """最近更新的时间（RFC 3339） | when it last changed (RFC 3339)"""
    items: tuple[FeedItem, ...]
    """最新的条目和文章；可空 | the newest entries and articles; may be empty"""


def plan(context: PlanContext) -> Iterator[Output]:
    entries = newest(context)
    dates = [(entry.published, _changed(context, entry)) for entry in entries]
    yield context.edition_file(
        addresses.FEED,
        "feed",
        template=context.shared.templates[TEMPLATE],
        entries=depends_on("line", entries, dates or context.catalogue.as_of.isoformat()),
        frame=context.shared.frame,
    )

    yield context.edition_file(
        addresses.FEED_JSON,
        "feed-json",
        entries=depends_on("line", entries, dates),
        frame=context.shared.frame,
    )


def newest(context: PlanContext) -> list[Entry]:
    """Entries by when they were published here, the newest first. Left out are undated ones, and those
    dated after the day that the data stand for."""
    entries = [
        entry
        for name in (*listed(), "articles")
        for entry in context.catalogue.collections[name]
        if context.catalogue.past(entry.published)
    ]
    by_key = sorted(entries, key=lambda entry: entry.key)
    return sorted(by_key, key=lambda entry: entry.published, reverse=True)[:MOST_ITEMS]


def view(context: RenderContext) -> FeedFile:
    settings = context.site.settings
    entries = newest(context.plan)
    zone = settings.timezone
    updated = max((instant(_changed(context.plan, e), zone) for e in entries), default="")
    return FeedFile(
        id=context.urls.permanent(addresses.HOME),
        url=context.urls.permanent(addresses.HOME),
        self=context.urls.permanent(addresses.FEED),
        title=context.say("{name}（已停止更新）", name=settings.name)
        if context.site.closed
        else settings.name,
        subtitle=settings.description,
        author=settings.keeper,
        updated=updated or instant(context.catalogue.as_of.isoformat(), zone),
        items=tuple(_item(context, entry, zone) for entry in entries),
    )


def as_json(context: RenderContext) -> bytes:
    """The same as a JSON Feed."""
    feed = view(context)
    items = [
        {
            "id": item.id,
            "url": item.url,
            "title": item.title,
            # The specification wants a text of each item.
            "content_text": item.summary or item.title,
            "date_published": item.published,
            "date_modified": item.updated,
        }
        for item in feed.items
    ]
    document: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.url,
        "feed_url": context.urls.permanent(addresses.FEED_JSON),
        "description": feed.subtitle,
        "language": context.plan.edition.locale,
        "authors": [{"name": feed.author}],
        "items": items,
    }
    if context.site.closed:
        document["expired"] = True
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _item(context: RenderContext, entry: Entry, zone: str) -> FeedItem:
    url = context.urls.permanent(addresses.entry(entry))
    return FeedItem(
        id=url,
        url=url,
        title=entry.name,
        summary=entry.summary,
        updated=instant(_changed(context.plan, entry), zone),
        published=instant(entry.published, zone),
    )


def _changed(context: PlanContext, entry: Entry) -> str:
    """When an entry last changed: as it states, else when it was published."""
    return context.catalogue.past(entry.updated) or entry.published


def instant(text: str, zone: str) -> str:
    """`2025-12-16 09:00` in the site's time zone as RFC 3339; a bare day means its midnight."""
    day, _, time = text.partition(" ")
    hour, minute = (int(part) for part in (time or "00:00").split(":"))
    at = date.fromisoformat(day)
    return datetime(at.year, at.month, at.day, hour, minute, tzinfo=ZoneInfo(zone)).isoformat()


FAMILY = Family(
    "feed",
    plan=plan,
    recipes={"feed": Recipe(view, TEMPLATE), "feed-json": Recipe(as_json)},
)
