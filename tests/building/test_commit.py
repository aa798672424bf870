"""Committing: all or nothing, and only in a folder of ours."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from sitegen.commands.build import build as run_build
from sitegen.problems import Report
from tests.sites import BASIC, PEAR, SITE, basic, build, check, clock, tree, write

CHANGED = PEAR.replace("青溪的梨", "本地的梨")
PAGE = "gi/qingxi-xueli/index.html"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    basic(tmp_path)
    assert build(tmp_path).built
    return tmp_path


def clean(site: Path, folder: str = "fresh") -> dict[str, bytes]:
    """What the same content gives in a folder of its own."""
    fresh = site / folder
    shutil.copytree(site / "content", fresh / "content")
    shutil.copy(site / "site.yaml", fresh)
    assert build(fresh).built
    return tree(fresh / "output")


def state_of(site: Path) -> Path:
    (folder,) = (site / ".sitegen").glob("build-*")
    return folder


ERRORS = {
    "an entry": {"content/gi/qingxi-xueli.md": PEAR + "\n[没有](gi:mei-you)\n"},
    "a setting": {"site.yaml": SITE + "page_size: 0\n"},
    "a template": {"templates/pages/home.html": "{% if %}"},
    "a broken link": {"templates/pages/plain.html": '<a href="nowhere/">x</a>'},
    "no settings at all": {"site.yaml": ""},
}


@pytest.mark.parametrize("files", ERRORS.values(), ids=ERRORS)
@pytest.mark.parametrize("again", [False, True], ids=["", "--clean"])
def test_an_error_leaves_the_output_untouched(
    files: dict[str, str], again: bool, site: Path
) -> None:
    before = tree(site / "output")
    write(site, {"content/pages/more.md": "---\nname: 多一页\n---\n\n文\n", **files})
    outcome = build(site, clean=again)
    assert outcome.built is None and outcome.report.has_errors
    assert tree(site / "output") == before
    assert not (site / ".output.staging").exists()
    write(site, dict(BASIC))
    shutil.rmtree(site / "templates", ignore_errors=True)
    assert build(site).built
    assert tree(site / "output") == clean(site)


@pytest.mark.parametrize("again", [False, True], ids=["", "--clean"])
@pytest.mark.parametrize(
    "release", [None, "", "[]", "{", '{"site": "another-site", "files": {"mine.txt": "0"}}']
)
def test_a_folder_that_is_no_release_of_this_site_is_left_alone(
    release: str | None, again: bool, tmp_path: Path
) -> None:
    basic(tmp_path)
    theirs = write(tmp_path / "output", {"mine.txt": "我的", "gi/index.html": "我的"})
    if release is not None:
        write(theirs, {"release.json": release})
    before = tree(theirs)
    outcome = build(tmp_path, clean=again)
    code = "output.other-site" if release and "another-site" in release else "output.not-ours"
    assert outcome.built is None and outcome.codes == [code]
    assert [problem.kind.code for problem in check(tmp_path).problems] == [code]
    assert tree(theirs) == before


def test_a_site_whose_id_was_changed_keeps_its_output_folder(tmp_path: Path) -> None:
    basic(tmp_path)
    assert build(tmp_path).built
    settings = str(BASIC["site.yaml"])
    write(tmp_path, {"site.yaml": settings.replace("id: test-site", "id: new-id")})
    assert check(tmp_path).problems == []
    assert build(tmp_path).built
    assert json.loads((tmp_path / "output/release.json").read_text("utf-8"))["site"] == "new-id"


def test_what_another_site_put_into_the_folder_since_is_left_alone(tmp_path: Path) -> None:
    basic(tmp_path / "a")
    other = str(BASIC["site.yaml"]).replace("test-site", "other-site").replace("试验名录", "别的")
    write(tmp_path / "b", {**BASIC, "site.yaml": other})
    shared = tmp_path / "shared"
    assert build(tmp_path / "a", shared).built
    shutil.rmtree(shared)
    assert build(tmp_path / "b", shared).built
    before = tree(shared)
    outcome = build(tmp_path / "a", shared)
    assert outcome.built is None and outcome.codes == ["output.other-site"]
    assert outcome.report.problems[0].facts == {"other": "other-site", "id": "test-site"}
    assert tree(shared) == before


def test_an_empty_folder_may_be_filled(tmp_path: Path) -> None:
    basic(tmp_path)
    (tmp_path / "output").mkdir()
    assert build(tmp_path).built
    assert (tmp_path / "output" / PAGE).is_file()


def test_unknown_files_survive_a_build_and_leave_with_clean(site: Path) -> None:
    mine = {"CNAME": "test.example", "gi/notes.txt": "我的", "mine/deep/file.html": "我的"}
    write(site / "output", dict(mine))
    write(site, {"content/gi/qingxi-xueli.md": CHANGED})
    assert build(site).built
    assert {path: (site / "output" / path).read_text() for path in mine} == mine
    assert build(site, clean=True).built
    assert tree(site / "output") == clean(site)
    assert not (site / "output" / "mine").exists()


@pytest.mark.parametrize(
    "former", ["/old.html", "/old.html/", "/old.html/more/", "/old.html/x.htm"]
)
@pytest.mark.parametrize("before", ["/old.html", "/old.html/", "/old.html/more/x.html"])
def test_a_file_may_become_a_folder_and_the_reverse(before: str, former: str, site: Path) -> None:
    moved = PEAR.replace("name:", f"former_urls: {before}\nname:", 1)
    write(site, {"content/gi/qingxi-xueli.md": moved})
    assert build(site).built
    moved = PEAR.replace("name:", f"former_urls: {former}\nname:", 1)
    write(site, {"content/gi/qingxi-xueli.md": moved})
    assert build(site).built
    assert tree(site / "output") == clean(site)


def in_the_way(site: Path, kind: str) -> None:
    page = site / "output" / PAGE
    if kind == "a folder for a page":
        page.unlink()
        write(page, {"mine.txt": "我的"})
    elif kind == "a file for a folder":
        shutil.rmtree(page.parent)
        page.parent.write_text("我的", "utf-8")
    elif kind == "an empty folder":
        page.unlink()
        page.mkdir()
    else:
        elsewhere = write(site / "elsewhere", {"mine.txt": "我的"})
        shutil.rmtree(page.parent)
        page.parent.symlink_to(elsewhere, target_is_directory=True)


@pytest.mark.parametrize(
    "kind",
    ["a folder for a page", "a file for a folder", "an empty folder", "a link for a folder"],
)
def test_what_is_in_the_way_and_not_ours_is_named_and_kept(kind: str, site: Path) -> None:
    write(site, {"content/gi/qingxi-xueli.md": CHANGED})
    in_the_way(site, kind)
    before = tree(site)
    outcome = build(site)
    assert outcome.built is None and outcome.codes == ["output.in-the-way"]
    after = {path: data for path, data in tree(site).items() if not path.startswith(".sitegen/")}
    assert after == {path: d for path, d in before.items() if not path.startswith(".sitegen/")}


def test_a_page_of_a_removed_entry_is_not_looked_for_behind_a_link(site: Path) -> None:
    elsewhere = write(site / "elsewhere", {"index.html": "我的"})
    shutil.rmtree(site / "output/products/li-gao")
    (site / "output/products/li-gao").symlink_to(elsewhere, target_is_directory=True)
    (site / "content/products/li-gao.md").unlink()
    assert build(site).built
    assert tree(elsewhere) == {"index.html": "我的".encode()}


def test_a_linked_output_folder_is_filled_where_it_leads(tmp_path: Path) -> None:
    basic(tmp_path)
    real = tmp_path / "elsewhere" / "www"
    real.mkdir(parents=True)
    (tmp_path / "output").symlink_to(real, target_is_directory=True)
    assert build(tmp_path).built
    write(tmp_path, {"content/gi/qingxi-xueli.md": CHANGED})
    assert build(tmp_path).remade == {PAGE, "search/texts/"}
    assert (tmp_path / "output").is_symlink()
    assert tree(real) == clean(tmp_path)


def test_a_postponed_bundle_waits_for_the_next_whole_build(site: Path) -> None:
    before = tree(site / "output" / "search" / "texts")
    write(site, {"content/gi/qingxi-xueli.md": CHANGED})
    later = ("search/",)
    for expected in ({PAGE}, set()):
        report = Report()
        built = run_build(site, site / "output", report, clock(), workers=1, postponed=later)
        assert built is not None and set(built.remade) == expected
        assert tree(site / "output" / "search" / "texts") == before
    assert build(site).remade == {"search/texts/"}
    assert tree(site / "output") == clean(site)


def test_a_postponed_bundle_that_is_not_whole_is_made(site: Path) -> None:
    (site / "output/search/texts/root.json").unlink(missing_ok=True)
    next((site / "output/search/texts").iterdir()).unlink()
    built = run_build(site, site / "output", Report(), clock(), workers=1, postponed=("search/",))
    assert built is not None and "search/texts/" in built.remade
    assert tree(site / "output") == clean(site)
