"""Published figures of geographical indications stand on the ledger and on the home page."""

from __future__ import annotations

from pathlib import Path

from tests.support.site_test import SiteTest

UNANNOUNCED = "content/gi/qingxi-xueli.md:2:7 entry.unannounced"
FIGURES = """\
name: 新闻发布会
kind: 新闻发布会
released: 2025-12-16
figures:
  - {row: a, name: 地理标志, value: 1, unit: 件, scope: 累计, counts: 地理标志}
  - {row: b, name: 驰名商标, value: 5, unit: 件, scope: 累计, counts: 品牌}
"""
FILES = {"content/figures/press.yaml": FIGURES}


def test_figures_of_indications_stand_on_the_ledger(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, FILES).build().passes()
    (figure,) = site.page("ledger/").select(".published__figure")
    said = "".join(figure.get_text().split())
    assert said == "地理标志1件累计截至2025-12-16公布1件·收录1件，两数相符"


def test_the_home_page_says_how_many_were_published(tmp_path: Path) -> None:
    home = SiteTest(tmp_path, FILES).build().page("")
    assert "公布1件 · 收录1件" in " ".join(home.select(".figures")[0].get_text().split())


def test_without_protections_there_is_no_ledger(tmp_path: Path) -> None:
    files = FILES | {"content/recognitions/cnipa-700.yaml": None}
    site = SiteTest(tmp_path, files).build().warns_of(UNANNOUNCED)
    assert not (site.target / "ledger").exists()
    assert "新闻发布会" in site.page("figures/").get_text()
