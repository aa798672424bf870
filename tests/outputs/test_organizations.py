"""Pages of organizations: nothing on them looks or sounds as if the organization had published it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.site_test import SiteTest

OFFICE = "content/organizations/qingxi.yaml"
GOODS = {
    "content/brands/li.yaml": "name: 梨缘\nkind: 企业品牌\nregion: qingxi\n",
    "content/gi/pear.yaml": "name: 青溪梨\nregion: qingxi\n",
    "content/products/gao.yaml": "name: 梨膏\nkind: 农产品\nregion: qingxi\n",
    "content/heritage/tale.yaml": "name: 梨花传说\nclass: 民间文学\nregion: qingxi\n",
}


def office(english: str) -> dict[str, str]:
    return {OFFICE: f"name: 青溪县人民政府\nkind: government\nregion: qingxi\n{english}"}


def test_an_organization_has_no_seal_that_could_pass_for_its_own(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, office("") | GOODS).build()
    for address in ("organizations/qingxi/index.html", "organizations/index.html"):
        assert not site.page(address).select("main .seal"), address
    assert site.page("products/gao/index.html").select("main .seal")


@pytest.mark.parametrize(
    ("english", "shown"),
    [
        ("name_en: Qingxi Xian Renmin Zhengfu\nname_en_basis: transliteration\n", False),
        ("name_en: People's Government of Qingxi County\nname_en_basis: official\n", True),
    ],
)
def test_an_office_has_its_official_english_name_or_none(
    tmp_path: Path, english: str, shown: bool
) -> None:
    site = SiteTest(tmp_path, office(english)).build()
    page = site.page("organizations/qingxi/index.html")
    assert bool(page.select("main [lang=en]")) is shown
    assert ("字母拼写" in page.get_text()) is not shown


def test_only_what_may_be_counterfeited_says_where_to_report_it(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, office("") | GOODS).build()
    reported = {
        address
        for address in (
            "brands/li",
            "gi/pear",
            "products/gao",
            "heritage/tale",
            "organizations/qingxi",
        )
        if site.page(f"{address}/index.html").select("main a[href='tel:12315']")
    }
    assert reported == {"brands/li", "gi/pear", "products/gao"}
