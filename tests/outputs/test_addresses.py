"""Two pages never share an address; old addresses lead on; what is withdrawn says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.support.basic_site import BASIC, tree
from tests.support.site_test import SiteTest

PAGE = "---\nname: 甲\n{}---\n\n文。\n"
GI = "content/gi/qingxi-xueli.md"
TAKEN = "address.taken"


def with_line(file: str, line: str) -> dict[str, str | bytes | None]:
    text = BASIC[file]
    assert isinstance(text, str)
    return {file: text.replace("name:", f"{line}\nname:", 1)}


@pytest.mark.parametrize(
    "former",
    [
        "/products/li-gao/",
        "/gi/",
        "/GI/",
        "/About/",
        "/sitemap.xml/x.html",
        "/404.html",
        "/feed.xml/",
        "/gi/qingxi-xueli/",
    ],
)
def test_a_former_address_may_not_be_in_use(tmp_path: Path, former: str) -> None:
    problems = SiteTest(tmp_path, with_line(GI, f"former_urls: [{former}]")).check().problems
    assert problems and all(problem.endswith(TAKEN) for problem in problems)


def test_two_entries_may_not_have_one_former_address_in_any_case(tmp_path: Path) -> None:
    files = with_line(GI, "former_urls: /old/Pear.html")
    files |= with_line("content/pages/about.md", "former_urls: /old/pear.html")
    (problem,) = SiteTest(tmp_path, files).check().problems
    assert problem.endswith(TAKEN)


def test_a_file_cannot_be_a_folder_as_well(tmp_path: Path) -> None:
    files = with_line(GI, "former_urls: [/old/a.html, /old/a.html/b.html]")
    (problem,) = SiteTest(tmp_path, files).check().problems
    assert problem == f"{GI}:1:1 {TAKEN}"


def test_a_former_address_that_is_none_is_reported(tmp_path: Path) -> None:
    SiteTest(tmp_path, with_line(GI, "former_urls: /旧/")).check().fails_with(
        f"{GI}:2:14 address.bad-former-url"
    )


def test_a_former_address_leads_on_to_the_present_one(tmp_path: Path) -> None:
    files = with_line(GI, "former_urls: [/old/pear.html, /pear]")
    outcome = SiteTest(tmp_path, files).build()
    assert outcome.built is not None, outcome.report.text()
    for path, href in (
        ("old/pear.html", "../gi/qingxi-xueli/"),
        ("pear/index.html", "../gi/qingxi-xueli/"),
    ):
        soup = BeautifulSoup((tmp_path / "output" / path).read_bytes(), "html.parser")
        refresh = soup.select_one('meta[http-equiv="refresh"]')
        assert refresh is not None and str(refresh["content"]).endswith(f"url={href}")
        assert soup.select_one(f'main a[href="{href}"]') is not None
    assert "old/pear" not in (tmp_path / "output" / "sitemap.xml").read_text("utf-8")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "withdrawn: {on: 2026-01-01, reason: 申请人要求, document: 云市监函〔2026〕1号}",
            ["2026-01-01 下架", "申请人要求", "云市监函〔2026〕1号"],
        ),
        ("publish_until: 2026-01-01", ["公开期限已过"]),
    ],
)
def test_what_is_withdrawn_is_a_plain_page_that_no_list_links_to(
    tmp_path: Path, line: str, said: list[str]
) -> None:
    outcome = SiteTest(tmp_path, with_line("content/products/li-gao.md", line)).build()
    assert outcome.built is not None, outcome.report.text()
    output = tree(tmp_path / "output")
    page = BeautifulSoup(output["products/li-gao/index.html"], "html.parser")
    main = page.select_one("main")
    assert main is not None and page.select_one("h1") is not None
    assert all(words in main.get_text() for words in said)
    assert "用雪梨熬的膏" not in main.get_text()
    for path, data in output.items():
        if path.endswith(".html") and path != "products/li-gao/index.html":
            assert "li-gao/" not in data.decode(), path
    assert "li-gao" not in output["sitemap.xml"].decode() + output["feed.xml"].decode()
    assert "products/index.html" not in output, "an empty list has no page"


def test_a_draft_leaves_no_trace(tmp_path: Path) -> None:
    SiteTest(tmp_path, with_line("content/products/li-gao.md", "draft: 是")).build().passes()
    assert not [p for p, data in tree(tmp_path / "output").items() if "梨膏".encode() in data]
