"""site.yaml may name only entries, collections and fields that exist, and is told where it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import basic_site
from tests.support.site_test import SiteTest


@pytest.mark.parametrize(
    ("line", "code", "nearest", "place"),
    [
        ("featured: [gi:qingxi-xuel]", "reference.missing", "qingxi-xueli", (7, 12)),
        (
            "collections:\n  products:\n    choices:\n      kinds: {snack: 小吃}",
            "schema.unknown-field",
            "kind",
            (10, 7),
        ),
    ],
)
def test_a_slip_is_reported_at_its_place_with_the_nearest_right_word(
    tmp_path: Path, line: str, code: str, nearest: str, place: tuple[int, int]
) -> None:
    site = SiteTest(tmp_path)
    site.write("site.yaml", basic_site.SITE + line + "\n")

    (problem,) = site.check().report.problems

    assert problem.kind.code == code
    assert problem.facts["nearest"] == nearest
    assert (problem.at.file, problem.at.line, problem.at.column) == ("site.yaml", *place)


def test_the_home_region_must_exist(tmp_path: Path) -> None:
    site = SiteTest(tmp_path)
    site.write("site.yaml", basic_site.SITE.replace("yunzhou", "yunzhuo"))

    (problem,) = site.check().report.problems

    assert (problem.kind.code, problem.facts["nearest"]) == ("reference.missing", "yunzhou")


def test_without_a_grid_the_home_page_lists_the_places_below_the_home_region(
    tmp_path: Path,
) -> None:
    site = SiteTest(tmp_path)
    plain = basic_site.REGIONS.replace(', tile: "1,1"', "").replace(', tile: "1,2"', "")
    site.write("content/regions.yaml", plain)

    site.build().passes()

    home = site.text("index.html")
    assert 'href="regions/qingxi/"' in home and 'href="regions/baishan/"' not in home


@pytest.mark.parametrize("field", ["draft: 是", "publish_until: 2026-01-14"])
def test_a_featured_entry_that_is_not_public_is_left_out_with_a_warning(
    tmp_path: Path, field: str
) -> None:
    """A day that passes must not stop the builds of a site."""
    hidden = basic_site.PEAR.replace("name:", f"{field}\nname:", 1)
    site = SiteTest(tmp_path)
    featured = "featured: [gi:qingxi-xueli]\n"
    basic_site.write(
        site.root, {"site.yaml": basic_site.SITE + featured, "content/gi/qingxi-xueli.md": hidden}
    )

    site.build()

    assert site.built is not None
    assert "site.not-public" in site.codes and "reference.missing" not in site.codes


@pytest.mark.parametrize(
    ("status", "told"), [("撤销", "已撤销"), ("暂停", "暂停"), ("附条件", ""), ("有效", "")]
)
def test_an_entry_whose_only_title_was_taken_back_is_told_where_it_is_featured(
    tmp_path: Path, status: str, told: str
) -> None:
    event = f"history:\n  - {{row: a, date: 2025-12-01, status: {status}, document: 甲文}}\n"
    ledger = "content/recognitions/cnipa-700.yaml"
    settings = basic_site.SITE + "featured: [products:li-gao, gi:qingxi-xueli]\n"
    files = {"site.yaml": settings, ledger: f"{basic_site.BASIC[ledger]}{event}"}
    site = SiteTest(tmp_path, files).build()

    if told:
        (problem,) = site.report.problems
        assert problem.kind.code == "site.title-ended"
        assert (problem.at.file, problem.at.line, problem.at.column) == ("site.yaml", 7, 29)
        assert problem.facts["status"] == told and problem.facts["document"] == "甲文"
    assert bool(site.problems) == bool(told)
    plates = site.text("index.html").partition("hero__plates")[2].partition("</ul>")[0]
    assert told in plates and ("badge" in plates) == (status != "有效")
