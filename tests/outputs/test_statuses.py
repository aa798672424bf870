"""Status boxes: what the ledger says of an entry, worded fairly, and the ledger's own page."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from bs4 import Tag

from tests.support.basic_site import AS_OF, SCHEME
from tests.support.site_test import SiteTest

FILE = "content/recognitions/cnipa-700.yaml"
HEAD = "scheme: gi-protection\ndocument: 国家知识产权局公告第700号\nannounced: 2024-11-03\nrows:\n"
NEGATIVE = ("撤销，", "已撤销", "暂停", "未通过", "无效", "失效", "过期")


def text(row: str, history: str = "", checked: str = "") -> str:
    return f"{checked}{HEAD}  - {{row: a, subject: gi:qingxi-xueli{row}}}\n" + (
        f"history:\n  - {{row: a, {history}}}\n" if history else ""
    )


def box(root: Path, announcement: str, scheme: str = SCHEME, as_of: date = AS_OF) -> Tag:
    files = {FILE: announcement, "content/schemes/gi-protection.yaml": scheme}
    site = SiteTest(root, files).build(as_of=as_of)
    found = site.page("gi/qingxi-xueli/").select_one(".status")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("announcement", "status", "words"),
    [
        (text("", checked="checked: 2025-12-16\n"), "valid", ["有效", "国家知识产权局公告第700号", "核对至2025-12-16，未见撤销公告"]),
        (text(", valid_until: 2027"), "valid", ["有效", "2024-11-03至2027"]),
        (text(", valid_until: 2025-12-31"), "expired", ["已过登记有效期", "登记的有效期至2025-12-31，续期情况请向发布机关核实。"]),
        (text(", review_due: 2025"), "review-due", ["待复核", "复核结果请向发布机关核实"]),
        (text("", "date: 2024-11-03, status: 附条件"), "conditional", ["附条件"]),
        (text("", "date: 2024-11-03, status: 公示中"), "pending", ["公示中", "尚未正式公布"]),
        (text("", "date: 2025-05-05, status: 暂停, document: 甲〔2025〕1号, reason: 抽检"), "suspended", ["暂停使用，依据：甲〔2025〕1号。", "抽检"]),
        (text("", "date: 2025-05-05, status: 撤销, document: 乙〔2025〕2号"), "revoked", ["已撤销，依据：乙〔2025〕2号。"]),
    ],
    ids=lambda value: value if isinstance(value, str) and value.isascii() and len(value) < 20 else "",
)  # fmt: skip
def test_each_status_is_worded_fairly(
    tmp_path: Path, announcement: str, status: str, words: list[str]
) -> None:
    found = box(tmp_path, announcement)
    assert found["data-status"] == status
    shown = found.get_text()
    assert all(word in shown for word in words), shown
    if status not in ("revoked", "suspended"):
        negative = [word for word in NEGATIVE if word in shown]
        assert negative == [], shown


SOURCE = "source: {{title: 某文{0}}}\n"


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("", ""),
        (SOURCE.format(""), ""),
        (SOURCE.format(", number: 国家知识产权局公告第七〇〇号"), ""),
        (SOURCE.format(", number: 国家知识产权局公告第700号"), "据公告"),
        (SOURCE.format(", number: 国家知识产权局公告第700号, kind: 报道"), "据报道"),
        (SOURCE.format(", kind: 名录"), "据名录"),
        (SOURCE.format(", kind: 资料"), "据资料"),
    ],
)
def test_a_status_says_what_it_rests_on(tmp_path: Path, source: str, shown: str) -> None:
    found = box(tmp_path, text("", checked=source)).select_one(".status__source")
    assert (found.get_text() if found else "") == shown


@pytest.mark.parametrize(
    ("checked", "overdue"),
    [("2025-01-14", True), ("2025-01-15", False), ("2024-02-29", True), ("", False)],
)
def test_a_check_of_more_than_a_year_ago_says_so(
    tmp_path: Path, checked: str, overdue: bool
) -> None:
    line = f"checked: {checked}\n" if checked else ""
    assert ("已过一年" in box(tmp_path, text("", checked=line)).get_text()) == overdue


def test_a_page_is_made_anew_on_the_day_its_check_is_a_year_old(tmp_path: Path) -> None:
    files = {FILE: text("", checked=f"checked: {AS_OF - timedelta(days=365)}\n")}
    site = SiteTest(tmp_path, files).build()
    assert "已过一年" not in site.text("gi/qingxi-xueli/index.html")
    site.build(as_of=AS_OF + timedelta(days=1)).equals_clean_build()
    assert "已过一年" in site.text("gi/qingxi-xueli/index.html")


def test_the_disclaimer_stands_once_on_a_page(tmp_path: Path) -> None:
    rows = text("") + "  - {row: b, subject: gi:qingxi-xueli, number: 乙1}\n"
    page = SiteTest(tmp_path, {FILE: rows}).build().page("gi/qingxi-xueli/")
    assert len(page.select(".status")) == 2
    assert page.get_text().count("只说明登记情况，不能证明您手中的商品") == 1


def test_an_ended_scheme_says_nothing_against_its_holders(tmp_path: Path) -> None:
    ended = SCHEME.replace("status: 现行", "status: 已停止\nclosed: 2025-06-30")
    found = box(tmp_path, text(""), ended)
    assert found["data-status"] == "historic"
    assert "该称号制度已停止，这里只保留记录，不影响企业和产品。" in found.get_text()
    site = SiteTest.at(tmp_path)
    scheme = site.page("schemes/gi-protection/").get_text()
    assert "该称号制度已停止（2025-06-30），不影响企业和产品。" in scheme
    entry = site.text("gi/index.html")
    assert "badge" not in entry.split("<main")[1].replace("badges", ""), (
        "no badge of an ended title"
    )


def test_an_inferred_end_is_said_to_be_inferred(tmp_path: Path) -> None:
    found = box(tmp_path, text(""), SCHEME + "validity_years: 3\n")
    assert "2024-11-03至2027-11-02" in found.get_text()
    assert "按制度规定的年限推算" in found.get_text()


def test_after_a_renewal_the_new_end_is_told(tmp_path: Path) -> None:
    renewed = text(", valid_until: 2025-06-30", "date: 2025-06-01, status: 续期, until: 2025-12-31")
    found = box(tmp_path, renewed)
    assert "登记的有效期至2025-12-31" in found.get_text()
    assert "续期至2025-12-31" in found.get_text()


def test_coming_changes_are_in_the_page(tmp_path: Path) -> None:
    found = box(tmp_path, text(", valid_until: 2026-06-30"))
    assert found["data-transitions"] == "2026-07-01 expired ended 已过登记有效期"


def test_the_heading_is_the_schemes_own_word(tmp_path: Path) -> None:
    assert "保护情况" in box(tmp_path / "a", text("")).get_text()
    listed = SCHEME.replace("wording: 保护", "wording: 收录")
    assert "收录情况" in box(tmp_path / "b", text(""), listed).get_text()


def test_the_ledger_page_counts_names_approvals_and_announcements(tmp_path: Path) -> None:
    second = HEAD.replace("700", "701") + "  - {row: b, subject: gi:qingxi-xueli}\n"
    revoked = HEAD.replace("700", "702") + "  - {row: c, subject: gi:baishan-zao}\nhistory:\n"
    revoked += "  - {row: c, date: 2025-01-01, status: 撤销, document: 丙}\n"
    files = {
        "content/recognitions/cnipa-701.yaml": second,
        "content/recognitions/cnipa-702.yaml": revoked,
        "content/gi/baishan-zao.md": "---\nname: 白山枣\n---\n",
    }
    site = SiteTest(tmp_path, files).build().passes()
    page = site.page("ledger/")
    shown = page.get_text()
    assert "2份公告、2条批准、1个名称" in shown
    assert "白山枣" not in shown and page.select('a[href="../gi/qingxi-xueli/"]')
    assert "2份公告、2条批准" in site.page("").get_text()
