"""Twenty faults in twenty files of the real site: twenty problems, each where it stands."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.basic_site import REPOSITORY, tree
from tests.support.command_line import run
from tests.support.site_test import SiteTest

HAN = re.compile("[\u4e00-\u9fff]")


@dataclass(frozen=True)
class Fault:
    """The first match of `pattern` in `file` becomes `written`; the problem stands where `at` first
    occurs in the file as it then is (a table has no columns, only rows)."""

    file: str
    pattern: str
    written: str
    code: str
    at: str
    cell: str = ""
    """The column of a table, whose problems have no column number."""


FAULTS = (
    Fault("gi/anqiu-dajiang.md", "^name:", "nmae:", "schema.unknown-field", "nmae"),
    Fault("gi/weixian-luobo.md", "^checked: .*", "checked: 2024-02-30", "schema.not-a-day", "2024-0"),
    Fault("gi/changle-xigua.md", "^region: .*", "harvest: 13", "schema.not-months", "13\n"),
    Fault("products/nijiaohu.md", "^kind: .*", "kind: 非遗产", "schema.not-a-choice", "非遗产"),
    Fault("brands/chenming.md", "^region: .*", "region: [shougang]", "reference.missing", "shougang"),
    Fault("brands/delisi.md", "^name: (.*)", r"name: \1\nname: 乙", "yaml.duplicate-key", "name: 乙"),
    Fault("brands/changyi-dajiang.md", "^summary: ", "summary：", "yaml.full-width-colon", "："),
    Fault("brands/tianrui.md", "^summary: .*", "summary: " + "好" * 81, "schema.too-long", "好"),
    Fault("brands/haomai.md", "^kind: ", "\tkind: ", "yaml.tab", "\t"),
    Fault("heritage/huajian.md", "^---", "———", "front-matter.dashes", "———"),
    Fault("heritage/gaomi-jianzhi.md", r"- \{file: gaomi-j", "- {file: gaomj-j", "image.missing", "gaomj"),
    Fault("organizations/chenming-zhiye.md", "^kind: .*\n", "", "schema.missing-field", "name"),
    Fault("organizations/delisi.md", "^kind: (.*)", r"kind: \1\nwebsite: www.a.cn", "schema.not-an-address", "www.a.cn"),
    Fault("organizations/furi.md", "^kind: (.*)", r"kind: \1\ncontact_public: {phone: 139 1234 5678}", "contact.mobile-without-consent", "139 1"),
    Fault("schemes/gi-protection-cnipa.md", "^display: .*", "display: 徽章", "schema.not-a-choice", "徽章"),
    Fault("recognitions/aqsiq-2006-122.yaml", "^announced: .*", "announced: 2006-13", "schema.not-a-date", "2006-13"),
    Fault("recognitions/cnipa-646.csv", "(linqu-huajiao),gi:", r"\1,gi:x-", "reference.missing", "linqu-huajiao,gi:x-", cell="subject"),
    Fault("recognitions/haopin-shandong-1.yaml", "row: longsheng", "row: tanboer", "recognition.same-row", "tanboer, subject: \"brands:longsheng"),
    Fault("articles/counterfeit-12315.md", "^## 第二步", "[点](javascript:alert(1))\n\n## 第二步", "link.refused", "javascript"),
    Fault("categories.yaml", "^  order: .*", "  order: 甲", "schema.not-a-number", "甲"),
)  # fmt: skip


def place(text: str, fault: Fault) -> str:
    index = text.index(fault.at)
    line = text.count("\n", 0, index) + 1
    column = index - text.rfind("\n", 0, index)
    return f"content/{fault.file}:{line}" + (f" [{fault.cell}]" if fault.cell else f":{column}")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("real")
    for name in ("content", "templates"):
        shutil.copytree(REPOSITORY / name, root / name)
    shutil.copy(REPOSITORY / "site.yaml", root)
    return root


@pytest.fixture(scope="module")
def broken(root: Path) -> tuple[Path, dict[str, bytes], list[str]]:
    """The copy, built while it was right, then broken; the output as it was; the places."""
    outcome = SiteTest.at(root).build()
    assert outcome.built is not None, outcome.report.text()
    before = tree(root / "output")
    places = []
    for fault in FAULTS:
        path = root / "content" / fault.file
        text = path.read_text("utf-8")
        new, count = re.subn(fault.pattern, fault.written, text, count=1, flags=re.MULTILINE)
        assert count == 1 and new != text, fault.file
        path.write_text(new, "utf-8")
        places.append(f"{place(new, fault)} {fault.code}")
    return root, before, places


def test_there_are_twenty_files_and_hardly_two_faults_alike() -> None:
    assert len({fault.file for fault in FAULTS}) == len(FAULTS) == 20
    assert len({fault.code for fault in FAULTS}) >= 18


def test_each_fault_is_one_problem_at_its_place(
    broken: tuple[Path, dict[str, bytes], list[str]],
) -> None:
    root, before, places = broken
    site = SiteTest.at(root)
    site.check().fails_with(*sorted(places))
    site.build().fails_with(*sorted(places))
    assert site.output == before


def test_the_command_line_says_all_twenty_in_chinese_and_leaves_the_site_alone(
    broken: tuple[Path, dict[str, bytes], list[str]],
) -> None:
    root, before, _places = broken
    result = run("build", "--site", str(root), "--as-of", "2026-01-15")
    lines = result.stderr.splitlines()
    assert result.returncode == 1
    assert lines[-1] == "20 个错误，0 个提醒；网站没有改动"
    said = [line for line in lines if line.startswith("content/")]
    assert len(said) == 20 and all(HAN.search(line.partition(": ")[2]) for line in said)
    assert tree(root / "output") == before


def test_the_machine_readable_form_holds_the_same_twenty(
    broken: tuple[Path, dict[str, bytes], list[str]],
) -> None:
    root, _, places = broken
    result = run("check", "--site", str(root), "--as-of", "2026-01-15", "--format", "json")
    rows = json.loads(result.stdout)
    assert result.returncode == 1 and len(rows) == 20
    found = {f"{row['file']}:{row['line']}" for row in rows}
    assert found == {":".join(text.split(" ")[0].split(":")[:2]) for text in places}
