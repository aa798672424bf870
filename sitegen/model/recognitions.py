"""Recognitions: one file per announcement, one row per title given; later events in history."""

from __future__ import annotations

from typing import Annotated

from sitegen.model.dates import Day, Partial
from sitegen.model.fields import REQUIRED, Record, field
from sitegen.model.groups import Source
from sitegen.model.number_types import Integer
from sitegen.model.outline import EntryRecord, Outline
from sitegen.model.references import Reference, reference, reference_into
from sitegen.model.subjects import SUBJECTS
from sitegen.model.types import Id, Label, Line, Text, choice, pattern

STATUSES = {
    "valid": Label("有效", "valid"),
    "conditional": Label("附条件", "conditional"),
    "pending": Label("公示中", "pending"),
    "review-due": Label("待复核", "review due"),
    "expired": Label("已过登记有效期", "registered term passed"),
    "suspended": Label("暂停", "suspended"),
    "revoked": Label("已撤销", "revoked"),
    "historic": Label("历史记录", "historic"),
}
"""What a title is on a day, as readers see it."""
EVENTS = {
    **{code: STATUSES[code] for code in ("valid", "conditional", "pending", "suspended")},
    "revoked": Label("撤销", "revoked"),
    "renewed": Label("续期", "renewed"),
}
"""What happens to a title, as authors write it."""

NOMINATION = "提名"


def is_nomination(grade: str) -> bool:
    """Whether the grade of a title is that of a nomination, which is not the prize itself."""
    return NOMINATION in grade


class Row(Record):
    """One title given to one subject."""

    row: Annotated[
        str, pattern(r"[A-Za-z0-9-]{1,40}", "字母、数字、连字符", "letters, digits, hyphens")
    ] = field(
        "行号",
        "Row",
        "本文件内唯一，永不改变",
        "unique in the file, permanent",
        default=REQUIRED,
        steers=("后续记录对应哪一行", "which row later events are of"),
    )
    subject: Annotated[Reference, reference_into(SUBJECTS)] = field(
        "对象",
        "Subject",
        "条目的名称，或“类别:编号”",
        "name of the entry, or collection:id",
        default=REQUIRED,
    )
    as_published: Line | None = field(
        "公告用名", "As published", "公告里印的名称", "the name as printed", usual=True
    )
    level: Line | None = field(
        "等次", "Grade", "正奖与提名奖分开", "prize and nomination apart", usual=True
    )
    number: Line | None = field(
        "证书号", "Number", "登记或证书编号", "certificate number", usual=True
    )
    valid_from: Partial | None = field(
        "起", "Valid from", "不写则为公告日", "else the announcement"
    )
    valid_until: Partial | None = field("止", "Valid until", "不写则长期", "else without end")
    review_due: Partial | None = field(
        "复核到期", "Review due", "应复核的日期", "when a review is due"
    )


class Event(Record):
    """A later event of a row. Negative statuses need an event with a document."""

    row: Line = field(
        "行号",
        "Row",
        "对应的行",
        "the row it concerns",
        default=REQUIRED,
        steers=("后续记录对应哪一行", "which row later events are of"),
    )
    date: Day = field("日期", "Date", "生效日期", "the day it takes effect", default=REQUIRED)
    status: Annotated[str, *choice("recognitions.event", EVENTS)] = field(
        "状态",
        "Status",
        "有效、附条件、公示中、暂停、撤销、续期",
        "what it became",
        default=REQUIRED,
    )
    until: Partial | None = field("续至", "Until", "续期到何时", "renewed until when")
    reason: Line | None = field("原因", "Reason", "文件写明的原因", "reason the document gives")
    document: Line | None = field(
        "文件", "Document", "依据文件的文号", "number of the document", lookup_number=True
    )


class Announcement(EntryRecord):
    """One announcement and the titles it gave."""

    scheme: Annotated[Reference, reference("schemes")] = field(
        "认定体系", "Scheme", "schemes 里的编号或名称", "id or name in schemes", default=REQUIRED
    )
    batch: Line | None = field("批次", "Batch", "第几批", "which batch")
    announced: Partial | None = field(
        "公告日期", "Announced", "公告落款日期", "date of the announcement", usual=True
    )
    document: Line = field(
        "文号",
        "Document",
        "公告号",
        "number of the announcement",
        default=REQUIRED,
        on_card=True,
        lookup_number=True,
    )
    number_slug: Id | None = field(
        "文号网址",
        "Slug",
        "程序不认识文号、认定体系也没有 number_slug 时填写",
        "needed where no rule knows the issuer and the scheme has no number_slug",
    )
    covers: Integer | None = field(
        "公告总数", "Rows in all", "公告全国共列多少件", "how many the announcement lists in all"
    )
    source: Source | None = field(
        "来源", "Source", "公告原文", "the announcement itself", usual=True
    )
    checked: Day | None = field("核对日期", "Checked", "何时核对", "when it was last checked")
    note: Line | None = field("说明", "Note", "给读者的说明", "a note for readers")
    rows: tuple[Row, ...] = field(
        "各行", "Rows", "每件一行，或同名 .csv", "one a title, or a .csv", default=REQUIRED
    )
    history: tuple[Event, ...] = field(
        "后续", "History", "续期、暂停、撤销", "later events", default=()
    )
    notes_private: Text | None = field(
        "内部备注", "Private notes", "不公开", "never published", private=True
    )

    def outline(self) -> Outline:
        """An announcement has no name: it is known by its number."""
        return Outline(name=self.document, checked=self.checked.isoformat() if self.checked else "")
