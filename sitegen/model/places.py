"""Regions and categories: the two trees that entries are sorted into."""

from __future__ import annotations

from typing import Annotated

from sitegen.model.fields import REQUIRED, field
from sitegen.model.groups import FormerName, Image, drawing_of, photo_of
from sitegen.model.number_types import Integer
from sitegen.model.outline import EntryRecord, Outline
from sitegen.model.references import Reference, reference
from sitegen.model.types import Label, Line, Name, Names, Summary, Words, choice, pattern

TILE = r"[1-8],[1-8]"
"""A place in the tile grid, whose style sheet has eight rows and columns."""
REGION_KINDS = {
    "nation": Label("国家", "nation"),
    "province": Label("省", "province"),
    "city": Label("市", "prefecture-level city"),
    "county": Label("县市区", "county"),
    "zone": Label("功能区", "functional zone"),
    "town": Label("镇街", "town"),
}


class Region(EntryRecord):
    """A place in regions.yaml: an administrative division or a functional zone."""

    name: Name = field("名称", "Name", "全称：寿光市", "full name", default=REQUIRED, on_card=True)
    short_name: Name | None = field(
        "简称", "Short name", "卡片上用：寿光", "used on cards", on_card=True
    )
    name_en: Line | None = field(
        "英文名", "English name", "英文名称", "name in English", on_card=True
    )
    pinyin: Line | None = field(
        "拼音",
        "Pinyin",
        "带声调的拼音",
        "pinyin with tones",
        on_card=True,
        steers=("排序和搜索", "sorting and search"),
    )
    aka: Names = field(
        "别名", "Also known as", "俗称，用 、 隔开", "everyday names, 、 between them", default=()
    )
    former_names: tuple[FormerName, ...] = field(
        "曾用名", "Former names", "从前的名称", "earlier names", default=()
    )
    kind: Annotated[str, *choice("regions.kind", REGION_KINDS)] = field(
        "层级",
        "Kind",
        "市、县市区、功能区、镇街",
        "city, county, zone or town",
        default=REQUIRED,
        on_card=True,
    )
    code: (
        Annotated[
            str,
            pattern(
                r"[0-9]{6}([0-9]{3})?",
                "6 或 9 位区划代码",
                "6 or 9 digits",
                numbers=((0, 10**9 - 1),),
            ),
        ]
        | None
    ) = field(
        "区划代码",
        "Code",
        "GB/T 2260 代码；功能区没有",
        "GB/T 2260; a zone has none",
        lookup_number=True,
    )
    parent: Annotated[Reference, reference("regions")] | None = field(
        "上级", "Parent", "上级地区的编号", "id of the region above"
    )
    tile: (
        Annotated[
            str,
            pattern(
                TILE,
                "“行,列”：都从 1 数起，最大是 8，中间一个半角逗号",
                "“row,column”, two numbers from 1 to 8 with a comma",
                numbers=(),
            ),
        ]
        | None
    ) = field(
        "方格位置",
        "Tile",
        "方格示意图里的“行,列”，各从 1 到 8，一格一个地区",
        "“row,column” in the tile grid, each from 1 to 8; one region a tile",
        steers=("方格示意图里的位置", "the place in the tile grid"),
    )
    summary: Summary | None = field(
        "一句话", "Summary", "一句大白话", "one plain sentence", on_card=True
    )

    def outline(self) -> Outline:
        former = tuple(earlier.name for earlier in self.former_names)
        return Outline(
            name=self.name,
            name_en=self.name_en or "",
            short_name=self.short_name or "",
            other_names=tuple(filter(None, (self.short_name, *self.aka, *former))),
            former_names=former,
            pinyin=self.pinyin or "",
            summary=self.summary or "",
            kind=self.kind,
        )


class Category(EntryRecord):
    """A kind of goods or craft in categories.yaml. Its drawing stands in for those of its entries that have
    none, and for those of the categories below it."""

    name: Name = field(
        "名称", "Name", "类别名称", "name of the category", default=REQUIRED, on_card=True
    )
    name_en: Line | None = field(
        "英文名", "English name", "英文名称", "name in English", on_card=True
    )
    pinyin: Line | None = field(
        "拼音",
        "Pinyin",
        "带声调的拼音",
        "pinyin with tones",
        on_card=True,
        steers=("排序和搜索", "sorting and search"),
    )
    synonyms: Words = field(
        "同义词",
        "Synonyms",
        "人们也会这样搜：青菜、菜蔬（用 、，；, ; 隔开）",
        "what people also type, with any comma between them",
        default=(),
    )
    parent: Annotated[Reference, reference("categories")] | None = field(
        "上级", "Parent", "上级类别的编号", "id of the category above"
    )
    order: Integer | None = field(
        "次序",
        "Order",
        "同级里的先后",
        "position among its siblings",
        steers=("同级里的先后", "the order among its siblings"),
    )
    summary: Summary | None = field(
        "一句话", "Summary", "一句大白话", "one plain sentence", on_card=True
    )

    images: tuple[Image, ...] = field(
        "图片",
        "Pictures",
        "这一类和下级类别里没有图片的条目用第一张示意图",
        "the first illustration stands in for entries below that have no picture",
        default=(),
    )

    def outline(self) -> Outline:
        return Outline(
            name=self.name,
            name_en=self.name_en or "",
            pinyin=self.pinyin or "",
            summary=self.summary or "",
            photo=photo_of(self.images),
            drawing=drawing_of(self.images),
        )
