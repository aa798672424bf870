"""Who is public on a day, in which order, in which places; when the next change comes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sitegen.catalogue import trees
from tests.support import planned_site
from tests.support.basic_site import BASIC, CATEGORIES, REGIONS
from tests.support.problem_lines import problem_line
from tests.support.site_test import SiteTest

GI = "content/gi/qingxi-xueli.md"
KEY = "gi:qingxi-xueli"
PRODUCT = "---\nname: {name}\nkind: 农产品\n{more}---\n"


def with_field(line: str) -> dict[str, str | bytes | None]:
    text = BASIC[GI]
    assert isinstance(text, str)
    return {GI: text.replace("---\n\n", f"{line}\n---\n\n")}


def standing(root: Path, line: str, day: date) -> str:
    plan, _ = planned_site.plan(root, with_field(line), day)
    catalogue = plan.catalogue
    return "public" if KEY in catalogue.entries else "gone" if KEY in catalogue.gone else "unknown"


@pytest.mark.parametrize(
    ("line", "day", "expected"),
    [
        ("draft: 是", "2026-01-15", "unknown"),
        ("publish_from: 2026-01-16", "2026-01-15", "unknown"),
        ("publish_from: 2026-01-16", "2026-01-16", "public"),
        ("publish_until: 2026-01-15", "2026-01-15", "public"),
        ("publish_until: 2026-01-15", "2026-01-16", "gone"),
        ("withdrawn: {on: 2026-01-16, reason: 申请人要求}", "2026-01-15", "public"),
        ("withdrawn: {on: 2026-01-16, reason: 申请人要求}", "2026-01-16", "gone"),
        ("withdrawn: {on: 2026-01-01, reason: 错}\ndraft: 是", "2026-01-16", "unknown"),
    ],
)
def test_an_entry_is_public_between_its_days(
    tmp_path: Path, line: str, day: str, expected: str
) -> None:
    assert standing(tmp_path, line, date.fromisoformat(day)) == expected


@pytest.mark.parametrize(
    ("line", "change"),
    [
        ("checked: 2026-01-01", None),
        ("publish_until: 2026-03-31", date(2026, 4, 1)),
        ("publish_until: 9999-12-31", None),
        ("publish_from: 2026-02-01", date(2026, 2, 1)),
        ("withdrawn: {on: 2026-02-03, reason: 错}", date(2026, 2, 3)),
        ("publish_until: 2026-03-31\ndraft: 是", None),
    ],
)
def test_the_next_change_is_known(tmp_path: Path, line: str, change: date | None) -> None:
    assert planned_site.plan(tmp_path, with_field(line))[0].catalogue.next_change == change


def test_lists_are_in_pinyin_order_whatever_the_file_is_called(tmp_path: Path) -> None:
    names = {"z": ("鹌鹑蛋", ""), "y": ("长葛枣", ""), "x": ("白藕", ""), "w": ("重庆面", "")}
    names["v"] = ("重阳糕", "pinyin: chóng yáng gāo\n")
    files = {
        f"content/products/{identifier}.md": PRODUCT.format(name=name, more=more)
        for identifier, (name, more) in names.items()
    }
    products = planned_site.catalogue(tmp_path, files).collections["products"]
    assert [p.name for p in products] == ["鹌鹑蛋", "白藕", "长葛枣", "重庆面", "重阳糕", "梨膏"]


def test_an_entry_counts_in_its_places_and_all_above_them_once(tmp_path: Path) -> None:
    more = "region: [qingxi, baishan]\ncategories: [pears, fruit]\n"
    files = {"content/products/gao.md": PRODUCT.format(name="糕", more=more)}
    catalogue = planned_site.catalogue(tmp_path, files)
    assert catalogue.in_region["yunzhou"].count("products:gao") == 1
    assert "products:gao" in catalogue.in_region["baishan"]
    assert catalogue.in_category["fruit"].count("products:gao") == 1
    assert "products:gao" not in catalogue.in_category.get("crafts", ())
    assert "articles:first" not in {key for keys in catalogue.in_region.values() for key in keys}


def test_trees_stand_in_written_order_unless_an_order_is_given(tmp_path: Path) -> None:
    text = CATEGORIES + "apples: {name: 苹果, parent: fruit, order: 1}\n"
    tree = planned_site.catalogue(tmp_path, {"content/categories.yaml": text}).categories
    assert tree.roots == ("fruit", "crafts")
    assert tree.children["fruit"] == ("apples", "pears")
    assert list(tree.below("fruit")) == ["fruit", "apples", "pears"]
    assert tree.ancestors("pears") == ("fruit",)


def test_parents_in_a_circle_are_reported_once_and_cut(tmp_path: Path) -> None:
    text = (
        "qingxi: {name: 青溪县, kind: 县市区, parent: baishan}\n"
        "baishan: {name: 白山县, kind: 县市区, parent: yunzhou}\n"
        "yunzhou: {name: 云州市, kind: 市, parent: qingxi}\n"
        "zone: {name: 新区, kind: 功能区, parent: qingxi}\n"
    )
    plan, report = planned_site.plan(tmp_path, {"content/regions.yaml": text})
    (problem,) = report.problems
    assert problem_line(problem) == "content/regions.yaml:1:40 reference.cycle"
    assert set(problem.facts["cycle"].split(" → ")) == {"qingxi", "baishan", "yunzhou"}
    assert plan.catalogue.regions.ancestors("zone") == ("qingxi",)


def test_a_node_that_is_its_own_parent_is_a_circle(tmp_path: Path) -> None:
    text = REGIONS.replace("kind: 市}", "kind: 市, parent: yunzhou}")
    SiteTest(tmp_path, {"content/regions.yaml": text}).check().fails_with(
        "content/regions.yaml:1:55 reference.cycle"
    )


def test_an_empty_catalogue_has_an_empty_tree() -> None:
    assert trees.grow({}) == (trees.Tree({}, {}, ()), ())


def test_a_cards_digest_changes_with_what_the_card_shows_only(tmp_path: Path) -> None:
    card = planned_site.catalogue(tmp_path).card_digests[KEY]
    for number, (line, same) in enumerate(
        [("notes_private: 内部", True), ("checked: 2026-01-01", True), ("name_en: Pear", False)]
    ):
        other = planned_site.catalogue(tmp_path / str(number), with_field(line)).card_digests[KEY]
        assert (other == card) is same, line
    revoked = "\nhistory:\n  - {row: a, date: 2026-01-01, status: 撤销, document: 甲}\n"
    announcement = BASIC["content/recognitions/cnipa-700.yaml"]
    assert isinstance(announcement, str)
    files = {"content/recognitions/cnipa-700.yaml": announcement.rstrip() + revoked}
    assert planned_site.catalogue(tmp_path / "r", files).card_digests[KEY] != card
