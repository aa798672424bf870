"""Entry pages: gi, brands, products, heritage, organizations; withdrawn entries; old addresses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sitegen.catalogue.references import Uses, targets
from sitegen.model.collections import COLLECTIONS
from sitegen.model.common import NAME_BASES
from sitegen.model.entry import Entry
from sitegen.model.types import Reference
from sitegen.outputs import addresses
from sitegen.outputs.output import Dependency, Output, PlanContext, read, short
from sitegen.outputs.page_views import EntryPage, PlainPage
from sitegen.outputs.parts import pictures
from sitegen.outputs.parts.cards import cards, picture_of, seal_of
from sitegen.outputs.parts.facts import sections
from sitegen.outputs.parts.frame import frame
from sitegen.outputs.parts.statuses import boxes, statuses_digest
from sitegen.outputs.parts.views import (
    CardGroup,
    Fact,
    Link,
    MarkUserRow,
    Picture,
    Season,
    SourceLine,
    Value,
)
from sitegen.outputs.render_context import RenderContext
from sitegen.outputs.words import is_craft, kind_label

TEMPLATE = "pages/entry.html"
PLAIN = "pages/plain.html"
NEIGHBOURS = 4
NOTHING: Uses = {}
RELATED: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("products", "这里的产品", ("gi", "brand", "heritage", "maker")),
    ("brands", "旗下品牌", ("owner",)),
    ("gi", "申请登记的地理标志", ("applicant",)),
    ("gi", "用标的地理标志", ("mark_users",)),
    ("heritage", "保护的非遗项目", ("organization",)),
    ("organizations", "更名或并入本单位", ("merged_into",)),
)
"""(collection, title, fields): the entries that refer to this one, as groups on its page."""


def plan(context: PlanContext) -> Iterator[Output]:
    catalogue = context.catalogue
    for name, collection in COLLECTIONS.items():
        if not collection.listed:
            continue
        for entry in catalogue.collections[name]:
            yield context.page(
                addresses.entry(entry),
                "entry",
                TEMPLATE,
                entry.key,
                bodies=read("prose", [entry]),
                entry=read(
                    "facts",
                    [entry],
                    (
                        [context.seen(name) for name in pictures.named(entry)],
                        seal_of(context, entry),
                    ),
                ),
                statuses=statuses_digest(context, entry.key),
                linked=linked_digest(context, entry),
                related=_related(context, entry),
                articles=short([(a.key, a.name) for a in articles(context, entry)]),
            )
    for entry in catalogue.gone.values():
        if COLLECTIONS[entry.collection].shown:
            yield context.page(
                addresses.entry(entry), "withdrawn", PLAIN, entry.key, entry=read("facts", [entry])
            )
    yield from redirects(context)


def redirects(context: PlanContext) -> Iterator[Output]:
    """A page at each former address that leads on to the present one."""
    for entry in (*context.catalogue.entries.values(), *context.catalogue.gone.values()):
        for text in entry.former_urls:
            address = addresses.former(text)
            if address is not None:
                named = short([entry.key, entry.name])
                yield context.page(address, "redirect", PLAIN, entry.key, address, entry=named)


def linked_digest(context: PlanContext, entry: Entry) -> str:
    """Names and addresses of everything the page links to in its fields and its body."""
    catalogue = context.catalogue
    found = []
    for _, target in targets(entry):
        other = catalogue.entries.get(target) or catalogue.gone.get(target)
        found.append((target, other.name if other else None, target in catalogue.entries))
    return short(found)


def related(context: PlanContext, entry: Entry) -> tuple[tuple[str, tuple[Entry, ...]], ...]:
    """Groups of entries that refer to this one, then its neighbours in category and region."""
    catalogue = context.catalogue
    uses = catalogue.uses.get(entry.key, NOTHING)
    found = [
        (title, catalogue.used_by(entry.key, collection, *fields))
        for collection, title, fields in (RELATED if uses else ())
        if any((collection, field) in uses for field in fields)
    ]
    shown = {entry.key, *(other.key for _, group in found for other in group)}
    near = catalogue.neighbours(entry, shown, NEIGHBOURS)
    return (*found, ("同地区同类", near)) if near else tuple(found)


def _related(context: PlanContext, entry: Entry) -> Dependency:
    groups = related(context, entry)
    titles = [(title, len(group)) for title, group in groups]
    return read("card", [other for _, group in groups for other in group], titles)


def articles(context: PlanContext, entry: Entry) -> tuple[Entry, ...]:
    return context.catalogue.used_by(entry.key, "articles")


def view(context: RenderContext, key: str) -> EntryPage:
    entry = context.catalogue.entries[key]
    record = entry.record(context.catalogue.options)
    here = addresses.entry(entry)
    collection = COLLECTIONS[entry.collection]
    shown = tuple(_pictures(context, here, record.images))
    season = Season(getattr(record, "harvest", ()), getattr(record, "available", ()))
    return EntryPage(
        frame=frame(
            context,
            here,
            entry.name,
            description=entry.summary,
            section=addresses.collection(entry.collection),
            trail=((collection.title.zh, addresses.collection(entry.collection)),),
            article=entry,
        ),
        label=kind_label(entry, context.catalogue.options),
        name=entry.name,
        pinyin=entry.pinyin,
        name_en=record.name_en or "",
        name_en_note=NAME_BASES[record.name_en_basis].zh if record.name_en_basis else "",
        summary=entry.summary,
        craft=is_craft(entry),
        places=tuple(_places(context, here, entry)),
        picture=shown[0] if shown else None,
        more_pictures=shown[1:],
        seal=seal_of(context.plan, entry),
        statuses=boxes(
            context, here, entry.key, record.checked.isoformat() if record.checked else ""
        ),
        sections=sections(
            entry, record, context.catalogue.options, lambda r: target(context, here, r)
        ),
        season=season if season.harvest or season.available else None,
        body=context.body(here, entry, below_picture=bool(shown)),
        mark_users=tuple(_mark_users(context, here, getattr(record, "mark_users", ()))),
        related=tuple(
            CardGroup(title, cards(context, here, group))
            for title, group in related(context.plan, entry)
        ),
        articles=tuple(
            Link(a.name, context.urls.href(here, addresses.entry(a)))
            for a in articles(context.plan, entry)
        ),
        sources=sources(record),
        colophon=colophon(record),
    )


def target(context: RenderContext, here: str, reference: Reference) -> Value:
    """A reference as a fact: the name, with a link where the entry is public."""
    entry = context.catalogue.entries.get(str(reference)) or context.catalogue.gone.get(
        str(reference)
    )
    return Value(entry.name if entry else reference.id, context.entry_url(here, str(reference)))


def _places(context: RenderContext, here: str, entry: Entry) -> Iterator[Link]:
    for kind, members in (("regions", entry.regions), ("categories", entry.categories)):
        for identifier in members:
            other = context.catalogue.entries.get(f"{kind}:{identifier}")
            if other is not None:
                yield Link(other.name, context.urls.href(here, addresses.entry(other)))


def _pictures(context: RenderContext, here: str, images: Iterable[Any]) -> Iterator[Picture]:
    for image in images:
        alt = "" if image.decorative else image.alt or ""
        yield picture_of(
            context,
            here,
            image.file,
            alt,
            image.illustration,
            image.caption or "",
            "，".join(part for part in (image.credit, image.licence) if part),
        )


def _mark_users(context: RenderContext, here: str, users: Iterable[Any]) -> Iterator[MarkUserRow]:
    for user in users:
        who = user.organization
        value = target(context, here, who) if isinstance(who, Reference) else Value(who)
        start = user.from_.text if user.from_ else ""
        until = user.until.text if user.until else ""
        period = f"{start} 至 {until}" if until else f"{start} 起" if start else ""
        yield MarkUserRow(
            name=value.text,
            url=value.url,
            product=user.product or "",
            notice=user.notice or "",
            period=period,
            checked=user.checked.isoformat() if user.checked else "",
            source=user.source or "",
            credit_code=user.credit_code or "",
        )


def sources(record: Any) -> tuple[SourceLine, ...]:
    lines = []
    for source in record.sources:
        date = source.date.text if source.date else ""
        parts = [source.publisher or "", f"《{source.title}》", source.number or "", date]
        lines.append(SourceLine("，".join(part for part in parts if part), source.url or ""))
    return tuple(lines)


def colophon(record: Any) -> tuple[tuple[str, str], ...]:
    """Dates and the office in charge, for the foot of a page."""
    rows = (
        ("发布", record.published),
        ("更新", record.updated),
        ("核对", record.checked),
        ("责任", record.responsible),
    )
    return tuple((label, str(value)) for label, value in rows if value)


def withdrawn(context: RenderContext, key: str) -> PlainPage:
    entry = context.catalogue.gone[key]
    record = entry.record(context.catalogue.options)
    here = addresses.entry(entry)
    collection = COLLECTIONS[entry.collection]
    section = addresses.collection(entry.collection)
    facts: tuple[Fact, ...] = ()
    said = "这一条目的公开期限已过，不再展示。"
    if record.withdrawn:
        said = f"这一条目已于 {record.withdrawn.on.isoformat()} 下架。"
        facts = (Fact("原因", (Value(record.withdrawn.reason),)),)
        if record.withdrawn.document:
            facts += (Fact("依据", (Value(record.withdrawn.document),)),)
    listed = bool(context.catalogue.collections[entry.collection])
    links = (
        (Link(f"全部{collection.title.zh}", context.urls.href(here, section)),)
        if listed and collection.listed
        else ()
    )
    return PlainPage(
        frame=frame(context, here, entry.name, section=section if listed else "", description=said),
        title=entry.name,
        paragraphs=(said,),
        facts=facts,
        links=(*links, Link("首页", context.urls.href(here, addresses.HOME))),
    )


def redirect(context: RenderContext, key: str, here: str) -> PlainPage:
    entry = context.catalogue.entries.get(key) or context.catalogue.gone[key]
    url = context.urls.href(here, addresses.entry(entry))
    return PlainPage(
        frame=frame(context, here, entry.name, description=f"{entry.name}的网址已经改变。"),
        title="网址已经改变",
        paragraphs=(f"“{entry.name}”搬到了新的网址。",),
        facts=(),
        links=(Link(entry.name, url),),
        redirect=url,
    )
