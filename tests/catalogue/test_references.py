"""References between entries: each leads somewhere, each fault is reported once, at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.catalogue.names import HINTS
from tests.support import basic_site, planned_site
from tests.support.basic_site import BASIC, REGIONS
from tests.support.site_test import SiteTest

GI = "content/gi/qingxi-xueli.md"
PRODUCT = "content/products/li-gao.md"
ASSOCIATION = "content/organizations/qingxi-li-xiehui.yaml"


def changed(file: str, old: str, new: str) -> dict[str, str | bytes | None]:
    text = BASIC[file]
    assert isinstance(text, str) and text.count(old) == 1
    return {file: text.replace(old, new)}


@pytest.mark.parametrize(
    ("file", "old", "new", "place", "nearest"),
    [
        (PRODUCT, "gi: qingxi-xueli", "gi: qingxi-xuelii", f"{PRODUCT}:5:5", "qingxi-xueli"),
        (PRODUCT, "region: qingxi", "region: qinxi", f"{PRODUCT}:6:9", "qingxi"),
        (GI, "categories: pears", "categories: pear", f"{GI}:6:13", "pears"),
        (
            PRODUCT,
            "maker: qingxi-li-xiehui",
            "maker: li-xiehui-qingxian",
            f"{PRODUCT}:7:8",
            "",
        ),
        (
            GI,
            "(organizations:qingxi-li-xiehui)",
            "(organizations:qingxi-li-xiehu)",
            f"{GI}:11:14",
            "qingxi-li-xiehui",
        ),
    ],
)
def test_a_missing_entry_is_reported_with_the_nearest(
    tmp_path: Path, file: str, old: str, new: str, place: str, nearest: str
) -> None:
    site = SiteTest(tmp_path, changed(file, old, new))
    site.check().fails_with(f"{place} reference.missing")
    (problem,) = site.report.problems
    assert problem.facts["nearest"] == nearest


def test_of_very_many_missing_entries_the_first_have_a_hint(tmp_path: Path) -> None:
    links = "".join(f"[梨](gi:qingxi-xueli{number})" for number in range(HINTS + 50))
    site = SiteTest(tmp_path, {GI: f"{BASIC[GI]}\n{links}\n"})
    missing = [problem.facts["nearest"] for problem in site.check().report.problems]
    assert missing == ["qingxi-xueli"] * HINTS + [""] * 50


def test_a_recognition_row_in_a_table_is_reported_at_its_row_and_column(tmp_path: Path) -> None:
    announcement = BASIC["content/recognitions/cnipa-700.yaml"]
    assert isinstance(announcement, str)
    files = {
        "content/recognitions/cnipa-700.yaml": announcement.partition("rows:")[0]
        + "rows: cnipa-700.csv\n",
        "content/recognitions/cnipa-700.csv": "row,subject\na,gi:qingxi-xueli\n\nb,gi:qingxi-xue\n",
    }
    table = "content/recognitions/cnipa-700.csv"
    SiteTest(tmp_path, files).check().fails_with(f"{table}:4 [subject] reference.missing")


def test_an_entry_that_failed_to_load_is_not_reported_missing_as_well(tmp_path: Path) -> None:
    files = changed(ASSOCIATION, "kind: 协会", "kind: 协会会")
    SiteTest(tmp_path, files).check().fails_with(f"{ASSOCIATION}:3:7 schema.not-a-choice")


def test_a_file_with_broken_yaml_costs_one_problem_only(tmp_path: Path) -> None:
    SiteTest(tmp_path, {ASSOCIATION: "name: [甲\nkind: 协会\n"}).check().fails_with(
        f"{ASSOCIATION}:1:7 yaml.unclosed-bracket"
    )


@pytest.mark.parametrize(
    "hidden", ["draft: 是", "publish_from: 2026-02-01", "publish_until: 2026-01-14"]
)
def test_a_reference_to_what_is_not_public_is_a_warning(tmp_path: Path, hidden: str) -> None:
    association = BASIC[ASSOCIATION]
    assert isinstance(association, str)
    changes = {ASSOCIATION: f"{association}{hidden}\n"}
    SiteTest(tmp_path, changes).check().warns_of(
        f"{GI}:8:12 reference.not-public",
        f"{GI}:11:14 reference.not-public",
        f"{PRODUCT}:7:8 reference.not-public",
    )
    plan, _ = planned_site.plan(tmp_path, changes)
    assert plan.catalogue.find("organizations:qingxi-li-xiehui") is None


def test_what_a_hidden_entry_refers_to_is_nobodys_business(tmp_path: Path) -> None:
    draft = "---\nname: 草稿\nkind: 农产品\ngi: nowhere\ndraft: 是\n---\n"
    SiteTest(tmp_path, {"content/products/draft.md": draft}).check().passes()


def test_the_reverse_of_every_reference_is_known(tmp_path: Path) -> None:
    gi = BASIC[GI]
    assert isinstance(gi, str)
    users = "mark_users:\n  - organization: baishan-lichang\n  - organization: 某某果品店\n---\n\n"
    files = {
        GI: gi.replace("---\n\n", users),
        "content/organizations/baishan-lichang.yaml": "name: 白山梨厂\nkind: 企业\n",
        "content/brands/bai-li.yaml": "name: 白梨\nkind: 产品品牌\nowner: baishan-lichang\n",
        "content/brands/a-li.yaml": "name: 阿梨\nkind: 产品品牌\nowner: baishan-lichang\n",
    }
    catalogue = planned_site.catalogue(tmp_path, files)
    used = catalogue.used_by
    assert [e.id for e in used("organizations:baishan-lichang", "gi", "mark_users")] == [
        "qingxi-xueli"
    ]
    assert used("organizations:baishan-lichang", "gi", "applicant") == ()
    assert [e.id for e in used("organizations:qingxi-li-xiehui", "gi")] == ["qingxi-xueli"]
    brands = used("organizations:baishan-lichang", "brands", "owner")
    assert [brand.name for brand in brands] == ["阿梨", "白梨"]
    assert [e.id for e in used("gi:qingxi-xueli", "articles")] == ["first"]
    assert [e.id for e in used("gi:qingxi-xueli", "recognitions")] == ["cnipa-700"]


def test_a_repost_without_a_source_is_refused(tmp_path: Path) -> None:
    text = "---\nname: 转来的\nkind: 转载\npublished: 2025-12-01\n---\n\n文。\n"
    file = "content/articles/re.md"
    SiteTest(tmp_path, {file: text}).check().fails_with(f"{file}:3:7 article.repost-without-source")
    sourced = text.replace("kind:", "sources: [{title: 原文}]\nkind:")
    SiteTest(tmp_path, {file: sourced}).check().passes()


def test_files_that_differ_by_case_only_are_one_entry_on_windows(tmp_path: Path) -> None:
    twin = "content/gi/Qingxi-xueli.md"
    SiteTest(tmp_path, {twin: BASIC[GI]}).check().fails_with(
        f"{twin}:2:1 entry.bad-file-name", f"{GI} file.same-name"
    )


def test_a_tree_that_cannot_be_read_costs_one_problem_only(tmp_path: Path) -> None:
    regions = "content/regions.yaml"
    SiteTest(tmp_path, {regions: "yunzhou: {name: 云州市\n"}).check().fails_with(
        f"{regions}:1:10 yaml.unclosed-brace"
    )


def test_a_fault_in_one_region_costs_one_problem_only(tmp_path: Path) -> None:
    regions = "content/regions.yaml"
    text = REGIONS.replace("name: 青溪县, short_name: 青溪, kind: 县市区", "name: 青溪县, kind: 县")
    (line,) = SiteTest(tmp_path, {regions: text}).check().problems
    assert line == f"{regions}:2:27 schema.not-a-choice"


def test_a_file_with_the_wrong_extension_is_the_only_problem(tmp_path: Path) -> None:
    wrong = ASSOCIATION.replace(".yaml", ".yml")
    files = {ASSOCIATION: None, wrong: BASIC[ASSOCIATION]}
    SiteTest(tmp_path, files).check().fails_with(f"{wrong} file.extension")


def test_footnotes_in_a_body_are_not_taken_for_references(tmp_path: Path) -> None:
    site = SiteTest(tmp_path)
    basic_site.write(
        site.root, {"content/pages/notes.md": "---\nname: 注\n---\n\n正文[^1]。\n\n[^1]: 注文。\n"}
    )

    site.build()

    assert site.codes == []
    assert "注文" in site.text("notes/index.html")
