"""Nothing dated after the day that the data stand for is shown; on its day it is."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from sitegen.outputs.families import view_of
from tests.support import planned_site
from tests.support.basic_site import AS_OF, BASIC, PEAR, SCHEME, SITE
from tests.support.problem_lines import problem_lines
from tests.support.site_test import SiteTest

LATER = date(2026, 1, 16)
COMMON = f"""\
published: {LATER} 08:00
updated: {LATER}
checked: {LATER}
former_names: [{{name: 旧名甲, until: {LATER}}}]
sources: [{{title: 来源甲, date: {LATER}}}]
"""
FILES: dict[str, str | bytes | None] = {
    "site.yaml": SITE + "collections: {brands: {fields: {since: {label: 起于某日, type: date}}}}\n",
    "content/brands/dun.md": f"""\
---
name: 盾牌
kind: 产品品牌
{COMMON}founded: {LATER}
since: {LATER}
trademarks: [{{number: 7654321, registered: {LATER}}}]
brand_values: [{{year: {LATER}, amount: 88.5, publisher: 甲}}]
---
""",
    "content/gi/qingxi-xueli.md": PEAR.replace(
        "name:",
        f"mark_users:\n  - {{organization: 新厂, from: {LATER}}}\n"
        f"  - {{organization: 老厂, until: {AS_OF}, checked: {LATER}}}\nname:",
        1,
    ),
    "content/products/li-gao.md": str(BASIC["content/products/li-gao.md"]).replace(
        "name:", f"buy: [{{channel: 网店, name: 店, checked: {LATER}}}]\nname:", 1
    ),
    "content/schemes/gi-protection.yaml": SCHEME.replace("现行", "已停止")
    + f"opened: {LATER}\nclosed: {AS_OF}\n",
    "content/articles/first.md": f"---\nname: 第一篇\nkind: 动态\npublished: {LATER}\n---\n",
    "content/regions.yaml": str(BASIC["content/regions.yaml"]).replace(
        "short_name: 青溪,", f"short_name: 青溪, former_names: [{{name: 旧县, until: {LATER}}}],"
    ),
}
BRAND, GI = "brands/dun/index.html", "gi/qingxi-xueli/index.html"
SHOWN = [
    (BRAND, "旧名甲"),
    (BRAND, "来源甲"),
    (BRAND, "创立"),
    (BRAND, "起于某日"),
    (BRAND, "7654321"),
    (BRAND, "88.5"),
    (BRAND, "<dt>发布</dt>"),
    (BRAND, "<dt>更新</dt>"),
    (BRAND, "<dt>核对</dt>"),
    (GI, "新厂"),
    (GI, "2026-01-15，已过登记有效期"),
    (GI, "核对于"),
    ("products/li-gao/index.html", "核对于"),
    ("schemes/gi-protection/index.html", "开始"),
    ("schemes/gi-protection/index.html", "该称号制度已停止（2026-01-15）"),
    ("schemes/index.html", "停止于"),
    ("index.html", "第一篇"),
    ("index.html", "其中1个已停止"),
    ("regions/qingxi/index.html", "旧县"),
    ("feed.xml", "盾牌"),
    ("sitemap.xml", "brands/dun/</loc><lastmod>2026-01-16"),
]


@pytest.fixture(scope="module")
def before_and_on(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    outputs = []
    for day in (AS_OF, LATER):
        site = SiteTest(tmp_path_factory.mktemp("dated"), FILES).build(as_of=day)
        assert site.built is not None, site.report.text("zh")
        outputs.append(site.target)
    return outputs[0], outputs[1]


@pytest.mark.parametrize(("page", "words"), SHOWN, ids=lambda value: str(value))
def test_what_is_dated_later_appears_on_its_day(
    page: str, words: str, before_and_on: tuple[Path, Path]
) -> None:
    markup = re.compile(r"</?(?:span|time)\b[^>]*>")
    texts = ((output / page).read_text("utf-8") for output in before_and_on)
    before, on = (markup.sub("", text) for text in texts)
    assert words in on
    assert words not in before


def test_an_article_has_no_page_before_its_day(before_and_on: tuple[Path, Path]) -> None:
    before, on = before_and_on
    assert not (before / "articles").exists() and (on / "articles/first/index.html").exists()


def test_of_links_to_an_article_that_is_still_to_come_nothing_is_said(tmp_path: Path) -> None:
    page = {"content/pages/about.md": "---\nname: 关于\n---\n\n看[文](articles:first)。\n"}
    assert problem_lines(planned_site.plan(tmp_path, page, date(2025, 12, 1))[1]) == []
    first = str(BASIC["content/articles/first.md"]).replace("kind:", "draft: 是\nkind:", 1)
    draft = {**page, "content/articles/first.md": first}
    assert len(problem_lines(planned_site.plan(tmp_path, draft, date(2025, 12, 1))[1])) == 1


def test_nothing_of_the_later_day_stands_anywhere_the_day_before(
    before_and_on: tuple[Path, Path],
) -> None:
    before, _ = before_and_on
    pages = [path for path in before.rglob("*") if path.suffix in (".html", ".xml")]
    assert len(pages) > 15
    assert [path for path in pages if str(LATER) in _without_transitions(path)] == []


def _without_transitions(path: Path) -> str:
    """A file without the attribute that announces when a status will change."""
    return re.sub(r'data-(?:transitions|from)="[^"]*"', "", path.read_text("utf-8"))


def test_the_build_says_when_pages_will_say_more(tmp_path: Path) -> None:
    brand = "---\nname: 盾牌\nkind: 产品品牌\nfounded: 2026-02\n---\n"
    files = {"content/brands/dun.md": brand}
    assert planned_site.catalogue(tmp_path, files).next_change == date(2026, 2, 1)
    assert planned_site.catalogue(tmp_path, files, date(2026, 2, 1)).next_change is None


def test_the_key_of_a_page_changes_on_the_day_on_which_it_says_more(tmp_path: Path) -> None:
    keys, views = [], []
    for day in (AS_OF, LATER):
        made, _ = planned_site.plan(tmp_path, FILES, day)
        (output,) = [output for output in made.outputs if output.path == BRAND]
        keys.append(output.key)
        views.append(view_of(made.context, output))
    assert keys[0] != keys[1] and views[0] != views[1]
