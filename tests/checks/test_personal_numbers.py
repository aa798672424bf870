"""Mobile and identity numbers are found wherever they would be published, and nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest
from stdnum.cn import ric

from sitegen.checks.entries.personal_numbers import numbers_in
from tests.support.basic_site import SITE
from tests.support.site_test import Files, SiteTest

GAO = "content/products/li-gao.md"
IDENTITY = "11010519491231002X"
NO_KNOWN_COUNTY = "370799199001020033"
"""Of a province that there is, and a county that the table of counties has not."""


def gao(fields: str, body: str = "") -> Files:
    return {GAO: f"---\nname: 梨膏\nkind: 农产品\n{fields}---\n{body}"}


@pytest.mark.parametrize(
    ("files", "problems"),
    [
        (gao("summary: 订购13912345678。\n"), [f"{GAO}:4:10 privacy.mobile-number"]),
        (gao("summary: 订１３９－１２３４－５６７８\n"), [f"{GAO}:4:10 privacy.mobile-number"]),
        (gao("summary: 订139−1234−5678\n"), [f"{GAO}:4:10 privacy.mobile-number"]),
        (gao("summary: 订１３９　１２３４　５６７８\n"), [f"{GAO}:4:10 privacy.mobile-number"]),
        (gao("", "\n找张经理：139 1234 5678。\n"), [f"{GAO}:6:6 privacy.mobile-number"]),
        (gao("", f"\n身份证{IDENTITY}。\n"), [f"{GAO}:6:4 privacy.identity-number"]),
        (gao("", f"\n身份证{NO_KNOWN_COUNTY}。\n"), [f"{GAO}:6:4 privacy.identity-number"]),
        (
            gao(
                "buy:\n  - {channel: 门店, name: 张家, phone: 13912345678, text: 微信１３９１２３４５６７８}\n"
            ),
            [f"{GAO}:5:36 privacy.mobile-number", f"{GAO}:5:55 privacy.mobile-number"],
        ),
        (
            gao("sources:\n  - {title: 张某13912345678提供}\n"),
            [f"{GAO}:5:13 privacy.mobile-number"],
        ),
        (gao("notes_private: 张经理13912345678\n"), []),
        (gao("review: {drafted: 张某13912345678}\n"), []),
        (gao("summary: 订购 0536-3212345，编号 6901234567892。\n"), []),
        (
            {
                "content/organizations/firm.yaml": "name: 甲\nkind: 企业\ncredit_code: 91110000600037341L\n"
            },
            [],
        ),
        (
            {"content/products/t.csv": "编号,名称,种类,一句话\na,甲,农产品,电话13912345678\n"},
            ["content/products/t.csv:2 [一句话] privacy.mobile-number"],
        ),
    ],
)
def test_personal_numbers_are_told_at_their_place(
    tmp_path: Path, files: Files, problems: list[str]
) -> None:
    site = SiteTest(tmp_path, files).check()
    assert site.problems == problems


def test_a_site_s_own_field_is_looked_at(tmp_path: Path) -> None:
    settings = SITE + ("collections:\n  products:\n    fields:\n      tel: {label: 订购}\n")
    files = {"site.yaml": settings, **gao("tel: 13912345678\n")}
    SiteTest(tmp_path, files).check().fails_with(f"{GAO}:4:6 privacy.mobile-number")


def test_messages_hide_the_middle_of_a_number(tmp_path: Path) -> None:
    report = (
        SiteTest(tmp_path, gao("summary: 订购13912345678。\n", f"\n{IDENTITY}\n")).check().report
    )
    text = report.text("zh") + report.text("en")
    assert "139****5678" in text and "110105********002X" in text
    assert "13912345678" not in text and IDENTITY not in text


@pytest.mark.parametrize(
    "text",
    [
        "913707001234567890",  # a credit code of digits only
        "110105194912310021",  # its check digit is wrong
        "110105194913310020",  # there is no thirteenth month
        "https://example.cn/13912345678/a",
        "国作登字-2013-F-00139123",
        "6901391234567",
        "2013912345678",
        "GB/T 13912-2020",
    ],
)
def test_other_long_numbers_are_no_alarm(text: str) -> None:
    assert not ric.is_valid(text)
    assert list(numbers_in(text)) == []


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("notice: 纠错请打13912345678", "site.yaml:7:9 site.mobile-number"),
        ("gov: {contact: 139 1234 5678}", "site.yaml:7:16 site.mobile-number"),
        (
            "footer: [{title: 联系, links: [{to: /, text: 139-1234-5678}]}]",
            "site.yaml:7:44 site.mobile-number",
        ),
        (f"tagline: {IDENTITY}", "site.yaml:7:10 site.identity-number"),
    ],
)
def test_settings_publish_no_personal_number(tmp_path: Path, line: str, problem: str) -> None:
    site = SiteTest(tmp_path, {"site.yaml": f"{SITE}{line}\n"}).check()
    assert site.problems == [problem]
    assert "139****5678" in site.report.text() or "********" in site.report.text()
