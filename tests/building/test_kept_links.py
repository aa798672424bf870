"""Links on kept pages: what breaks them is found by an incremental build as by a clean one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.building.test_commit import clean
from tests.support.basic_site import PEAR, basic, build, check, tree, write

LINKING = (
    "---\nname: 第二篇\nkind: 动态\n---\n\n"
    "[膏](/products/li-gao/)、[种法](gi:qingxi-xueli#种法)、[旧址](/old.html)。\n"
)
LINKED = PEAR.replace("name:", "former_urls: /old.html\nname:", 1) + "\n## 种法\n\n剪枝。\n"
BREAKING: dict[str, Callable[[Path], None]] = {
    "a page removed": lambda site: (site / "content/products/li-gao.md").unlink(),
    "a heading renamed": lambda site: edit(site, "## 种法", "## 栽法"),
    "a former address given up": lambda site: edit(site, "former_urls: /old.html\n", ""),
    "a page hidden": lambda site: edit(site, "name:", "draft: 是\nname:"),
}


def edit(site: Path, old: str, new: str) -> None:
    path = site / "content/gi/qingxi-xueli.md"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    basic(tmp_path)
    write(tmp_path, {"content/articles/second.md": LINKING, "content/gi/qingxi-xueli.md": LINKED})
    assert build(tmp_path).built
    return tmp_path


@pytest.mark.parametrize("breaking", BREAKING.values(), ids=BREAKING)
def test_what_breaks_a_link_on_a_kept_page_is_found_each_time(
    breaking: Callable[[Path], None], site: Path
) -> None:
    before = tree(site / "output")
    breaking(site)
    for _ in range(2):
        outcome = build(site)
        assert outcome.built is None and outcome.report.has_errors
        assert outcome.report.text("zh") == check(site).text("zh")
    assert tree(site / "output") == before
    write(site, {"content/articles/second.md": "---\nname: 第二篇\nkind: 动态\n---\n\n无。\n"})
    (site / "content/articles/first.md").unlink()
    outcome = build(site)
    assert outcome.built, outcome.report.text("zh")
    assert tree(site / "output") == clean(site)


def test_a_link_into_the_files_of_scripts_is_refused_by_any_build(site: Path) -> None:
    (names,) = (site / "output/search/names").glob("root.json")
    target = f"/{names.relative_to(site / 'output')}"
    article = site / "content/articles/second.md"
    write(site, {"content/articles/second.md": LINKING.replace("/old.html", target)})
    for _ in range(2):
        outcome = build(site)
        assert outcome.built is None and target in outcome.report.text("zh")
        assert outcome.report.text("zh") == check(site).text("zh")
    article.write_text(LINKING, "utf-8")
    assert build(site).built
    assert tree(site / "output") == clean(site)
