"""The recognition ledger: who was given which title, by which announcement, with what status today.

Badges, counts and lists of titles are computed from it alone; entries have no fields for titles.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from operator import attrgetter
from typing import Any

from sitegen.catalogue import numbers
from sitegen.catalogue.status import (
    Change,
    Term,
    notice_on,
    renewal_on,
    status_on,
    transitions,
)
from sitegen.loading.document import FieldPath
from sitegen.model.entry import Entry, Unloaded
from sitegen.model.validate import is_collected
from sitegen.problems import Kind


@dataclass(frozen=True, slots=True)
class AnnouncementFacts:
    """The announcement of a recognitions file, as the source of a title. Dates are as written.

    Before the announcement is made, the public notice of it stands here; its `document` may be "".
    """

    id: str
    scheme: str
    batch: str
    announced: str
    document: str
    slug: str
    covers: int | None
    publisher: str
    url: str
    checked: str
    note: str
    source: tuple[str, ...]
    """Title, number and date of the source, "" where it states none; empty where there is no source."""
    extra: tuple[tuple[str, tuple[str, ...]], ...]
    basis: str = ""
    """What its titles rest on: one of SOURCE_KINDS, "" where nothing says so."""


@dataclass(frozen=True, slots=True)
class Recognition:
    """One row of the ledger, with its status as of the catalogue's day.

    `until` is the end in force on that day, after any renewal. `inferred` says that it was computed
    from the scheme's years of validity, since the row does not give it. `changes` are those up to that day.
    """

    announcement: AnnouncementFacts
    row: str
    subject: str
    as_published: str
    level: str
    number: str
    start: str
    until: str
    inferred: bool
    review_due: str
    status: str
    changes: tuple[Change, ...]
    transitions: tuple[tuple[date, str], ...]
    term: Term

    @property
    def scheme(self) -> str:
        return self.announcement.scheme

    @property
    def order(self) -> tuple[str, str, str]:
        return (self.start, self.announcement.id, self.row)


EntryFinding = tuple[Kind, Entry | Unloaded, FieldPath, Mapping[str, str]]
"""A problem before its place is looked up: kind, entry, field path, facts."""


def slug_of(record: Any, scheme: Any | None) -> str:
    """The address of an announcement: as it says itself, by the rule for its issuer, or by its scheme;
    "" where none of them gives one."""
    known = record.number_slug or numbers.slug(record.document)
    if known or scheme is None or not scheme.number_slug:
        return known or ""
    return numbers.slug_under(scheme.number_slug, record.document) or ""


def announcement_of(
    entry: Entry, record: Any, scheme: Any | None, as_of: date
) -> AnnouncementFacts:
    source = record.source
    if source is not None and source.date is not None and source.date.first > as_of:
        source = None
    today = as_of.isoformat()
    checked = record.checked if record.checked and record.checked <= as_of else None
    return AnnouncementFacts(
        id=entry.id,
        scheme=record.scheme.id,
        batch=record.batch or "",
        announced=record.announced.text if record.announced else "",
        document=record.document,
        slug=slug_of(record, scheme),
        covers=record.covers,
        publisher=(source.publisher or "") if source else "",
        url=(source.url or "") if source else "",
        checked=checked.isoformat() if checked else "",
        note=record.note or "",
        source=(source.title, source.number or "", source.date.text if source.date else "")
        if source
        else (),
        extra=tuple(
            (name, members)
            for name, members in entry.extra.items()
            if entry.extra_days.get(name, "") <= today
        ),
        basis=_basis(record.document, source),
    )


def _basis(document: str, source: Any | None) -> str:
    """What a source is, as it says itself; else it is the notice where it has the number of the notice."""
    if source is not None and source.kind:
        return str(source.kind)
    known = numbers.slug(document)
    is_notice = source is not None and known and known == numbers.slug(source.number or "")
    return "notice" if is_notice else ""


def document_of(record: Any) -> tuple[str, str]:
    """What an announcement is known by: its scheme, and its number however it is written."""
    return record.scheme.id, numbers.fold(record.document)


def first_parts_first(public: Iterable[Entry]) -> list[Entry]:
    """The files of announcements, those of the site itself before those collected from cities: what they say of
    an announcement stands for all parts of it."""
    files = (entry for entry in public if entry.collection == "recognitions")
    return sorted(files, key=lambda entry: is_collected(entry.file))


def recognitions(
    announcement: AnnouncementFacts, record: Any, scheme: Any | None, as_of: date
) -> tuple[Recognition, ...]:
    """The rows of one file of an announcement; `scheme` is its scheme's record, None where that is missing."""
    history: dict[str, list[Change]] = {}
    for event in record.history:
        until = event.until.last if event.until else None
        change = Change(event.date, event.status, until, event.reason or "", event.document or "")
        history.setdefault(event.row, []).append(change)
    rows = tuple(
        _recognition(announcement, record, row, tuple(history.get(row.row, ())), scheme, as_of)
        for row in record.rows
    )
    if record.announced and record.announced.first > as_of:
        return _noticed(rows, as_of)
    return rows


