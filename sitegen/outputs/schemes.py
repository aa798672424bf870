"""Scheme pages: what a title means, its announcements and who is in them; the ledger held against them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from sitegen.catalogue.catalogue import Catalogue
from sitegen.catalogue.ledger import Announcement, Recognition, digest_text
from sitegen.catalogue.status import CURRENT
from sitegen.model.entry import Entry
from sitegen.model.schemes import KINDS, LEVELS
from sitegen.outputs import urls as addresses
from sitegen.outputs.cards import place_of, region_name, status_word, tone
from sitegen.outputs.entries import colophon, linked_digest, sources, target
from sitegen.outputs.facts import sections
from sitegen.outputs.frame import frame
from sitegen.outputs.making import Making
from sitegen.outputs.output import Output, Planning, short
from sitegen.outputs.views import (
    AnnouncementGroup,
    Holder,
    LedgerPage,
    Link,
    Reconciliation,
    SchemeLine,
    SchemePage,
    SchemesPage,
)

INDEX = "pages/schemes.html"
PAGE = "pages/scheme.html"
LEDGER = "pages/ledger.html"
LEAD = "一个称号说明什么、谁给的、还在不在：先看懂，再相信。"


def plan(planning: Planning) -> Iterator[Output]:
    catalogue = planning.catalogue
    schemes = catalogue.collections["schemes"]
    if schemes:
        lines = short([(s.key, s.facts, len(catalogue.by_scheme.get(s.id, ()))) for s in schemes])
        yield planning.page("schemes/", "schemes", INDEX, lines=lines)
    for scheme in schemes:
        rows = catalogue.by_scheme.get(scheme.id, ())
        yield planning.page(
            addresses.entry(scheme),
            "scheme",
            PAGE,
            scheme.key,
            entry=short([scheme.facts, scheme.prose]),
            linked=linked_digest(planning, scheme),
            rows=rows_digest(planning.catalogue, rows),
            counts=short(by_region(catalogue, rows)),
        )
    rows = catalogue.protections
    if rows:
        yield planning.page(
            addresses.LEDGER,
            "ledger",
            LEDGER,
            rows=rows_digest(catalogue, rows),
            counts=str(len(catalogue.collections["gi"])),
            as_of=catalogue.as_of.isoformat(),
        )


def rows_digest(catalogue: Catalogue, rows: Iterable[Recognition]) -> str:
    """Rows as a page lists them: with the names and places of their subjects."""
    found = []
    for row in rows:
        subject = catalogue.entries.get(row.subject) or catalogue.gone.get(row.subject)
        name = (subject.name, place_of(catalogue, subject)) if subject else None
        found.append((digest_text(row), name, row.subject in catalogue.entries))
    return short(found)


def index(making: Making) -> SchemesPage:
    here = "schemes/"
    lines = {"current": [], "ended": []}  # type: dict[str, list[SchemeLine]]
    for entry in making.catalogue.collections["schemes"]:
        record = making.catalogue.schemes[entry.id]
        count = len(making.catalogue.by_scheme.get(entry.id, ()))
        url = making.urls.href(here, addresses.entry(entry))
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
        frame=frame(making, here, "认定体系", description=LEAD, section=here),
        title="认定体系",
        lead=LEAD,
        current=tuple(lines["current"]),
        ended=tuple(lines["ended"]),
    )


def view(making: Making, key: str) -> SchemePage:
    catalogue = making.catalogue
    entry = catalogue.entries[key]
    record = catalogue.schemes[entry.id]
    here = addresses.entry(entry)
    rows = catalogue.by_scheme.get(entry.id, ())
    tables = sections(entry, record, catalogue.options, lambda r: target(making, here, r))
    return SchemePage(
        frame=frame(
            making,
            here,
            entry.name,
            description=entry.summary,
            section="schemes/",
            trail=(("认定体系", "schemes/"),),
            article=entry,
        ),
        name=entry.name,
        name_en=record.name_en or "",
        summary=entry.summary,
        ended=ended_words(record),
        facts=tuple(fact for section in tables for fact in section.facts),
        body=making.body(here, entry),
        counts=tuple(
            Link(name, making.urls.href(here, addresses.entry(catalogue.entries[key])), str(count))
            for key, name, count in by_region(catalogue, rows)
        ),
        announcements=announcements(making, here, rows),
        sources=sources(record),
        colophon=colophon(record),
    )


def ended_words(record: object) -> str:
    if getattr(record, "status", "") != "ended":
        return ""
    closed = getattr(record, "closed", None)
    when = f"（{closed.text}）" if closed else ""
    return f"该称号制度已停止{when}，不影响企业和产品。"


def by_region(catalogue: Catalogue, rows: Iterable[Recognition]) -> list[tuple[str, str, int]]:
    """(key, name, subjects holding the title today) by home region, in the order of the tree."""
    counts: dict[str, set[str]] = {}
    for row in rows:
        subject = catalogue.entries.get(row.subject)
        if subject is not None and subject.regions and row.status in CURRENT:
            counts.setdefault(subject.regions[0], set()).add(subject.key)
    return [
        (f"regions:{region}", region_name(catalogue, region), len(counts[region]))
        for root in catalogue.regions.roots
        for region in catalogue.regions.below(root)
        if region in counts
    ]


def announcements(
    making: Making, here: str, rows: Iterable[Recognition]
) -> tuple[AnnouncementGroup, ...]:
    """Rows grouped by announcement, the newest first."""
    groups: dict[str, list[Recognition]] = {}
    for row in rows:
        groups.setdefault(row.announcement.id, []).append(row)
    made = [_group(making, here, members[0].announcement, members) for members in groups.values()]
    return tuple(sorted(made, key=lambda group: (group.announced, group.id), reverse=True))


def _group(
    making: Making, here: str, announcement: Announcement, rows: list[Recognition]
) -> AnnouncementGroup:
    return AnnouncementGroup(
        title=announcement.document,
        id=announcement.slug,
        announced=announcement.announced,
        batch=announcement.batch,
        url=announcement.url,
        note=announcement.note,
        covers=f"公告共列 {announcement.covers} 件" if announcement.covers else "",
        holders=tuple(holder(making, here, row) for row in rows),
    )


def holder(making: Making, here: str, row: Recognition, *, note: str = "") -> Holder:
    """A row as a list shows it; `note` is small text beside the name."""
    subject = making.catalogue.entries.get(row.subject) or making.catalogue.gone.get(row.subject)
    name = subject.name if subject else row.as_published or row.subject
    return Holder(
        link=Link(name, making.entry_url(here, row.subject), note),
        place=place_of(making.catalogue, subject) if subject else "",
        as_published=row.as_published if row.as_published != name else "",
        number=row.number,
        level=row.level,
        status=status_word(row),
        tone=tone(row.status),
    )


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


def ledger_view(making: Making) -> LedgerPage:
    here = addresses.LEDGER
    catalogue = making.catalogue
    rows = catalogue.protections
    announced = next(
        (str(f.value) for f in making.site.settings.published_figures if f.collection == "gi"), ""
    )
    counts = Counter(row.subject for row in rows)
    repeated = {subject for subject, count in counts.items() if count > 1}
    totals = reconcile(catalogue, len(catalogue.collections["gi"]), announced)
    lead = (
        f"{totals.announcements} 份公告、{totals.approvals} 条批准、{totals.names} 个名称，"
        "每一条都能点到条目，逐条核对。"
    )
    return LedgerPage(
        frame=frame(making, here, "公告对账", description=lead, section=here),
        title="公告对账",
        lead=lead,
        as_of=catalogue.as_of.isoformat(),
        totals=totals,
        repeated=tuple(
            holder(making, here, row, note=row.announcement.document)
            for row in sorted(rows, key=lambda row: row.subject)
            if row.subject in repeated
        ),
        announcements=announcements(making, here, rows),
    )


def scheme_link(making: Making, here: str, entry: Entry) -> Link:
    count = len(making.catalogue.by_scheme.get(entry.id, ()))
    return Link(entry.name, making.urls.href(here, addresses.entry(entry)), str(count))
