"""`sitegen table`: what it writes, what it says, what it leaves alone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.basic_site import REPOSITORY
from tests.support.command_line import run
from tests.support.site_test import SiteTest

FIRM = {"content/organizations/firm.yaml": "name: 甲厂\nkind: 企业\nnotes_private: 老客户\n"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return SiteTest(tmp_path / "site", FIRM).root


def test_export_says_what_was_written_and_what_is_private(tmp_path: Path, site: Path) -> None:
    result = run("table", "export", "企业", "firms.xlsx", "--site", str(site), cwd=tmp_path)
    assert result.returncode == 0 and result.stderr == ""
    assert result.stdout.splitlines() == [
        "写好了 firms.xlsx：企业与机构 2 个条目",
        "里面有内部资料（内部备注），请勿外传；要外传，加 --public 另导一份",
    ]
    assert (tmp_path / "firms.xlsx").read_bytes().startswith(b"PK")


def test_export_says_it_in_english(tmp_path: Path, site: Path) -> None:
    result = run(
        *("table", "export", "products", "p.csv", "--site", str(site), "--lang", "en"), cwd=tmp_path
    )
    assert result.stdout.splitlines() == [
        "wrote p.csv: 1 entries of “特色产品”",
        "bodies are not in it (1 entries): edit them in their files",
    ]
    assert (tmp_path / "p.csv").read_text("utf-8-sig").startswith("编号,名称,")


def test_a_file_that_is_there_is_left_alone_unless_told_otherwise(
    tmp_path: Path, site: Path
) -> None:
    (tmp_path / "p.xlsx").write_text("mine")
    for command in (["export", "products"], ["template", "products"]):
        arguments = ["table", *command, "p.xlsx", "--site", str(site)]
        result = run(*arguments, cwd=tmp_path)
        assert result.returncode == 1 and "已经有这个文件，没有动它" in result.stderr
        assert (tmp_path / "p.xlsx").read_text("utf-8") == "mine"
    assert run(*arguments, "--force", cwd=tmp_path).returncode == 0
    assert (tmp_path / "p.xlsx").read_bytes().startswith(b"PK")


def test_a_template_is_named_after_its_collection(tmp_path: Path, site: Path) -> None:
    result = run("table", "template", "产品", "--site", str(site), cwd=tmp_path)
    assert result.returncode == 0
    assert result.stdout.startswith("写好了 特色产品-填写表.xlsx\n")
    assert [path.name for path in tmp_path.glob("*.xlsx")] == ["特色产品-填写表.xlsx"]


def test_another_kind_of_file_is_refused_with_the_right_ends(tmp_path: Path, site: Path) -> None:
    result = run("table", "export", "产品", "p.xls", "--site", str(site), cwd=tmp_path)
    assert result.returncode == 2
    assert "不能是“p.xls”；文件名要以 .xlsx 或 .csv 结尾" in result.stderr


def test_announcements_need_a_workbook(tmp_path: Path, site: Path) -> None:
    result = run("table", "export", "公告", "p.csv", "--site", str(site), cwd=tmp_path)
    assert result.returncode == 1 and "文件名用 .xlsx 结尾" in result.stderr
    assert not (tmp_path / "p.csv").exists()


def test_entries_that_could_not_be_read_are_an_error_and_named_once_more(
    tmp_path: Path, site: Path
) -> None:
    (site / "content/products/a.yaml").write_text("name: [梨\n", "utf-8")
    result = run("table", "export", "产品", "p.xlsx", "--site", str(site), cwd=tmp_path)
    assert result.returncode == 1
    assert result.stdout.splitlines()[-1] == (
        "没有读全、也没有写全的文件：content/products/a.yaml（原因见上）"
    )
    assert (tmp_path / "p.xlsx").exists()


def test_a_word_for_no_collection_is_told_with_the_nearest(tmp_path: Path, site: Path) -> None:
    result = run("table", "export", "品排", "p.xlsx", "--site", str(site), cwd=tmp_path)
    assert result.returncode == 1 and "最接近的是“brands”" in result.stderr


def test_other_commands_do_not_load_the_library_that_writes_workbooks() -> None:
    code = (
        "import sys, sitegen.cli.main, sitegen.commands.build, sitegen.commands.new, "
        "sitegen.commands.list; assert 'xlsxwriter' not in sys.modules"
    )
    environment = {"PYTHONPATH": ":".join([str(REPOSITORY), *sys.path])}
    subprocess.run([sys.executable, "-c", code], check=True, env=environment)
