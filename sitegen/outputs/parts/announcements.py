"""Announcements with the rows listed of each, over as many pages as they need."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from sitegen.catalogue.ledger import AnnouncementFacts, Recognition, shown
from sitegen.catalogue.numbers import fold
from sitegen.model.entry import Entry
from sitegen.outputs.addresses import collection, page
from sitegen.outputs.dependencies import digest_of
from sitegen.outputs.parts.facts import own_facts
from sitegen.outputs.parts.number_links import (
    announcement_link,
    announcement_title,
    certificate_link,
)
from sitegen.outputs.parts.places import place_of
from sitegen.outputs.parts.references import linked_digest
from sitegen.outputs.parts.status_words import status_word, tone
from sitegen.outputs.parts.turning import turns
from sitegen.outputs.parts.views.links import Link
from sitegen.outputs.parts.views.recognitions import AnnouncementGroup, Holder
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext

ROWS_PER_PAGE = 300
SHORTEST_START = ROWS_PER_PAGE // 4
"""An announcement that does not fit begins on a new page if the page has less room than this."""


class AnnouncementPart(NamedTuple):
    """The rows of an announcement, or some of them; `continued` where it began on a page before."""

    announcement: AnnouncementFacts
    rows: tuple[Recognition, ...]
    continued: bool


AnnouncementPage = tuple[AnnouncementPart, ...]


def announcement_pages(rows: Iterable[Recognition]) -> tuple[AnnouncementPage, ...]:
    """The announcements of these rows, the newest first, in pages of at most ROWS_PER_PAGE rows; at
    least one page."""
    groups: dict[str, list[Recognition]] = {}
    for row in rows:
        groups.setdefault(row.announcement.id, []).append(row)
    newest = sorted(
        groups.values(),
        key=lambda members: (members[0].announcement.announced, members[0].announcement.slug),
        reverse=True,
    )
    pages: list[list[AnnouncementPart]] = [[]]
    room = ROWS_PER_PAGE
    for members in newest:
        continued = False
        while members:
            if room <= 0 or (pages[-1] and len(members) > room and room < SHORTEST_START):
                pages.append([])
                room = ROWS_PER_PAGE
            part, members = members[:room], members[room:]
            pages[-1].append(AnnouncementPart(part[0].announcement, tuple(part), continued))
            room -= len(part)
            continued = True
    return tuple(tuple(parts) for parts in pages)


def scheme_pages(context: PlanContext, scheme: str) -> tuple[AnnouncementPage, ...]:
    """The pages of a scheme's announcements, worked out once."""
    rows = context.catalogue.by_scheme.get(scheme, ())
    return context.once(("announcements", scheme), lambda: announcement_pages(rows))


def announcement_address(context: PlanContext, row: Recognition) -> str:
    """The address of the scheme's page on which the row's announcement begins, "" where there is none."""
    scheme = row.scheme
    if f"schemes:{scheme}" not in context.catalogue.entries:
        return ""

    def addresses() -> dict[str, str]:
        base = f"{collection('schemes')}{scheme}/"
        places: dict[str, str] = {}
        for number, parts in enumerate(scheme_pages(context, scheme), start=1):
            for part in parts:
                places.setdefault(part.announcement.id, page(base, number))
        return places

    return context.once(("announcement addresses", scheme), addresses)[row.announcement.id]


def page_digest(context: PlanContext, parts: AnnouncementPage) -> str:
    return rows_digest(context, [row for part in parts for row in part.rows])


def row_digest(context: PlanContext, row: Recognition) -> str:
    """What a page shows of a row and of its announcement."""
    announcement = row.announcement

    def digest() -> str:
        facts = context.once(("announcement", announcement.id), lambda: digest_of(announcement))
        return digest_of([facts, shown(row)])

    return context.once(("row", announcement.id, row.row), digest)


def rows_digest(context: PlanContext, rows: Collection[Recognition]) -> str:
    """Rows as a page lists them: with the names and places of their subjects, and the names to which
    their announcements link in the site's own fields."""
    catalogue = context.catalogue
    parts: list[object] = []
    announced = {row.announcement.id for row in rows if row.announcement.extra}
    parts += [
        linked_digest(context, catalogue.entries[f"recognitions:{a}"]) for a in sorted(announced)
    ]
    for row in rows:
        subject = catalogue.entries.get(row.subject) or catalogue.gone.get(row.subject)
        name = (subject.name, place_of(catalogue, subject)) if subject else None
        parts.append((row_digest(context, row), name, row.subject in catalogue.entries))
    return digest_of(parts)


def announcement_groups(
    context: RenderContext, here: str, parts: AnnouncementPage
) -> tuple[AnnouncementGroup, ...]:
    return tuple(_group(context, here, part) for part in parts)


def _group(context: RenderContext, here: str, part: AnnouncementPart) -> AnnouncementGroup:
    say = context.say
    announcement = part.announcement
    title = announcement_title(context, announcement)
    count = announcement.covers
    return AnnouncementGroup(
        title=say("{document}（续）", document=title) if part.continued else title,
        id=announcement.slug,
        address=announcement_link(context, here, part.rows[0]).url,
        announced=announcement.announced,
        batch=announcement.batch,
        url=announcement.url,
        note=announcement.note,
        covers=say("公告共列{count}件", count=count) if count else "",
        holders=tuple(holder(context, here, row) for row in part.rows),
        source=source_of(context, announcement),
        checked=announcement.checked,
        facts=()
        if part.continued
        else tuple(own_facts(context, here, "recognitions", dict(announcement.extra))),
    )


def source_of(context: RenderContext, announcement: AnnouncementFacts) -> str:
    """What the source states that does not stand in the heading of the announcement already."""
    if not announcement.source:
        return ""
    title, number, day = announcement.source
    heading = {fold(announcement.document), fold(announcement.announced), ""}
    parts = (
        announcement.publisher,
        context.say("《{title}》", title=title) if fold(title) not in heading else "",
        number if fold(number) not in heading else "",
        day if fold(day) not in heading else "",
    )
    return context.say("，").join(part for part in parts if part)


def holder(context: RenderContext, here: str, row: Recognition, *, note: str = "") -> Holder:
    """A row as a list shows it; `note` is small text beside the name."""
    subject = subject_of(context, row)
    name = subject.name if subject else row.as_published or row.subject
    number = certificate_link(context, here, row)
    return Holder(
        link=Link(name, context.href_if_public(here, row.subject), note),
        place=place_of(context.catalogue, subject) if subject else "",
        as_published=row.as_published if row.as_published != name else "",
        number=row.number,
        level=row.level,
        status=status_word(context, row),
        tone=tone(row.status),
        number_url=number.url if number else "",
        turns=turns(context, row),
    )


def subject_of(context: RenderContext, row: Recognition) -> Entry | None:
    """The entry that has the title, None where it never was public."""
    catalogue = context.catalogue
    return catalogue.entries.get(row.subject) or catalogue.gone.get(row.subject)
