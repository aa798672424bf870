"""Every link between pages leads to a page, every fragment to an id, under any sub-path."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from sitegen.checks.link_targets import LinkTargets
from sitegen.checks.page_rule import FinishedPage, FinishedTree
from sitegen.checks.pages import links
from tests.support.basic_site import REPOSITORY, SITE
from tests.support.site_test import SiteTest

IDS = {"index.html": "top", "gi/a/index.html": "b-收录", "404.html": ""}
PATHS = frozenset([*IDS, "assets/x.css", "media/图 1.png"])


def codes(path: str, link: str, base_path: str = "/") -> list[str]:
    """What the check says of a link; one that the quick look lets pass must be sound."""
    tree = FinishedTree(PATHS, IDS.get, base_path)
    found = links.judge(path, {"link": link}, tree)
    targets = LinkTargets(PATHS)
    ids = frozenset(IDS[path].split("\n"))
    for _ in range(2):
        page = FinishedPage(path, "", frozenset([link]), ids, targets)
        (doubt,) = list(links.check(page)) or [None]
        assert found is None or (doubt is not None and doubt.facts == {"link": link})
    return [found.kind.code] if found else []


@pytest.mark.parametrize(
    "link",
    [
        "../../",
        "./",
        "",
        "#b-收录",
        "../../#top",
        "../../assets/x.css",
        "../../media/%E5%9B%BE%201.png",
        "../a/",
        "../../gi/a/index.html",
        "https://a.cn/",
        "mailto:a@b.cn",
        "tel:12315",
        "../../index.html?x=1#top",
        "#b-%E6%94%B6%E5%BD%95",
    ],
)
def test_a_link_that_leads_somewhere_is_fine(link: str) -> None:
    assert codes("gi/a/index.html", link) == []


@pytest.mark.parametrize(
    ("link", "code"),
    [
        ("../b/", "link.broken"),
        ("../", "link.broken"),
        ("../../../", "link.broken"),
        ("../../gi/a", "link.broken"),
        ("../../assets/", "link.broken"),
        ("/", None),
        ("/zt/", "link.broken"),
        ("#nowhere", "link.no-such-fragment"),
        ("../../#b-收录", "link.no-such-fragment"),
        ("//evil.cn/", "link.bad-scheme"),
        ("javascript:x", "link.bad-scheme"),
        ("gi:a", "link.bad-scheme"),
        ("data:text/html,x", "link.bad-scheme"),
        ("..\\..\\", "link.broken"),
        ("http://[", "link.bad-scheme"),
        ("//[", "link.bad-scheme"),
        ("https://]", "link.bad-scheme"),
        ("https://a℀b.example/", "link.bad-scheme"),
        ("https://甲.example/乙", ""),
    ],
)
def test_a_link_that_leads_nowhere_is_told(link: str, code: str | None) -> None:
    assert codes("gi/a/index.html", link) == ([code] if code else [])


def test_an_absolute_link_must_stay_under_the_sub_path() -> None:
    assert codes("404.html", "/zt/gi/a/", "/zt/") == []
    assert codes("404.html", "/gi/a/", "/zt/") == ["link.broken"]
    assert codes("404.html", "/zt/gi/b/", "/zt/") == ["link.broken"]


@given(st.text(alphabet="./#?%abc2Eé:\\ []h@", max_size=25))
def test_no_link_crashes_the_check_or_leaves_the_site(link: str) -> None:
    if "//" not in link:
        target = links.resolve("gi/a/index.html", link.partition("#")[0], "/")
        assert target is None or not target.startswith(("/", "../"))
    codes("gi/a/index.html", link)


ARTICLE = "---\nname: 甲\nkind: 动态\n---\n\n"
FILE = "content/articles/x.md"
BELOW = "base_path: /zt/gi/\nrules: {site.path-disagrees: 关闭}\n"


@pytest.mark.parametrize(
    "before", ['id="x href=" title=" id="', 'title=" href="', "title=\" href='a'\""]
)
def test_a_link_behind_what_looks_like_one_goes_where_it_says(tmp_path: Path, before: str) -> None:
    other = before.replace('id="x', 'id="y')  # no two elements have one id
    body = f'{ARTICLE}<a {before} href="/about/">甲</a>\n\n<a {other} href="/logout?all=1">乙</a>\n'
    site = SiteTest(tmp_path, {"site.yaml": SITE + BELOW, FILE: body})
    column = len(f'<a {before} href="') + 1
    site.check().fails_with(f"{FILE}:8:{column} link.no-such-page")
    site.change(FILE, "/logout?all=1", "gi:qingxi-xueli").build().passes()
    links = [
        link["href"] for link in site.page("articles/x/").select("main a") if link.get("title")
    ]
    assert links == ["../../about/", "../../gi/qingxi-xueli/"]


def test_text_that_looks_like_a_link_is_none(tmp_path: Path) -> None:
    text = "网址 href=abc src='d' 里的 id=\"e\" 参数"
    summary = f"summary: {text}\nkind"
    body = f"{ARTICLE.replace('kind', summary)}{text}\n\n    <a {text}>\n"
    site = SiteTest(tmp_path, {FILE: body}).build().passes()
    assert site.text("articles/x/index.html").count("href=abc") >= 2


def test_a_dead_link_in_a_body_is_told_as_written_at_its_place(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, {FILE: f"{ARTICLE}一段。\n\n看[这](/abuot/)。\n"})
    site.check().fails_with(f"{FILE}:8:6 link.no-such-page")
    assert site.report.problems[0].facts == {"link": "/abuot/", "nearest": "/about/"}


def test_a_dead_link_is_told_in_an_entry_that_has_other_mistakes(tmp_path: Path) -> None:
    body = f"{ARTICLE.replace('动态', '动物')}看[这](/nowhere/)和[那](/articles/y/)。\n"
    site = SiteTest(tmp_path, {FILE: body}).check()
    site.fails_with(f"{FILE}:3:7 schema.not-a-choice", f"{FILE}:6:6 link.no-such-page")


def test_a_page_that_did_not_load_is_not_missed_by_links(tmp_path: Path) -> None:
    other = "content/articles/y.md"
    files = {FILE: f"{ARTICLE}看[这](/articles/y/)。\n", other: ARTICLE.replace("动态", "动物")}
    SiteTest(tmp_path, files).check().fails_with(f"{other}:3:7 schema.not-a-choice")


def test_a_dead_fragment_in_a_body_is_told_as_written_at_its_place(tmp_path: Path) -> None:
    body = f"{ARTICLE}看[那](/about/#no)和[梨](gi:qingxi-xueli#种法)，[下](#无)面。\n"
    site = SiteTest(tmp_path, {FILE: body}).check()
    code = "link.no-such-fragment"
    site.fails_with(f"{FILE}:6:6 {code}", f"{FILE}:6:22 {code}", f"{FILE}:6:46 {code}")
    facts = [(p.facts["link"], p.facts["fragment"]) for p in site.report.sorted()]
    assert facts == [("/about/#no", "no"), ("gi:qingxi-xueli#种法", "种法"), ("#无", "无")]


def test_a_dead_link_in_a_template_is_one_problem_in_that_template(tmp_path: Path) -> None:
    file = "templates/components/header/header.html"
    theme = (REPOSITORY / file).read_text("utf-8")
    header = theme.replace("<ul>", '<ul>\n<li><a href="{{ masthead.home }}fuwu/">服务</a></li>', 1)
    line = header[: header.index("fuwu/")].count("\n") + 1
    site = SiteTest(tmp_path, {file: header}).check()
    assert site.codes == ["link.broken"]
    (problem,) = site.report.problems
    assert (problem.at.file, problem.at.line) == (file, line)
    assert int(problem.facts["others"]) > 10


@pytest.mark.parametrize("setting", ["", BELOW, "link_style: 文件\n"])
def test_every_link_of_a_site_leads_to_a_file(tmp_path: Path, setting: str) -> None:
    site = SiteTest(tmp_path, {"site.yaml": SITE + setting})
    site.build().passes()
    output = site.output
    base = "/zt/gi/" if "zt" in setting else "/"
    counted = 0
    for path, data in output.items():
        if not path.endswith(".html"):
            continue
        for tag in BeautifulSoup(data, "html.parser").find_all(href=True):
            link = str(tag["href"])
            if link.startswith(("https:", "tel:", "mailto:")):
                continue
            target = links.resolve(path, link.partition("#")[0].partition("?")[0], base)
            assert target in output, f"{path}: {link}"
            if "文件" in setting and path != "404.html":
                assert not link.partition("#")[0].endswith("/"), f"{path}: {link}"
            counted += 1
    assert counted > 200
