"""The class of a collection says what lists, cards and search use of its entries."""

from __future__ import annotations

import json
from typing import Any

import pytest

from sitegen.loading import documents
from sitegen.model import collections, entries
from sitegen.model.collection import Collection
from sitegen.model.collections import COLLECTIONS
from sitegen.model.common import Common
from sitegen.model.entry import Entry
from sitegen.model.fields import field
from sitegen.model.lookup_numbers import lookup_numbers
from sitegen.model.outline import Outline
from sitegen.model.types import Label, Line
from tests.support import filled_site
from tests.support.one_document import read

SHOWN_BY = {
    "shops": ("buy",),
    "has_values": ("brand_values",),
    "name": ("name", "document"),
    "other_names": ("aka", "former_names"),
    "kind": ("kind", "class_"),
    "regions": ("region",),
    "photo": ("images",),
    "drawing": ("images",),
}
"""The fields of a class that a part of the outline comes from, where they have other names."""
DECORATION = {"file": "pic.png", "decorative": "是"}
GONE = {"on": "2030-01-01", "reason": "甲", "document": "9号"}


def filled_trees() -> dict[str, dict[str, Any]]:
    def text(path: str) -> str:
        return f"9 {path}"

    trees = {key.partition("/")[0]: tree for key, tree in filled_site.entries(text).items()}
    for name, tree in trees.items():
        if issubclass(COLLECTIONS[name].model, Common):
            tree.update(draft="是", withdrawn=GONE)
    del trees["products"]["taste"]
    nodes = filled_site.trees(text)
    return {
        **trees,
        "regions": nodes["regions"]["town"],
        "categories": nodes["categories"]["pears"],
    }


FILLED = filled_trees()
"""An entry of each collection with all its fields filled; every free text begins with a figure."""


def compact(collection: str, tree: dict[str, Any]) -> Entry:
    if COLLECTIONS[collection].tree:
        file, tree = f"content/{collection}.yaml", {"x": tree}
    else:
        file = f"content/{collection}/x.yaml"
    text = json.dumps(tree, ensure_ascii=False)
    (item,), problems = read(file, text)
    document, _ = documents.parse(text.encode(), file)
    assert document is not None and not problems
    return entries.compact(item, document, (), {})


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_the_outline_shows_every_field_that_the_class_has_for_it(collection: str) -> None:
    model = COLLECTIONS[collection].model
    outline = model.model_validate(FILLED[collection]).outline()
    for part in Outline._fields:
        has_field = any(name in model.model_fields for name in SHOWN_BY.get(part, (part,)))
        assert bool(getattr(outline, part)) == has_field, part


def test_other_names_are_the_short_the_everyday_and_the_former_ones() -> None:
    organization = compact("organizations", FILLED["organizations"])
    region = compact("regions", FILLED["regions"])
    for entry, prefix in ((organization, "9 organizations."), (region, "9 regions.town.")):
        names = [name.removeprefix(prefix) for name, _ in entry.called]
        assert [name.partition(".")[0] for name in names] == ["short_name", "aka", "former_names"]
        assert entry.short_name == f"{prefix}short_name"


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_a_card_is_remade_for_what_it_shows_and_for_nothing_else(collection: str) -> None:
    on_card = {
        *(
            "name",
            "name_en",
            "pinyin",
            "summary",
            "kind",
            "class",
            "region",
            "categories",
            "images",
            "seal",
        ),
        *("published", "available", "withdrawn"),
        *{
            "organizations": ["short_name"],
            "regions": ["short_name"],
            "schemes": ["display", "wording", "badge_text"],
            "recognitions": ["document"],
        }.get(collection, []),
    }
    whole = FILLED[collection]
    for name, info in COLLECTIONS[collection].model.model_fields.items():
        written = info.alias or name
        if info.is_required():
            continue
        less = compact(collection, {key: whole[key] for key in whole if key != written})
        remade = less.line_digest != compact(collection, whole).line_digest
        assert remade == (written in on_card), written


