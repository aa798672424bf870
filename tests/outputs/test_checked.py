"""Pages say up to which day their data were checked: the oldest check, never the day of the build."""

from __future__ import annotations

from pathlib import Path

from tests.support.basic_site import AS_OF
from tests.support.site_test import SiteTest

CHECKED = {
    "content/gi/a.yaml": "name: 甲梨\nregion: qingxi\nchecked: 2025-06-01\n",
    "content/gi/qingxi-xueli.md": "---\nname: 青溪雪梨\nchecked: 2025-03-01\n---\n",
}


def line(site: SiteTest, address: str, place: str) -> str:
    found = site.page(address).select_one(place)
    return found.get_text() if found else ""


def test_a_list_names_the_oldest_check_of_its_entries(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, CHECKED).build()
    assert line(site, "gi/index.html", ".listing__head .note") == "核对至2025-03-01"
    assert line(site, "products/index.html", ".listing__head .note") == ""
    site.change("content/gi/a.yaml", "2025-06-01", "2025-01-02").build()
    assert line(site, "gi/index.html", ".listing__head .note") == "核对至2025-01-02"
    site.change("content/gi/a.yaml", "checked: 2025-01-02\n", "").build()
    assert line(site, "gi/index.html", ".listing__head .note") == "核对至2025-03-01，另有1项未注明"
    site.equals_clean_build()


def test_a_check_after_the_day_of_the_data_is_not_told(tmp_path: Path) -> None:
    later = {"content/gi/a.yaml": "name: 甲梨\nregion: qingxi\nchecked: 2099-01-01\n"}
    site = SiteTest(tmp_path, CHECKED | later).build()
    assert line(site, "gi/index.html", ".listing__head .note") == "核对至2025-03-01，另有1项未注明"


def test_the_day_of_the_data_stands_in_the_foot_alone(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, CHECKED).build()
    for address in ("index.html", "gi/index.html", "figures/index.html", "verify/index.html"):
        assert f"数据截至{AS_OF}" in line(site, address, "footer"), address
    pages = [path for path in site.output if path.endswith(".html")]
    assert len(pages) > 40
    assert [page for page in pages if str(AS_OF) in line(site, page, "main")] == []
    assert str(AS_OF) not in line(site, "gi/a/index.html", "body")
