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
    assert problem == f"{GI}:2:28 {TAKEN}"


def test_a_former_address_that_is_none_is_reported(tmp_path: Path) -> None:
    SiteTest(tmp_path, with_line(GI, "former_urls: /旧/")).check().fails_with(
        f"{GI}:2:14 address.bad-former-url"
    )


@pytest.mark.parametrize(
    ("former", "why", "right"),
    [
        ("release.json", "sitegen 自己使用", ""),
        ("Release.JSON/more/x.html", "sitegen 自己使用", ""),
        ("__sitegen__/x.html", "sitegen 自己使用", ""),
        ("/", "首页", ""),
        (".htaccess", "开头的点", ""),
        (".git/", "开头的点", ""),
        (".well-known/acme-challenge", "开头的点", ""),
        ("old/.output.staging/", "开头的点", ""),
        ("a/../b.html", "不能有 . 和 ..", ""),
        ("web.config", "网页服务器自己", ""),
        ("cgi-bin/show.html", "网页服务器自己", ""),
        ("Index.htm", "网页服务器自己", ""),
        ("old/index.htm", "网页服务器自己", "/old/"),
        ("/old/default.html", "网页服务器自己", "/old/"),
        ("index.html/x.html", "不是文件夹", ""),
        ("INDEX.HTML", "不是文件夹", ""),
        ("nul/", "设备", ""),
        ("old/CON.html", "设备", ""),
        ("com1.old/x.html", "设备", ""),
        ("a./b.html", "点或空格结尾", ""),
        ("~root/", "不能以 ~ 开头", ""),
        ("-rf/", "不能以 - 开头", ""),
        ("old//pear.html", "两个 / 连在一起", "/old/pear.html"),
        ("//evil.example/", "两个 / 连在一起", ""),
        ("https://www.example.com/old/pear.html?id=3", "只能用", "/old/pear.html"),
        ("old/pear.php?id=3", "只能用", "/old/pear.php/"),
        ("%2e%2e/x", "只能用", ""),
        ("/旧/", "只能用", ""),
    ],
)
def test_a_former_address_that_cannot_be_published_is_refused_where_it_stands(
    former: str, why: str, right: str, tmp_path: Path
) -> None:
    site = SiteTest(tmp_path, with_line(GI, f'former_urls: [/old/a.html, "{former}"]'))
    site.build().fails_with(f"{GI}:2:28 address.bad-former-url")
    (problem,) = site.report.problems
    assert why in problem.message("zh") and problem.facts["right"] == right
    corrected = f', "{right}"' if right else ""
    site.change(GI, f', "{former}"', corrected).build().passes()
    site.equals_clean_build()


@pytest.mark.parametrize(
    "former", ["old/show.php", "old/v1.2/", "_old/a~b.html", "old/index.html", "media/1.html"]
)
def test_usual_former_addresses_may_be(former: str, tmp_path: Path) -> None:
    SiteTest(tmp_path, with_line(GI, f"former_urls: /{former}")).build().passes()


@pytest.mark.parametrize(
    "former",
    [
        "search/names/",
        "search/names/pack.js",
        "search/names/root.json/x",
        "search/cards",
        "assets/icon.svg/",
    ],
)
def test_a_former_address_among_files_that_are_made_later_is_told_where_it_stands(
    former: str, tmp_path: Path
) -> None:
    (problem,) = SiteTest(tmp_path, with_line(GI, f"former_urls: {former}")).check().problems
    assert problem.startswith(f"{GI}:2:14 address.")


@pytest.mark.parametrize("name", ["nul", "com0", "bin", "cgi-bin", "web-inf"])
def test_an_id_is_no_name_of_a_device_or_for_servers(name: str, tmp_path: Path) -> None:
    for file in (f"content/pages/{name}.md", f"content/gi/{name}.md"):
        site = SiteTest(tmp_path / file, {file: PAGE.format("")}).check()
        assert site.codes == ["entry.bad-file-name"]


@pytest.mark.parametrize("name", ["汉字", "a b", "con.x", "-rf"])
def test_a_script_of_the_site_needs_a_name_that_can_be_an_address(
    name: str, tmp_path: Path
) -> None:
    file = f"templates/js/built/{name}.js"
    site = SiteTest(tmp_path, {file: "1;\n"})
    site.check().fails_with(f"{file} address.unpublishable")


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
            ["2026-01-01下架", "申请人要求", "云市监函〔2026〕1号"],
        ),
        ("publish_until: 2026-01-01", ["公开期限已过"]),
    ],
)
def test_what_is_withdrawn_is_a_plain_page_that_only_the_changes_link_to(
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
        if path.endswith(".html") and path not in (
            "products/li-gao/index.html",
            "changes/index.html",
        ):
            assert "li-gao/" not in data.decode(), path
    assert "li-gao" not in output["sitemap.xml"].decode() + output["feed.xml"].decode()
    assert "products/index.html" not in output, "an empty list has no page"


def test_a_draft_leaves_no_trace(tmp_path: Path) -> None:
    SiteTest(tmp_path, with_line("content/products/li-gao.md", "draft: 是")).build().passes()
    assert not [p for p, data in tree(tmp_path / "output").items() if "梨膏".encode() in data]


def test_a_former_address_names_the_new_one_as_the_page_to_be_found(tmp_path: Path) -> None:
    SiteTest(tmp_path, with_line(GI, "former_urls: /old/pear/")).build().passes()
    moved, there = (
        BeautifulSoup((tmp_path / "output" / page).read_text("utf-8"), "html.parser")
        for page in ("old/pear/index.html", "gi/qingxi-xueli/index.html")
    )
    addresses = [page.select_one('link[rel="canonical"]') for page in (moved, there)]
    assert addresses[0] is not None and addresses[0] == addresses[1]
    assert str(addresses[0]["href"]).endswith("/gi/qingxi-xueli/")
