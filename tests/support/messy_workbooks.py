"""Twelve workbooks as they come from county bureaus and firms: right in what they say, messy in how."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, Final, NamedTuple

import xlsxwriter
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.worksheet import Worksheet

from tests.support.workbooks import ods, saved, xls, xlsx

NOTES: Final = (
    "填表说明：1.产品名称要与证书一致。2.一个产品填一行。",
    "制表人：李工  审核人：王工  日期：2026年1月5日",
)


class Messy(NamedTuple):
    """A workbook: the name of its file, its bytes, and what an editor would type behind `table import`."""

    file: str
    data: bytes
    options: Mapping[str, Any]
    rows: Any = None
    """What stands in a file that no other library here reads."""


LIST: Final = {
    "种类": "农产品",
    "认定体系": "地理标志产品保护",
    "文号": "云农函〔2026〕12号",
    "公告日期": "2026-01-08",
}


def two_row_header() -> Messy:
    """A ledger with a merged title, groups above its header, counties merged over their products, serial numbers by
    a formula, a total, notes and a signature below."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        plain, head = book.add_format(), book.add_format({"bold": True, "text_wrap": True})
        sheet = book.add_worksheet("台账 ")
        sheet.merge_range("A1:G1", "云州市特色农产品认定情况统计表", head)
        sheet.merge_range("A2:A3", "序号", head)
        sheet.merge_range("B2:B3", "县区", head)
        sheet.merge_range("C2:E2", "基本情况", head)
        sheet.merge_range("F2:G2", "认定情况", head)
        for column, name in enumerate(
            ("产品名称", "企业名称", "联系\n电话", "证书编号", "有效期至"), 2
        ):
            sheet.write_string(2, column, name, head)
        rows = (
            ("青溪梨酒", "青溪县白石酒业有限公司", "0536-1234567", "A01", "2029年1月"),
            ("青溪梨露", "青溪县白石酒业有限公司", "", "A02", "2029.1.7"),
            ("白山梨糖", "白山县梨农专业合作社", "13800000000", "A03", "2029-01-07"),
        )
        for row, texts in enumerate(rows, 3):
            sheet.write_formula(row, 0, "=ROW()-3", plain, row - 2)
            for column, text in enumerate(texts, 2):
                sheet.write_string(row, column, text)
        sheet.merge_range("B4:B5", "青溪县", plain)
        sheet.write_string("B6", "白山县")
        sheet.write_string("A7", "合 计")
        sheet.write_formula("C7", "=COUNTA(C4:C6)", plain, 3)
        sheet.merge_range("A8:G8", NOTES[0], plain)
        sheet.write_string("A9", NOTES[1])
    return Messy("台账.xlsx", buffer.getvalue(), {"values": LIST})


def pictures_in_cells() -> Messy:
    """A form of products from WPS: pictures in cells, headers with asterisks and （必填）."""
    buffer = io.BytesIO()
    picture = '=DISPIMG("ID_8F1C0A5B2D3E4F60718293A4B5C6D7E8",1)'
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        sheet = book.add_worksheet("特色产品")
        for column, name in enumerate(
            ("*名称", "种类（必填）", "地区*", "图片", "一句话（20字以内）")
        ):
            sheet.write_string(0, column, name)
        rows = (
            ("梨酒", "农产品", "青溪县", "", "微甜"),
            ("梨木梳", "工艺品", "白山县", "li-mu-shu.jpg", ""),
        )
        for row, texts in enumerate(rows, 1):
            for column, text in enumerate(texts):
                if text:
                    sheet.write_string(row, column, text)
        sheet.write_formula(1, 3, "=_xlfn." + picture[1:], None, picture)
    return Messy("特色产品-填写表.xlsx", buffer.getvalue(), {})


