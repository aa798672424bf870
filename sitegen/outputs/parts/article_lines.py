"""Articles as lines of a list."""

from __future__ import annotations

from sitegen.model.entry import Entry
from sitegen.outputs.parts.region_word import kind_word
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
