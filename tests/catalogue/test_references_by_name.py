"""Names in place of ids: taken where they are unique, explained where they are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.basic_site import BASIC, SITE
from tests.support.planned_site import catalogue, plan
from tests.support.site_test import SiteTest

PRODUCT = "content/products/li-gao.md"


def product(**fields: str) -> dict[str, str]:
    lines = "\n".join(f"{name}: {value}" for name, value in fields.items())
    return {PRODUCT: f"---\nname: 梨膏\npinyin: lí gāo\nkind: 农产品\n{lines}\n---\n"}


@pytest.mark.parametrize(
    "region",
    [
        "青溪县",
        "青溪",
        "[青溪县, 白山]",
        "青溪、baishan",
        "青溪县，白山县",
        "regions:青溪县",
        "青 溪 县",
    ],
)
def test_a_name_leads_where_its_id_would(tmp_path: Path, region: str) -> None:
    entry = catalogue(tmp_path, product(region=region)).entries["products:li-gao"]
    ids = ("qingxi", "baishan") if "白山" in region or "baishan" in region else ("qingxi",)
    assert entry.regions == ids
    assert [target for _, target in entry.mentions] == [f"regions:{name}" for name in ids]


@pytest.mark.parametrize(
    ("region", "column"),
    [("[青溪县, qingxi]", 15), ("[qingxi, 青溪]", 18), ("[青溪, 青溪县, 白山]", 14)],
)
def test_an_entry_named_twice_in_a_list_is_told_at_the_second(
    tmp_path: Path, region: str, column: int
) -> None:
    _, report = plan(tmp_path, product(region=region))
    (problem,) = [problem for problem in report.problems if problem.kind.code == "reference.twice"]
    assert (problem.at.file, problem.at.line) == (PRODUCT, 5)
    assert problem.at.column == column
    assert problem.facts["id"] == "regions:qingxi"


def test_an_entry_by_name_is_the_same_as_by_id(tmp_path: Path) -> None:
    by_id = catalogue(tmp_path / "id", product(region="regions:qingxi", gi="gi:qingxi-xueli"))
    by_name = catalogue(tmp_path / "name", product(region="青溪", gi="青溪雪梨"))
    assert by_name.entries["products:li-gao"]._replace(
        tree_json=b"", facts_digest="", line_digest=""
    ) == by_id.entries["products:li-gao"]._replace(tree_json=b"", facts_digest="", line_digest="")
    assert by_name.uses == by_id.uses
    assert by_name.in_region == by_id.in_region


def test_a_subject_is_found_in_whatever_collection_has_it(tmp_path: Path) -> None:
    files = {
        "content/recognitions/cnipa-700.yaml": BASIC["content/recognitions/cnipa-700.yaml"]
        .replace("gi:qingxi-xueli", "青溪雪梨")
        .replace("gi-protection", "地理标志产品保护")
    }
    ledger = catalogue(tmp_path, files).ledger
    assert [(row.scheme, row.subject) for row in ledger] == [("gi-protection", "gi:qingxi-xueli")]


def test_settings_name_entries_too(tmp_path: Path) -> None:
    site, report = plan(
        tmp_path, {"site.yaml": SITE.replace("yunzhou", "云州") + "featured: [青溪雪梨, 梨膏]\n"}
    )
    assert not report.problems, report.text()
    assert str(site.site.settings.home_region) == "regions:yunzhou"
    assert [str(one) for one in site.site.settings.featured] == [
        "gi:qingxi-xueli",
        "products:li-gao",
    ]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"region": "青西县"}, ["“地区”里没有“青西县”", "最接近的是“青溪县 (qingxi)”"]),
        ({"region": "qinxi"}, ["“地区”里没有“qinxi”", "最接近的是“qingxi”"]),
        ({"gi": "梨膏"}, ["“地理标志”里没有“梨膏”"]),
    ],
)
def test_a_name_that_nobody_has_is_told_with_the_nearest(
    tmp_path: Path, fields: dict[str, str], words: list[str]
) -> None:
    _, report = plan(tmp_path, product(**fields))
    assert [problem.kind.code for problem in report.problems] == ["reference.missing"]
    assert all(word in report.text() for word in words), report.text()


def test_a_subject_of_the_wrong_collection_is_told_where_it_is(tmp_path: Path) -> None:
    files = {
        "content/recognitions/cnipa-700.yaml": BASIC["content/recognitions/cnipa-700.yaml"].replace(
            "gi:qingxi-xueli", "gi:梨膏"
        )
    }
    _, report = plan(tmp_path, files)
    assert "最接近的是“梨膏 (products:li-gao)”" in report.text()


def test_what_is_only_near_in_another_collection_is_not_proposed(tmp_path: Path) -> None:
    files = {
        "content/recognitions/cnipa-700.yaml": BASIC["content/recognitions/cnipa-700.yaml"].replace(
            "gi:qingxi-xueli", "gi:li-gaos"
        )
    }
    _, report = plan(tmp_path, files)
    assert "“地理标志”里没有“li-gaos”。" in report.text()


def test_of_two_entries_with_one_name_the_ids_are_listed(tmp_path: Path) -> None:
    twin = BASIC["content/organizations/qingxi-li-xiehui.yaml"]
    files = {
        **product(maker="organizations:青溪县雪梨协会"),
        "content/organizations/other.yaml": twin,
    }
    _, report = plan(tmp_path, files)
    codes = [problem.kind.code for problem in report.sorted()]
    assert "reference.ambiguous" in codes
    assert "叫“青溪县雪梨协会”的条目不止一个：other、qingxi-li-xiehui" in report.text()


def test_an_own_name_comes_before_the_everyday_name_of_another(tmp_path: Path) -> None:
    files = {
        "content/gi/other.yaml": "name: 梨\naka: 青溪雪梨\nregion: baishan\npublished: 2025-12-16\n",
        **product(gi="青溪雪梨"),
    }
    entry = plan(tmp_path, files)[0].catalogue.entries["products:li-gao"]
    assert ("gi",) in [path for path, target in entry.mentions if target == "gi:qingxi-xueli"]


def test_a_name_may_be_that_of_an_entry_that_did_not_load(tmp_path: Path) -> None:
    files = {**product(gi="坏的"), "content/gi/bad.yaml": "name: 坏的\nharvest: 秋\n"}
    _, report = plan(tmp_path, files)
    assert [problem.kind.code for problem in report.problems] == ["schema.not-months"]


def linking(target: str) -> dict[str, str]:
    return {
        PRODUCT: f"---\nname: 梨膏\npinyin: lí gāo\nkind: 农产品\n---\n\n用[好梨]({target})熬的。\n"
    }


def test_a_link_in_a_body_may_name_its_entry(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, linking("gi:青溪雪梨")).build().passes()

    link = site.page("products/li-gao/").select_one(".prose a")
    assert link is not None and link["href"] == "../../gi/qingxi-xueli/"
    site.change(
        "content/gi/qingxi-xueli.md", "name: 青溪雪梨", "name: 青溪雪梨\naka: 雪花梨"
    ).build()
    site.equals_clean_build()


def test_a_link_by_a_name_that_nobody_has_is_told_with_the_nearest(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, linking("gi:青溪雪犁")).check()

    site.fails_with("content/products/li-gao.md:7:7 reference.missing")
    assert "青溪雪梨" in site.report.text()


def test_a_link_by_a_name_follows_it_to_another_entry(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, linking("gi:青溪雪梨")).build().passes()
    site.change("content/gi/qingxi-xueli.md", "name: 青溪雪梨", "name: 老梨")
    other = (
        "---\nname: 青溪雪梨\npinyin: qīng xī xuě lí\nregion: baishan\npublished: 2025-12-16\n---\n"
    )
    site.write("content/gi/new.md", other).build()

    link = site.page("products/li-gao/").select_one(".prose a")
    assert link is not None and link["href"] == "../../gi/new/"
