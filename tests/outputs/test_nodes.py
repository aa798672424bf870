"""Pages of a region or a category: all that is in it is counted, on whichever page it stands."""

from __future__ import annotations

from pathlib import Path

from bs4 import BeautifulSoup

from tests.support.basic_site import SITE
from tests.support.site_test import SiteTest


def counts(page: BeautifulSoup) -> list[tuple[str, str]]:
    return [
        (link.get_text(" ", strip=True), str(link["href"])) for link in page.select(".counts a")
    ]


def test_every_page_of_a_region_counts_all_and_links_to_where_each_kind_starts(
    tmp_path: Path,
) -> None:
    site = SiteTest(tmp_path, {"site.yaml": f"{SITE}page_size: 1\n"})
    site.build().passes()
    kinds = ["1件 地理标志", "1种 特色产品", "1家 企业与机构"]

    first = counts(site.page("regions/qingxi/"))
    second = counts(site.page("regions/qingxi/page/2/"))
    assert [words for words, _ in first] == [words for words, _ in second] == kinds
    assert [link for _, link in first] == [
        "#gi",
        "../../regions/qingxi/page/2/#products",
        "../../regions/qingxi/page/3/#organizations",
    ]
    assert [link for _, link in second][:2] == ["../../../../regions/qingxi/#gi", "#products"]


def test_a_region_without_entries_says_so_and_leads_to_those_beside_it(tmp_path: Path) -> None:
    site = SiteTest(tmp_path).build()
    section = site.page("regions/baishan/").select_one('[aria-labelledby="beside"]')
    assert section is not None
    assert section.get_text(" ", strip=True) == "本名录还没有收录这里的条目 青溪 3"
    link = section.select_one("a")
    assert link is not None and str(link["href"]).endswith("regions/qingxi/")
    assert not site.page("regions/qingxi/").select('[aria-labelledby="beside"]')
    pear = "---\nname: 白山梨\npinyin: bái shān lí\nregion: baishan\n---\n"
    site.write("content/gi/baishan-li.md", pear).build()
    assert "regions/baishan/index.html" in site.remade
    assert not site.page("regions/baishan/").select('[aria-labelledby="beside"]')
    site.equals_clean_build()
