"""Links on kept pages: what breaks them is found by an incremental build as by a clean one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.basic_site import PEAR
from tests.support.site_test import SiteTest

PEAR_FILE = "content/gi/qingxi-xueli.md"
SECOND = "content/articles/second.md"
LINKING = (
    "---\nname: 第二篇\nkind: 动态\n---\n\n"
    "[膏](/products/li-gao/)、[种法](gi:qingxi-xueli#种法)、[旧址](/old.html)。\n"
)
LINKED = PEAR.replace("name:", "former_urls: /old.html\nname:", 1) + "\n## 种法\n\n剪枝。\n"
BREAKING: dict[str, Callable[[SiteTest], SiteTest]] = {
    "a page removed": lambda site: site.remove("content/products/li-gao.md"),
    "a heading renamed": lambda site: site.change(PEAR_FILE, "## 种法", "## 栽法"),
    "a former address given up": lambda site: site.change(
        PEAR_FILE, "former_urls: /old.html\n", ""
    ),
    "a page hidden": lambda site: site.change(PEAR_FILE, "name:", "draft: 是\nname:"),
}


@pytest.fixture
def site(tmp_path: Path) -> SiteTest:
    return SiteTest(tmp_path, {SECOND: LINKING, PEAR_FILE: LINKED}).build().passes()


@pytest.mark.parametrize("breaking", BREAKING.values(), ids=BREAKING)
def test_what_breaks_a_link_on_a_kept_page_is_found_each_time(
    breaking: Callable[[SiteTest], SiteTest], site: SiteTest
) -> None:
    before = site.output
    breaking(site)
    for _ in range(2):
        text = site.build().report.text("zh")
        assert site.built is None and site.report.has_errors
        assert text == site.check().report.text("zh")
    assert site.output == before
    site.write(SECOND, "---\nname: 第二篇\nkind: 动态\n---\n\n无。\n")
    site.remove("content/articles/first.md")
    assert site.build().built is not None
    site.equals_clean_build()


def test_a_link_into_the_files_of_scripts_is_refused_by_any_build(site: SiteTest) -> None:
    (names,) = (site.target / "search/names").glob("root.json")
    target = f"/{names.relative_to(site.target)}"
    site.write(SECOND, LINKING.replace("/old.html", target))
    for _ in range(2):
        text = site.build().report.text("zh")
        assert site.built is None and target in text
        assert text == site.check().report.text("zh")
    site.write(SECOND, LINKING)
    site.build().passes().equals_clean_build()
