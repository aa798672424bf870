"""The form for enterprises: what it asks, how it explains itself, and the row that is never read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl.workbook import Workbook

from sitegen.commands.table_template import write_template
from sitegen.config.site import Site, read_site
from sitegen.loading.document import Document, Places
from sitegen.loading.workbook_marks import EXAMPLE, GUIDE_SHEET, ID_HEADER
from sitegen.model import validate
from sitegen.model.collections import COLLECTIONS
from sitegen.problems import Report
from tests.support import exported_workbooks
from tests.support.basic_site import basic
from tests.support.workbooks import saved


def form(tmp_path: Path, collection: str, *, full: bool = False) -> Workbook:
    report = Report()
    path = tmp_path / "form.xlsx"
    assert write_template(basic(tmp_path / "site"), collection, path, report, full=full) == path
    assert not report.problems
    return exported_workbooks.opened(path)


def headers(book: Workbook) -> list[str]:
    return list(exported_workbooks.sheets(book)[book.worksheets[1].title].header)


def test_it_asks_for_what_an_enterprise_knows_the_required_first(tmp_path: Path) -> None:
    asked = headers(form(tmp_path, "特色产品"))
    assert asked[:3] == [ID_HEADER, "名称", "种类"]
    assert {"一句话", "图片.文件", "制作者", "有货月份"} <= set(asked)
    assert not {"拼音", "发布时间", "内部备注", "三审三校.起草"} & set(asked)


def test_in_full_it_asks_for_every_public_field(tmp_path: Path) -> None:
    asked = headers(form(tmp_path, "products", full=True))
    assert {"拼音", "海关编码", "哪里买.电话"} <= set(asked)
    assert not {"内部备注", "三审三校.起草"} & set(asked)


def test_it_begins_with_instructions_in_plain_words(tmp_path: Path) -> None:
    book = form(tmp_path, "products")
    assert book.worksheets[0].title == GUIDE_SHEET and book.active is book.worksheets[0]
    said = [str(cell.value) for row in book.worksheets[0] for cell in row if cell.value]
    assert any("灰色的一行是示例" in line for line in said)
    assert any("日期写成 2025-10-01" in line for line in said)
    assert set(headers(book)) <= set(said)
    assert not [line for line in said if "content/" in line or ".yaml" in line]


@pytest.mark.parametrize("collection", COLLECTIONS)
@pytest.mark.parametrize("full", [False, True])
def test_its_example_row_is_grey_and_marked_and_right(
    tmp_path: Path, collection: str, full: bool
) -> None:
    book = form(tmp_path, collection, full=full)
    for title, sheet in exported_workbooks.sheets(book).items():
        (row,) = sheet.rows
        assert row[0] == EXAMPLE
        greys = {cell.fill.fgColor.rgb for cell in book[title][2]}
        assert greys == {"FFF0F0F0"}
    site, _ = read_site(tmp_path / "site")
    assert site is not None
    assert problems_of(book, collection, site) == []


def problems_of(book: Workbook, collection: str, site: Site) -> list[str]:
    """What would be wrong with the example if it were read as an entry."""
    for title in exported_workbooks.sheets(book):
        book[title]["A2"] = "shili"
    options = site.options
    document, wrong = exported_workbooks.document_of(saved(book), collection, options)
    assert document is not None
    if collection == validate.LISTS_IN_TABLES:
        entry = document.tree["shili"]
        assert isinstance(entry, dict)
        file = f"content/{collection}/shili.yaml"
        document = Document(file, entry, "", 1, "", Places())
    elif COLLECTIONS[collection].tree:
        document = replace(document, file=f"content/{collection}.xlsx")
    _, mistakes = validate.read(document, options)
    return [f"{problem.at} {problem.message('zh')}" for problem in [*wrong, *mistakes]]


def test_there_is_room_to_choose_from_lists_far_below(tmp_path: Path) -> None:
    book = form(tmp_path, "products")
    ranges = {str(rule.sqref) for rule in book.worksheets[1].data_validations.dataValidation}
    assert ranges and all(reach.endswith("1002") or reach.endswith("1001") for reach in ranges)
