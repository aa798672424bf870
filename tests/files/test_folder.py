"""A folder held open: nothing is written or removed behind a link, whenever it was put there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen.files import Folder, OutsideRoot, folder
from tests.support.basic_site import tree, write


@pytest.fixture(params=[True, False], ids=["held open", "by paths"])
def _held_open(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both ways, that of Windows too."""
    if request.param and not folder.HELD_OPEN:
        pytest.skip("this system cannot name files from an open folder")
    monkeypatch.setattr(folder, "HELD_OPEN", request.param)


pytestmark = pytest.mark.usefixtures("_held_open")


@pytest.fixture
def source(tmp_path: Path) -> Iterator[Folder]:
    names = ("a.html", "gi/a/index.html", "gi/b/index.html", "z/index.html")
    write(tmp_path / "source", {name: f"new {name}" for name in names})
    with Folder(tmp_path / "source") as opened:
        yield opened


@pytest.fixture
def target(tmp_path: Path) -> Iterator[Folder]:
    (tmp_path / "target").mkdir()
    with Folder(tmp_path / "target") as opened:
        yield opened


def test_files_are_moved_to_the_same_paths(source: Folder, target: Folder, tmp_path: Path) -> None:
    write(tmp_path / "target", {"gi/a/index.html": "old"})
    for name in ("a.html", "gi/a/index.html", "gi/b/index.html", "z/index.html"):
        moved = target.move_in(source, name)
        assert moved is not None and moved.st_size == len(f"new {name}")
    assert tree(tmp_path / "target")["gi/a/index.html"] == b"new gi/a/index.html"
    assert len(tree(tmp_path / "target")) == 4 and tree(tmp_path / "source") == {}


def test_a_file_that_is_gone_is_none(source: Folder, target: Folder, tmp_path: Path) -> None:
    for name in ("b.html", "gi/c/index.html", "a.html/x", "gi/a"):
        assert target.move_in(source, name) is None
    assert list((tmp_path / "target").iterdir()) == []


def test_a_link_among_the_files_to_move_is_no_file(
    source: Folder, target: Folder, tmp_path: Path
) -> None:
    secret = write(tmp_path / "elsewhere", {"index.html": "secret"})
    (tmp_path / "source/link.html").symlink_to(secret / "index.html")
    (tmp_path / "source/folder").symlink_to(secret)
    assert target.move_in(source, "link.html") is None
    assert target.move_in(source, "folder/index.html") is None


@pytest.mark.parametrize("put", ["before", "between"])
def test_nothing_is_moved_or_removed_behind_a_link(
    put: str, source: Folder, target: Folder, tmp_path: Path
) -> None:
    theirs = write(tmp_path / "elsewhere", {"a/index.html": "mine", "b/index.html": "mine"})
    if put == "between":
        write(tmp_path / "target", {"gi/a/index.html": "old"})
        target.move_in(source, "gi/a/index.html")
        (tmp_path / "target/gi").rename(tmp_path / "moved")
    (tmp_path / "target/gi").symlink_to(theirs)
    if put == "before" or not folder.HELD_OPEN:
        with pytest.raises(NotADirectoryError) as raised:
            target.move_in(source, "gi/b/index.html")
        assert Path(str(raised.value.filename)) == tmp_path / "target/gi"
    target.remove("gi/b/index.html")
    assert tree(theirs) == {"a/index.html": b"mine", "b/index.html": b"mine"}


def test_a_file_in_place_of_a_folder_is_named(
    source: Folder, target: Folder, tmp_path: Path
) -> None:
    write(tmp_path / "target", {"gi": "mine"})
    with pytest.raises(NotADirectoryError, match="gi"):
        target.move_in(source, "gi/a/index.html")


def test_removing_takes_along_the_folders_that_it_leaves_empty(
    target: Folder, tmp_path: Path
) -> None:
    write(tmp_path / "target", {"gi/a/x/index.html": "", "gi/b/index.html": "", "c.html": ""})
    target.remove("gi/a/x/index.html")
    assert [path.name for path in (tmp_path / "target/gi").iterdir()] == ["b"]
    target.remove("gi/b/index.html")
    target.remove("gi/b/index.html")
    target.remove("c.html")
    assert list((tmp_path / "target").iterdir()) == []


def test_a_folder_made_again_after_it_was_removed_is_filled(
    source: Folder, target: Folder, tmp_path: Path
) -> None:
    write(tmp_path / "target", {"gi/a/old.html": ""})
    target.remove("gi/a/old.html")
    assert target.move_in(source, "gi/a/index.html") is not None
    assert tree(tmp_path / "target") == {"gi/a/index.html": b"new gi/a/index.html"}


def test_a_new_file_replaces_nothing(target: Folder, tmp_path: Path) -> None:
    target.create("gi/a.md", b"new")
    (tmp_path / "target/link.md").symlink_to(tmp_path / "nowhere")
    for name in ("gi/a.md", "link.md"):
        with pytest.raises(FileExistsError):
            target.create(name, b"more")
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("path", ["", "../x", "a/../x", "/etc/x", "a//x", "a\\x", "c:x"])
def test_a_path_that_leads_elsewhere_is_refused(path: str, source: Folder, target: Folder) -> None:
    for call in (lambda: target.move_in(source, path), lambda: target.remove(path)):
        with pytest.raises(OutsideRoot):
            call()


def test_a_folder_that_is_reached_through_a_link_is_filled(source: Folder, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "linked").symlink_to(tmp_path / "real")
    with Folder(tmp_path / "linked") as opened:
        opened.move_in(source, "gi/a/index.html")
    assert list(tree(tmp_path / "real")) == ["gi/a/index.html"]


@pytest.mark.skipif(not Path("/dev/shm").is_dir(), reason="needs a second file system")
def test_files_are_moved_from_another_file_system(
    source: Folder, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    there = Path("/dev/shm") / f"sitegen-test-{os.getpid()}"
    there.mkdir()
    try:
        with Folder(there) as opened:
            assert opened.move_in(source, "gi/a/index.html") is not None
        assert tree(there) == {"gi/a/index.html": b"new gi/a/index.html"}
        assert "gi/a/index.html" not in tree(tmp_path / "source")
    finally:
        for path in sorted(there.rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
        there.rmdir()
