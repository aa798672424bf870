"""What the preview shows while a site builds and while it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.problems import Kind, Language, Location, Problem, Report, Severity
from sitegen.serving.answers import Answer, Request, State, answer
from tests.support import basic_site
from tests.support.site_test import SiteTest

HOST = "127.0.0.1:8000"
PEAR = "content/gi/qingxi-xueli.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    site = SiteTest(tmp_path)
    site.build()
    return site.root


def ask(
    root: Path, path: str, report: Report, *, base: str = "/", past: str = "",
    query: str = "", language: Language = "zh",
) -> Answer:  # fmt: skip
    state = State("7-2", report, base, language)
    return answer(state, root, root / "output", Request(path, query, HOST, past))


def broken(root: Path) -> Report:
    basic_site.write(root, {
        PEAR: basic_site.PEAR.replace("summary:", "sumary: <b>&"),
        "content/products/li-gao.md": "---\nname: 梨膏\nkind: 药\n---\n",
    })  # fmt: skip
    return SiteTest.at(root).check().report


def test_pages_come_with_the_reload_and_files_as_they_are(root: Path) -> None:
    page = ask(root, "/gi/qingxi-xueli/", Report())
    assert page.status == 200 and page.type.startswith("text/html")
    assert "青溪雪梨" in page.body.decode() and b'data-build="7-2" defer' in page.body
    index = ask(root, "/release.json", Report())
    assert index.body == (root / "output/release.json").read_bytes()
    assert index.type == "application/json"


def test_a_missing_page_is_404_with_the_sites_own_page(root: Path) -> None:
    missing = ask(root, "/gi/nothing/", Report())
    assert missing.status == 404 and "没有这个网页" in missing.body.decode()
    assert b"reload.js" in missing.body


def test_the_root_leads_below_the_base_path(root: Path) -> None:
    assert ask(root, "/", Report(), base="/zt/").headers["Location"] == "/zt/"
    assert ask(root, "/zt/gi/qingxi-xueli/", Report(), base="/zt/").status == 200
    assert ask(root, "/gi/qingxi-xueli/", Report(), base="/zt/").status == 404


def test_while_there_are_errors_every_page_lists_them_by_file_with_place_and_fix(
    root: Path,
) -> None:
    report = broken(root)
    shown = ask(root, "/articles/", report)
    page = shown.body.decode()
    assert shown.status == 503
    assert page.count("<h2>") == 2 and PEAR in page and "content/products/li-gao.md" in page
    for problem in report.problems:
        assert problem.kind.code in page and f"第 {problem.at.line} 行" in page
    assert "改成“summary”" in page
    assert "sumary: &lt;b&gt;&amp;" in page and "<b>" not in page
    assert "看上一次的网站" in page and "?to=/articles/" in page
    assert b"reload.js" in shown.body and b"ws://127.0.0.1:8000" in shown.body


def test_hidden_characters_of_names_values_and_lines_are_seen(root: Path) -> None:
    file = "content/articles/\u202egnp.md"
    basic_site.write(root, {file: "---\nname: a\x85\u2028b\nsu\u2066mary: c\n---\n"})
    kind = Kind("test.thing", Severity.ERROR, "“{a}”错了", "“{a}” is wrong", "改{a}", "mend {a}")
    report = Report([Problem(kind, Location(file, 3, 1, "d\x1b"), {"a": "e\u202ef"})])
    page = ask(root, "/", report).body.decode()
    assert r"<h2>content/articles/\u202egnp.md</h2>" in page
    assert r"su\u2066mary: c" in page and r"“d\x1b”" in page
    assert page.count(r"e\u202ef") == 2 and "\u202e" not in page


def test_files_of_the_last_site_stay_while_there_are_errors(root: Path) -> None:
    style = next((root / "output/assets").glob("site-*.css"))
    assert ask(root, f"/assets/{style.name}", broken(root)).body == style.read_bytes()


def test_the_last_good_site_can_be_seen_until_the_next_save(root: Path) -> None:
    report = broken(root)
    chosen = ask(root, "/__sitegen__/last", report, query="to=/gi/qingxi-xueli/")
    assert (chosen.status, chosen.headers["Location"]) == (302, "/gi/qingxi-xueli/")
    assert chosen.dismiss == "7-2"
    page = ask(root, "/gi/qingxi-xueli/", report, past="7-2")
    assert page.status == 200 and b"data-behind" in page.body
    assert ask(root, "/gi/qingxi-xueli/", report, past="7-1").status == 503
    back = ask(root, "/__sitegen__/problems", report, query="to=/gi/", past="7-2")
    assert back.dismiss == "" and back.headers["Location"] == "/gi/"


@pytest.mark.parametrize(
    "given", ["//evil.example/", "https://evil.example/", "/%5c%5cevil", "/a%0d%0aX: y", "x", ""]
)
def test_it_never_leads_to_another_site(root: Path, given: str) -> None:
    assert ask(root, "/__sitegen__/last", broken(root), query=f"to={given}").headers == {
        "Location": "/"
    }


def test_where_nothing_was_built_yet_there_is_no_last_site(tmp_path: Path) -> None:
    report = (
        SiteTest.at(basic_site.write(tmp_path, {"site.yaml": "id: X\n", "output/a.html": "mine"}))
        .check()
        .report
    )
    shown = ask(tmp_path, "/", report)
    assert shown.status == 503 and "看上一次的网站" not in shown.body.decode()
    assert ask(tmp_path, "/", report, past="7-2").status == 503
    assert b"mine" not in ask(tmp_path, "/a.html", report).body
    assert b"mine" not in ask(tmp_path, "/a.html", Report()).body


def test_english_is_spoken_on_request(root: Path) -> None:
    page = ask(root, "/", broken(root), language="en").body.decode()
    assert "See the last good site" in page and "line 4" in page and "the nearest is" in page


def test_the_previews_own_files_are_there_whatever_the_site(tmp_path: Path) -> None:
    assert "WebSocket" in ask(tmp_path, "/__sitegen__/reload.js", Report()).body.decode()
    assert ask(tmp_path, "/__sitegen__/overlay.css", Report()).type.startswith("text/css")
    assert ask(tmp_path, "/__sitegen__/answers.py", Report()).status == 404
