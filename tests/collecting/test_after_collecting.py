"""The builds of a province after its cities changed: only what shows the change is made again."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import collected
from sitegen.commands.collect import Limits, collect
from sitegen.problems import Report
from tests.support.basic_site import AS_OF, clock, tree
from tests.support.site_test import SiteTest


def run(root: Path) -> dict[str, tuple[tuple[str, ...], ...] | None]:
    """Collect all cities: what changed in each."""
    report = Report()
    done = collect(root, (), report, clock(AS_OF), Limits(1))
    assert not report.problems, report.text("zh")
    return {one.prefix: one.change and one.change[:3] for one in done}


@pytest.fixture
def province(tmp_path: Path) -> SiteTest:
    """Three cities of forty entries each, collected and built."""
    collected.write(tmp_path, cities=3, entries=40)
    site = SiteTest.at(tmp_path / "province")
    run(site.root)
    site.build()
    assert site.built is not None, site.report.text("zh")
    return site


def test_only_what_shows_the_change_of_one_city_is_made_again(province: SiteTest) -> None:
    city = province.root.parent / "city-02"
    path = sorted((city / "content/products").glob("*.md"))[0]
    own = f"products/city-02-{path.stem}/"
    text = path.read_text("utf-8")
    path.write_text(text.rstrip("\n") + "\n\n新添的一段。\n", "utf-8")
    nothing: tuple[tuple[str, ...], ...] = ((), (), ())
    assert run(province.root) == {
        "city-01": nothing,
        "city-02": ((), (f"products:city-02-{path.stem}",), ()),
        "city-03": nothing,
    }
    province.build()
    assert province.built is not None
    pages = {path for path in province.built.remade if path.endswith(".html")}
    assert pages == {f"{own}index.html"}
    province.equals_clean_build()


def test_a_new_summary_is_made_again_on_the_cards_alone(province: SiteTest) -> None:
    before = tree(province.target)
    path = collected.edit(province.root.parent, "city-02")
    own = f"products/city-02-{path.stem}/"
    run(province.root)
    province.build()
    assert province.built is not None
    pages = {path for path in province.built.remade if path.endswith(".html")}
    after = tree(province.target)
    changed = {path for path in after if path.endswith(".html") and after[path] != before.get(path)}
    assert f"{own}index.html" in changed <= pages
    assert all(own.encode() in after[path] or path == f"{own}index.html" for path in pages)
    assert len(pages) < len(after) / 10
    province.equals_clean_build()


def test_a_build_after_collecting_nothing_new_makes_nothing(province: SiteTest) -> None:
    run(province.root)
    province.build()
    assert province.built is not None and province.built.made == 0
