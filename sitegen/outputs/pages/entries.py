"""Pages of entries: gi, brands, products, heritage, organizations and every other listed collection."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from markupsafe import Markup

from sitegen.catalogue.references import Uses
from sitegen.model.collections import COLLECTIONS
from sitegen.model.common import NAME_BASES
from sitegen.model.entry import Entry
from sitegen.model.types import Label, Reference
from sitegen.outputs import addresses
from sitegen.outputs.dependencies import Dependency, depends_on, digest_of
from sitegen.outputs.family import Family, Recipe
from sitegen.outputs.output import Output
from sitegen.outputs.parts import pictures
from sitegen.outputs.parts.cards import cards, kind_word
from sitegen.outputs.parts.colophon import colophon, source_lines
from sitegen.outputs.parts.facts import sections
from sitegen.outputs.parts.frame import frame
from sitegen.outputs.parts.prose import body
from sitegen.outputs.parts.references import linked_digest, reference_value
from sitegen.outputs.parts.seals import seal_of
from sitegen.outputs.parts.statuses import status_boxes, statuses_digest
from sitegen.outputs.parts.views import (
    CardGroup,
    Frame,
    Link,
    MarkUserRow,
    Picture,
    Season,
    Section,
    SourceLine,
    StatusBox,
    Value,
)
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext
from sitegen.outputs.showing.table import is_craft, listed, related_groups
from sitegen.outputs.wording import mark

TEMPLATE = "pages/entry.html"
NEIGHBOURS = 4
NEIGHBOURS_TITLE = mark("同地区同类")
NO_USES: Uses = {}


class EntryPage(NamedTuple):
    """A page of an entry. `seal` stands in for a missing picture; `craft` colours crafts."""

    frame: Frame
    label: str
    name: str
    pinyin: str
    name_en: str
    name_en_note: str
    summary: str
    craft: bool
    places: tuple[Link, ...]
    picture: Picture | None
    more_pictures: tuple[Picture, ...]
    seal: tuple[str, ...]
    statuses: tuple[StatusBox, ...]
    sections: tuple[Section, ...]
    season: Season | None
    body: Markup
    mark_users: tuple[MarkUserRow, ...]
    related: tuple[CardGroup, ...]
    articles: tuple[Link, ...]
    sources: tuple[SourceLine, ...]
    colophon: tuple[tuple[str, str], ...]


def plan(context: PlanContext) -> Iterator[Output]:
    for name in listed():
        for entry in context.catalogue.collections[name]:
            shown = [context.image_digest(file) for file in pictures.named(entry)]
            yield context.page(
                addresses.entry(entry),
                "entry",
                TEMPLATE,
                entry.key,
                in_sitemap=True,
                lastmod=entry.changed,
                bodies=depends_on("body", [entry]),
                entry=depends_on("facts", [entry], (shown, seal_of(context, entry))),
                statuses=statuses_digest(context, entry.key),
                linked=linked_digest(context, entry),
                related=_related_cards(context, entry),
                articles=digest_of([(a.key, a.name) for a in articles(context, entry)]),
            )


def related(context: PlanContext, entry: Entry) -> tuple[tuple[str, tuple[Entry, ...]], ...]:
    """(title, entries) of the groups that refer to this one, then its neighbours in category and region."""
    catalogue = context.catalogue
    uses = catalogue.uses.get(entry.key, NO_USES)
    groups = [
        (group.title, catalogue.used_by(entry.key, collection, *group.fields))
        for collection, group in (context.once("related groups", related_groups) if uses else ())
        if any((collection, field) in uses for field in group.fields)
    ]
    shown = {entry.key, *(other.key for _, group in groups for other in group)}
    near = catalogue.neighbours(entry, shown, NEIGHBOURS)
    return (*groups, (NEIGHBOURS_TITLE, near)) if near else tuple(groups)


def _related_cards(context: PlanContext, entry: Entry) -> Dependency:
    groups = related(context, entry)
    titles = [(title, len(group)) for title, group in groups]
    return depends_on("card", [other for _, group in groups for other in group], titles)


def articles(context: PlanContext, entry: Entry) -> tuple[Entry, ...]:
    """The articles that mention an entry."""
    return context.catalogue.used_by(entry.key, "articles")


def view(context: RenderContext, key: str) -> EntryPage:
    entry = context.catalogue.entries[key]
    record = entry.record(context.catalogue.options)
    here = addresses.entry(entry)
    collection = COLLECTIONS[entry.collection]
    section = addresses.collection(entry.collection)
    shown = tuple(_pictures(context, here, record.images))
    season = Season(getattr(record, "harvest", ()), getattr(record, "available", ()))
    basis = record.name_en_basis
    checked = record.checked.isoformat() if record.checked else ""
    return EntryPage(
        frame=frame(
            context,
            here,
            entry.name,
            description=entry.summary,
            section=section,
            trail=((context.label(collection.title), section),),
            article=entry,
        ),
        label=kind_word(context, entry),
        name=entry.name,
        pinyin=entry.pinyin,
        name_en=record.name_en or "",
        name_en_note=context.label(NAME_BASES[basis]) if basis else "",
        summary=entry.summary,
        craft=is_craft(entry),
        places=tuple(_places(context, here, entry)),
        picture=shown[0] if shown else None,
        more_pictures=shown[1:],
        seal=seal_of(context.plan, entry),
        statuses=status_boxes(context, here, entry.key, checked),
        sections=sections(context, here, entry, record),
        season=season if season.harvest or season.available else None,
        body=body(context, here, entry, below_picture=bool(shown)),
        mark_users=tuple(_mark_users(context, here, getattr(record, "mark_users", ()))),
        related=tuple(
            CardGroup(context.say(title), cards(context, here, group))
            for title, group in related(context.plan, entry)
        ),
        articles=tuple(
            Link(article.name, context.entry_href(here, article))
            for article in articles(context.plan, entry)
        ),
        sources=source_lines(context, record),
        colophon=colophon(context, record),
    )


def _places(context: RenderContext, here: str, entry: Entry) -> Iterator[Link]:
    for tree, nodes in (("regions", entry.regions), ("categories", entry.categories)):
        for identifier in nodes:
            node = context.catalogue.entries.get(f"{tree}:{identifier}")
            if node is not None:
                yield Link(node.name, context.entry_href(here, node))


def _pictures(context: RenderContext, here: str, images: Iterable[Any]) -> Iterator[Picture]:
    for image in images:
        yield pictures.page_picture(
            context,
            here,
            image.file,
            "" if image.decorative else image.alt or "",
            image.illustration,
            image.caption or "",
            context.say("，").join(part for part in (image.credit, image.licence) if part),
        )


def _mark_users(context: RenderContext, here: str, users: Iterable[Any]) -> Iterator[MarkUserRow]:
    for user in users:
        who = user.organization
        value = reference_value(context, here, who) if isinstance(who, Reference) else Value(who)
        yield MarkUserRow(
            name=value.text,
            url=value.url,
            product=user.product or "",
            notice=user.notice or "",
            period=_period(context, user),
            checked=user.checked.isoformat() if user.checked else "",
            source=user.source or "",
            credit_code=user.credit_code or "",
        )


def _period(context: RenderContext, user: Any) -> str:
    start = user.from_.text if user.from_ else ""
    if user.until:
        return context.say("{start} 至 {end}", start=start, end=user.until.text)
    return context.say("{start} 起", start=start) if start else ""


FAMILY = Family(
    "entries",
    plan=plan,
    recipes={"entry": Recipe(view, TEMPLATE)},
    parts={
        "statuses": Label("认定记录或其状态", "its recognitions or their status"),
        "related": Label("相关条目的卡片", "the cards of related entries"),
        "articles": Label("提到它的文章", "articles that mention it"),
    },
)
