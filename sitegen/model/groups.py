"""Groups of fields that several collections use: statements with sources, pictures, documents."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any, Generic, TypeVar

from sitegen.model.dates import Day, Partial
from sitegen.model.fields import REQUIRED, Record, field
from sitegen.model.outline import CardImage
from sitegen.model.types import Label, Line, Name, YesNo, address_under, choice
from sitegen.model.value_forms import ReadsShort

Value = TypeVar("Value")


class Stated(Record, Generic[Value]):
    """A value as one source states it."""

    value: Value = field(
        "内容", "Value", "来源给出的说法", "what the source says", default=REQUIRED
    )
    source: Line | None = field("出处", "Source", "谁说的", "who says so")
    note: Line | None = field("说明", "Note", "口径或保留", "scope or reservation")


def _claim(value: Any) -> Any:
    if isinstance(value, dict) and "value" in value:
        return (value,)
    return value if isinstance(value, list | tuple) else ({"value": value},)


class Claim(Generic[Value]):
    """`Claim[T]`: a value, or a list of {value, source, note}.

    Two values are shown as 说法不一 with both sources.
    """

    def __class_getitem__(cls, value: Any) -> Any:
        return Annotated[tuple[Stated[value], ...], ReadsShort(_claim, only="value", members=True)]


class FormerName(Record):
    name: Name = field("曾用名", "Former name", "从前的名称", "the earlier name", default=REQUIRED)
    until: Partial | None = field(
        "用到", "Until", "用到何时", "until when it was used", dated="group"
    )


class Image(Record):
    file: Line = field(
        "文件", "File", "content/media/ 里的文件名", "file in content/media/", default=REQUIRED
    )
    alt: Line | None = field(
        "图片说明",
        "Alternative text",
        "看不见图的人听到的一句话",
        "what those who cannot see it hear",
        usual=True,
    )
    decorative: YesNo = field(
        "仅装饰",
        "Decorative",
        "图片不含信息",
        "the picture carries no information",
        default=False,
        steers=("替代文字留空", "that the alternative text is empty"),
    )
    caption: Line | None = field("图注", "Caption", "印在图下的话", "text below the picture")
    credit: Line | None = field("署名", "Credit", "作者或提供者", "author or provider")
    licence: Line | None = field("许可", "Licence", "使用许可", "licence of use")
    illustration: YesNo = field(
        "示意图", "Illustration", "是示意图而非照片", "a drawing, not a photograph", default=False
    )

    def for_card(self) -> CardImage:
        alt = "" if self.decorative else self.alt or ""
        return CardImage(self.file, alt, self.illustration)


def photo_of(images: Iterable[Image]) -> CardImage | None:
    """The first image that shows the thing itself, as cards use it."""
    return next((image.for_card() for image in images if not image.illustration), None)


def drawing_of(images: Iterable[Image]) -> CardImage | None:
    """The first illustration, as cards use it."""
    return next((image.for_card() for image in images if image.illustration), None)


SOURCE_KINDS = {
    "notice": Label("公告", "notice"),
    "register": Label("名录", "register"),
    "report": Label("报道", "report"),
    "compiled": Label("资料", "compiled"),
}
"""What a source is: the notice itself, an official register or list, a report in the press, notes put together."""


class Source(Record):
    title: Line = field(
        "题名", "Title", "文件或文章题名", "title of the document", default=REQUIRED
    )
    kind: Annotated[str, *choice("sources.kind", SOURCE_KINDS)] | None = field(
        "性质",
        "Kind",
        "公告原文、官方名录、媒体报道，还是资料整理",
        "the notice itself, an official register, a report in the press, or notes put together",
    )
    publisher: Line | None = field("发布单位", "Publisher", "谁发布的", "who published it")
    number: Line | None = field(
        "文号", "Number", "公告号或文号", "number of the notice", lookup_number=True, usual=True
    )
    date: Partial | None = field("日期", "Date", "发布日期", "date of publication", dated="group")
    url: Annotated[str, address_under("title")] | None = field(
        "网址", "Address", "原文网址", "address of the original", usual=True
    )


class Withdrawn(Record):
    on: Day = field(
        "下架日期", "Withdrawn on", "何时下架", "when it was withdrawn", default=REQUIRED
    )
    reason: Line = field(
        "原因", "Reason", "向公众说明的原因", "the reason told to the public", default=REQUIRED
    )
    document: Line | None = field(
        "依据", "Document", "依据的文件", "the document relied on", lookup_number=True
    )


class Review(Record):
    drafted: Line | None = field("起草", "Drafted", "起草人", "who drafted it")
    drafted_on: Day | None = field("起草日期", "Drafted on", "哪天写好的", "when it was drafted")
    checked: Line | None = field("复核", "Checked", "复核人", "who checked it")
    checked_on: Day | None = field("复核日期", "Checked on", "哪天复核的", "when it was checked")
    approved: Line | None = field("审定", "Approved", "审定人", "who approved it")
    date: Day | None = field("日期", "Date", "审定日期", "date of approval")
