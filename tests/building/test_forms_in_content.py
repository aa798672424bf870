"""A form that enterprises filled in, put into content/ as it came back."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from tests.support.command_line import run
from tests.support.site_test import SiteTest

FORM = "content/products/from-enterprises.xlsx"


def filled(site: Path, cells: dict[str, str]) -> bytes:
    """The form for products with one row filled in below the example, as openpyxl saves it."""
    path = site / "form.xlsx"
    answer = run("table", "template", "products", str(path), cwd=site)
    assert answer.returncode == 0, answer.stderr
    book = openpyxl.load_workbook(path)
    sheet = book["特色产品"]
    header = {str(cell.value): cell.column for cell in sheet[1]}
    for title, text in cells.items():
        sheet.cell(3, header[title]).value = text
    book.save(path)
    return path.read_bytes()


def test_what_was_filled_in_is_an_entry_and_the_example_is_none(tmp_path: Path) -> None:
    site = SiteTest(tmp_path)
    cells = {"编号": "li-jiu", "名称": "青溪梨酒", "种类": "农产品", "地区": "青溪县"}
    site.write(FORM, filled(tmp_path, cells)).build().passes()
    assert "青溪" in site.text("products/li-jiu/index.html")
    assert "慢火熬成" not in "".join(
        data.decode("utf-8", "replace")
        for name, data in site.output.items()
        if name.endswith("html")
    )


@pytest.mark.parametrize(
    ("cells", "lines"),
    [
        (
            {"编号": "li-jiu", "名称": "梨酒", "种类": "酒"},
            ["特色产品!C3 种类] schema.not-a-choice"],
        ),
        ({"编号": "li-jiu", "名称": "梨酒"}, ["特色产品!A3] schema.missing-field"]),
        ({"名称": "梨酒", "种类": "农产品"}, ["特色产品!A3 编号] table.no-id"]),
    ],
)
def test_what_is_wrong_is_told_at_its_cell(
    tmp_path: Path, cells: dict[str, str], lines: list[str]
) -> None:
    site = SiteTest(tmp_path)
    found = site.write(FORM, filled(tmp_path, cells)).check().problems
    assert found == [f"{FORM} [{line}" for line in lines]
