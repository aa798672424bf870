"""A site's own fields: shown on every kind of page, searched, and linked like other references."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from sitegen.model.collections import COLLECTIONS
from sitegen.model.extra_fields import TYPES
from tests.support import filled_site, planned_site
from tests.support.basic_site import AS_OF, BASIC, REPOSITORY, tree, write
from tests.support.problem_lines import problem_line
from tests.support.site_test import SiteTest

PAGES = {
    "gi": "gi/g",
    "brands": "brands/b",
    "products": "products/p",
    "heritage": "heritage/h",
    "organizations": "organizations/o",
    "people": "people/x",
    "schemes": "schemes/s",
    "policies": "policies/l",
    "figures": "figures/f",
    "events": "events/e",
    "services": "services/v",
    "clusters": "clusters/c",
    "articles": "articles/a",
    "pages": "about",
    "recognitions": "schemes/s",
    "regions": "regions/town",
    "categories": "categories/pears",
}
SETTINGS: dict[str, dict[str, Any]] = {
    "own-text": {"type": "文字"},
    "own-number": {"type": "数字"},
    "own-date": {"type": "日期"},
    "own-months": {"type": "月份"},
    "own-yes": {"type": "是否"},
    "own-address": {"type": "网址"},
    "own-list": {"type": "列表"},
    "own-choice": {"type": "选择", "choices": {"first": "头一等", "second": "二等"}},
    "own-reference": {"type": "引用", "collection": "organizations"},
}
VALUES: dict[str, Any] = {
    "own-text": "自有的文字",
    "own-number": "98765.25",
    "own-date": "1971-02-03",
    "own-months": ["5-6"],
    "own-yes": "是",
    "own-address": "https://own.example/",
    "own-list": ["自有第一", "自有第二"],
    "own-choice": "头一等",
    "own-reference": ["o2"],
}
SHOWN = (
    "自有的文字",
    "98765.25",
    "1971-02-03",
    "5月",
    "6月",
    "是",
    "own.example",
    "自有第一",
    "自有第二",
    "头一等",
    "另一家",
)


def files() -> dict[str, str | bytes]:
    """The filled site with a field of each type, and a value of it, in every collection."""
    made = filled_site.files(str)
    settings = json.loads(made["site.yaml"])
    fields = {name: {"label": f"名{name}", **own} for name, own in SETTINGS.items()}
    settings["collections"] = {
        name: {"fields": fields | settings["collections"].get(name, {}).get("fields", {})}
        for name in COLLECTIONS
    }
    made["site.yaml"] = filled_site.dumped(settings)
    for file, text in made.items():
        match = re.fullmatch(r"content/(\w+)(?:/(\w+))?\.(md|yaml)", file)
        if match is None or match[2] in ("gone", "o2"):
            continue
        assert isinstance(text, str)
        tree = json.loads(text.replace("---\n", ""))
        nodes = [tree] if match[2] else list(tree.values())
        for node in nodes:
            node.update(VALUES)
        whole = filled_site.dumped(tree)
        made[file] = f"---\n{whole}---\n\n正文。\n" if match[3] == "md" else whole
    return made


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    root = write(tmp_path_factory.mktemp("own"), files())
    outcome = SiteTest.at(root).build()
    assert outcome.built is not None, outcome.report.text()
    return tree(root / "output")


def test_there_is_a_field_of_every_type() -> None:
    assert {own["type"] for own in SETTINGS.values()} == {own.label.zh for own in TYPES.values()}
    assert PAGES.keys() == COLLECTIONS.keys()


@pytest.mark.parametrize("collection", PAGES)
def test_own_fields_are_facts_on_the_page_of_every_collection(
    output: dict[str, bytes], collection: str
) -> None:
    soup = BeautifulSoup(output[f"{PAGES[collection]}/index.html"], "html.parser")
    rows = {
        term.get_text(): " ".join(value.get_text() for value in term.find_next_siblings("dd"))
        for term in soup.select("main dl.facts dt")
    }
    own = {name: rows[f"名{name}"] for name in SETTINGS}
    assert [word for word in SHOWN if word not in " ".join(own.values())] == []
    assert soup.select_one('main dl.facts a[href$="organizations/o2/"]'), "the reference is a link"


def test_the_page_that_is_referred_to_shows_who_refers_to_it(output: dict[str, bytes]) -> None:
    soup = BeautifulSoup(output["organizations/o2/index.html"], "html.parser")
    headings = {heading.get_text() for heading in soup.select("main h2")}
    assert {
        f"{own.title.zh}（名own-reference）" for own in COLLECTIONS.values() if own.listed
    } <= headings


def test_a_reference_that_leads_nowhere_is_told_at_its_place(tmp_path: Path) -> None:
    site = (
        "collections: {products: {fields: {helper: {label: 协作, type: 引用, "
        "collection: organizations}}}}\n"
    )
    product = "---\nname: 梨膏\nkind: 农产品\nhelper: [qingxi-li-xiehui, qingxi-li-xiehu]\n---\n"
    changes = {
        "site.yaml": BASIC["site.yaml"] + site,
        "content/products/li-gao.md": product,
    }
    report = SiteTest(tmp_path, changes).check().report
    (problem,) = report.problems
    assert problem_line(problem) == "content/products/li-gao.md:4:28 reference.missing"
    assert problem.facts["nearest"] == "qingxi-li-xiehui"


def test_own_words_of_an_entry_are_searched(tmp_path: Path) -> None:
    from sitegen.outputs.files.search_facts import text_of

    made, report = planned_site.plan(tmp_path, {**dict.fromkeys(BASIC), **files()}, AS_OF)
    assert not report.problems, report.text()
    text = text_of(made.catalogue, made.catalogue.entries["products:p"], lambda entry: "")
    assert [
        word for word in ("自有的文字", "自有第二", "头一等", "另一家") if word not in text
    ] == []


def test_the_example_of_the_documentation_is_accepted_and_shown(tmp_path: Path) -> None:
    page = (REPOSITORY / "docs/own-fields.md").read_text("utf-8")
    settings, entry, facets = re.findall(r"```yaml\n(.*?)```", page, re.S)
    product = f"---\n{entry}---\n\n用雪梨熬的膏。\n"
    changes = {
        "site.yaml": BASIC["site.yaml"] + settings,
        "content/products/li-gao.md": product,
    }
    root = SiteTest(tmp_path, changes).root
    outcome = SiteTest.at(root).build()
    assert outcome.built is not None and not outcome.report.problems, outcome.report.text()
    text = SiteTest.at(root).page("products/li-gao/").get_text()
    for word in ("海拔", "620", "一等", "协作单位", "青溪县雪梨协会", "2019年省展金奖"):
        assert word in text, word
    graded = "---\nname: 梨膏{0}\npinyin: lí gāo\nkind: 农产品\nregion: qingxi\ngrade: {0}\n---\n"
    site = SiteTest(
        tmp_path / "facets",
        {
            "site.yaml": BASIC["site.yaml"] + facets,
            "content/products/li-gao.md": graded.format("一等"),
            "content/products/li-jiang.md": graded.format("二等"),
        },
    )
    heads = site.build().passes().page("products/").select(".narrowing__facet summary")
    assert next(head.get_text() for head in heads) == "等级"
