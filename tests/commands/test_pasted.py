"""`sitegen table import -`: a list that was copied from somewhere is pasted into standard input."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from openpyxl import load_workbook

from sitegen.authoring.importing.pasted import as_csv
from tests.support.basic_site import basic, tree
from tests.support.command_line import run
from tests.support.site_test import SiteTest

SET = (
    *("--set", "文号=云农函〔2026〕12号", "--set", "认定体系=地理标志产品保护"),
    *("--set", "公告日期=2026-01-08", "--set", "种类=农产品"),
)
LIST = "云州市特色农产品名单\n序号\t产品名称\t县区\n1\t梨膏\t青溪县\n2\t梨酒\t白山县\n3\t梨糖\t青溪县\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return basic(tmp_path / "site")


def rows(source: str) -> list[list[str]]:
    data, problems = as_csv(source.encode())
    assert data is not None and problems == []
    return list(csv.reader(io.StringIO(data.decode())))


def test_a_pasted_announcement_brings_its_subjects(site: Path) -> None:
    arguments = ("table", "import", "-", "--site", str(site), *SET)
    before = tree(site / "content")
    dry = run(*arguments, cwd=site.parent, typed=LIST)
    assert dry.returncode == 0, dry.stderr
    assert dry.stdout.splitlines()[:5] == [
        "粘贴的名单.csv：新增 3，改动 0，不变 1，不收 0",
        "新增",
        "  :4  梨酒（products:lijiu）",
        "  :5  梨糖（products:litang）",
        "  :3  云农函〔2026〕12号（recognitions:yunnonghan-2026-12）",
    ]
    assert tree(site / "content") == before
    assert run(*arguments, "--write", cwd=site.parent, typed=LIST).returncode == 0
    announcement = (site / "content/recognitions/yunnonghan-2026-12.yaml").read_text()
    assert [f"products:{name}" in announcement for name in ("li-gao", "lijiu", "litang")] == [
        True,
        True,
        True,
    ]
    built = SiteTest.at(site).build()
    assert [line for line in built.problems if "错误" in line] == []
    assert "云农函" in built.text("products/lijiu/index.html")


def test_a_mistake_is_told_at_its_line_and_marked_in_a_workbook_here(site: Path) -> None:
    wrong = LIST.replace("白山县", "黑山县")
    result = run("table", "import", "-", "--site", str(site), *SET, cwd=site.parent, typed=wrong)
    assert result.returncode == 1
    assert "粘贴的名单.csv:4 [县区]: 错误" in result.stderr
    sheet = load_workbook(site.parent / "粘贴的名单-问题.xlsx").worksheets[0]
    assert [c.coordinate for row in sheet.iter_rows() for c in row if c.comment] == ["C4"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a\tb\n1\t2\n", [["a", "b"], ["1", "2"]]),
        ('a\tb\n"1\n2"\t3\n', [["a", "b"], ["1\n2", "3"]]),
        ('a\tb\n5" 管\t3\n', [["a", "b"], ['5" 管', "3"]]),
        ("品名   县区\n梨 酒  青溪县\n\n梨糖　　白山县", [["品名", "县区"], ["梨 酒", "青溪县"], [], ["梨糖", "白山县"]]),
        ("标题\n品名  县区\n梨酒  青溪县、白山县\n", [["标题"], ["品名", "县区"], ["梨酒", "青溪县、白山县"], []]),
        ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
        ("a\tb,c\n1\t2,3\n", [["a", "b,c"], ["1", "2,3"]]),
    ],
)  # fmt: skip
def test_columns_are_separated_by_tabs_commas_or_two_spaces(
    source: str, expected: list[list[str]]
) -> None:
    assert rows(source) == expected


@pytest.mark.parametrize(
    ("source", "told"),
    [("", "pasted.nothing"), (" \n\n", "pasted.nothing"), ("a  b  c\n1  2  3\n1  3", "pasted.uneven")],
)  # fmt: skip
def test_what_nobody_can_tell_apart_is_refused(source: str, told: str) -> None:
    data, problems = as_csv(source.encode())
    assert data is None and [problem.kind.code for problem in problems] == [told]


def test_a_list_in_the_encoding_of_a_chinese_windows_is_read() -> None:
    data, _ = as_csv("品名\t县区\n梨酒\t青溪县\n".encode("gb18030"))
    assert data is not None and data.decode().splitlines()[1] == "梨酒,青溪县"
