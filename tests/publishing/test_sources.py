"""The files that a publication was built from: kept whole, laid out as copies, and not built from where damaged."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sitegen.files import digest
from sitegen.problems import Mistaken
from sitegen.publishing.sources import Listing, Sources
from tests.support.basic_site import write
from tests.support.publications import tree

PEAR, GAO = "content/gi/pear.md", "content/products/gao.yaml"
FILES = {"site.yaml": b"id: a\n", PEAR: b"---\nname: a\n---\n", GAO: b"name: b\n"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write(tmp_path / "site", FILES)
    return tmp_path / "site"


@pytest.fixture
def sources(tmp_path: Path) -> Sources:
    return Sources(tmp_path / "kept")


def kept(sources: Sources, data: bytes) -> Path:
    """Where a file is kept."""
    sha256 = digest(data)
    return sources.folder / "objects" / sha256[:2] / sha256


def damage(sources: Sources, *paths: str) -> None:
    for path in paths:
        place = kept(sources, FILES[path])
        place.write_bytes(b"x" * len(FILES[path]))


def refusal(sources: Sources, listing: Listing) -> Mistaken:
    with pytest.raises(Mistaken) as raised:
        sources.lay_out(listing)
    assert raised.value.problem.kind.code == "publish.kept-damaged"
    return raised.value


def test_what_is_laid_out_is_what_was_there(root: Path, sources: Sources) -> None:
    listing = sources.take(root)
    (root / PEAR).write_bytes(b"another")
    (root / GAO).unlink()
    sources.lay_out(listing)
    assert tree(sources.site) == FILES
    sources.lay_out(sources.take(root))
    assert tree(sources.site) == {"site.yaml": FILES["site.yaml"], PEAR: b"another"}


def test_an_edit_of_the_copy_leaves_what_is_kept_alone(root: Path, sources: Sources) -> None:
    listing = sources.take(root)
    sources.lay_out(listing)
    with (sources.site / PEAR).open("r+b") as file:  # as programs do that write in place
        file.write(b"+++")
    assert sources.damaged(listing) == []
    sources.lay_out(listing)
    assert tree(sources.site) == FILES


def test_a_damaged_file_is_named_and_nothing_is_built_from_it(root: Path, sources: Sources) -> None:
    listing = sources.take(root)
    damage(sources, PEAR)
    kept(sources, FILES[GAO]).unlink()
    problem = refusal(sources, listing).problem
    assert problem.at.file == PEAR and problem.facts == {"path": PEAR, "more": "1"}
    assert "还有 1 个" in problem.message("zh") and "sitegen publish" in problem.fix("zh")
    assert PEAR not in tree(sources.site)
    assert sources.damaged(listing) == [PEAR, GAO]


def test_what_the_copy_still_has_needs_nothing_kept(root: Path, sources: Sources) -> None:
    listing = sources.take(root)
    sources.lay_out(listing)
    damage(sources, PEAR)
    sources.lay_out(listing)
    assert tree(sources.site) == FILES


def test_a_damaged_file_is_put_right_where_it_is_kept_again(root: Path, sources: Sources) -> None:
    listing = sources.take(root)
    damage(sources, *FILES)
    assert sources.take(root) == listing
    sources.lay_out(listing)
    assert tree(sources.site) == FILES


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="没有符号链接 (no symbolic links)")
def test_a_link_stays_a_link_and_gives_way_to_a_file(root: Path, sources: Sources) -> None:
    plain = sources.take(root)
    (root / PEAR).unlink()
    (root / PEAR).symlink_to("nowhere.md")
    linked = sources.take(root)
    for _ in range(2):
        sources.lay_out(linked)
        assert (sources.site / PEAR).readlink() == Path("nowhere.md")
    sources.lay_out(plain)
    assert tree(sources.site) == FILES and not (sources.site / PEAR).is_symlink()
