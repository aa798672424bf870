"""Status boxes: what the ledger says of an entry, worded fairly.

A date that passed is "registered until", never "invalid"; a protection without an end is "announced,
held against the sources on …, no revocation found"; an ended scheme says nothing of its holders.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sitegen.catalogue.ledger import Recognition
from sitegen.model.recognitions import EVENTS, STATUSES
from sitegen.model.schemes import WORDINGS
from sitegen.outputs.output import PlanContext, short
from sitegen.outputs.parts.announcements import place_on, row_digest
from sitegen.outputs.parts.cards import status_word, tone
from sitegen.outputs.parts.views import Fact, Link, StatusBox, Value
from sitegen.outputs.render_context import RenderContext


def statuses_digest(context: PlanContext, subject: str) -> str:
    """What the boxes of a subject read: its recognitions, their schemes, where their
    announcements stand."""
    catalogue = context.catalogue
    return short(
        [
            (
                row_digest(context, row),
                catalogue.scheme_facts.get(row.scheme),
                place_of_announcement(context, row),
            )
            for row in catalogue.by_subject.get(subject, ())
        ]
    )


def boxes(context: RenderContext, here: str, subject: str, checked: str) -> tuple[StatusBox, ...]:
    """The boxes of an entry: protections first, then other titles, the newest before the older.

    `checked` is the entry's own date of checking.
    """
    rows = reversed(context.catalogue.by_subject.get(subject, ()))
    schemes = context.catalogue.schemes
    ordered = sorted(rows, key=lambda row: not getattr(schemes.get(row.scheme), "regime", None))
    return tuple(_box(context, here, row, checked) for row in ordered)


def _box(context: RenderContext, here: str, row: Recognition, checked: str) -> StatusBox:
    scheme = context.catalogue.schemes.get(row.scheme)
    name = scheme.name if scheme is not None else row.scheme
    url = context.entry_url(here, f"schemes:{row.scheme}")
    wording = WORDINGS[scheme.wording].zh if scheme is not None else "登记"
    evidence = row.announcement.url
    return StatusBox(
        heading=f"{wording}情况",
        scheme=Link(name, url),
        status=row.status,
        word=status_word(row),
        tone=tone(row.status),
        facts=tuple(_facts(context, here, row, scheme)),
        remark=remark(row, row.announcement.checked or checked, ended=_ended(scheme)),
        evidence=Link("看公告", evidence) if evidence else None,
        transitions=tuple((day.isoformat(), STATUSES[s].zh) for day, s in row.transitions),
    )


def _ended(scheme: object) -> bool:
    return getattr(scheme, "status", "") == "ended"


def _facts(context: RenderContext, here: str, row: Recognition, scheme: object) -> Iterator[Fact]:
    announcement = row.announcement
    subject = context.catalogue.entries.get(row.subject)
    name = subject.name if subject else ""
    yield Fact("公告", (Value(announcement.document, _whole(context, here, row)),))
    if announcement.announced:
        yield Fact("日期", (Value(announcement.announced),))
    if announcement.batch:
        yield Fact("批次", (Value(announcement.batch),))
    if row.as_published and row.as_published != name:
        yield Fact("公告用名", (Value(row.as_published),))
    if row.level:
        yield Fact("等次", (Value(row.level),))
    if row.number:
        yield Fact("证书号", (Value(row.number),))
    authority = str(getattr(scheme, "authority", ""))
    if authority:
        yield Fact("机关", (Value(authority),))
    if announcement.publisher and announcement.publisher not in (authority, *authority.split("、")):
        yield Fact("出处", (Value(announcement.publisher),))
    if row.until:
        note = "按制度规定的年限推算" if row.inferred else ""
        start = f"{row.start} 至 " if row.start else "至 "
        yield Fact("登记的有效期", (Value(start + row.until, note=note),))
    for change in row.changes:
        word = EVENTS[change.status].zh
        note = "；".join(part for part in (change.reason, change.document) if part)
        until = f"至 {change.until.isoformat()}" if change.until else ""
        yield Fact(change.on.isoformat(), (Value(f"{word}{until}", note=note),))


def _whole(context: RenderContext, here: str, row: Recognition) -> str:
    """The url of the whole announcement on its scheme's page, where its notes stand."""
    address = place_of_announcement(context.plan, row)
    return context.urls.href(here, address, row.announcement.slug) if address else ""


def place_of_announcement(context: PlanContext, row: Recognition) -> str:
    """The address of the page on which the row's announcement stands, "" where there is none."""
    if f"schemes:{row.scheme}" not in context.catalogue.entries:
        return ""
    return place_on(context, row.scheme, row.announcement.id)


def remark(row: Recognition, checked: str, *, ended: bool) -> str:
    """One fair sentence on what the status means for the reader."""
    document = row.announcement.document
    if row.status == "revoked":
        return f"已撤销，依据：{_document(row.changes, 'revoked')}。"
    if row.status == "suspended":
        return f"暂停使用，依据：{_document(row.changes, 'suspended')}。"
    if row.status == "expired":
        return f"登记的有效期至 {row.until}，续期情况请向发布机关核实。"
    if row.status == "historic" or ended:
        return "该称号制度已停止，这里只保留记录，不影响企业和产品。"
    if row.status == "review-due":
        return "已到登记的复核日期，复核结果请向发布机关核实。"
    if row.status == "pending":
        return "公示期间，尚未正式公布。"
    if row.status == "conditional":
        return "附条件有效，条件见公告。"
    seen = f"；核对至 {checked}，未见撤销公告" if checked else ""
    return f"已公告（{document}）{seen}。只说明登记情况，不能证明您手中的商品。"


def _document(changes: Iterable[object], status: str) -> str:
    found = [str(getattr(c, "document", "")) for c in changes if getattr(c, "status", "") == status]
    return found[-1] if found and found[-1] else "见公告"
