"""The index built alone is the one that a build of the whole site writes."""

from __future__ import annotations

from pathlib import Path

from benchmarks.search.index import measured
from tests.support import basic_site
from tests.support.site_test import SiteTest


def tree(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_it_is_the_index_of_the_whole_build(tmp_path: Path) -> None:
    site = SiteTest(tmp_path / "site")
    measures = measured(site.root, tmp_path / "alone", basic_site.AS_OF)
    site.build().passes()
    whole = tree(site.target / "search")
    del whole["index.html"]  # the page on which one searches
    assert tree(tmp_path / "alone" / "search") == whole
    assert measures["files"] == len(whole)
    assert sum(measures["bytes"].values()) == sum(map(len, whole.values()))


def test_it_tells_what_another_entry_changes(tmp_path: Path) -> None:
    measures = measured(basic_site.basic(tmp_path / "site"), tmp_path / "alone", basic_site.AS_OF)
    assert measures["one_more_entry"].keys() == measures["bytes"].keys()
    assert all(count > 0 for count in measures["one_more_entry"].values())


def test_what_lay_there_before_is_replaced(tmp_path: Path) -> None:
    basic_site.write(tmp_path / "alone", {"search/names/old.bin": b"old", "index.html": "kept"})
    measured(basic_site.basic(tmp_path / "site"), tmp_path / "alone", basic_site.AS_OF)
    assert not (tmp_path / "alone" / "search" / "names" / "old.bin").exists()
    assert (tmp_path / "alone" / "index.html").exists()
