"""Committing: all or nothing, and only in a folder of ours."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from sitegen.building import commit, staging_folder, state
from sitegen.building.manifest import Journal, Release
from sitegen.files import Folder
from tests.support.basic_site import BASIC, EDITED_PEAR, PEAR, SITE, tree, write
from tests.support.site_test import SiteTest
from tests.support.staging import staging_folders

PAGE = "gi/qingxi-xueli/index.html"
RELEASE = ["test-site", "2026-01-15", "/", "https://test.example/", {}]


@pytest.fixture
def site(tmp_path: Path) -> SiteTest:
    return SiteTest(tmp_path).build().passes()


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
    files: dict[str, str], again: bool, site: SiteTest
) -> None:
    before = site.output
    write(site.root, {"content/pages/more.md": "---\nname: 多一页\n---\n\n文\n", **files})
    site.build(clean=again)
    assert site.built is None and site.report.has_errors
    assert site.output == before
    assert staging_folders(site.target) == []
    write(site.root, dict(BASIC))
    shutil.rmtree(site.root / "templates", ignore_errors=True)
    site.build().passes()
    site.equals_clean_build()


@pytest.mark.parametrize("again", [False, True], ids=["", "--clean"])
@pytest.mark.parametrize(
    "release", [None, "", "[]", "{", '{"site": "another-site", "files": {"mine.txt": "0"}}']
)
def test_a_folder_that_is_no_release_of_this_site_is_left_alone(
    release: str | None, again: bool, tmp_path: Path
) -> None:
    site = SiteTest(tmp_path)
    theirs = write(tmp_path / "output", {"mine.txt": "我的", "gi/index.html": "我的"})
    if release is not None:
        write(theirs, {"release.json": release})
    before = tree(theirs)
    site.build(clean=again)
    code = "output.other-site" if release and "another-site" in release else "output.not-ours"
    site.fails_with(f"output {code}")
    site.check().fails_with(f"output {code}")
    assert tree(theirs) == before


def test_a_site_whose_id_was_changed_keeps_its_output_folder(site: SiteTest) -> None:
    site.change("site.yaml", "id: test-site", "id: new-id")
    site.check().passes()
    site.build().passes()
    assert json.loads(site.text("release.json"))["site"] == "new-id"


def test_what_another_site_put_into_the_folder_since_is_left_alone(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    other = SITE.replace("test-site", "other-site").replace("试验名录", "别的")
    one = SiteTest.at(SiteTest(tmp_path / "a").root, shared).build().passes()
    shutil.rmtree(shared)
    SiteTest.at(SiteTest(tmp_path / "b", {"site.yaml": other}).root, shared).build().passes()
    before = tree(shared)
    one.build().fails_with("shared output.other-site")
    assert one.report.problems[0].facts == {"other": "other-site", "id": "test-site"}
    assert tree(shared) == before


class FoldedFolder(Folder):
    """A folder on a disk that finds a file by its name in any capitals, as those of Windows and macOS do."""

    def remove(self, relative: str) -> None:
        root = Path(self._path)
        for path in [path for path in root.rglob("*") if path.is_file()]:
            if path.relative_to(root).as_posix().casefold() == relative.casefold():
                super().remove(path.relative_to(root).as_posix())


@pytest.mark.parametrize("killed", [False, True], ids=["at once", "carried on after a kill"])
@pytest.mark.parametrize(
    ("new", "old"), [("media/Pear.jpg", "media/pear.jpg"), ("Gi/a.html", "gi/a.html")]
)
def test_a_name_that_changes_in_capitals_only_keeps_its_file_on_any_disk(
    new: str, old: str, killed: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(commit, "Folder", FoldedFolder)
    usual = {"whole": False, "release": Release(*RELEASE), "rows": {}, "gone": ()}
    journal = Journal(moves=(new,), removed=("b.html", old), **usual)
    write(tmp_path / "staging", {new: "new"})
    write(tmp_path / "output", {old: "old", "b.html": "old", "release.json": "{}"})
    for _ in range(1 + killed):
        commit._carry_out(journal, {}, tmp_path / "output", tmp_path / "staging", 0)
    assert tree(tmp_path / "output") == {new: b"new", "release.json": b"{}"}


def test_the_folder_may_have_a_name_that_the_system_cannot_show(tmp_path: Path) -> None:
    """In the locale C the letters of a Chinese folder are bytes without meaning."""
    named = state.folder_of(
        tmp_path, Path("/srv/" + "名".encode().decode("ascii", "surrogateescape"))
    )
    assert named == state.folder_of(tmp_path, Path("/srv/名"))


def test_an_empty_folder_may_be_filled(tmp_path: Path) -> None:
    site = SiteTest(tmp_path)
    (tmp_path / "output").mkdir()
    site.build().passes()
    assert (tmp_path / "output" / PAGE).is_file()


def test_files_that_no_build_has_made_survive_every_build(site: SiteTest) -> None:
    mine = {
        "CNAME": "test.example",
        "gi/notes.txt": "我的",
        ".git/HEAD": "ref: refs/heads/main",
        ".well-known/security.txt": "我的",
    }
    write(site.target, dict(mine))
    site.write("content/gi/qingxi-xueli.md", EDITED_PEAR)
    for clean in (False, True):
        site.build(clean=clean).passes()
        assert {path: (site.target / path).read_text() for path in mine} == mine
    for path in mine:
        (site.target / path).unlink()
    site.equals_clean_build()


@pytest.mark.parametrize("lost", ["manifest", "release"])
def test_a_clean_build_removes_what_builds_have_left(lost: str, site: SiteTest) -> None:
    (site.root / "content/pages/about.md").unlink()
    if lost == "manifest":
        shutil.rmtree(site.root / ".sitegen")
    else:
        write(site.target, {"release.json": '{"site": "test-site"}'})
    write(site.target, {"gi/.0123456789abcdef.new": "half a fi"})
    site.build(clean=True).passes()
    assert not (site.target / "about").exists()
    assert not (site.target / "gi/.0123456789abcdef.new").exists()
    site.equals_clean_build()


@pytest.mark.parametrize(
    "former", ["/old.html", "/old.html/", "/old.html/more/", "/old.html/x.htm"]
)
@pytest.mark.parametrize("before", ["/old.html", "/old.html/", "/old.html/more/x.html"])
def test_a_file_may_become_a_folder_and_the_reverse(
    before: str, former: str, site: SiteTest
) -> None:
    moved = PEAR.replace("name:", f"former_urls: {before}\nname:", 1)
    site.write("content/gi/qingxi-xueli.md", moved)
    site.build().passes()
    moved = PEAR.replace("name:", f"former_urls: {former}\nname:", 1)
    site.write("content/gi/qingxi-xueli.md", moved)
    site.build().passes()
    site.equals_clean_build()


def in_the_way(site: SiteTest, kind: str) -> None:
    page = site.target / PAGE
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
        elsewhere = write(site.root / "elsewhere", {"mine.txt": "我的"})
        shutil.rmtree(page.parent)
        page.parent.symlink_to(elsewhere, target_is_directory=True)


@pytest.mark.parametrize(
    "kind",
    ["a folder for a page", "a file for a folder", "an empty folder", "a link for a folder"],
)
def test_what_is_in_the_way_and_not_ours_is_named_and_kept(kind: str, site: SiteTest) -> None:
    site.write("content/gi/qingxi-xueli.md", EDITED_PEAR)
    in_the_way(site, kind)
    before = tree(site.root)
    site.build()
    assert site.built is None and site.codes == ["output.in-the-way"]
    after = {
        path: data for path, data in tree(site.root).items() if not path.startswith(".sitegen/")
    }
    assert after == {path: d for path, d in before.items() if not path.startswith(".sitegen/")}


def test_a_page_of_a_removed_entry_is_not_looked_for_behind_a_link(site: SiteTest) -> None:
    elsewhere = write(site.root / "elsewhere", {"index.html": "我的"})
    shutil.rmtree(site.root / "output/products/li-gao")
    (site.root / "output/products/li-gao").symlink_to(elsewhere, target_is_directory=True)
    site.remove("content/products/li-gao.md")
    site.build().passes()
    assert tree(elsewhere) == {"index.html": "我的".encode()}


def test_a_linked_output_folder_is_filled_where_it_leads(tmp_path: Path) -> None:
    site = SiteTest(tmp_path)
    real = tmp_path / "elsewhere" / "www"
    real.mkdir(parents=True)
    (tmp_path / "output").symlink_to(real, target_is_directory=True)
    site.build().passes()
    write(tmp_path, {"content/gi/qingxi-xueli.md": EDITED_PEAR})
    assert site.build().remade == {PAGE, "search/texts/"}
    assert (tmp_path / "output").is_symlink()
    assert tree(real) == site.output
    site.equals_clean_build()


def test_two_output_folders_behind_a_link_are_filled_in_turn(tmp_path: Path) -> None:
    """As docs/operating has it: what is shown is a link, and the release before stays."""
    site = SiteTest(tmp_path / "site")
    www = tmp_path / "www"
    one, other = (SiteTest.at(site.root, www / name) for name in ("a", "b"))
    one.build().passes()
    (www / "current").symlink_to("a")
    site.write("content/gi/qingxi-xueli.md", EDITED_PEAR)
    other.build().passes()
    before = tree(www / "a")
    shown = SiteTest.at(site.root, www / "current").build().passes()
    assert tree(www / "a") != before and tree(www / "a") == tree(www / "b") == shown.output
    assert sorted(path.name for path in www.iterdir()) == ["a", "b", "current"]


@pytest.mark.parametrize("output", [".", "..", "content", "content/new", "content/media/x", "templates",
                                    "templates/public", ".sitegen", ".sitegen/x", ".git/hooks"])  # fmt: skip
def test_nothing_is_built_among_the_sources_of_a_site(output: str, tmp_path: Path) -> None:
    site = SiteTest(tmp_path / "site")
    (site.root / ".git/hooks").mkdir(parents=True)
    (site.root / "release.json").write_text('{"site": "test-site", "files": {}}', "utf-8")
    before = tree(tmp_path)
    other = SiteTest.at(site.root, site.root / output)
    other.build(clean=True)
    assert other.built is None and other.codes == ["output.among-sources"]
    assert tree(tmp_path) == before


def test_nothing_is_built_among_the_sources_through_a_link(tmp_path: Path) -> None:
    site = SiteTest(tmp_path)
    (tmp_path / "output").symlink_to(tmp_path / "content")
    before = tree(tmp_path / "content")
    site.check()
    assert "output.among-sources" in site.codes
    site.build()
    assert site.built is None and tree(tmp_path / "content") == before


def test_a_staging_folder_that_is_not_written_down_is_left_alone(tmp_path: Path) -> None:
    names = (".output.staging", ".output.staging-0123456789abcdef")
    site = SiteTest(tmp_path)
    theirs = [write(tmp_path / name, {"mine.txt": "我的"}) for name in names]
    site.build().passes()
    site.write("content/gi/qingxi-xueli.md", EDITED_PEAR).build(clean=True).passes()
    site.write("content/gi/qingxi-xueli.md", "---\n").build()
    assert site.built is None
    assert [tree(folder) for folder in theirs] == [{"mine.txt": "我的".encode()}] * 2


@pytest.mark.parametrize("name", ["", "../output", "0123456789abcdef/../../x", 5, None])
def test_only_a_name_that_a_build_chose_is_removed_as_staging(name: object, site: SiteTest) -> None:
    theirs = write(site.root / ".output.staging-", {"mine.txt": "我的"})
    state.write_json(state.folder_of(site.root, site.target) / "staging.json", {"name": name})
    site.write("content/gi/qingxi-xueli.md", EDITED_PEAR).build().passes()
    site.equals_clean_build()
    assert (theirs / "mine.txt").is_file()


ROWS = {"gi/index.html/x.html": ["key", "0", "", "", None, []]}
JOURNALS: dict[str, dict[str, object]] = {
    "a file as a folder": {"moves": ["gi/index.html/x.html"], "rows": ROWS},
    "a folder as a file": {"moves": ["gi"], "rows": {"gi": ["key", "0", "", "", None, []]}},
    "the marker": {"moves": ["release.json"], "removed": ["release.json"]},
    "below the marker": {"moves": ["release.json/index.html"]},
    "paths outside": {"moves": ["../site.yaml"], "removed": ["../content/regions.yaml"]},
    "a folder to remove": {"removed": ["gi", "gi/index.html/"]},
    "another site": {"release": ["other-site", *RELEASE[1:]], "removed": ["index.html"]},
    "rows of nothing": {"rows": {"a/b.html": ["key", "0", "", "", [1, 2, 3, 4, 5], []]}},
    "a name too long": {"moves": ["x" * 300], "rows": {"x" * 300: ["key", "0", "", "", None, []]}},
    "a whole folder": {"whole": True, "moves": ["index.html"]},
}


@pytest.mark.parametrize("clean", [False, True], ids=["", "--clean"])
@pytest.mark.parametrize("journal", JOURNALS.values(), ids=JOURNALS)
def test_a_journal_that_cannot_be_carried_out_stops_no_build(
    journal: dict[str, object], clean: bool, site: SiteTest
) -> None:
    records = state.folder_of(site.root, site.target)
    staged = staging_folder.begin(site.target, records)
    moves = journal.get("moves", [])
    assert isinstance(moves, list)
    for path in moves:
        if ".." not in path and len(path) < 256:
            write(staged, {path: "staged"})
    usual = {"whole": False, "moves": [], "removed": [], "rows": {}, "gone": []}
    state.write_json(records / "journal.json", {**usual, "release": RELEASE, **journal})
    sources = tree(site.root / "content")
    site.build(clean=clean).passes()
    assert not (records / "journal.json").exists() and staging_folders(site.target) == []
    assert tree(site.root / "content") == sources
    site.equals_clean_build()


def test_a_journal_for_a_folder_that_is_not_ours_changes_nothing_there(tmp_path: Path) -> None:
    """Whoever hands over a site may have put a journal into its state."""
    site = SiteTest(tmp_path)
    theirs = write(site.target, {"index.html": "我的"})
    records = state.folder_of(site.root, site.target)
    journal = {"whole": False, "moves": [], "removed": ["index.html"], "rows": {}, "gone": []}
    state.write_json(records / "journal.json", {**journal, "release": RELEASE})
    site.build().fails_with("output output.not-ours")
    assert tree(theirs) == {"index.html": "我的".encode()}


def test_a_postponed_bundle_waits_for_the_next_whole_build(site: SiteTest) -> None:
    before = tree(site.target / "search" / "texts")
    site.write("content/gi/qingxi-xueli.md", EDITED_PEAR)
    later = ("search/",)
    for expected in ({PAGE}, set()):
        assert site.build(postponed=later).remade == expected
        assert tree(site.target / "search" / "texts") == before
    assert site.build().remade == {"search/texts/"}
    site.equals_clean_build()


def test_a_postponed_bundle_that_is_not_whole_is_made(site: SiteTest) -> None:
    (site.root / "output/search/texts/root.json").unlink(missing_ok=True)
    next((site.root / "output/search/texts").iterdir()).unlink()
    assert "search/texts/" in site.build(postponed=("search/",)).remade
    site.equals_clean_build()
