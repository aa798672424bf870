"""A name that looks like another one is told with that one; names that only share a reading are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.site_test import SiteTest

BRAND = "content/brands/second.yaml"
FIRM = "content/organizations/second.yaml"


@pytest.mark.parametrize(
    ("file", "text", "at"),
    [
        (BRAND, "name: 清⻄\nkind: 企业品牌\n", "1:7"),
        (BRAND, "name: 乙\nkind: 企业品牌\naka: [清⻄]\n", "3:6"),
        (FIRM, "name: 乙\nkind: 企业\nshort_name: 清⻄\n", "3:13"),
        (FIRM, "name: 乙\nkind: 企业\nformer_names: [{name: 清⻄}]\n", "3:15"),
        ("content/products/second.yaml", "name: 清⻄\nkind: 农产品\n", "1:7"),
    ],
)
def test_a_name_that_looks_like_another_is_told_where_it_stands(
    tmp_path: Path, file: str, text: str, at: str
) -> None:
    first = "name: 清西\nkind: 企业\n"
    site = SiteTest(tmp_path, {"content/organizations/a-first.yaml": first, file: text}).check()
    (problem,) = site.report.problems
    if problem.at.file == file:
        site.warns_of(f"{file}:{at} entry.lookalike-name")
        assert problem.facts["other"] == "organizations:a-first"
        assert (problem.facts["mine"], problem.facts["mine_code"]) == ("⻄", "U+2EC4")
    else:
        site.warns_of("content/organizations/a-first.yaml:1:7 entry.lookalike-name")
        assert problem.facts["other"].endswith(":second")


def test_regions_and_categories_are_looked_at(tmp_path: Path) -> None:
    site = SiteTest(tmp_path)
    regions = (site.root / "content/regions.yaml").read_text("utf-8")
    towns = "one: {name: 黄山, kind: 镇街}\ntwo: {name: ⻩山, kind: 镇街}\n"
    site.write("content/regions.yaml", regions + towns).check()
    assert site.codes == ["entry.lookalike-name"]


@pytest.mark.parametrize(
    ("name", "other"), [("未家", "末家"), ("清西", "清西"), ("日用", "目用"), ("甲（青溪）", "甲")]
)
def test_other_names_are_no_twins(tmp_path: Path, name: str, other: str) -> None:
    texts = (f"name: {name}\nkind: 企业\n", f"name: {other}\nkind: 企业品牌\n")
    SiteTest(tmp_path, {FIRM: texts[0], BRAND: texts[1]}).check().passes()


def test_an_entry_is_no_twin_of_itself_and_a_draft_of_nobody(tmp_path: Path) -> None:
    own = "name: 清西\nkind: 企业\naka: [清⻄]\n"
    draft = "name: 清⻄\nkind: 企业品牌\ndraft: 是\n"
    SiteTest(tmp_path, {FIRM: own}).check().passes()
    SiteTest(
        tmp_path / "b", {FIRM: own.replace("aka: [清⻄]\n", ""), BRAND: draft}
    ).check().passes()