@pytest.mark.parametrize(
    ("collection", "changed", "remade"),
    [
        ("gi", {"images": [{"file": "pic.png", "alt": "乙"}]}, True),
        ("gi", {"images": FILLED["gi"]["images"][:1]}, True),
        ("gi", {"images": [{**FILLED["gi"]["images"][0], "credit": "乙"}, DECORATION]}, False),
        ("gi", {"withdrawn": {"on": "2030-01-01", "reason": "乙"}}, False),
        ("gi", {"name": "乙"}, True),
        ("schemes", {"wording": "授予"}, True),
        ("schemes", {"authority": "乙"}, False),
        ("brands", {"kind": "产品品牌"}, True),
        ("heritage", {"class": "民俗"}, True),
        ("recognitions", {"document": "国家知识产权局公告第9号"}, True),
    ],
)
def test_a_card_is_remade_for_a_change_in_what_it_shows(
    collection: str, changed: dict[str, Any], remade: bool
) -> None:
    whole = FILLED[collection]
    entry = compact(collection, {**whole, **changed})
    assert (entry.line_digest != compact(collection, whole).line_digest) == remade


def test_the_numbers_people_look_up_are_known_wherever_they_stand() -> None:
    found = {
        name: [*lookup_numbers(COLLECTIONS[name].model, tree)] for name, tree in FILLED.items()
    }
    assert found == {
        "gi": ["9 gi.sources.number", "91110000600037341L", "9 gi.mark_users.notice", "9号"],
        "brands": ["9 brands.sources.number", "1234567", "9号"],
        "products": ["9 products.sources.number", "07069000", "9号"],
        "heritage": ["9 heritage.sources.number", "9 heritage.code", "9号"],
        "organizations": ["9 organizations.sources.number", "91110000600037341L", "9号"],
        "people": ["9 people.sources.number", "9号"],
        "schemes": ["9 schemes.sources.number", "9号"],
        "policies": ["9 policies.sources.number", "9 policies.number", "9号"],
        "figures": ["9 figures.sources.number", "9号"],
        "events": ["9 events.sources.number", "9号"],
        "services": ["9 services.sources.number", "9号"],
        "clusters": ["9 clusters.sources.number", "9号"],
        "articles": ["9 articles.sources.number", "9号"],
        "pages": ["9 pages.sources.number", "9号"],
        "recognitions": [
            "9 recognitions.document",
            "9 recognitions.source.number",
            "9 recognitions.history.document",
        ],
        "regions": ["370702001"],
        "categories": [],
    }


def test_a_text_without_a_figure_is_no_number() -> None:
    assert compact("heritage", {**FILLED["heritage"], "code": "待定"}).numbers == (
        "9 heritage.sources.number",
        "9号",
    )


class Festival(Common):
    """A collection that no code knows but its own class."""

    patron: Line | None = field("守护", "Patron", "谁办的", "who holds it", on_card=True)
    permit: Line | None = field("许可", "Permit", "许可证号", "its permit", lookup_number=True)
    stages: Line | None = field("舞台", "Stages", "几个舞台", "how many stages")

    def outline(self) -> Outline:
        return super().outline()._replace(kind="festival", short_name="节")


def test_a_new_collection_says_all_this_in_its_own_class(monkeypatch: pytest.MonkeyPatch) -> None:
    collection = Collection("festivals", Label("节庆", "Festivals"), "个", Festival, listed=True)
    monkeypatch.setitem(collections.COLLECTIONS, "festivals", collection)
    plain = compact("festivals", {"name": "梨花节"})
    assert (plain.kind, plain.short_name, plain.numbers) == ("festival", "节", ())
    assert compact("festivals", {"name": "梨花节", "permit": "许可9号"}).numbers == ("许可9号",)
    assert compact("festivals", {"name": "梨花节", "patron": "甲"}).line_digest != plain.line_digest
    assert compact("festivals", {"name": "梨花节", "stages": "三"}).line_digest == plain.line_digest
