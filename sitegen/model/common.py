"""The fields that all entries share."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from sitegen.model.dates import Day, Time
from sitegen.model.fields import REQUIRED, field
from sitegen.model.groups import (
    FormerName,
    Image,
    Review,
    Source,
    Withdrawn,
    drawing_of,
    photo_of,
)
from sitegen.model.outline import EntryRecord, Outline
from sitegen.model.references import Reference, References, reference
from sitegen.model.types import (
    Label,
    Line,
    Many,
    Name,
    Names,
    Summary,
    Text,
    YesNo,
    choice,
    few_characters,
)

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
    aka: Names = field(
        "别名",
        "Also known as",
        "俗名、简称，可供搜索，用 、 隔开",
        "everyday names, searched too, 、 between them",
        default=(),
    )
    former_names: tuple[FormerName, ...] = field(
        "曾用名", "Former names", "从前的名称", "earlier names", default=()
    )
    pinyin: Line | None = field(
        "拼音",
        "Pinyin",
        "带声调、按音节分写：wéi xiàn luó bo，网页上连成词；要自己定怎样连，写 Wéixiàn luóbo",
        "with tones, a space between syllables, which pages join to words; or in words, shown as they are",
        on_card=True,
        usual=True,
        steers=("排序和搜索", "sorting and search"),
    )
    summary: Summary | None = field(
        "一句话",
        "Summary",
        "一句大白话，不超过 80 字",
        "one plain sentence, at most 80 characters",
        on_card=True,
        usual=True,
    )
    images: tuple[Image, ...] = field(
        "图片",
        "Pictures",
        "卡片上用第一张实物照片，没有照片用第一张示意图",
        "cards use the first photograph, else the first illustration",
        default=(),
        usual=True,
    )
    region: References[Annotated[Reference, reference("regions")]] = field(
        "地区",
        "Regions",
        "第一个是所属地",
        "the first is home",
        default=(),
        on_card=True,
        usual=True,
    )
    categories: References[Annotated[Reference, reference("categories")]] = field(
        "类别",
        "Categories",
        "categories.yaml 里的编号或名称",
        "ids or names from categories.yaml",
        default=(),
        on_card=True,
        usual=True,
    )
    published: Time | None = field(
        "发布时间",
        "Published",
        "首次在本站发布的时间",
        "when it first went on this site",
        on_card=True,
        usual=True,
        dated="field",
    )
    updated: Time | None = field(
        "更新时间", "Updated", "内容最近修改的时间", "when it last changed", dated="field"
    )
    checked: Day | None = field(
        "核对日期",
        "Checked",
        "最近一次与原始公告核对的日期",
        "when it was last held against the sources",
        dated="field",
    )
    publish_from: Day | None = field(
        "上线日",
        "Publish from",
        "从这一天起公开",
        "public from this day on",
        steers=("何时公开", "when it is public"),
    )
    publish_until: Day | None = field(
        "下线日",
        "Publish until",
        "公开到这一天为止",
        "public until the end of this day",
        steers=("何时公开", "when it is public"),
    )
    draft: YesNo = field(
        "草稿",
        "Draft",
        "草稿不公开",
        "a draft is not public",
        default=False,
        steers=("是否公开", "whether it is public"),
    )
    withdrawn: Withdrawn | None = field(
        "下架", "Withdrawn", "下架后原地址改为说明页", "its address then says so plainly"
    )
    former_urls: Many[Line] = field(
        "旧网址",
        "Former addresses",
        "从前的站内地址，会转到新址",
        "earlier paths on this site",
        default=(),
        steers=("旧网址转到哪里", "where earlier addresses lead"),
    )
    sources: tuple[Source, ...] = field(
        "来源", "Sources", "依据的公告和文章", "documents relied on", default=(), usual=True
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
            former_names=tuple(former.name for former in self.former_names),
            pinyin=self.pinyin or "",
            summary=self.summary or "",
            regions=tuple(region.id for region in self.region),
            categories=tuple(category.id for category in self.categories),
            published=str(self.published or ""),
            updated=str(self.updated or ""),
            checked=_iso(self.checked),
            draft=self.draft,
            publish_from=_iso(self.publish_from),
            publish_until=_iso(self.publish_until),
            withdrawn=_iso(self.withdrawn.on) if self.withdrawn else "",
            former_urls=self.former_urls,
            photo=photo_of(self.images),
            drawing=drawing_of(self.images),
        )


class Sealed(Common):
    """The fields of an entry that shows a seal where it has no picture."""

    seal: Annotated[str, few_characters(4)] | None = field(
        "印章字",
        "Seal",
        "没有图片时印章上的 2–4 个字；不写就取自名称",
        "2–4 characters of its seal where it has no picture; taken from its name if left out",
        on_card=True,
        steers=("没有图片时印章上的字", "the characters of its seal where it has no picture"),
    )

    def outline(self) -> Outline:
        return super().outline()._replace(seal=self.seal or "")


def _iso(day: date | None) -> str:
    return day.isoformat() if day is not None else ""
