"""Figures announced elsewhere stand on the ledger, each with its label, its source and what is listed."""

from __future__ import annotations

from pathlib import Path

from tests.support.basic_site import SITE
from tests.support.site_test import SiteTest

UNANNOUNCED = "content/gi/qingxi-xueli.md:2:7 entry.unannounced"
FIGURES = """\
published_figures:
  - {label: 地理标志, value: 1, collection: gi, source: 新闻发布会, date: 2025-12-16}
  - {label: 驰名商标, value: 5, collection: gi, source: 市志}
  - {label: 名优产品, value: 1, collection: products}
"""


def verdicts(site: SiteTest) -> list[str]:
    return [p.get_text("|", strip=True) for p in site.page("ledger/").select(".tally__verdict")]


def test_every_figure_is_shown_with_what_is_listed(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, {"site.yaml": SITE + FIGURES}).build().passes()

    assert verdicts(site) == [
        "地理标志|：公布1件，收录1件，两数相符。|2025-12-16|新闻发布会",
        "驰名商标|：公布5件，收录1件，两数不符，正在核对。|市志",
        "名优产品|：公布1件，收录1件，两数相符。",
    ]


def test_figures_have_their_page_where_nothing_is_protected(tmp_path: Path) -> None:
    without = {"content/recognitions/cnipa-700.yaml": None, "site.yaml": SITE + FIGURES}
    site = SiteTest(tmp_path, without).build().warns_of(UNANNOUNCED)

    assert len(verdicts(site)) == 3
    assert site.page("").find("a", string="公告对账") is not None


def test_without_figures_and_protections_there_is_no_such_page(tmp_path: Path) -> None:
    files = {"content/recognitions/cnipa-700.yaml": None}
    site = SiteTest(tmp_path, files).build().warns_of(UNANNOUNCED)

    assert not (site.target / "ledger").exists()
