"""The recognition ledger: who was given which title, by which announcement, with what status today.

Badges, counts and lists of titles are computed from it alone; entries have no fields for titles.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from operator import attrgetter
from typing import Any

from sitegen.catalogue import numbers
from sitegen.catalogue.status import Change, Term, renewal_on, status_on, transitions
from sitegen.loading.document import FieldPath
from sitegen.loading.nearest import nearest
from sitegen.model.entry import Entry, Unloaded
from sitegen.problems import Kind, Severity

NO_SLUG = Kind(
    "number.no-slug",
    Severity.ERROR,
    zh="不认识“{number}”的发文机关，定不出它的网址",
    en="no rule knows the issuer of “{number}”, so it has no address",
    fix_zh="加一行 number_slug，如 number_slug: haopin-shandong-1",
    fix_en="add a number_slug, such as number_slug: haopin-shandong-1",
)
SAME_SLUG = Kind(
    "number.same-slug",
    Severity.ERROR,
    zh="网址“{slug}”和 {other} 的重复",
    en="the slug “{slug}” is taken by {other}",
    fix_zh="给其中一个写上不同的 number_slug",
    fix_en="give one of them another number_slug",
)
SAME_ROW = Kind(
    "recognition.same-row",
    Severity.ERROR,
    zh="行号“{row}”在本文件里用了两次",
    en="the row key “{row}” is used twice in this file",
    fix_zh="行号在一个文件里必须唯一，改掉其中一个",
    fix_en="row keys are unique in a file; change one of them",
)
NO_ROW = Kind(
    "recognition.no-such-row",
    Severity.ERROR,
    zh="后续记录指向的行“{row}”不存在[[，最接近的是“{nearest}”]]",
    en="the history names row “{row}”, which does not exist[[; the nearest is “{nearest}”]]",
    fix_zh="改成本文件 rows 里的行号",
    fix_en="use a row key of this file",
)
NO_DOCUMENT = Kind(
    "recognition.no-document",
    Severity.ERROR,
    zh="“{status}”必须写明依据的文件",
    en="“{status}” needs the document it rests on",
    fix_zh="补上 document；没有文件的负面状态不能发布",
    fix_en="add its document; a negative status is never published without one",
)
RENEWED_FOR_EVER = Kind(
    "recognition.renewal-without-end",
    Severity.ERROR,
    zh="“{row}”的续期没有写续到什么时候",
    en="the renewal of “{row}” does not say until when",
    fix_zh="补上 until，如 until: 2029-12-31",
    fix_en="add until, such as until: 2029-12-31",
)
ENDS_BEFORE_START = Kind(
    "recognition.ends-before-start",
    Severity.ERROR,
    zh="止期 {until} 早于起期 {start}",
    en="it ends on {until}, before it begins on {start}",
    fix_zh="对照公告改正日期",
    fix_en="check the dates against the announcement",
)


@dataclass(frozen=True, slots=True)
class AnnouncementFacts:
    """The announcement of a recognitions file, as the source of a title. Dates are as written."""

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


@dataclass(frozen=True, slots=True)
class Recognition:
    """One row of the ledger, with its status as of the catalogue's day.

    `until` is the end in force on that day, after any renewal. `inferred` says that it was computed
    from the scheme's years of validity, since the row does not give it.
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


Found = tuple[Kind, Entry | Unloaded, FieldPath, Mapping[str, str]]
"""A problem before its place is looked up: kind, entry, field path, facts."""


def announcement_of(entry: Entry, record: Any) -> AnnouncementFacts:
    source = record.source
    return AnnouncementFacts(
        id=entry.id,
        scheme=record.scheme.id,
        batch=record.batch or "",
        announced=record.announced.text if record.announced else "",
        document=record.document,
        slug=record.number_slug or numbers.slug(record.document) or "",
        covers=record.covers,
        publisher=(source.publisher or "") if source else "",
        url=(source.url or "") if source else "",
        checked=record.checked.isoformat() if record.checked else "",
        note=record.note or "",
    )


def recognitions(
    entry: Entry, record: Any, scheme: Any | None, as_of: date
) -> tuple[Recognition, ...]:
    """The rows of one announcement; `scheme` is its scheme's record, None where that is missing."""
    announcement = announcement_of(entry, record)
    history: dict[str, list[Change]] = {}
    for event in record.history:
        until = event.until.last if event.until else None
        change = Change(event.date, event.status, until, event.reason or "", event.document or "")
        history.setdefault(event.row, []).append(change)
    return tuple(
        _recognition(announcement, record, row, tuple(history.get(row.row, ())), scheme, as_of)
        for row in record.rows
    )


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
        start=start,
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
    return Recognition(
        announcement=announcement,
        row=row.row,
        subject=str(row.subject),
        as_published=row.as_published or "",
        level=row.level or "",
        number=row.number or "",
        start=begin.text if begin else "",
        until=ends,
        inferred=inferred,
        status=status_on(term, as_of),
        changes=changes,
        transitions=transitions(term, as_of),
        term=term,
    )


def _years_later(start: date, years: int) -> date:
    if start.year + years > date.max.year:
        return date.max
    try:
        end = start.replace(year=start.year + years)
    except ValueError:
        end = start.replace(year=start.year + years, month=3, day=1)
    return end - timedelta(days=1)


def check(entry: Entry, record: Any, taken: dict[str, str]) -> Iterator[Found]:
    """What is wrong inside one announcement. `taken` collects slug → announcement id."""
    slug = record.number_slug or numbers.slug(record.document)
    if not slug:
        yield NO_SLUG, entry, ("document",), {"number": record.document}
    elif taken.setdefault(slug, entry.id) != entry.id:
        yield SAME_SLUG, entry, ("document",), {"slug": slug, "other": taken[slug]}
    rows: set[str] = set()
    for index, row in enumerate(record.rows):
        if row.row in rows:
            yield SAME_ROW, entry, ("rows", index, "row"), {"row": row.row}
        rows.add(row.row)
        start = row.valid_from or record.announced
        if start and row.valid_until and row.valid_until.last < start.first:
            facts = {"until": row.valid_until.text, "start": start.text}
            yield ENDS_BEFORE_START, entry, ("rows", index, "valid_until"), facts
    for index, event in enumerate(record.history):
        if event.row not in rows:
            facts = {"row": event.row, "nearest": nearest(event.row, rows) or ""}
            yield NO_ROW, entry, ("history", index, "row"), facts
        if event.status in ("revoked", "suspended") and not event.document:
            word = {"revoked": "撤销", "suspended": "暂停"}[event.status]
            yield NO_DOCUMENT, entry, ("history", index, "status"), {"status": word}
        if event.status == "renewed" and event.until is None:
            yield RENEWED_FOR_EVER, entry, ("history", index, "status"), {"row": event.row}


def shown(recognition: Recognition) -> tuple[object, ...]:
    """What a page shows of a recognition, without its announcement; it does not depend on the day."""
    return _SHOWN(recognition)


_SHOWN = attrgetter(
    *(name for name in Recognition.__slots__ if name not in ("announcement", "term"))
)
