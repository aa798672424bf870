"""Articles as lines of a list, and what surrounds the catalogue likewise."""

from __future__ import annotations

from collections.abc import Iterable

from sitegen.model.entry import Entry
from sitegen.outputs.parts.places import place_of
from sitegen.outputs.parts.region_word import kind_word
from sitegen.outputs.parts.stated_days import stated_day
from sitegen.outputs.parts.views.links import Link
from sitegen.outputs.parts.views.lists import ArticleLine
from sitegen.outputs.render_context import RenderContext


def newest(articles: tuple[Entry, ...]) -> list[Entry]:
    """By publication, the newest first; by id where the time is the same."""
    return sorted(sorted(articles, key=lambda a: a.id), key=lambda a: a.published, reverse=True)


def article_line(context: RenderContext, here: str, entry: Entry) -> ArticleLine:
    return ArticleLine(
        link=Link(entry.name, context.entry_href(here, entry)),
        kind=kind_word(context, entry),
        date=entry.published[:10],
        summary=entry.summary,
    )


def newest_affairs(context: RenderContext, entries: Iterable[Entry]) -> list[Entry]:
    """Events, policies and the like by the day they state, the newest first."""
    return sorted(entries, key=lambda one: stated_day(context.catalogue.record(one)), reverse=True)


def affair_line(context: RenderContext, here: str, entry: Entry) -> ArticleLine:
    return ArticleLine(
        link=Link(entry.name, context.entry_href(here, entry)),
        kind=place_of(context.catalogue, entry),
        date=stated_day(context.catalogue.record(entry)),
        summary=entry.summary,
    )
