"""Clusters: who leads them, who belongs to them, and who says how large they are."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.site_test import SiteTest

FILES = {
    "content/clusters/pool.yaml": (
        "name: 梨膏专利池\nkind: 专利池\nindustry: 食品\nleads: [qingxi-li-xiehui]\n"
        "members: [" + "、".join(f"第{n}厂" for n in range(14)).replace("、", ", ") + "]\n"
        "figures:\n  - {name: 专利, op: 以上, value: 62, unit: 件, scope: 累计, as_of: 2025-12-16, source: 发布会}\n"
    ),
}


def words(tag: Any) -> str:
    return " ".join(tag.get_text(" ").split())


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> SiteTest:
    return SiteTest(tmp_path_factory.mktemp("clusters"), FILES).build().passes()


def test_a_cluster_names_who_leads_it_and_who_says_how_large_it_is(site: SiteTest) -> None:
    line = site.page("clusters/").select_one(".affair")
    assert line.select_one('a[href="../organizations/qingxi-li-xiehui/"]')
    assert "第11厂" in words(line) and "第12厂" not in words(line) and "等14家" in words(line)
    figure = words(line.select_one("dl"))
    assert figure == "专利 累计 62件以上 截至 2025-12-16 ，发布会"
    assert "第12厂" in words(site.page("clusters/pool/"))
    assert "梨膏专利池" in words(site.page("organizations/qingxi-li-xiehui/"))