def codes_as_numbers() -> Messy:
    """Firms whose codes and telephones were typed as numbers, with look-ups that found nothing."""

    def change(sheet: Worksheet) -> None:
        sheet["B2"].number_format = "0"
        sheet["D3"].number_format = "0000-0000000"
        sheet["E2"].number_format = "000000"
        sheet["C4"].value, sheet["C4"].data_type = "#N/A", "e"
        sheet["C5"].value = "=VLOOKUP(A5,X:Y,2,0)"

    rows: list[list[Any]] = [
        ["企业名称", "统一社会信用代码", "地区", "联系电话", "邮政编码", "性质"],
        ["白石酒业有限公司", 913707003340000123, "青溪县", 13800000000, 26110, "企业"],
        ["青溪果品有限公司", "91370700MA3C000X0B", "青溪县", 5361234567, "261100", "企业"],
        ["白山糖厂", None, None, None, None, "企业"],
        ["白山茶厂", "9.137E+17", None, None, None, "企业"],
    ]
    return Messy("企业.xlsx", xlsx(rows, change), {})


def dates() -> Messy:
    """An old workbook from a Mac: days counted from 1904, months, days without a year, and dates as texts."""
    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "名单"
    rows: list[list[Any]] = [
        ["产品名称", "企业名称", "证书编号", "有效期起", "有效期至"],
        ["梨酒", "白石厂", "B01", datetime(2024, 6, 1), datetime(2029, 5, 31)],
        ["梨糖", "白石厂", "B02", "2024.6.1", "2029年5月"],
        ["梨膏糖", "白石厂", "B03", datetime(2024, 6, 1), datetime(2029, 5, 1)],
        ["梨脯", "白石厂", "B04", "二〇二四年六月一日", "长期"],
        ["梨干", "白石厂", "B05", datetime(2024, 9, 10), "20290531"],
    ]
    for row in rows:
        sheet.append(row)
    sheet["D4"].number_format = sheet["E4"].number_format = "yyyy.m"
    sheet["D6"].number_format = 'm"月"d"日"'
    return Messy("名单.xlsx", saved(book), {"values": LIST})


def full_width() -> Messy:
    """Figures and letters in full width, no-break spaces, line breaks in cells and headers."""
    rows: list[list[Any]] = [
        ["产品\n名称", "企　业\xa0名称", "县\n区", "证书\n编号", "信用\n代码"],
        [
            "青溪\n梨酒",
            "青溪县白石酒业\n有限公司",
            "青溪县\xa0",
            "Ａ０１",
            "９１３７０７００ＭＡ３Ｃ０００Ｘ０Ｂ",
        ],
        ["　白山梨糖　", "白山县梨农专业合作社", "\xa0白山县", "Ａ０２ ", None],
    ]
    return Messy(
        "台账（最终版）.xlsx",
        xlsx(rows, lambda sheet: setattr(sheet, "title", "Sheet1  ")),
        {"values": LIST},
    )


