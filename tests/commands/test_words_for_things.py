"""What people call collections, fields and columns is understood, or the right word is proposed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.basic_site import SITE, basic
from tests.support.command_line import run
from tests.support.site_test import SiteTest

LIST = "content/recognitions/list.csv"
LEDGER = "scheme: gi-protection\ndocument: 国家知识产权局公告第702号\nannounced: 2025-11-03\n"
FIRMS = "content/organizations/firms.csv"


def test_the_menu_takes_the_word_that_new_takes(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, {"site.yaml": f"{SITE}menu: [企业, 特产]\n"}).build().passes()
    menu = [link.get_text(strip=True) for link in site.page("").select("nav a")]
    assert menu[:2] == ["企业与机构", "特色产品"]


def test_a_folder_with_a_chinese_name_is_told_the_right_one(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, {"content/企业/a.yaml": "name: 甲\nkind: 企业\n"}).check()
    assert "最接近的文件夹是“organizations”" in site.report.text("zh")


def test_answers_may_be_given_by_the_chinese_names_of_fields(tmp_path: Path) -> None:
    root = basic(tmp_path)
    given = ("--set", "一句话=甜", "--set", "种类=农产品", "--set", "编号=tian-li")
    assert run("new", "products", "甜梨", *given, cwd=root).returncode == 0
    text = (root / "content/products/tian-li.md").read_text("utf-8")
    assert "\nsummary: 甜\n" in text and "\nkind: 农产品\n" in text


@pytest.mark.parametrize(
    ("header", "nearest"), [("企业名称", "对象"), ("有效期至", "止"), ("证书编号", "证书号")]
)
def test_a_header_of_published_lists_gets_the_field_it_means(
    tmp_path: Path, header: str, nearest: str
) -> None:
    table = f"行号,对象,{header}\na,gi:qingxi-xueli,甲\n".encode()
    files = {LIST: table, LIST.replace("csv", "yaml"): LEDGER}
    problems = SiteTest(tmp_path, files).check().report.problems
    (column,) = [p for p in problems if p.kind.code == "table.unknown-column"]
    assert column.facts["nearest"] == nearest


@pytest.mark.parametrize(
    ("header", "right"),
    [
        ("能否邮寄", "把列名改成“可邮寄”"),
        ("生产月份", "把列名改成“有货月份”"),
        ("产品图片", "把列名改成“图片”"),
        ("产值", "删掉这一列；能用的列名"),
    ],
)
def test_a_header_with_a_word_of_a_field_gets_that_field(
    tmp_path: Path, header: str, right: str
) -> None:
    table = f"编号,名称,种类,{header}\na,梨酒,农产品,是\n"
    report = SiteTest(tmp_path, {"content/products/a.csv": table.encode()}).check().report
    assert right in report.text()
