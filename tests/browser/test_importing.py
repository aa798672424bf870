"""A flat sheet with faults becomes pages in the browser, without a terminal: dropped, corrected, dropped again."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.support.basic_site import basic
from tests.support.preview.process import Running, running
from tests.support.workbooks import Rows, xlsx

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

HOME = "/__sitegen__/edit/"
MOST_ACTIONS = 12
SHEET: Rows = [
    ["序号", "名称", "种类", "地区", "介绍"],
    *([n, f"青溪{n}号梨膏", "农产品", "青溪县", f"第{n}种梨膏。"] for n in range(1, 29)),
]
FAULTS = {"C4": "农产", "D9": "青溪线", "B15": None, "C20": "特产"}
"""Four cells that are wrong; what stands in them instead."""
CORRECTIONS = {"农产": "农产品", "青溪线": "青溪县", "特产": "农产品"}
DROP = """(target, [text, name]) => {
  const bytes = Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
  const bag = new DataTransfer();
  bag.items.add(new File([bytes], name));
  for (const kind of ["dragenter", "dragover", "drop"]) {
    target.dispatchEvent(new DragEvent(kind, { dataTransfer: bag, bubbles: true, cancelable: true }));
  }
}"""


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Running]]:
    root = basic(tmp_path_factory.mktemp("imported"))
    with running(root, command="edit") as preview:
        yield root, preview


def sheet(file: Path) -> Path:
    """The flat sheet with its faults."""
    file.write_bytes(xlsx(SHEET))
    return changed(file, FAULTS)


def changed(file: Path, cells: Mapping[str, str | None]) -> Path:
    book = load_workbook(file)
    for cell, text in cells.items():
        book.active[cell] = text
    book.save(file)
    return file


def drop(page: Page, file: Path) -> None:
    data = base64.b64encode(file.read_bytes()).decode()
    with page.expect_navigation(url="**/import/*"):
        page.locator("body").evaluate(DROP, [data, file.name])


def test_a_flat_sheet_with_four_faults_becomes_28_pages_in_a_few_actions(
    browser: Browser, edited: tuple[Path, Running], tmp_path: Path
) -> None:
    root, preview = edited
    page = browser.new_page(viewport={"width": 1440, "height": 900}, bypass_csp=True)
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    actions = []

    actions.append("open the editor")
    page.goto(preview.url)
    actions.append("drop the sheet on the list")
    drop(page, sheet(tmp_path / "特色产品.xlsx"))
    asked = page.get_by_label("“介绍”一列是哪一项")
    actions.append("say what the column 介绍 is")
    asked.select_option("一句话")
    actions.append("look again")
    page.get_by_role("button", name="再试算", exact=True).click()
    page.get_by_text("新增 24，改动 0，不变 0，不收 4").wait_for()
    told = page.locator(".problems").first.inner_text()
    for place in ("Sheet1!C4", "Sheet1!D9", "Sheet1!A15", "Sheet1!C20", "青溪县 (qingxi)"):
        assert place in told
    actions.append("take the sheet with marks")
    with page.expect_download() as download:
        page.get_by_role("link", name="下载标好的表格").click()
    marked = tmp_path / download.value.suggested_filename
    download.value.save_as(marked)
    assert marked.name == "特色产品-问题.xlsx"
    book = load_workbook(marked).active
    assert len([cell for row in book.iter_rows() for cell in row if cell.comment]) >= len(FAULTS)
    corrected = dict(corrections(book))
    assert len(corrected) == len(FAULTS)
    actions += [f"correct {cell}" for cell in corrected]
    changed(marked, corrected)
    actions.append("drop it again")
    drop(page, marked)
    page.get_by_text("新增 28，改动 0，不变 0，不收 0").wait_for()
    actions.append("write")
    page.get_by_role("button", name="写入 28 个条目").click()
    page.get_by_text("已写入 28 个条目").wait_for()
    files = [file.stem for file in (root / "content/products").glob("*haoligao.md")]
    assert len(files) == 28
    for name in files:
        preview.until(lambda name=name: b"200" in preview.get(f"/products/{name}/")[:15])
    assert len(actions) <= MOST_ACTIONS and complaints == []
    page.get_by_role("button", name="撤销上次保存").click()
    page.get_by_text("已撤销一次保存").wait_for()
    assert not list((root / "content/products").glob("*haoligao.md"))
    page.close()


def corrections(sheet: Worksheet) -> Iterator[tuple[str, str]]:
    """(cell, what an editor types into it) of each fault."""
    (name,) = (cell.column for row in sheet.iter_rows() for cell in row if cell.value == "名称")
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value in CORRECTIONS:
                yield cell.coordinate, CORRECTIONS[cell.value]
            elif cell.value == "第14种梨膏。":
                yield sheet.cell(cell.row, name).coordinate, "青溪14号梨膏"


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_in_a_dry_run(
    browser: Browser,
    edited: tuple[Path, Running],
    axe: str,
    tmp_path: Path,
    width: int,
    scheme: Literal["light", "dark"],
) -> None:
    page = browser.new_page(
        viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True
    )
    page.goto(edited[1].url)
    page.goto(page.url.partition("/__")[0] + f"{HOME}import")
    looked_at(page, axe, width)
    page.get_by_label(re.compile("把表格拖到这里")).set_input_files(
        sheet(tmp_path / "特色产品.xlsx")
    )
    page.wait_for_url("**/import/*")
    looked_at(page, axe, width)
    page.get_by_label("“介绍”一列是哪一项").select_option("一句话")
    page.get_by_role("button", name="再试算", exact=True).click()
    page.get_by_text("新增 24，").wait_for()
    looked_at(page, axe, width)
    page.close()


def looked_at(page: Page, axe: str, width: int) -> None:
    page.evaluate(axe)
    found = page.evaluate(
        "axe.run().then(r => r.violations.map(v => v.id + ' ' + v.nodes[0].html))"
    )
    assert found == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