def hidden_parts() -> Messy:
    """A list that was filtered and forgotten: hidden rows and columns, blank columns, a hidden sheet, trailing formats."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "特色产品"
    rows: list[list[Any]] = [
        ["名称", None, "种类", "地区", "备注", "一句话"],
        [None] * 6,
        ["梨酒", None, "农产品", "青溪县", "待核", "微甜"],
        ["梨糖", None, "农产品", "白山县", None, None],
        ["枣糕", None, "农产品", "黑山县", None, None],
    ]
    for row in rows:
        sheet.append(row)
    sheet.row_dimensions[4].hidden = sheet.row_dimensions[5].hidden = True
    sheet.column_dimensions["E"].hidden = True
    sheet["H40"].number_format = "0.00"
    other = book.create_sheet("旧名单")
    other.append(["名称", "种类"])
    other.append(["梨干", "农产品"])
    other.sheet_state = "hidden"
    return Messy("产品汇总.xlsx", saved(book), {})


def ticks_and_numbers() -> Messy:
    """Yes and no by ticks, shares in per cent, numbers with separators and units."""

    def change(sheet: Worksheet) -> None:
        sheet["E2"].number_format = "#,##0"

    rows: list[list[Any]] = [
        ["名称", "种类", "地区", "可参观", "可邮寄"],
        ["梨酒", "农产品", "青溪县", "√", "有"],
        ["梨糖", "农产品", "白山县", "×", "无"],
        ["梨干", "农产品", "白山县", "☑", "可以"],
        ["梨脯", "农产品", "白山县", True, "是（需冷链）"],
    ]
    return Messy("特色产品.xlsx", xlsx(rows, change), {})


def several_values() -> Messy:
    """Several values in a cell, each firm with a separator of its own."""
    rows: list[list[Any]] = [
        ["名称", "种类", "地区", "类别", "别名", "有货月份"],
        ["梨酒", "农产品", "青溪县/白山县", "果品", "梨子酒\n雪梨酒", "9-11"],
        ["梨糖", "农产品", "青溪县\n白山县", "果品；工艺", "梨膏糖;药糖", "9月、10月"],
        ["梨干", "农产品", "青溪县,白山县", "果品 工艺", "梨条，梨片", "全年"],
        ["梨脯", "农产品", "青溪县、白山县", "果品", "蜜梨|糖梨", "9月/10月"],
    ]
    return Messy("特色产品.xlsx", xlsx(rows), {})


def a_sheet_for_each_county() -> Messy:
    """A ledger with a sheet for each county, a sheet of explanations and a blank one."""
    book = Workbook()
    first = book.active
    assert isinstance(first, Worksheet)
    first.title = "说明"
    first.append(["各县区请填自己的表，产品名称与证书一致。"])
    for county, product, number in (("青溪县", "梨酒", "C01"), ("白山县 ", "梨糖", "C02")):
        sheet = book.create_sheet(county)
        sheet.append(["序号", "产品名称", "生产企业", "证书编号"])
        sheet.append([1, product, f"{county.strip()}果品厂", number])
    book.create_sheet("Sheet4")
    return Messy("各县区汇总.xlsx", saved(book), {"values": LIST})


def old_excel() -> Messy:
    """An .xls file: days as numbers, telephones as numbers, a signature below."""
    rows: list[list[Any]] = [
        ["序号", "产品名称", "企业名称", "县区", "联系电话", "证书编号", "有效期起"],
        [1, "梨酒", "白石厂", "青溪县", 13800000000, 20240001, date(2024, 6, 1)],
        [2, "梨糖", "白石厂", "青溪县", 13800000000, 20240002, date(2024, 6, 1)],
        ["填表单位（盖章）：青溪县农业农村局", None, None, None, "填表日期：2026年1月5日"],
    ]
    return Messy("上报表.xls", xls(rows), {"values": LIST}, rows)


def open_document() -> Messy:
    """An .ods file with a note between the rows and the number of a notice in every row."""
    rows: list[list[Any]] = [
        ["品牌名称", "所属企业", "县区", "文号", "荣誉称号", "认定时间"],
        ["白石", "白石酒业", "青溪县", "云农函〔2026〕12号", "地理标志产品保护", date(2026, 1, 8)],
        ["青溪红", "青溪果品", "青溪县", "云农函[2026]12号", "地理标志产品保护", "2026.1.8"],
        ["注：白石为续展。"],
    ]
    return Messy("品牌台账.ods", ods(rows), {"values": {"类型": "企业品牌"}}, rows)


def exported_csv() -> Messy:
    """A CSV file in GBK that Excel saved of a ledger with a title, a total and blank columns."""
    lines = (
        "云州市名特优产品名单,,,,,,",
        "序号,产品名称,企业名称,县区,证书编号,联系电话,",
        '1,梨酒,"白石酒业（青溪）有限公司",青溪县,D01,13800000000,',
        "2,梨糖,白山糖厂,白山县,D02,1.38E+10,",
        "合计,2,,,,,",
        ",,,,,,",
        "制表：李工,,,,日期：2026.1.5,,",
    )
    return Messy("名单.csv", "\r\n".join(lines).encode("gb18030"), {"values": LIST})


MESSY: Final[tuple[Callable[[], Messy], ...]] = (
    two_row_header,
    pictures_in_cells,
    codes_as_numbers,
    dates,
    full_width,
    hidden_parts,
    ticks_and_numbers,
    several_values,
    a_sheet_for_each_county,
    old_excel,
    open_document,
    exported_csv,
)
