"""The fields that all entries share, and the groups of fields that several collections use."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Generic, TypeVar

from pydantic import BeforeValidator

from sitegen.model.dates import Day, Partial, Time
from sitegen.model.fields import REQUIRED, Record, field
from sitegen.model.outline import CardImage, EntryRecord, Outline
from sitegen.model.types import (
    Address,
    Label,
    Line,
    Many,
    Name,
    Reference,
    Summary,
    Text,
    YesNo,
    choice,
    reference,
)

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
        return Annotated[tuple[Stated[value], ...], BeforeValidator(_claim)]


class FormerName(Record):
    name: Name = field("曾用名", "Former name", "从前的名称", "the earlier name", default=REQUIRED)
    until: Partial | None = field("用到", "Until", "用到何时", "until when it was used")


class Image(Record):
    file: Line = field(
        "文件", "File", "content/media/ 里的文件名", "file in content/media/", default=REQUIRED
    )
    alt: Line | None = field(
        "图片说明",
        "Alternative text",
        "看不见图的人听到的一句话",
        "what those who cannot see it hear",
    )
    decorative: YesNo = field(
        "仅装饰", "Decorative", "图片不含信息", "the picture carries no information", default=False
    )
    caption: Line | None = field("图注", "Caption", "印在图下的话", "text below the picture")
    credit: Line | None = field("署名", "Credit", "作者或提供者", "author or provider")
    licence: Line | None = field("许可", "Licence", "使用许可", "licence of use")
    illustration: YesNo = field(
        "示意图", "Illustration", "是示意图而非照片", "a drawing, not a photograph", default=False
    )

    def for_card(self) -> CardImage:
        return CardImage(self.file, self.alt or "", self.illustration)


class Source(Record):
    title: Line = field(
        "题名", "Title", "文件或文章题名", "title of the document", default=REQUIRED
    )
    publisher: Line | None = field("发布单位", "Publisher", "谁发布的", "who published it")
    number: Line | None = field(
        "文号", "Number", "公告号或文号", "number of the notice", lookup_number=True
    )
    date: Partial | None = field("日期", "Date", "发布日期", "date of publication")
    url: Address | None = field("网址", "Address", "原文网址", "address of the original")


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
    checked: Line | None = field("复核", "Checked", "复核人", "who checked it")
    approved: Line | None = field("审定", "Approved", "审定人", "who approved it")
    date: Day | None = field("日期", "Date", "审定日期", "date of approval")


NAME_BASES = {
    "official": Label("官方", "official"),
    "transliteration": Label("音译", "transliteration"),
}


class Common(EntryRecord):
    """The fields that every entry may have."""

    name: Name = field(
        "名称",
        "Name",
        "公告或登记的名称",
        "name as announced or registered",
        default=REQUIRED,
        on_card=True,
    )
    name_en: Line | None = field(
        "英文名", "English name", "英文名称", "name in English", on_card=True
    )
    name_en_basis: Annotated[str, *choice("common.name_en_basis", NAME_BASES)] | None = field(
        "英文名依据", "Basis of the English name", "官方译名还是音译", "official or transliterated"
    )
    aka: Many[Name] = field(
        "别名", "Also known as", "俗名、简称，可供搜索", "everyday names, searched too", default=()
    )
    former_names: tuple[FormerName, ...] = field(
        "曾用名", "Former names", "从前的名称", "earlier names", default=()
    )
    pinyin: Line | None = field(
        "拼音",
        "Pinyin",
        "带声调、按音节分写：wéi xiàn luó bo",
        "with tones, a space between syllables",
        on_card=True,
    )
    summary: Summary | None = field(
        "一句话",
        "Summary",
        "一句大白话，不超过 80 字",
        "one plain sentence, at most 80 characters",
        on_card=True,
    )
    images: tuple[Image, ...] = field(
        "图片", "Pictures", "第一张用在卡片上", "the first is used on cards", default=()
    )
    region: Many[Annotated[Reference, reference("regions")]] = field(
        "地区", "Regions", "第一个是所属地", "the first is home", default=(), on_card=True
    )
    categories: Many[Annotated[Reference, reference("categories")]] = field(
        "类别",
        "Categories",
        "categories.yaml 里的编号",
        "ids from categories.yaml",
        default=(),
        on_card=True,
    )
    published: Time | None = field(
        "发布时间",
        "Published",
        "首次在本站发布的时间",
        "when it first went on this site",
        on_card=True,
    )
    updated: Time | None = field(
        "更新时间", "Updated", "内容最近修改的时间", "when it last changed"
    )
    checked: Day | None = field(
        "核对日期",
        "Checked",
        "最近一次与原始公告核对的日期",
        "when it was last held against the sources",
    )
    publish_from: Day | None = field(
        "上线日", "Publish from", "从这一天起公开", "public from this day on"
    )
    publish_until: Day | None = field(
        "下线日", "Publish until", "公开到这一天为止", "public until the end of this day"
    )
    draft: YesNo = field("草稿", "Draft", "草稿不公开", "a draft is not public", default=False)
    withdrawn: Withdrawn | None = field(
        "下架", "Withdrawn", "下架后原地址改为说明页", "its address then says so plainly"
    )
    former_urls: Many[Line] = field(
        "旧网址",
        "Former addresses",
        "从前的站内地址，会转到新址",
        "earlier paths on this site",
        default=(),
    )
    sources: tuple[Source, ...] = field(
        "来源", "Sources", "依据的公告和文章", "documents relied on", default=()
    )
    responsible: Line | None = field(
        "责任单位", "Responsible office", "负责内容的处室", "the office in charge"
    )
    review: Review | None = field(
        "三审三校", "Review", "起草、复核、审定", "drafted, checked, approved", private=True
    )
    notes_private: Text | None = field(
        "内部备注", "Private notes", "不公开的备注", "never published", private=True
    )

    def outline(self) -> Outline:
        return Outline(
            name=self.name,
            name_en=self.name_en or "",
            other_names=(*self.aka, *(former.name for former in self.former_names)),
            pinyin=self.pinyin or "",
            summary=self.summary or "",
            regions=tuple(region.id for region in self.region),
            categories=tuple(category.id for category in self.categories),
            published=str(self.published or ""),
            updated=str(self.updated or ""),
            draft=self.draft,
            publish_from=_iso(self.publish_from),
            publish_until=_iso(self.publish_until),
            withdrawn=_iso(self.withdrawn.on) if self.withdrawn else "",
            former_urls=self.former_urls,
            picture=self.images[0].for_card() if self.images else None,
        )


def _iso(day: date | None) -> str:
    return day.isoformat() if day is not None else ""