def _noticed(rows: tuple[Recognition, ...], as_of: date) -> tuple[Recognition, ...]:
    """Rows whose announcement is still to come: of those that are pending, what the public notice says."""
    notices = [change for row in rows if (change := notice_on(row.term, as_of))]
    if not notices:
        return rows
    document = next((change.document for change in notices if change.document), "")
    first = min(change.on for change in notices).isoformat()
    notice = replace(
        rows[0].announcement,
        announced=first,
        document=document,
        batch="",
        covers=None,
        publisher="",
        url="",
        checked="",
        note="",
        basis="",
    )
    return tuple(replace(row, announcement=notice) for row in rows)


def _recognition(
    announcement: AnnouncementFacts,
    record: Any,
    row: Any,
    changes: tuple[Change, ...],
    scheme: Any | None,
    as_of: date,
) -> Recognition:
    begin = row.valid_from or record.announced
    start = begin.first if begin else None
    until = row.valid_until.last if row.valid_until else None
    inferred = False
    if until is None and start is not None and scheme is not None and scheme.validity_years:
        until = _years_later(start, scheme.validity_years)
        inferred = True
    closed = scheme.closed.last if scheme is not None and scheme.closed else None
    ended = scheme is not None and (scheme.display == "historic" or scheme.status == "ended")
    term = Term(
        start=given(row, record),
        until=until,
        review_due=row.review_due.last if row.review_due else None,
        closed=closed,
        historic=ended and closed is None,
        changes=changes,
    )
    ends = (row.valid_until.text if row.valid_until else until.isoformat()) if until else ""
    renewal = renewal_on(term, as_of)
    if renewal is not None:
        ends, inferred = renewal.until.isoformat() if renewal.until else "", False
    begins, number = begin.text if begin else "", row.number or ""
    if term.start is not None and as_of < term.start:
        # Nothing but the public notice is known: no term, no certificate.
        notice = notice_on(term, as_of)
        begins, number = notice.on.isoformat() if notice else "", ""
        ends, inferred = "", False
    return Recognition(
        announcement=announcement,
        row=row.row,
        subject=str(row.subject),
        as_published=row.as_published or "",
        level=row.level or "",
        number=number,
        start=begins,
        until=ends,
        inferred=inferred,
        review_due=row.review_due.text if row.review_due else "",
        status=status_on(term, as_of),
        changes=tuple(change for change in changes if change.on <= as_of),
        transitions=transitions(term, as_of),
        term=term,
    )


def given(row: Any, record: Any) -> date | None:
    """The first day of a title: it is neither in force nor known before it is announced."""
    days = [day.first for day in (row.valid_from, record.announced) if day]
    return max(days, default=None)


def _years_later(start: date, years: int) -> date:
    if start.year + years > date.max.year:
        return date.max
    try:
        end = start.replace(year=start.year + years)
    except ValueError:
        end = start.replace(year=start.year + years, month=3, day=1)
    return end - timedelta(days=1)


def shown(recognition: Recognition) -> tuple[object, ...]:
    """What a page shows of a recognition, without its announcement; it does not depend on the day."""
    return _SHOWN(recognition)


_SHOWN = attrgetter(
    *(name for name in Recognition.__slots__ if name not in ("announcement", "term"))
)
