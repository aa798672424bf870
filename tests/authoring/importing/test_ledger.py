"""The flat ledger of a bureau becomes firms, products and an announcement that refer to each other."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from tests.support.basic_site import basic, tree, write
from tests.support.imported import Imported, taken
from tests.support.site_test import SiteTest
from tests.support.workbooks import Rows, saved

HEADER = [
    "序号",
    "产品名称",
    "企业名称（全称）",
    "所在\n县区",
    "类别",
    "批次",
    "文号",
    "联系电话",
    "证书编号",
]
LIST = "云农函〔2026〕12号"
ROWS: list[list[Any]] = [
    ["云州市特色农产品名录台账", *[None] * 8],
    HEADER,
    [
        1,
        "青溪梨酒",
        "青溪县白石酒业有限公司",
        "青溪县",
        "梨",
        "第一批",
        LIST,
        "0536-1234567",
        "A01",
    ],
    [2, "白山梨糖", "白山县梨农专业合作社", "白山", "果品", "第一批", LIST, None, "A02"],
    [3, "青溪梨露", "青溪县白石酒业有限公司", "青溪县", "梨", "第一批", LIST, None, "A03"],
    ["合计", 3, *[None] * 7],
]
SET = {"种类": "农产品", "认定体系": "地理标志产品保护", "发布时间": "2026-01-10"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return basic(tmp_path / "site")


def ledger(root: Path, rows: Rows | bytes = ROWS, **options: Any) -> Imported:
    return taken(root, rows, "台账.xlsx", **{"values": SET, **options})


def test_a_row_becomes_a_firm_a_product_and_a_row_of_the_announcement(root: Path) -> None:
    found = ledger(root, write=True)
    assert not found.report.has_errors, found.said
    assert found.outcomes == [
        ("new", "baishi-jiuye"),
        ("new", "baishanxian-linong-zhuanyehezuoshe"),
        ("new", "qingxi-lijiu"),
        ("new", "baishan-litang"),
        ("new", "qingxi-lilu"),
        ("new", "yunnonghan-2026-12"),
    ]
    product = (root / "content/products/qingxi-lijiu.md").read_text()
    assert "maker: 青溪县白石酒业有限公司" in product and "region: qingxi" in product
    assert "kind: farm" in product and "categories: pears" in product
    firm = (root / "content/organizations/baishanxian-linong-zhuanyehezuoshe.md").read_text()
    assert "kind: cooperative" in firm and "region: baishan" in firm
    announcement = (root / "content/recognitions/yunnonghan-2026-12.yaml").read_text()
    assert "document: 云农函〔2026〕12号" in announcement and "batch: 第一批" in announcement
    assert announcement.replace(chr(34), "").count("subject: products:") == 3
    assert "number: A03" in announcement


def test_what_was_imported_is_a_site_without_mistakes(root: Path) -> None:
    ledger(root, write=True)
    site = SiteTest.at(root).build()
    assert site.problems == []
    assert "青溪梨酒" in site.text("products/qingxi-lijiu/index.html")


def test_telephones_are_kept_private_until_somebody_says_otherwise(root: Path) -> None:
    found = ledger(root, write=True)
    assert "台账.xlsx [Sheet1!H2 联系电话] ledger.private-phone" in found.problems
    firm = root / "content/organizations/baishi-jiuye.md"
    assert "contact_private:\n  phone: 0536-1234567" in firm.read_text()
    firm.unlink()
    found = ledger(root, write=True, meant={"联系电话": "公开联系方式.电话"})
    assert not found.report.has_errors, found.said
    assert "contact_public:\n  phone: 0536-1234567" in firm.read_text()


def test_the_same_ledger_again_changes_nothing(root: Path) -> None:
    ledger(root, write=True)
    before = tree(root / "content")
    found = ledger(root, write=True)
    assert {outcome for outcome, _ in found.outcomes} == {"unchanged"}, found.changes
    assert tree(root / "content") == before


def test_a_second_batch_adds_its_rows_to_the_announcement(root: Path) -> None:
    ledger(root, ROWS[:4], write=True)
    before = (root / "content/recognitions/yunnonghan-2026-12.yaml").read_text()
    found = ledger(root, [HEADER, ROWS[4]], write=True)
    assert found.outcomes == [
        ("unchanged", "baishi-jiuye"),
        ("new", "qingxi-lilu"),
        ("changed", "yunnonghan-2026-12"),
    ]
    after = (root / "content/recognitions/yunnonghan-2026-12.yaml").read_text()
    assert after.startswith(before) and "number: A03" in after


def test_a_refused_row_is_in_no_announcement_and_comes_with_the_next_import(root: Path) -> None:
    rows = [*ROWS[:3], [*ROWS[3][:3], "黑山县", *ROWS[3][4:]], ROWS[4]]
    found = ledger(root, rows, write=True)
    assert [p for p in found.problems if "reference" in p] == [
        "台账.xlsx [Sheet1!D4 所在县区] reference.missing",
    ]
    announcement = root / "content/recognitions/yunnonghan-2026-12.yaml"
    assert "A02" not in announcement.read_text() and "A03" in announcement.read_text()
    assert not (root / "content/products/baishan-litang.md").exists()
    found = ledger(root, write=True)
    assert not found.report.has_errors and "A02" in announcement.read_text()


def test_two_telephones_of_one_firm_are_asked_about_and_keep_both_rows_out(root: Path) -> None:
    rows = [*ROWS[:4], [*ROWS[4][:7], "0536-7654321", "A03"]]
    found = ledger(root, rows)
    assert "台账.xlsx [Sheet1!H5 联系电话] ledger.different-values" in found.problems
    assert [outcome for outcome, id in found.outcomes if id in ("qingxi-lijiu", "qingxi-lilu")] == [
        "refused",
        "refused",
    ]


def test_an_announcement_list_needs_no_column_for_what_is_the_same_in_all_rows(root: Path) -> None:
    rows: Rows = [
        ["产品名称", "企业名称", "信用代码"],
        ["青溪雪梨酒", "白石厂", "91370700MA3C000X0T"],
    ]
    said = {**SET, "文号": LIST, "公告日期": "2026-01-08", "地区": "青溪县"}
    found = ledger(root, rows, values=said, write=True)
    assert not found.report.has_errors, found.said
    assert [id for _, id in found.outcomes] == [
        "baishichang",
        "qingxi-xuelijiu",
        "yunnonghan-2026-12",
    ]
    announcement = (root / "content/recognitions/yunnonghan-2026-12.yaml").read_text()
    assert "announced: 2026-01-08" in announcement and "row: 1" in announcement.replace('"', "")


def test_an_existing_firm_keeps_its_kind_and_its_place(root: Path) -> None:
    firm = "name: 白石厂\nkind: 博物馆\nregion: baishan\n"
    write(root, {"content/organizations/baishi.yaml": firm})
    rows: Rows = [["产品名称", "企业名称", "县区"], ["梨酒", "白石厂", "青溪县"]]
    found = ledger(root, rows)
    assert found.outcomes == [("unchanged", "baishi"), ("new", "lijiu")]


def test_a_table_of_products_with_their_makers_is_no_ledger(root: Path) -> None:
    rows: Rows = [["名称", "种类", "制作者"], ["梨酒", "农产品", "白石厂"]]
    assert taken(root, rows).outcomes == [("new", "lijiu")]


def test_what_a_later_row_adds_to_a_firm_is_taken(root: Path) -> None:
    rows = [*ROWS[:4], [*ROWS[4][:7], None, "A03"]]
    rows[2] = [*rows[2][:7], None, "A01"]
    rows[4] = [*rows[4][:7], "0536-1234567", "A03"]
    assert not ledger(root, rows, write=True).report.has_errors
    assert "0536-1234567" in (root / "content/organizations/baishi-jiuye.md").read_text()


def test_two_batches_of_one_document_are_asked_about(root: Path) -> None:
    rows = [*ROWS[:4], [*ROWS[4][:5], "第二批", *ROWS[4][6:]]]
    found = ledger(root, rows)
    assert "台账.xlsx [Sheet1!F5 批次] ledger.different-values" in found.problems


def test_a_number_of_a_title_without_its_document_is_asked_about(root: Path) -> None:
    rows = [*ROWS[:4], [*ROWS[4][:6], None, None, "A03"]]
    found = ledger(root, rows)
    assert [problem for problem in found.problems if "without-owner" in problem] == [
        "台账.xlsx [Sheet1!F5 批次] ledger.without-owner",
        "台账.xlsx [Sheet1!I5 证书编号] ledger.without-owner",
    ]
    assert ("refused", "qingxi-lilu") in found.outcomes


def test_a_telephone_without_a_firm_is_asked_about(root: Path) -> None:
    rows = [*ROWS[:3], [*ROWS[3][:2], None, *ROWS[3][3:7], "0536-1", "A02"]]
    assert "台账.xlsx [Sheet1!H4 联系电话] ledger.without-owner" in ledger(root, rows).problems


def test_columns_of_titles_are_asked_about_where_no_document_gives_them(root: Path) -> None:
    rows: Rows = [["产品名称", "企业名称", "批次", "证书编号"], ["梨酒", "白石厂", "第一批", "A1"]]
    found = ledger(root, rows)
    assert [problem for problem in found.problems if "unknown" in problem] == [
        "台账.xlsx [Sheet1!C1 批次] import.unknown-column",
        "台账.xlsx [Sheet1!D1 证书编号] import.unknown-column",
    ]
    assert found.done is not None and not found.done.could_write


def test_the_sheets_of_a_ledger_are_one_ledger(root: Path) -> None:
    book = Workbook()
    for number, county in enumerate(("青溪县", "白山县"), 1):
        sheet = book.create_sheet(county)
        sheet.append(["产品名称", "生产企业", "证书编号"])
        sheet.append([f"梨酒{number}", "白石厂", f"C{number}"])
    book.remove(book.worksheets[0])
    found = ledger(root, saved(book), values={**SET, "文号": LIST}, write=True)
    assert found.outcomes == [
        ("new", "baishichang"),
        ("new", "lijiu-1"),
        ("new", "lijiu-2"),
        ("new", "yunnonghan-2026-12"),
    ]
    announcement = (root / "content/recognitions/yunnonghan-2026-12.yaml").read_text()
    assert announcement.count("document:") == 1
    assert "number: C1" in announcement and "number: C2" in announcement
    assert SiteTest.at(root).build().problems == []


def test_a_mistake_in_what_is_said_of_the_title_keeps_only_its_row_out(root: Path) -> None:
    rows: Rows = [
        ["产品名称", "企业名称", "县区", "文号", "有效期至"],
        ["梨酒", "白石厂", "青溪县", LIST, "2029-01-01"],
        ["梨糖", "白石厂", "青溪县", LIST, "长期"],
        ["梨干", "白石厂", "黑山县", LIST, "明年"],
    ]
    found = ledger(root, rows, values={**SET, "公告日期": "2026-01-08"})
    assert [p.rpartition("!")[2] for p in found.problems] == [
        "C4 县区] reference.missing",
        "E3 有效期至] schema.not-a-date",
        "E4 有效期至] schema.not-a-date",
    ]
    assert found.outcomes == [
        ("new", "baishichang"),
        ("new", "lijiu"),
        ("refused", "litang"),
        ("refused", "ligan"),
        ("new", "yunnonghan-2026-12"),
    ]


def test_two_days_of_one_announcement_are_asked_about(root: Path) -> None:
    rows: Rows = [
        ["产品名称", "企业名称", "县区", "文号", "公告日期", "批次"],
        ["梨酒", "白石厂", "青溪县", LIST, "2026-01-08", "第一批"],
        ["梨糖", "白石厂", "青溪县", "云农函[2026]12 号", "2026.1.8", "第一批"],
        ["梨干", "白石厂", "青溪县", LIST, "2026-01-09", None],
    ]
    found = ledger(root, rows[:3])
    assert found.problems == [] and found.outcomes[-1] == ("new", "yunnonghan-2026-12")
    found = ledger(root, rows)
    assert found.problems == ["台账.xlsx [Sheet1!E4 公告日期] ledger.different-values"]
    assert f"“{LIST}”的“公告日期”和第 2 行写的不一样：2026-01-09、2026-01-08" in found.said
    assert {id for outcome, id in found.outcomes if outcome == "refused"} == {
        "lijiu",
        "ligan",
        "yunnonghan-2026-12",
    }


def test_the_name_of_a_refused_firm_is_written_as_a_name(root: Path) -> None:
    rows: Rows = [
        ["产品名称", "企业名称", "县区"],
        ["梨酒", "白石厂", "黑山县"],
        ["梨糖", "白石厂", "青溪县"],
    ]
    found = ledger(root, rows, values={"种类": "农产品"}, write=True)
    assert [id for outcome, id in found.outcomes if outcome == "new"] == ["litang"]
    site = SiteTest.at(root).build()
    assert site.problems == [] and "白石厂" in site.text("products/litang/index.html")


def test_a_list_of_geographical_indications_is_a_ledger_too(root: Path) -> None:
    rows: Rows = [
        ["序号", "产品名称", "申请人", "县区", "文号", "公告日期", "认定体系"],
        [1, "青溪梨酒", "青溪县果业服务中心", "青溪县", LIST, "2026-01-08", "地理标志产品保护"],
        [2, "白山梨糖", "白山县人民政府", "白山县", LIST, "2026-01-08", "地理标志产品保护"],
    ]
    found = taken(root, rows, "台账.xlsx", write=True)
    assert not found.report.has_errors, found.said
    gi = (root / "content/gi/qingxi-lijiu.md").read_text()
    assert "applicant: 青溪县果业服务中心" in gi
    kinds = {path.stem: path.read_text() for path in (root / "content/organizations").iterdir()}
    assert sum("kind: public-body" in text for text in kinds.values()) == 1
    assert sum("kind: government" in text for text in kinds.values()) == 1
    site = SiteTest.at(root).build()
    assert [line for line in site.problems if "错误" in line] == []


def test_a_later_sheet_adds_to_a_firm_of_an_earlier_one(root: Path) -> None:
    book = Workbook()
    first, second = book.worksheets[0], book.create_sheet("二")
    first.append(["产品名称", "企业名称"])
    first.append(["梨酒", "白石厂"])
    second.append(["产品名称", "生产企业", "联系电话"])
    second.append(["梨糖", "白石厂", "0536-1"])
    found = ledger(root, saved(book), values={"种类": "农产品"}, write=True)
    assert not found.report.has_errors, found.said
    assert "phone: 0536-1" in (root / "content/organizations/baishichang.md").read_text()
