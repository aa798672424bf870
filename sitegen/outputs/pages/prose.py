"""Pages that are read as a text: articles, and pages of the site's own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from sitegen.catalogue.references import targets
from sitegen.model.collections import COLLECTIONS
from sitegen.model.entry import Entry
from sitegen.model.types import Label
from sitegen.outputs import addresses
from sitegen.outputs.dependencies import depends_on
from sitegen.outputs.family import Family, Recipe
from sitegen.outputs.output import Output
from sitegen.outputs.parts.cards import cards
from sitegen.outputs.parts.colophon import colophon, source_lines
from sitegen.outputs.parts.facts import facts
from sitegen.outputs.parts.frame import frame
from sitegen.outputs.parts.names import name_en_note
from sitegen.outputs.parts.pictures import page_pictures, picture_digests
from sitegen.outputs.parts.prose import body
from sitegen.outputs.parts.references import linked_digest
from sitegen.outputs.parts.region_word import kind_word
from sitegen.outputs.parts.views.cards import Card, Picture
from sitegen.outputs.parts.views.facts import Fact, SourceLine
from sitegen.outputs.parts.views.frame import Frame
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext
from sitegen.outputs.showing.table import showing

TEMPLATE = "pages/prose.html"
MENTIONED = 4
"""The most cards below an article."""


class ProsePage(NamedTuple):
    """一篇文章，或网站自己的一个网页（`content/pages`） | an article, or a page of the site's own (`content/pages`)"""

    frame: Frame
    """网页共有的部分 | what every page has"""
    label: str
    """文章的种类；可空 | the kind of article; may be empty"""
    title: str
    """页面标题，即一级标题 | the heading of the page"""
    summary: str
    """一句话；可空 | one sentence; may be empty"""
    date: str
    """文章的发布日期；可空 | the day an article was published; may be empty"""
    body: Markup
    """正文，可直接写出；可空 | the text, ready to print; may be empty"""
    mentioned: tuple[Card, ...]
    """文章提到的条目；可空 | the entries an article mentions; may be empty"""
    sources: tuple[SourceLine, ...]
    """资料来源；可空 | the sources; may be empty"""
    colophon: tuple[tuple[str, str], ...]
    """发布、更新、核对、责任：名称和值；可空 | published, updated, checked, in charge: name and value; may be empty"""
    name_en: str = ""
    """英文名；可空 | its English name; may be empty"""
    name_en_note: str = ""
    """英文名是官方译名还是音译；可空 | whether the English name is official or transliterated; may be empty"""
    facts: tuple[Fact, ...] = ()
    """别名、地区、类别和本站自己的字段；可空 | other names, regions, categories, the site's own fields; may be empty"""
    pictures: tuple[Picture, ...] = ()
    """图片；可空 | its pictures; may be empty"""


def plan(context: PlanContext) -> Iterator[Output]:
    lists = context.catalogue.collections
    for entry in (*lists["articles"], *lists["pages"]):
        yield context.page(
            addresses.entry(entry),
            "prose",
            TEMPLATE,
            entry.key,
            in_sitemap=True,
            lastmod=context.catalogue.changed(entry),
            bodies=depends_on("body", [entry]),
            entry=depends_on(
                "facts", [entry], (picture_digests(context, entry), context.catalogue.turns(entry))
            ),
            linked=linked_digest(context, entry),
            mentioned=depends_on("card", mentioned(context, entry)),
        )


def mentioned(context: PlanContext, entry: Entry) -> tuple[Entry, ...]:
    """The first entries that an article links to; a page of the site's own shows none."""
    if entry.collection != "articles":
        return ()
    entries: dict[str, Entry] = {}
    for _, target in targets(entry):
        other = context.catalogue.entries.get(target)
        if other is not None and showing(other.collection).mentioned:
            entries.setdefault(other.key, other)
    return tuple(entries.values())[:MENTIONED]


def view(context: RenderContext, key: str) -> ProsePage:
    entry = context.catalogue.entries[key]
    record = context.catalogue.record(entry)
    here = addresses.entry(entry)
    article = entry.collection == "articles"
    section = addresses.collection("articles")
    return ProsePage(
        frame=frame(
            context,
            here,
            entry.name,
            description=entry.summary,
            section=section if article else here,
            trail=((context.label(COLLECTIONS["articles"].title), section),) if article else (),
            article=entry if article else None,
        ),
        label=kind_word(context, entry) if article else "",
        title=entry.name,
        summary=entry.summary,
        date=entry.published[:10] if article else "",
        body=body(context, here, entry),
        mentioned=cards(context, mentioned(context.plan, entry)),
        sources=source_lines(context, record),
        colophon=colophon(context, record),
        name_en=entry.name_en,
        name_en_note=name_en_note(context, record),
        facts=facts(context, here, entry, record),
        pictures=page_pictures(context, here, record.images),
    )


FAMILY = Family(
    "prose",
    plan=plan,
    recipes={"prose": Recipe(view, TEMPLATE)},
    parts={"mentioned": Label("它提到的条目的卡片", "the cards of entries it mentions")},
)
