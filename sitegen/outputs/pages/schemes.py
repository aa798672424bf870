"""Scheme pages: what a title means, its announcements and who is in them; the ledger held against them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from sitegen.catalogue.catalogue import Catalogue
from sitegen.catalogue.ledger import Recognition
from sitegen.catalogue.status import CURRENT
from sitegen.model.entry import Entry
from sitegen.model.schemes import KINDS, LEVELS
from sitegen.outputs import addresses
from sitegen.outputs.output import Output, PlanContext, read, short
from sitegen.outputs.page_views import LedgerPage, SchemePage, SchemesPage
from sitegen.outputs.pages.entries import colophon, linked_digest, sources, target
from sitegen.outputs.pages.lists import AT_A_GLANCE, pager
from sitegen.outputs.parts.announcements import (
    groups,
    holder,
    pages_of,
    parts_digest,
    rows_digest,
    scheme_pages,
)
from sitegen.outputs.parts.cards import region_name
from sitegen.outputs.parts.facts import sections
from sitegen.outputs.parts.frame import frame
from sitegen.outputs.parts.pictures import body_pictures
from sitegen.outputs.parts.views import EMPTY, Link, Reconciliation, SchemeLine
from sitegen.outputs.render_context import RenderContext

INDEX = "pages/schemes.html"
PAGE = "pages/scheme.html"
LEDGER = "pages/ledger.html"
LEAD = "一个称号说明什么、谁给的、还在不在：先看懂，再相信。"


def plan(context: PlanContext) -> Iterator[Output]:
    catalogue = context.catalogue
    schemes = catalogue.collections["schemes"]
    if schemes:
        lines = short([(s.key, s.facts, len(catalogue.by_scheme.get(s.id, ()))) for s in schemes])
        yield context.page("schemes/", "schemes", INDEX, lines=lines)
    for scheme in schemes:
        rows = catalogue.by_scheme.get(scheme.id, ())
        pages = scheme_pages(context, scheme.id)
        for number, parts in enumerate(pages, start=1):
            yield context.page(
                addresses.page(addresses.entry(scheme), number),
                "scheme",
                PAGE,
                scheme.key,
                str(number),
                bodies=read("prose", [scheme] if number == 1 else []),
                entry=read("facts", [scheme], body_pictures(context, scheme)),
                linked=linked_digest(context, scheme),
                rows=parts_digest(context, parts),
                counts=short(by_region(catalogue, rows)) if number == 1 else "",
                pages=str(len(pages)),
            )
    if catalogue.protections:
        pages = pages_of(catalogue.protections)
        for number, parts in enumerate(pages, start=1):
            yield context.page(
                addresses.page(addresses.LEDGER, number),
                "ledger",
                LEDGER,
                str(number),
                rows=parts_digest(context, parts),
                repeated=rows_digest(context, repeated(catalogue)) if number == 1 else "",
                counts=str(len(catalogue.collections["gi"])),
                totals=short(reconcile(catalogue, 0, "")),
                pages=str(len(pages)),
                as_of=catalogue.as_of.isoformat(),
            )


def index(context: RenderContext) -> SchemesPage:
    here = "schemes/"
    lines = {"current": [], "ended": []}  # type: dict[str, list[SchemeLine]]
    for entry in context.catalogue.collections["schemes"]:
        record = context.catalogue.schemes[entry.id]
        count = len(context.catalogue.by_scheme.get(entry.id, ()))
        url = context.urls.href(here, addresses.entry(entry))
        lines[record.status].append(
            SchemeLine(
                link=Link(entry.name, url, f"{count} 条记录" if count else ""),
                authority=record.authority,
                summary=entry.summary,
                kind=KINDS[record.kind].zh,
                level=LEVELS[record.level].zh,
                ended=record.closed.text if record.closed else "",
            )
        )
    return SchemesPage(
        frame=frame(context, here, "认定体系", description=LEAD, section=here),
        title="认定体系",
        lead=LEAD,
        current=tuple(lines["current"]),
        ended=tuple(lines["ended"]),
    )


def view(context: RenderContext, key: str, number_text: str) -> SchemePage:
    """The first page says what the scheme is; further ones only go on with its announcements."""
    catalogue = context.catalogue
    entry = catalogue.entries[key]
    record = catalogue.schemes[entry.id]
    number = int(number_text)
    first = number == 1
    base = addresses.entry(entry)
    here = addresses.page(base, number)
    rows = catalogue.by_scheme.get(entry.id, ()) if first else ()
    pages = scheme_pages(context.plan, entry.id)
    tables = sections(entry, record, catalogue.options, lambda r: target(context, here, r))
    return SchemePage(
        frame=frame(
            context,
            here,
            entry.name if first else f"{entry.name}（第 {number} 页）",
            description=entry.summary,
            section="schemes/",
            trail=(("认定体系", "schemes/"),),
            article=entry,
        ),
        name=entry.name,
        name_en=record.name_en or "",
        summary=entry.summary,
        ended=ended_words(record),
        facts=tuple(fact for section in tables for fact in section.facts) if first else (),
        body=context.body(here, entry) if first else EMPTY,
        counts=tuple(
            Link(name, context.urls.href(here, addresses.entry(catalogue.entries[key])), str(count))
            for key, name, count in by_region(catalogue, rows)
        ),
        announcements=groups(context, here, pages[number - 1]),
        pager=pager(context.urls, here, base, number, len(pages)),
        sources=sources(record) if first else (),
        colophon=colophon(record) if first else (),
    )


def ended_words(record: object) -> str:
    if getattr(record, "status", "") != "ended":
        return ""
    closed = getattr(record, "closed", None)
    when = f"（{closed.text}）" if closed else ""
    return f"该称号制度已停止{when}，不影响企业和产品。"


def by_region(catalogue: Catalogue, rows: Iterable[Recognition]) -> list[tuple[str, str, int]]:
    """(key, name, subjects holding the title today) by home region, in the order of the tree.

    Where they lie in more regions than a reader can take in, those are taken together.
    """
    held: dict[str, set[str]] = {}
    for row in rows:
        subject = catalogue.entries.get(row.subject)
        if subject is not None and subject.regions and row.status in CURRENT:
            home = subject.regions[0]
            for region in (home, *catalogue.regions.ancestors(home)):
                held.setdefault(region, set()).add(subject.key)
    counts = {region: len(subjects) for region, subjects in held.items()}
    return [
        (f"regions:{region}", region_name(catalogue, region), counts[region])
        for region in catalogue.regions.level(counts, AT_A_GLANCE)
    ]


def reconcile(catalogue: Catalogue, entry_count: int, announced: str) -> Reconciliation:
    rows = catalogue.protections
    names = len({row.subject for row in rows})
    return Reconciliation(
        names=names,
        approvals=len(rows),
        announcements=len({row.announcement.id for row in rows}),
        announced=announced,
        matches=announced == str(names) and entry_count == names,
    )


def repeated(catalogue: Catalogue) -> tuple[Recognition, ...]:
    """The rows of names that were announced more than once, by name."""
    rows = catalogue.protections
    counts = Counter(row.subject for row in rows)
    ordered = sorted(rows, key=lambda row: row.subject)
    return tuple(row for row in ordered if counts[row.subject] > 1)


def ledger_view(context: RenderContext, number_text: str) -> LedgerPage:
    number = int(number_text)
    here = addresses.page(addresses.LEDGER, number)
    catalogue = context.catalogue
    pages = context.plan.once("ledger pages", lambda: pages_of(catalogue.protections))
    announced = next(
        (str(f.value) for f in context.site.settings.published_figures if f.collection == "gi"), ""
    )
    totals = reconcile(catalogue, len(catalogue.collections["gi"]), announced)
    lead = (
        f"{totals.announcements} 份公告、{totals.approvals} 条批准、{totals.names} 个名称，"
        "每一条都能点到条目，逐条核对。"
    )
    return LedgerPage(
        frame=frame(
            context,
            here,
            "公告对账" if number == 1 else f"公告对账（第 {number} 页）",
            description=lead,
            section=addresses.LEDGER,
        ),
        title="公告对账",
        lead=lead,
        as_of=catalogue.as_of.isoformat(),
        totals=totals,
        repeated=tuple(
            holder(context, here, row, note=row.announcement.document)
            for row in (repeated(catalogue) if number == 1 else ())
        ),
        announcements=groups(context, here, pages[number - 1]),
        pager=pager(context.urls, here, addresses.LEDGER, number, len(pages)),
    )


def scheme_link(context: RenderContext, here: str, entry: Entry) -> Link:
    count = len(context.catalogue.by_scheme.get(entry.id, ()))
    return Link(entry.name, context.urls.href(here, addresses.entry(entry)), str(count))
