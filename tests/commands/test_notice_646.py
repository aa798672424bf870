"""The 28 rows of notice 646 come as one flat sheet with four mistakes, and end as 28 pages.

Names, applicants, places and categories are those of the demo site.
"""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import Any

import yaml
from openpyxl import load_workbook

from tests.support.basic_site import REPOSITORY, SITE, tree, write
from tests.support.command_line import run
from tests.support.workbooks import xlsx

CONTENT = REPOSITORY / "content"
NOTICE = "国家知识产权局公告第646号"
HEADER = ["序号", "产品名称", "申请人", "县区", "类别", "认定体系", "文号", "公告日期"]
FIRST = 4
"""The row of the first product, below a title, who made the list, and the header."""
MISTAKES = {
    "D7": ("临朐县城", "临朐县"),
    "E15": ("禽蓄", "畜禽"),
    "H20": ("2025年9月31日", "2025-09-23"),
    "C29": ("#N/A", None),
}
"""By cell: what is typed, and what is right; None where the sheet of before says it."""


def fields(name: str) -> dict[str, Any]:
    text = (CONTENT / name).read_text("utf-8")
    found = yaml.safe_load(text.split("---\n")[1] if name.endswith(".md") else text)
    assert isinstance(found, dict)
    return found


def rows() -> list[list[Any]]:
    """The sheet as it is right."""
    regions, categories = fields("regions.yaml"), fields("categories.yaml")
    with (CONTENT / "recognitions/cnipa-646.csv").open(encoding="utf-8") as file:
        listed = list(csv.DictReader(file))
    made: list[list[Any]] = [
        ["2025年潍坊市新增地理标志产品一览表", *[None] * 7],
        ["填报单位：", "潍坊市市场监管局", *[None] * 6],
        list(HEADER),
    ]
    for number, row in enumerate(listed, 1):
        gi = fields(f"gi/{row['row']}.md")
        (applicant,) = CONTENT.glob(f"organizations/{gi['applicant']}.*")
        region, category = gi["region"][0], gi["categories"][0]
        made.append(
            [
                number,
                row["as_published"],
                fields(f"organizations/{applicant.name}")["name"],
                regions[region]["name"],
                categories[category]["name"],
                "地理标志产品保护",
                NOTICE,
                "2025-09-23",
            ]
        )
    return [*made, ["合计", len(listed), *[None] * 6], ["制表人：李工", *[None] * 7]]


def with_mistakes(right: list[list[Any]]) -> bytes:
    def change(sheet: Any) -> None:
        for cell, (wrong, _) in MISTAKES.items():
            sheet[cell].value = wrong
            sheet[cell].data_type = "e" if wrong.startswith("#") else "s"

    return xlsx(right, change)


def site(root: Path) -> Path:
    """A site that has the regions, the categories and the scheme, and nothing else."""
    categories = (CONTENT / "categories.yaml").read_text("utf-8")
    scheme = (CONTENT / "schemes/gi-protection-cnipa.md").read_text("utf-8")
    files = {
        "site.yaml": SITE.replace("yunzhou", "weifang"),
        "content/regions.yaml": (CONTENT / "regions.yaml").read_text("utf-8"),
        "content/categories.yaml": re.sub(r"  images:\n    - .*\n", "", categories),
        "content/schemes/gi-protection-cnipa.md": scheme[: scheme.index("---", 4)] + "---\n",
    }
    return write(root, dict(files))


def test_a_sheet_with_four_mistakes_comes_back_marked_and_becomes_28_pages(tmp_path: Path) -> None:
    root, right = site(tmp_path / "潍坊"), rows()
    (tmp_path / "公告646.xlsx").write_bytes(with_mistakes(right))
    before = tree(root / "content")

    dry = run("table", "import", "公告646.xlsx", "--site", "潍坊", cwd=tmp_path)
    assert tree(root / "content") == before
    assert dry.returncode == 1, dry.stderr
    written = run("table", "import", "公告646.xlsx", "--site", "潍坊", "--write", cwd=tmp_path)
    after = tree(root / "content")
    assert after.items() >= before.items()
    assert len([name for name in after if name.startswith("gi/")]) == 24, written.stdout

    copy = tmp_path / "公告646-问题.xlsx"
    assert not (tmp_path / "公告646-问题-2.xlsx").exists()
    book = load_workbook(copy)
    sheet = book.worksheets[0]
    marked = {c.coordinate for row in sheet.iter_rows() for c in row if c.comment}
    assert marked == MISTAKES.keys()
    for cell, (_, correct) in MISTAKES.items():
        value = correct or right[sheet[cell].row - 1][sheet[cell].column - 1]
        sheet[cell].value = value
    book.save(copy)

    again = run("table", "import", copy.name, "--site", "潍坊", "--write", cwd=tmp_path)
    assert (again.returncode, "错误" in again.stderr) == (0, False), again.stderr
    final = tree(root / "content")
    notice = "recognitions/cnipa-646.yaml"
    assert {name for name in after if final[name] != after[name]} == {notice}
    assert final[notice].startswith(after[notice])

    built = run("build", cwd=root)
    assert built.returncode == 0, built.stderr
    table = root / "output/gi/table/index.html"
    pages = [page for page in (root / "output/gi").glob("*/index.html") if page != table]
    assert len(pages) == 28
    assert all(NOTICE in page.read_text("utf-8") for page in pages)
    assert json.loads((root / "output/release.json").read_text("utf-8"))["files"]
