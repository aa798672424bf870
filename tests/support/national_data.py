"""Made-up rows in the files of the national data set."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from pathlib import Path

from tests.support import basic_site

COLUMNS = (
    "name", "kind", "province", "city", "county", "year", "notice_no", "area", "category", "source",
    "notice_date", "authority", "applicant", "county_codes", "province_basis", "city_basis",
)  # fmt: skip
CNIPA = "国家知识产权局"
AQSIQ = "原国家质检总局"
MARA = "农业农村部"
PLACES = """\
id,pid,deep,name,pinyin_prefix,pinyin,ext_id,ext_name
97,0,0,"云山","y","yun shan","970000000000","云山省"
9701,97,1,"青溪","q","qing xi","970100000000","青溪市"
970101,9701,2,"白石","b","bai shi","970101000000","白石县"
970102,9701,2,"长都","c","chang du","970102000000","长都区"
9702,97,1,"白石","b","bai shi","970200000000","白石市"
970200,9702,2,"白石","b","bai shi","970200000000","白石市"
970001,97,1,"南屏","n","nan ping","970001000000","南屏市"
970001000,970001,2,"南屏","n","nan ping","970001000000","南屏市"
"""
PEAR = {
    "name": "青溪雪梨",
    "province": "云山省",
    "city": "青溪市",
    "county": "长都区|白石县",
    "county_codes": "970102|970101",
    "year": "2025",
    "notice_no": "国家知识产权局公告第990号",
    "notice_date": "2025-02-03",
    "authority": CNIPA,
    "applicant": "青溪市雪梨协会",
    "area": "青溪雪梨产地范围为云山省青溪市现辖行政区域。",
}
ROWS: tuple[dict[str, str], ...] = (
    PEAR,
    {**PEAR, "year": "2010", "notice_no": "国家质检总局公告2010年第91号", "notice_date": "", "county": "",
     "county_codes": "", "authority": AQSIQ, "applicant": "", "area": "长都区两个乡。"},
    {**PEAR, "name": "长都茶（明前）", "county": "长都区", "county_codes": "970102", "notice_date": ""},
    {**PEAR, "name": "长都茶", "county": "长都区", "county_codes": "970102"},
    {**PEAR, "name": "南屏石", "city": "", "county": "南屏市", "county_codes": "970001", "area": "",
     "notice_no": "云山省公告第7号"},
    {**PEAR, "name": "高新酒", "county": "青溪高新区", "county_codes": "970171"},
    {**PEAR, "name": "白石鸡", "county": "白石县", "county_codes": "", "area": "东经109°45?06\""},
    {**PEAR, "name": "青溪鸭", "city": "", "county": "", "county_codes": "", "year": "", "notice_date": "",
     "notice_no": "AGI00001", "authority": MARA, "area": "", "city_basis": "upstream-json"},
    {**PEAR, "name": "青溪鹅", "city": "无名市", "county": "", "county_codes": "", "year": "2017",
     "notice_date": "", "notice_no": "AGI2017-03-0002", "authority": MARA, "area": ""},
    {**PEAR, "name": "青溪鱼", "county": "", "county_codes": "", "authority": "不知何处"},
)  # fmt: skip
TEXT = (
    "（一）品种。青溪白。（二）质量特色。1.感官特色。皮薄多汁。2.理化指标。青溪雪梨可溶性固形物≥12.5%，"
    "总酸（以苹果酸计）0.1～0.3g/100g。3.安全及其他质量要求。产品安全应符合国家相关规定。"
)


def data(folder: Path, rows: Iterable[dict[str, str]] = ROWS) -> Path:
    """A data folder with the files and columns of the real one."""
    table = io.StringIO(newline="")
    writer = csv.DictWriter(table, COLUMNS, restval="")
    writer.writeheader()
    writer.writerows(rows)
    text = {"name": PEAR["name"], "notice_no": PEAR["notice_no"], "text": TEXT}
    text |= {"year": "2025", "applicant": "", "area": "", "sensory": "皮薄□汁。"}
    return basic_site.write(
        folder,
        {
            "gi_records.csv": table.getvalue(),
            "gi_fulltext.jsonl": json.dumps(text, ensure_ascii=False) + "\n",
            "admin/xiangyuecn_level3_pinyin.csv": PLACES,
        },
    )
