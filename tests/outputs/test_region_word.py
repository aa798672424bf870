"""What a site calls its places follows from the places it has."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.basic_site import REGIONS, SITE
from tests.support.site_test import SiteTest

DISTRICTS = REGIONS.replace("青溪县", "青溪区").replace("白山县", "白山区")
ZONE = "zone: {name: 高新区, kind: 功能区, parent: yunzhou}\n"
PROVINCES = REGIONS.replace("县市区", "省")


@pytest.mark.parametrize(
    ("regions", "word", "lead"),
    [
        (REGIONS, "县市区", "每个县市区收录了什么，一目了然。"),
        (REGIONS + ZONE, "县市区", "每个县市区和功能区收录了什么，一目了然。"),
        (DISTRICTS, "区", "每个区收录了什么，一目了然。"),
        (DISTRICTS + ZONE, "区", "每个区和功能区收录了什么，一目了然。"),
        (PROVINCES, "地区", "每个地区收录了什么，一目了然。"),
    ],
)
def test_one_word_for_its_places_stands_everywhere(
    tmp_path: Path, regions: str, word: str, lead: str
) -> None:
    site = SiteTest(tmp_path, {"content/regions.yaml": regions}).build().passes()
    index, region, home = site.page("regions/"), site.page("regions/qingxi/"), site.page("")
    assert index.select_one("h1").get_text(strip=True) == word  # type: ignore[union-attr]
    assert lead in index.get_text()
    assert region.select(".breadcrumbs a")[1].get_text(strip=True) == word
    assert home.select_one("#by-region").get_text(strip=True) == f"按{word}找"  # type: ignore[union-attr]
    if word != "县市区":
        assert "县市区" not in index.get_text() + region.get_text() + home.get_text()


def test_counts_of_places_use_the_word(tmp_path: Path) -> None:
    files = {
        "site.yaml": SITE,
        "content/regions.yaml": DISTRICTS,
        "content/products/other.yaml": "name: 板栗\nkind: 农产品\nregion: baishan\n",
    }
    home = SiteTest(tmp_path, files).build().passes().page("")
    assert "来自2个区" in home.get_text()
