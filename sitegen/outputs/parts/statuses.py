"""Status boxes: what the ledger says of an entry, worded fairly.

A date that passed is "registered until", never "invalid"; a protection without an end is "announced,
held against the sources on …, no revocation found"; an ended scheme says nothing of its holders.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from sitegen.catalogue.catalogue import Catalogue
from sitegen.catalogue.ledger import Recognition
from sitegen.catalogue.status import Change
from sitegen.model.groups import SOURCE_KINDS
from sitegen.model.recognitions import EVENTS
from sitegen.model.schemes import WORDINGS
from sitegen.outputs.dependencies import digest_of
from sitegen.outputs.parts.announcements import row_digest
from sitegen.outputs.parts.number_links import announcement_link, certificate_link
from sitegen.outputs.parts.status_words import status_word, tone
from sitegen.outputs.parts.turning import turning, turns
from sitegen.outputs.parts.views.facts import Fact, Value
from sitegen.outputs.parts.views.links import Link
from sitegen.outputs.parts.views.recognitions import Basis, StatusBox
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext


def statuses_digest(context: PlanContext, subject: str) -> str:
    """What the boxes of a subject depend on: its recognitions and their schemes."""
    catalogue = context.catalogue
    rows = catalogue.by_subject.get(subject, ())
    return digest_of(
        [
            (
                row_digest(context, row),
                catalogue.scheme_digests.get(row.scheme),
                f"schemes:{row.scheme}" in catalogue.entries,
                is_overdue(catalogue, checked_day(catalogue, row)),
            )
            for row in rows
        ]
        + [subject in catalogue.awaited, turning(catalogue, rows)]
    )


def checked_day(catalogue: Catalogue, row: Recognition) -> str:
    """The day of the last check of a title: of its announcement, else of its subject; "" for none."""
    subject = catalogue.entries.get(row.subject)
    return row.announcement.checked or (catalogue.past(subject.checked) if subject else "")


def is_overdue(catalogue: Catalogue, checked: str) -> bool:
    """Whether a check (an ISO day, "" for none) is more than a year old on the day of the data."""
    if not checked:
        return False
    day = date.fromisoformat(checked)
    return catalogue.as_of > day.replace(
        year=day.year + 1, day=min(day.day, 28) if day.month == 2 else day.day
    )


def status_boxes(context: RenderContext, here: str, subject: str) -> tuple[StatusBox, ...]:
    """The boxes of an entry: protections first, then other titles, the newest before the older."""
    rows = reversed(context.catalogue.by_subject.get(subject, ()))
    schemes = context.catalogue.schemes
    ordered = sorted(rows, key=lambda row: not getattr(schemes.get(row.scheme), "regime", None))
    return tuple(_box(context, here, row) for row in ordered)


def _box(context: RenderContext, here: str, row: Recognition) -> StatusBox:
    say = context.say
    scheme = context.catalogue.schemes.get(row.scheme)
    wording = (
        context.choice("schemes.wording", WORDINGS, scheme.wording)
        if scheme is not None
        else say("登记")
    )
    evidence = row.announcement.url
    checked = checked_day(context.catalogue, row)
    return StatusBox(
        heading=say("{wording}情况", wording=wording),
        scheme=Link(
            scheme.name if scheme is not None else row.scheme,
            context.href_if_public(here, f"schemes:{row.scheme}"),
        ),
        status=row.status,
        word=status_word(context, row),
        tone=tone(row.status),
        basis=_basis(context, row),
        checked=checked,
        overdue=is_overdue(context.catalogue, checked),
        document=announcement_link(context, here, row),
        facts=tuple(_facts(context, here, row, scheme)),
        remark=remark(context, row, checked, scheme),
        evidence=Link(say("看公告"), evidence) if evidence else None,
        turns=turns(context, row),
    )


def _basis(context: RenderContext, row: Recognition) -> Basis | None:
    code = row.announcement.basis
    if not code:
        return None
    word = context.label(SOURCE_KINDS[code])
    return Basis(code, context.say("据{source}", source=word))


def _facts(context: RenderContext, here: str, row: Recognition, scheme: Any) -> Iterator[Fact]:
    say = context.say
    announcement = row.announcement
    subject = context.catalogue.entries.get(row.subject)
    name = subject.name if subject else ""
    authority = str(getattr(scheme, "authority", ""))
    if announcement.announced:
        yield Fact(say("日期"), (Value(announcement.announced),))
    if announcement.batch:
        yield Fact(say("批次"), (Value(announcement.batch),))
    if row.as_published and row.as_published != name:
        yield Fact(say("公告用名"), (Value(row.as_published),))
    if row.level:
        yield Fact(say("等次"), (Value(row.level),))
    if number := certificate_link(context, here, row):
        yield Fact(say("证书号"), (_linked(number),))
    if authority:
        yield Fact(say("机关"), (Value(authority),))
    if announcement.publisher and announcement.publisher not in (authority, *authority.split("、")):
        yield Fact(say("出处"), (Value(announcement.publisher),))
    yield from _term(context, row)


def _term(context: RenderContext, row: Recognition) -> Iterator[Fact]:
    """The registered term of a title, and what became of it since."""
    say = context.say
    if row.until:
        term = (
            say("{start}至{end}", start=row.start, end=row.until)
            if row.start
            else say("至{end}", end=row.until)
        )
        note = say("按制度规定的年限推算") if row.inferred else ""
        yield Fact(say("登记的有效期"), (Value(term, note=note),))
    elif row.start and row.start != row.announcement.announced:
        yield Fact(say("登记的有效期"), (Value(say("{start}起", start=row.start)),))
    if row.review_due:
        yield Fact(say("复核到期"), (Value(row.review_due),))
    for change in row.changes:
        word = context.label(EVENTS[change.status])
        if change.until:
            word = say("{event}至{end}", event=word, end=change.until.isoformat())
        said = (change.reason, change.document, change.objections)
        note = say("；").join(part for part in said if part)
        yield Fact(change.on.isoformat(), (Value(word, note=note),))


def _linked(link: Link) -> Value:
    return Value(link.text, link.url)


def remark(context: RenderContext, row: Recognition, checked: str, scheme: Any) -> str:
    """One fair sentence on what the status means for the reader."""
    say, status = context.say, row.status
    if status == "revoked":
        return say("已撤销，依据：{document}。", document=_document(context, row.changes, status))
    if status == "suspended":
        return say("暂停使用，依据：{document}。", document=_document(context, row.changes, status))
    if status == "expired":
        return say("登记的有效期至{end}，续期情况请向发布机关核实。", end=row.until)
    if status == "historic" or getattr(scheme, "status", "") == "ended":
        return say("该称号制度已停止，这里只保留记录，不影响企业和产品。")
    if status == "review-due":
        return say("已到登记的复核日期，复核结果请向发布机关核实。")
    if status == "pending":
        return say("公示期间，尚未正式公布。")
    if status == "conditional":
        return say("附条件有效，条件见公告。")
    return say("核对至{day}，未见撤销公告。", day=checked) if checked else ""


def _document(context: RenderContext, changes: tuple[Change, ...], status: str) -> str:
    """The document of the last change to a status."""
    documents = [change.document for change in changes if change.status == status]
    return documents[-1] if documents and documents[-1] else context.say("见公告")
