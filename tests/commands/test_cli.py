"""The command line: exit codes, forms, languages, consoles; what it writes and what it does not."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from tests.support.basic_site import BASIC, basic, tree, write
from tests.support.command_line import run
from tests.support.site_test import SiteTest

DAY = ("--as-of", "2026-01-15")
GI = "content/gi/qingxi-xueli.md"


def faulty(root: Path) -> Path:
    text = BASIC[GI]
    assert isinstance(text, str)
    return SiteTest(root, {GI: text.replace("region: qingxi", "region: qinxi")}).root


def warned(root: Path) -> Path:
    return SiteTest(
        root, {"content/organizations/x.yaml": "name: 甲\nkind: 企业\ncredit_code: " + "9" * 18}
    ).root


def test_a_right_site_is_built_and_said_so(tmp_path: Path) -> None:
    result = run("build", *DAY, cwd=basic(tmp_path))
    assert result.returncode == 0, result.stderr
    assert result.stdout.startswith("生成 ") and "移除 0" in result.stdout
    assert "没有将到期的状态" in result.stdout
    assert (tmp_path / "output" / "gi" / "qingxi-xueli" / "index.html").exists()
    again = run("build", *DAY, "--lang", "en", cwd=tmp_path)
    assert again.stdout.startswith("made 0, kept ") and "no status will change" in again.stdout


def test_a_problem_is_exit_code_one_and_nothing_is_written(tmp_path: Path) -> None:
    result = run("build", *DAY, cwd=faulty(tmp_path))
    assert result.returncode == 1 and result.stdout == ""
    *before, last = result.stderr.splitlines()
    problems = [line for line in before if not line.startswith("  ")]  # a slow run tells its stages
    assert len(problems) == 1
    assert problems[0].startswith(f"{GI}:5:9: 错误: “地区”里没有“qinxi”，最接近的是“qingxi”。")
    assert last == "1 个错误，0 个提醒；网站没有改动"
    assert not (tmp_path / "output").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["build", "--no-such"],
        ["build", "--as-of", "2025-02-30"],
        ["record"],
        ["check", "--format", "xml"],
        ["check", "--workers", "0"],
        ["explain"],
    ],
)
def test_a_wrong_use_is_exit_code_two(tmp_path: Path, arguments: list[str]) -> None:
    assert run(*arguments, cwd=basic(tmp_path)).returncode == 2


def test_a_folder_without_a_site_says_what_to_do(tmp_path: Path) -> None:
    result = run("check", cwd=tmp_path)
    assert result.returncode == 1
    assert "这个文件夹里没有 site.yaml" in result.stderr and "--site" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_warning_fails_only_under_strict(tmp_path: Path) -> None:
    root = warned(tmp_path)
    plain = run("check", *DAY, cwd=root)
    assert plain.returncode == 0
    assert "content/organizations/x.yaml:3:14: 提醒: 统一社会信用代码" in plain.stderr
    strict = run("check", *DAY, "--strict", cwd=root)
    assert strict.returncode == 1 and "0 个错误，1 个提醒" in strict.stderr


def test_problems_come_in_english_as_json_and_as_annotations(tmp_path: Path) -> None:
    root = faulty(tmp_path)
    english = run("check", *DAY, "--lang", "en", cwd=root)
    assert "error: there is no “qinxi” in regions; the nearest is “qingxi”" in english.stderr
    assert "1 errors, 0 warnings; the site is unchanged" in english.stderr
    (row,) = json.loads(run("check", *DAY, "--format", "json", cwd=root).stdout)
    assert (row["file"], row["line"], row["column"], row["code"]) == (GI, 5, 9, "reference.missing")
    assert row["facts"]["nearest"] == "qingxi" and row["severity"] == "error"
    github = run("check", *DAY, "--format", "github", cwd=root).stdout
    assert github.startswith(f"::error file={GI},line=5,col=9,title=reference.missing::")


def test_json_of_a_right_site_is_an_empty_list_and_nothing_else(tmp_path: Path) -> None:
    for command in ("check", "build"):
        result = run(command, *DAY, "--format", "json", cwd=basic(tmp_path))
        assert result.returncode == 0 and json.loads(result.stdout) == []


def test_check_writes_nothing_at_all(tmp_path: Path) -> None:
    root = basic(tmp_path)
    assert run("build", *DAY, cwd=root).returncode == 0
    write(root, {"content/pages/new.md": "---\nname: 新的\n---\n\n新。\n"})
    for extra in ((), ("--workers", "2"), ("--strict",)):
        before = {path: (data, stamp(root / path)) for path, data in tree(root).items()}
        folders = sorted(path for path in root.rglob("*") if path.is_dir())
        assert run("check", *DAY, *extra, cwd=root).returncode == 0
        assert {p: (data, stamp(root / p)) for p, data in tree(root).items()} == before
        assert sorted(path for path in root.rglob("*") if path.is_dir()) == folders
    fresh = basic(tmp_path / "fresh")
    before = tree(fresh)
    assert run("check", *DAY, cwd=fresh).returncode == 0
    assert tree(fresh) == before and not (fresh / ".sitegen").exists()


def stamp(path: Path) -> tuple[int, int]:
    found = path.stat()
    return (found.st_mtime_ns, found.st_ino)


def test_check_finds_a_dead_link_between_pages(tmp_path: Path) -> None:
    article = (
        "---\nname: 甲\nkind: 动态\n---\n\n看[这里](/nowhere/)和[那里](gi:qingxi-xueli#no)。\n"
    )
    root = SiteTest(tmp_path, {"content/articles/x.md": article}).root
    rows = json.loads(run("check", *DAY, "--format", "json", cwd=root).stdout)
    assert {row["code"] for row in rows} == {"link.no-such-page", "link.no-such-fragment"}
    assert {row["file"] for row in rows} == {"content/articles/x.md"}


def test_help_is_chinese_and_quick(tmp_path: Path) -> None:
    fastest = 9.0
    for arguments in ((), ("build",), ("check",), ("record",), ("explain",)):
        start = time.perf_counter()
        result = run(*arguments, "--help", cwd=tmp_path)
        fastest = min(fastest, time.perf_counter() - start)
        assert result.returncode == 0
        assert "选项" in result.stdout and "显示帮助" in result.stdout
        for english in ("Usage:", "Options:", "Commands:", "Show this"):
            assert english not in result.stdout
    assert fastest < 1.0


@pytest.mark.parametrize("encoding", ["cp437", "gbk"])
def test_no_console_makes_it_crash(tmp_path: Path, encoding: str) -> None:
    for arguments, code in (
        (["--help"], 0),
        (["check", *DAY], 1),
        (["check", *DAY, "--format", "json"], 1),
        (["explain", "link.broken"], 0),
    ):
        result = run(*arguments, cwd=faulty(tmp_path), encoding=encoding)
        assert result.returncode == code, result.stderr
        assert "Traceback" not in result.stderr
    if encoding == "gbk":
        assert "选项" in run("--help", cwd=tmp_path, encoding=encoding).stdout


def test_the_version_is_told() -> None:
    assert run("--version").stdout.startswith("sitegen ")


def test_timings_name_every_stage(tmp_path: Path) -> None:
    said = run("build", *DAY, "--timings", cwd=basic(tmp_path)).stderr
    for stage in ("读取条目", "汇总核对", "安排页面", "生成页面", "检查链接", "写入输出"):
        assert stage in said
