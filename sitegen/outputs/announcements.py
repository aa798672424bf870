"""Announcements with the rows listed of each, over as many pages as they need."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from sitegen.catalogue.ledger import Announcement, Recognition, shown
from sitegen.outputs.cards import place_of, status_word, tone
from sitegen.outputs.making import Making
from sitegen.outputs.output import Planning, short
from sitegen.outputs.urls import page
from sitegen.outputs.views import AnnouncementGroup, Holder, Link

ROWS_PER_PAGE = 300


class Part(NamedTuple):
    """The rows of an announcement, or some of them; `goes_on` where it began on a page before."""

    announcement: Announcement
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


def scheme_pages(planning: Planning, scheme: str) -> tuple[tuple[Part, ...], ...]:
    """The pages of a scheme's announcements, worked out once."""
    rows = planning.catalogue.by_scheme.get(scheme, ())
    return planning.once(("announcements", scheme), lambda: pages_of(rows))


def place_on(planning: Planning, scheme: str, announcement: str) -> str:
    """The address of the scheme's page on which an announcement begins."""

    def find() -> dict[str, str]:
        base = f"schemes/{scheme}/"
        found: dict[str, str] = {}
        for number, parts in enumerate(scheme_pages(planning, scheme), start=1):
            for part in parts:
                found.setdefault(part.announcement.id, page(base, number))
        return found

    return planning.once(("announcement places", scheme), find)[announcement]


def parts_digest(planning: Planning, parts: Iterable[Part]) -> str:
    return rows_digest(planning, (row for part in parts for row in part.rows))


def row_digest(planning: Planning, row: Recognition) -> str:
    """What a page shows of a row and of its announcement."""
    announcement = row.announcement

    def digest() -> str:
        whole = planning.once(("announcement", announcement.id), lambda: short(announcement))
        return short([whole, shown(row)])

    return planning.once(("row", announcement.id, row.row), digest)


def rows_digest(planning: Planning, rows: Iterable[Recognition]) -> str:
    """Rows as a page lists them: with the names and places of their subjects."""
    catalogue = planning.catalogue
    found = []
    for row in rows:
        subject = catalogue.entries.get(row.subject) or catalogue.gone.get(row.subject)
        name = (subject.name, place_of(catalogue, subject)) if subject else None
        found.append((row_digest(planning, row), name, row.subject in catalogue.entries))
    return short(found)


def groups(making: Making, here: str, parts: Iterable[Part]) -> tuple[AnnouncementGroup, ...]:
    return tuple(_group(making, here, part) for part in parts)


def _group(making: Making, here: str, part: Part) -> AnnouncementGroup:
    announcement = part.announcement
    return AnnouncementGroup(
        title=f"{announcement.document}（续）" if part.goes_on else announcement.document,
        id=announcement.slug,
        announced=announcement.announced,
        batch=announcement.batch,
        url=announcement.url,
        note=announcement.note,
        covers=f"公告共列 {announcement.covers} 件" if announcement.covers else "",
        holders=tuple(holder(making, here, row) for row in part.rows),
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
