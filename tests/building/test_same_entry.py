"""Two files of one entry: neither is lost in silence."""

from __future__ import annotations

from pathlib import Path

from tests.support.basic_site import BASIC, PEAR
from tests.support.site_test import SiteTest


def test_a_second_file_of_an_entry_is_refused_by_name(tmp_path: Path) -> None:
    twin = PEAR.split("---\n")[1].replace("青溪雪梨", "青溪蜜梨")
    site = SiteTest(tmp_path, {"content/gi/qingxi-xueli.yaml": twin})
    site.build().fails_with("content/gi/qingxi-xueli.yaml:1:1 content.same-entry")
    assert not site.target.exists()
    (problem,) = site.report.problems
    assert problem.facts == {"other": "content/gi/qingxi-xueli.md"}


def test_entries_of_one_name_in_two_collections_are_two(tmp_path: Path) -> None:
    gao = BASIC["content/products/li-gao.md"].replace("maker: qingxi-li-xiehui\n", "")
    SiteTest(tmp_path, {"content/products/qingxi-xueli.md": gao}).build().passes()
