"""Looking up a number: its page tells all that is registered under it, also what is over and gone."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from tests.support.basic_site import AS_OF, BASIC, SCHEME
from tests.support.site_test import SiteTest

FILE = "content/recognitions/cnipa-700.yaml"
HEAD = "scheme: gi-protection\ndocument: 国家知识产权局公告第700号\nannounced: 2024-11-03\n"
ROWS = HEAD + (
    "covers: 870\nrows:\n"
    "  - {row: a, subject: gi:qingxi-xueli, number: 甲字第12号}\n"
    "  - {row: b, subject: products:li-gao, valid_until: 2025-06-30}\n"
    "  - {row: c, subject: organizations:qingxi-li-xiehui}\n"
    "history:\n  - {row: c, date: 2025-05-05, status: 撤销, document: 乙〔2025〕2号}\n"
)
CODE = "91110000600037341L"


def built(root: Path, files: dict[str, str], as_of: date = AS_OF) -> SiteTest:
    return SiteTest(root, {FILE: ROWS, **files}).build(as_of=as_of)


def words(site: SiteTest, address: str) -> str:
    main = site.page(address).find("main")
    assert main is not None
    return " ".join(main.get_text(" ").split())


def test_a_number_has_every_row_with_its_status_and_the_documents_of_what_is_over(
    tmp_path: Path,
) -> None:
    site = built(tmp_path, {})
    page = site.page("v/cnipa-700/")
    rows = [" ".join(row.get_text(" ").split()) for row in page.select("tbody tr")]
    assert len(rows) == 3
    assert rows[0].startswith("青溪雪梨 证书号： 甲字第12号 青溪 有效")
    assert "已过登记有效期" in rows[1] and "续期情况请向发布机关核实" in rows[1]
    assert "已撤销，依据：乙〔2025〕2号。" in rows[2]
    text = words(site, "v/cnipa-700/")
    assert "1件，另有1件已过登记有效期、1件已撤销" in text
    assert "公告全国共列870件（公告自己的数），本名录收录其中3件。" in text
    assert "只说明登记情况，不能证明您手中的商品。" in text


def test_only_a_national_scheme_speaks_of_the_whole_country(tmp_path: Path) -> None:
    scheme = {"content/schemes/gi-protection.yaml": SCHEME.replace("国家级", "省级")}
    text = words(built(tmp_path, scheme), "v/cnipa-700/")
    assert "公告共列870件（公告自己的数），本名录收录其中3件。" in text


def test_a_withdrawn_entry_keeps_its_row_and_leads_to_the_page_that_says_why(
    tmp_path: Path,
) -> None:
    pear = str(BASIC["content/gi/qingxi-xueli.md"])
    gone = pear.replace("region:", "withdrawn: {on: 2026-01-01, reason: 申请}\nregion:", 1)
    site = built(tmp_path, {"content/gi/qingxi-xueli.md": gone})
    row = site.page("v/cnipa-700/").select("tbody tr")[0]
    link = row.find("a")
    assert link is not None and link["href"] == "../../gi/qingxi-xueli/"
    assert "已下架" in row.get_text()
    assert "申请" in words(site, "gi/qingxi-xueli/")


@pytest.mark.parametrize(
    ("rows", "verdict"),
    {
        "  - {row: a, subject: gi:qingxi-xueli}\n": "在名录里： 1件",
        "  - {row: a, subject: gi:qingxi-xueli, valid_until: 2025}\n": "登记过，状态已变： 1件已过登记有效期",
    }.items(),
)
def test_the_answer_stands_first(tmp_path: Path, rows: str, verdict: str) -> None:
    site = built(tmp_path, {FILE: f"{HEAD}rows:\n{rows}"})
    found = site.page("v/cnipa-700/").select_one(".verdict")
    assert found is not None
    assert " ".join(found.get_text(" ").split()).replace("： ", "：") == verdict.replace(
        "： ", "："
    )


def test_entries_and_the_ledger_lead_to_the_pages_of_numbers(tmp_path: Path) -> None:
    site = built(tmp_path, {})
    for address in ("gi/qingxi-xueli/", "ledger/", "schemes/gi-protection/", "verify/"):
        links = {str(a["href"]).replace("../", "") for a in site.page(address).select("main a")}
        assert {"v/cnipa-700/", "v/gi-protection-no-12-201357c8/"} <= links, address


def test_a_credit_code_tells_what_mark_its_firm_may_use_and_what_is_not_known(
    tmp_path: Path,
) -> None:
    pear = str(BASIC["content/gi/qingxi-xueli.md"])
    users = (
        f"mark_users:\n  - {{organization: 某社, credit_code: {CODE}, from: 2010}}\n"
        f"  - {{organization: 别社, credit_code: 91110000802100433B, from: 2027-01-01}}\n"
    )
    site = built(
        tmp_path, {"content/gi/qingxi-xueli.md": pear.replace("region:", users + "region:", 1)}
    )
    text = words(site, f"v/{CODE.lower()}/")
    assert "名录里有这个代码" in text and "青溪雪梨 某社 2010起 现状待核" in text
    assert "现在没有登记的内容" in words(site, "v/91110000802100433b/")


def test_the_list_counts_what_the_pages_of_its_numbers_list(tmp_path: Path) -> None:
    site = built(tmp_path, {})
    lines = site.page("verify/").select(".numbers li")
    assert len(lines) == 2 and "共2个号" in words(site, "verify/")
    for line in lines:
        link, note = line.find("a"), line.find(class_="note")
        assert link is not None and note is not None
        address = str(link["href"]).replace("../", "")
        counted = sum(map(int, re.findall(r"(\d+)件", note.get_text())))
        assert counted == len(site.page(address).select("tbody tr")), address


def test_very_many_numbers_are_spread_over_pages_by_their_endings(tmp_path: Path) -> None:
    rows = "".join(
        f"  - {{row: r{n}, subject: gi:qingxi-xueli, number: AGI2010-05-{n:05}}}\n"
        for n in range(401)
    )
    site = built(tmp_path, {FILE: f"{HEAD}rows:\n{rows}"})
    assert not site.page("verify/").select(".numbers li")
    links = {a.get_text(): a for a in site.page("verify/").select("#numbers .chips a")}
    assert len(links) == 100
    listed = [a.get_text() for a in site.page("verify/46/").select(".numbers li a")]
    assert listed == [f"AGI2010-05-00{n}46" for n in (3, 2, 1, 0)]
    assert (
        site.page("verify/00/").select(".numbers li a")[0].get_text() == "国家知识产权局公告第700号"
    )


def test_a_site_without_numbers_has_no_page_and_no_link_for_them(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, {FILE: None}).build()  # type: ignore[dict-item]
    assert not [path for path in site.output if path.startswith(("verify/", "v/"))]
    assert "查登记" not in site.text("index.html")
    assert "查登记" in built(tmp_path / "with", {}).text("index.html")


def test_the_page_about_12315_is_linked_where_the_site_has_one(tmp_path: Path) -> None:
    page = {"content/pages/jubao-12315.md": "---\nname: 怎么举报\n---\n\n打电话。\n"}
    assert "怎么举报" in words(built(tmp_path, page), "v/cnipa-700/")
