"""Announcements with the rows listed of each, over as many pages as they need."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from sitegen.catalogue.ledger import AnnouncementFacts, Recognition, shown
from sitegen.outputs.addresses import page
from sitegen.outputs.output import PlanContext, short
from sitegen.outputs.parts.cards import place_of, status_word, tone
from sitegen.outputs.parts.views import AnnouncementGroup, Holder, Link
from sitegen.outputs.render_context import RenderContext

ROWS_PER_PAGE = 300


class Part(NamedTuple):
    """The rows of an announcement, or some of them; `goes_on` where it began on a page before."""

    announcement: AnnouncementFacts
    rows: tuple[Recognition, ...]
    goes_on: bool


def pages_of(rows: Iterable[Recognition]) -> tuple[tuple[Part, ...], ...]:
    """The announcements of these rows, the newest first, in pages of so many rows; at least one."""
    groups: dict[str, list[Recognition]] = {}
    for row in rows:
        groups.setdefault(row.announcement.id, []).append(row)
    newest = sorted(
        groups.values(),
        key=lambda members: (members[0].announcement.announced, members[0].announcement.slug),
        reverse=True,
    )
    pages: list[list[Part]] = [[]]
    room = ROWS_PER_PAGE
    for members in newest:
        goes_on = False
        while members:
            if room <= 0 or (pages[-1] and len(members) > room and room < ROWS_PER_PAGE // 4):
                pages.append([])
                room = ROWS_PER_PAGE
            part, members = members[:room], members[room:]
            pages[-1].append(Part(part[0].announcement, tuple(part), goes_on))
            room -= len(part)
            goes_on = True
    return tuple(tuple(parts) for parts in pages)


def scheme_pages(context: PlanContext, scheme: str) -> tuple[tuple[Part, ...], ...]:
    """The pages of a scheme's announcements, worked out once."""
    rows = context.catalogue.by_scheme.get(scheme, ())
    return context.once(("announcements", scheme), lambda: pages_of(rows))


def place_on(context: PlanContext, scheme: str, announcement: str) -> str:
    """The address of the scheme's page on which an announcement begins."""

    def find() -> dict[str, str]:
        base = f"schemes/{scheme}/"
        found: dict[str, str] = {}
        for number, parts in enumerate(scheme_pages(context, scheme), start=1):
            for part in parts:
                found.setdefault(part.announcement.id, page(base, number))
        return found

    return context.once(("announcement places", scheme), find)[announcement]


def parts_digest(context: PlanContext, parts: Iterable[Part]) -> str:
    return rows_digest(context, (row for part in parts for row in part.rows))


def row_digest(context: PlanContext, row: Recognition) -> str:
    """What a page shows of a row and of its announcement."""
    announcement = row.announcement

    def digest() -> str:
        whole = context.once(("announcement", announcement.id), lambda: short(announcement))
        return short([whole, shown(row)])

    return context.once(("row", announcement.id, row.row), digest)


def rows_digest(context: PlanContext, rows: Iterable[Recognition]) -> str:
    """Rows as a page lists them: with the names and places of their subjects."""
    catalogue = context.catalogue
    found = []
    for row in rows:
        subject = catalogue.entries.get(row.subject) or catalogue.gone.get(row.subject)
        name = (subject.name, place_of(catalogue, subject)) if subject else None
        found.append((row_digest(context, row), name, row.subject in catalogue.entries))
    return short(found)


def groups(
    context: RenderContext, here: str, parts: Iterable[Part]
) -> tuple[AnnouncementGroup, ...]:
    return tuple(_group(context, here, part) for part in parts)


def _group(context: RenderContext, here: str, part: Part) -> AnnouncementGroup:
    announcement = part.announcement
    return AnnouncementGroup(
        title=f"{announcement.document}（续）" if part.goes_on else announcement.document,
        id=announcement.slug,
        announced=announcement.announced,
        batch=announcement.batch,
        url=announcement.url,
        note=announcement.note,
        covers=f"公告共列 {announcement.covers} 件" if announcement.covers else "",
        holders=tuple(holder(context, here, row) for row in part.rows),
    )


def holder(context: RenderContext, here: str, row: Recognition, *, note: str = "") -> Holder:
    """A row as a list shows it; `note` is small text beside the name."""
    subject = context.catalogue.entries.get(row.subject) or context.catalogue.gone.get(row.subject)
    name = subject.name if subject else row.as_published or row.subject
    return Holder(
        link=Link(name, context.entry_url(here, row.subject), note),
        place=place_of(context.catalogue, subject) if subject else "",
        as_published=row.as_published if row.as_published != name else "",
        number=row.number,
        level=row.level,
        status=status_word(row),
        tone=tone(row.status),
    )
