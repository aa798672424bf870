"""A mistake in site.yaml hides no mistake elsewhere, and leads to no problem that is not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.config.settings import Settings
from sitegen.config.stand_ins import STAND_INS
from tests.support import basic_site
from tests.support.site_test import SiteTest

PRODUCT = "content/products/qingxi-jiucai.md"
SETTING_MISTAKES = [
    ("page_sise: 24", "schema.unknown-field"),
    ("page_size: many", "schema.not-a-number"),
    ("page_size: 600", "schema.out-of-range"),
    ("seal: 武汉名优特品", "schema.too-many-characters"),
    ("synonyms: [土豆]", "schema.bad-form"),
    ("synonyms: [土豆、！]", "schema.bad-form"),
    ("synonyms: [[土豆, 洋芋]]", "schema.wrong-shape"),
    ("timezone: Asia/Weifang", "site.unknown-timezone"),
    ("rules: {image.no-alt: 有时}", "schema.not-a-choice"),
    ("menu: {to: gi}", "schema.wrong-shape"),
    ("name_en: 'a", "yaml."),
    ("name_en: a: b", "yaml."),
    ("\tname_en: a", "yaml."),
    ("collections: {products: {fields: {taste: {type: 选择, label: 口味}}}}", "site."),
    ("collections: {produkts: {fields: {taste: {label: 口味}}}}", "schema.unknown-field"),
]


@pytest.mark.parametrize(("line", "code"), SETTING_MISTAKES)
def test_mistakes_in_settings_and_in_entries_are_told_at_once(
    tmp_path: Path, line: str, code: str
) -> None:
    site = SiteTest(tmp_path)
    site.write("site.yaml", basic_site.SITE + line + "\n")
    site.change("content/gi/qingxi-xueli.md", "region: qingxi", "region: nowhere")

    problems = site.check().report.sorted()

    assert any(p.at.file == "site.yaml" and p.kind.code.startswith(code) for p in problems)
    assert [p.kind.code for p in problems if p.at.file != "site.yaml"] == ["reference.missing"]
    assert not (tmp_path / "output").exists() and site.build().built is None


def test_fields_that_a_faulty_setting_was_to_declare_are_not_called_unknown(tmp_path: Path) -> None:
    site = SiteTest(tmp_path)
    site.write("site.yaml", basic_site.SITE + "collections: {gi: {fields: {taste: {typ: 文字}}}}\n")
    site.change("content/gi/qingxi-xueli.md", "region:", "taste: 甜\nregion:")

    assert {p.at.file for p in site.check().report.problems} == {"site.yaml"}


def test_a_setting_left_out_for_its_mistake_does_not_disagree_with_others(tmp_path: Path) -> None:
    site = SiteTest(tmp_path)
    wrong = basic_site.SITE.replace("permanent_url: https", "permanent_url: htps")
    site.write("site.yaml", wrong + "base_path: /zt/\n")

    (problem,) = site.check().report.problems

    assert problem.kind.code == "schema.not-an-address"


def test_an_output_folder_is_not_called_foreign_while_the_id_is_wrong(tmp_path: Path) -> None:
    site = SiteTest(tmp_path).build()
    site.write("site.yaml", basic_site.SITE.replace("id: ", "id: 'A b' #"))

    assert {p.at.file for p in site.check().report.problems} == {"site.yaml"}
    assert {p.at.file for p in site.build().report.problems} == {"site.yaml"}


def test_every_setting_that_is_required_has_a_stand_in() -> None:
    required = {name for name, info in Settings.model_fields.items() if info.is_required()}

    assert set(STAND_INS) == required


def test_what_is_out_of_range_is_told_with_the_value_that_fits(tmp_path: Path) -> None:
    site = SiteTest(tmp_path)
    site.write("site.yaml", basic_site.SITE + "page_size: 100\nseal: 武汉 名优特品\n")

    size, seal = site.check().report.sorted()

    assert size.fix("zh") == "改成 60"
    assert (size.at.line, size.at.column, seal.at.line, seal.at.column) == (7, 12, 8, 7)
    assert seal.message("zh") == "“武汉 名优特品”有 6 个字，最多 4 个"
    assert seal.facts["right"] == "武汉名优"
