"""Articles and plain pages."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.catalogue.references import targets
from sitegen.model.entry import Entry
from sitegen.outputs import addresses
from sitegen.outputs.output import Output, PlanContext, read, short
from sitegen.outputs.page_views import ArticlesPage, ProsePage
from sitegen.outputs.pages.entries import colophon, linked_digest, sources
from sitegen.outputs.parts.cards import cards
from sitegen.outputs.parts.frame import frame
from sitegen.outputs.parts.pictures import body_pictures
from sitegen.outputs.parts.views import ArticleLine, Link
from sitegen.outputs.render_context import RenderContext
from sitegen.outputs.words import kind_label

INDEX = "pages/articles.html"
PAGE = "pages/prose.html"
MENTIONED = ("gi", "brands", "products", "heritage")


def plan(context: PlanContext) -> Iterator[Output]:
    lists = context.catalogue.collections
    if lists["articles"]:
        lines = short([(article.key, article.card) for article in newest(lists["articles"])])
        yield context.page("articles/", "articles", INDEX, lines=lines)
    for entry in (*lists["articles"], *lists["pages"]):
        yield context.page(
            addresses.entry(entry),
            "prose",
            PAGE,
            entry.key,
            bodies=read("prose", [entry]),
            entry=read("facts", [entry], body_pictures(context, entry)),
            linked=linked_digest(context, entry),
            mentioned=read("card", mentioned(context, entry)),
        )


def newest(articles: tuple[Entry, ...]) -> list[Entry]:
    """By publication, the newest first; by id where the time is the same."""
    return sorted(sorted(articles, key=lambda a: a.id), key=lambda a: a.published, reverse=True)


def mentioned(context: PlanContext, entry: Entry) -> tuple[Entry, ...]:
    """The first entries that an article links to; a page of one's own shows none."""
    if entry.collection != "articles":
        return ()
    found: dict[str, Entry] = {}
    for _, target in targets(entry):
        other = context.catalogue.entries.get(target)
        if other is not None and other.collection in MENTIONED:
            found.setdefault(other.key, other)
    return tuple(found.values())[:4]


def line(context: RenderContext, here: str, entry: Entry) -> ArticleLine:
    return ArticleLine(
        link=Link(entry.name, context.urls.href(here, addresses.entry(entry))),
        kind=kind_label(entry, context.catalogue.options),
        date=entry.published[:10],
        summary=entry.summary,
    )


def index(context: RenderContext) -> ArticlesPage:
    here = "articles/"
    articles = newest(context.catalogue.collections["articles"])
    return ArticlesPage(
        frame=frame(context, here, "文章", section=here),
        title="文章",
        articles=tuple(line(context, here, article) for article in articles),
    )


def view(context: RenderContext, key: str) -> ProsePage:
    entry = context.catalogue.entries[key]
    record = entry.record(context.catalogue.options)
    here = addresses.entry(entry)
    article = entry.collection == "articles"
    return ProsePage(
        frame=frame(
            context,
            here,
            entry.name,
            description=entry.summary,
            section="articles/" if article else here,
            trail=(("文章", "articles/"),) if article else (),
            article=entry if article else None,
        ),
        label=kind_label(entry, context.catalogue.options) if article else "",
        title=entry.name,
        summary=entry.summary,
        date=entry.published[:10] if article else "",
        body=context.body(here, entry),
        mentioned=cards(context, here, mentioned(context.plan, entry)),
        sources=sources(record),
        colophon=colophon(record),
    )
