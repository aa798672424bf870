"""What is wrong inside an announcement, and between one and another: refused, for no page can be made of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from sitegen.catalogue import numbers
from sitegen.catalogue.ledger import EntryFinding, document_of, given, slug_of
from sitegen.loading.document import FieldPath
from sitegen.loading.nearest import nearest
from sitegen.model.entry import Entry
from sitegen.model.recognitions import EVENTS
from sitegen.model.validate import is_collected
from sitegen.problems import Kind, Severity

NO_SLUG = Kind(
    "number.no-slug",
    Severity.ERROR,
    zh="不认识“{number}”的发文机关，定不出它的网址",
    en="no rule knows the issuer of “{number}”, so it has no address",
    fix_zh="在这个文件里加一行 number_slug: {proposed}[[；或在 schemes 的“{scheme}”里写 number_slug，"
    "它的公告就都由它和文号里的数字定网址]]",
    fix_en="add the line number_slug: {proposed} to this file[[; or write a number_slug in “{scheme}” in "
    "schemes: it and the digits of their numbers then make the addresses of its announcements]]",
)
SAME_SLUG = Kind(
    "number.same-slug",
    Severity.ERROR,
    zh="网址“{slug}”和 {other} 的重复",
    en="the slug “{slug}” is taken by {other}",
    fix_zh="同一份公告就合成一个文件；不是同一份，在这个文件里写 number_slug: {proposed}",
    fix_en="merge the files if it is one announcement; if not, write number_slug: {proposed} in this one",
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
SAME_ANNOUNCEMENT = Kind(
    "recognition.same-announcement",
    Severity.ERROR,
    zh="这份公告（{document}）已经登记在 {other} 里",
    en="this announcement ({document}) is in {other} already",
    fix_zh="把各行并到那个文件，删掉这个；确是两份公告就改正文号",
    fix_en="move its rows to that file and delete this one; correct the number if they are two",
)
SAME_TITLE = Kind(
    "recognition.same-title",
    Severity.ERROR,
    zh="“{subject}”的同一个称号在行“{row}”已经登记",
    en="row “{row}” gives “{subject}” the same title already",
    fix_zh="删掉重复的一行；等次或证书号不同就写上 level 或 number",
    fix_en="delete one of the two rows; where grades or certificates differ, state level or number",
)
ENDED_BEFORE_GIVEN = Kind(
    "recognition.ended-before-given",
    Severity.ERROR,
    zh="“{status}”的日期 {day} 早于授予的日期 {start}",
    en="“{status}” on {day} is before the title was given on {start}",
    fix_zh="对照文件改正日期",
    fix_en="check the dates against the documents",
)
NOT_YET_ANNOUNCED = Kind(
    "recognition.announced-far-ahead",
    Severity.ERROR,
    zh="公告日期 {announced} 还有一年以上才到，是不是 {meant}？",
    en="the announcement is dated {announced}, more than a year ahead: is {meant} meant?",
    fix_zh="对照公告改正日期",
    fix_en="check the date against the announcement",
)


@dataclass(frozen=True, slots=True)
class Seen:
    """What earlier announcements have taken: slugs by their ids, and (scheme, number) by their files."""

    slugs: dict[str, str] = field(default_factory=dict)
    documents: dict[tuple[str, str], str] = field(default_factory=dict)


def check(
    entry: Entry, record: Any, scheme: Any | None, seen: Seen, today: date
) -> Iterator[EntryFinding]:
    """What is wrong inside one announcement, and with those before it; `today` is the real day."""
    yield from _check_announcement(entry, record, scheme, seen, today)
    rows: dict[str, date | None] = {}
    titles: dict[tuple[str, str, str], str] = {}
    for index, row in enumerate(record.rows):
        if row.row in rows:
            yield SAME_ROW, entry, ("rows", index, "row"), {"row": row.row}
        rows[row.row] = given(row, record)
        title = (str(row.subject), row.level or "", row.number or "")
        first = titles.setdefault(title, row.row)
        if first != row.row:
            facts = {"subject": str(row.subject), "row": first}
            yield SAME_TITLE, entry, ("rows", index, "subject"), facts
        start = row.valid_from or record.announced
        if start and row.valid_until and row.valid_until.last < start.first:
            facts = {"until": row.valid_until.text, "start": start.text}
            yield ENDS_BEFORE_START, entry, ("rows", index, "valid_until"), facts
    yield from _check_history(entry, record, rows)


def _check_announcement(
    entry: Entry, record: Any, scheme: Any | None, seen: Seen, today: date
) -> Iterator[EntryFinding]:
    number = document_of(record)
    if seen.documents.setdefault(number, entry.file) != entry.file:
        if is_collected(entry.file):
            return  # a further part of that announcement, from a city
        facts = {"document": record.document, "other": seen.documents[number]}
        yield SAME_ANNOUNCEMENT, entry, ("document",), facts
    else:
        yield from _check_slug(entry, record, scheme, seen.slugs)
    announced = record.announced
    if announced and announced.first > _a_year_after(today):
        year = likely_year(announced.first.year, today.year)
        meant = announced.text.replace(f"{announced.first.year:04}", str(year), 1)
        facts = {"announced": announced.text, "meant": meant}
        yield NOT_YET_ANNOUNCED, entry, ("announced",), facts


def _check_slug(
    entry: Entry, record: Any, scheme: Any | None, taken: dict[str, str]
) -> Iterator[EntryFinding]:
    slug = slug_of(record, scheme)
    if slug and taken.setdefault(slug, entry.id) == entry.id:
        return
    prefix = getattr(scheme, "number_slug", None) or ""
    by_scheme = not (record.number_slug or numbers.slug(record.document))
    proposed = (
        numbers.proposed(record.document, prefix, taken) if by_scheme else numbers.free(slug, taken)
    )
    if slug:
        path: FieldPath = ("number_slug",) if record.number_slug else ("document",)
        yield SAME_SLUG, entry, path, {"slug": slug, "other": taken[slug], "proposed": proposed}
    else:
        named = "" if prefix else record.scheme.id
        facts = {"number": record.document, "proposed": proposed, "scheme": named}
        yield NO_SLUG, entry, ("document",), facts
    taken[proposed] = entry.id


def _check_history(
    entry: Entry, record: Any, rows: Mapping[str, date | None]
) -> Iterator[EntryFinding]:
    """What is wrong with later events; `rows` are the first days of the titles by row."""
    for index, event in enumerate(record.history):
        if event.row not in rows:
            facts = {"row": event.row, "nearest": nearest(event.row, rows) or ""}
            yield NO_ROW, entry, ("history", index, "row"), facts
        if event.status in ("revoked", "suspended"):
            word = EVENTS[event.status].zh
            start = rows.get(event.row)
            if not event.document:
                yield NO_DOCUMENT, entry, ("history", index, "status"), {"status": word}
            if start is not None and event.date < start:
                facts = {"status": word, "day": str(event.date), "start": str(start)}
                yield ENDED_BEFORE_GIVEN, entry, ("history", index, "date"), facts
        if event.status == "renewed" and event.until is None:
            yield RENEWED_FOR_EVER, entry, ("history", index, "status"), {"row": event.row}


def _a_year_after(day: date) -> date:
    return day + timedelta(days=366)


def likely_year(written: int, this_year: int) -> int:
    """The year that was meant by one in the future: two digits exchanged (2062), one digit wrong, or else
    this year."""
    digits = f"{written:04}"
    exchanged = [digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :] for i in range(3)]
    wrong = [f"{digits[:i]}{digit}{digits[i + 1 :]}" for i in range(4) for digit in "0123456789"]
    for candidates in (exchanged, wrong):
        years = [year for year in map(int, candidates) if 1949 <= year <= this_year]
        if years:
            return max(years)
    return this_year
