"""The table of those collections whose entries can be given a title: all that are listed, people, and schemes."""

from __future__ import annotations

from sitegen.model.brands import Brand
from sitegen.model.collection import Collection
from sitegen.model.gi import GeographicalIndication
from sitegen.model.heritage import Heritage
from sitegen.model.organizations import Organization
from sitegen.model.people import Person
from sitegen.model.products import Product
from sitegen.model.schemes import Scheme
from sitegen.model.types import Label

SUBJECTS: dict[str, Collection] = {
    collection.name: collection
    for collection in (
        Collection(
            "gi",
            Label("地理标志", "Geographical indications"),
            "件",
            GeographicalIndication,
            announced=True,
            listed=True,
        ),
        Collection("brands", Label("品牌", "Brands"), "个", Brand, listed=True),
        Collection("products", Label("特色产品", "Products"), "种", Product, listed=True),
        Collection("heritage", Label("非遗", "Heritage"), "项", Heritage, listed=True),
        Collection(
            "organizations",
            Label("企业与机构", "Organizations"),
            "家",
            Organization,
            listed=True,
            seal="",
        ),
        Collection("people", Label("人物", "People"), "位", Person, affair=True, seal=""),
        Collection("schemes", Label("认定体系", "Schemes"), "个", Scheme, seal="start"),
    )
}
