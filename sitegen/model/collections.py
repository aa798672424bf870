"""The table of collections: folder, words, class."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.model.articles import Article, Page
from sitegen.model.brands import Brand
from sitegen.model.gi import GeographicalIndication
from sitegen.model.heritage import Heritage
from sitegen.model.organizations import Organization
from sitegen.model.outline import EntryRecord
from sitegen.model.places import Category, Region
from sitegen.model.products import Product
from sitegen.model.recognitions import Announcement
from sitegen.model.schemes import Scheme
from sitegen.model.types import Label


@dataclass(frozen=True, slots=True)
class Collection:
    """A folder of content/ (or one file, for the two trees).

    `listed` collections have card lists and count as entries of the catalogue; `shown` ones have a
    page for each entry. `unit` is the Chinese measure word of its counts.
    """

    name: str
    title: Label
    unit: str
    model: type[EntryRecord]
    listed: bool = False
    shown: bool = True
    tree: bool = False


COLLECTIONS: dict[str, Collection] = {
    collection.name: collection
    for collection in (
        Collection(
            "gi",
            Label("地理标志", "Geographical indications"),
            "件",
            GeographicalIndication,
            listed=True,
        ),
        Collection("brands", Label("品牌", "Brands"), "个", Brand, listed=True),
        Collection("products", Label("特色产品", "Products"), "种", Product, listed=True),
        Collection("heritage", Label("非遗", "Heritage"), "项", Heritage, listed=True),
        Collection(
            "organizations", Label("企业与机构", "Organizations"), "家", Organization, listed=True
        ),
        Collection("schemes", Label("认定体系", "Schemes"), "个", Scheme),
        Collection("articles", Label("文章", "Articles"), "篇", Article),
        Collection("pages", Label("页面", "Pages"), "页", Page),
        Collection(
            "recognitions", Label("认定记录", "Recognitions"), "份", Announcement, shown=False
        ),
        Collection("regions", Label("地区", "Regions"), "个", Region, tree=True),
        Collection("categories", Label("类别", "Categories"), "个", Category, tree=True),
    )
}
