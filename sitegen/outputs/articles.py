"""Articles and plain pages."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.catalogue.references import targets
from sitegen.model.entry import Entry
from sitegen.outputs import urls as addresses
from sitegen.outputs.cards import cards
from sitegen.outputs.entries import colophon, linked_digest, sources
from sitegen.outputs.frame import frame
from sitegen.outputs.making import Making
from sitegen.outputs.output import Output, Planning, read, short
from sitegen.outputs.page_views import ArticlesPage, ProsePage
from sitegen.outputs.pictures import body_pictures
from sitegen.outputs.views import ArticleLine, Link
from sitegen.outputs.words import kind_label

INDEX = "pages/articles.html"
PAGE = "pages/prose.html"
MENTIONED = ("gi", "brands", "products", "heritage")


def plan(planning: Planning) -> Iterator[Output]:
    lists = planning.catalogue.collections
    if lists["articles"]:
        lines = short([(article.key, article.card) for article in newest(lists["articles"])])
        yield planning.page("articles/", "articles", INDEX, lines=lines)
    for entry in (*lists["articles"], *lists["pages"]):
        yield planning.page(
            addresses.entry(entry),
            "prose",
            PAGE,
            entry.key,
            bodies=read("prose", [entry]),
            entry=read("facts", [entry], body_pictures(planning, entry)),
            linked=linked_digest(planning, entry),
            mentioned=read("card", mentioned(planning, entry)),
        )


def newest(articles: tuple[Entry, ...]) -> list[Entry]:
    """By publication, the newest first; by id where the time is the same."""
    return sorted(sorted(articles, key=lambda a: a.id), key=lambda a: a.published, reverse=True)


def mentioned(planning: Planning, entry: Entry) -> tuple[Entry, ...]:
    """The first entries that an article links to; a page of one's own shows none."""
    if entry.collection != "articles":
        return ()
    found: dict[str, Entry] = {}
    for _, target in targets(entry):
        other = planning.catalogue.entries.get(target)
        if other is not None and other.collection in MENTIONED:
            found.setdefault(other.key, other)
    return tuple(found.values())[:4]


def line(making: Making, here: str, entry: Entry) -> ArticleLine:
    return ArticleLine(
        link=Link(entry.name, making.urls.href(here, addresses.entry(entry))),
        kind=kind_label(entry, making.catalogue.options),
        date=entry.published[:10],
        summary=entry.summary,
    )


def index(making: Making) -> ArticlesPage:
    here = "articles/"
    articles = newest(making.catalogue.collections["articles"])
    return ArticlesPage(
        frame=frame(making, here, "文章", section=here),
        title="文章",
        articles=tuple(line(making, here, article) for article in articles),
    )


def view(making: Making, key: str) -> ProsePage:
    entry = making.catalogue.entries[key]
    record = entry.record(making.catalogue.options)
    here = addresses.entry(entry)
    article = entry.collection == "articles"
    return ProsePage(
        frame=frame(
            making,
            here,
            entry.name,
            description=entry.summary,
            section="articles/" if article else here,
            trail=(("文章", "articles/"),) if article else (),
            article=entry if article else None,
        ),
        label=kind_label(entry, making.catalogue.options) if article else "",
        title=entry.name,
        summary=entry.summary,
        date=entry.published[:10] if article else "",
        body=making.body(here, entry),
        mentioned=cards(making, here, mentioned(making.planning, entry)),
        sources=sources(record),
        colophon=colophon(record),
    )
