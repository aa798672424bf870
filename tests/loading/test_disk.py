"""What lies in content/ is found, passed over or reported."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sitegen.loading.documents import scan


def tree(root: Path, *files: str) -> Path:
    for file in files:
        path = root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")
    return root


def problems_of(content: Path) -> list[tuple[str, str]]:
    return [(problem.kind.code, str(problem.at)) for problem in scan(content)[1]]


def test_content_files_come_in_path_order(tmp_path: Path) -> None:
    tree(tmp_path, "regions.yaml", "gi/b.md", "gi/a.md", "recognitions/2024.csv", "brands/x/y.md")

    assert scan(tmp_path) == (
        ["brands/x/y.md", "gi/a.md", "gi/b.md", "recognitions/2024.csv", "regions.yaml"],
        [],
    )


def test_paths_may_be_given_below_a_folder(tmp_path: Path) -> None:
    tree(tmp_path, "gi/a.md", "gi/b.txt")
    files, problems = scan(tmp_path, prefix="content/")

    assert files == ["content/gi/a.md"]
    assert [str(problem.at) for problem in problems] == ["content/gi/b.txt"]


def test_what_editors_leave_behind_is_passed_over(tmp_path: Path) -> None:
    tree(
        tmp_path,
        *("gi/~$a.xlsx", "gi/.DS_Store", "gi/Thumbs.db", "gi/a.md.bak", "gi/a.md~", ".git/config"),
        *("gi/.a.md.swp", "desktop.ini", ".obsidian/a.md", "gi/~WRL0001.tmp", "media/._a.jpg"),
        *("gi/.~lock.a.csv#", "gi/.gitkeep", ".vscode/settings.json", "gi/.a.md~", "gi/.#a.md"),
    )

    assert scan(tmp_path) == ([], [])


def test_other_hidden_names_are_told_once_for_a_folder(tmp_path: Path) -> None:
    tree(tmp_path, "gi/.a.md", ".ledger.jsonl.new", "media/.secret.png")
    tree(tmp_path, "gi/.more/a.md", "gi/.more/b.md", "gi/.more/.c/d.md")

    assert scan(tmp_path)[0] == []
    assert problems_of(tmp_path) == [
        ("file.hidden", ".ledger.jsonl.new"),
        ("file.hidden", "gi/.a.md"),
        ("file.hidden", "gi/.more"),
        ("file.hidden", "media/.secret.png"),
    ]


@pytest.mark.parametrize("name", [".gitkeep", ".a.md.swp", ".DS_Store"])
def test_a_link_or_pipe_with_a_harmless_hidden_name_is_told(name: str, tmp_path: Path) -> None:
    tree(tmp_path, "link/a.md", "pipe/a.md")
    (tmp_path / "link" / name).symlink_to("/etc/passwd")
    os.mkfifo(tmp_path / "pipe" / name)

    assert problems_of(tmp_path) == [
        ("file.hidden", f"link/{name}"),
        ("file.hidden", f"pipe/{name}"),
    ]


def test_a_content_folder_that_is_a_link_is_one_problem(tmp_path: Path) -> None:
    tree(tmp_path / "outside", "gi/a.md", "gi/b.md")
    (tmp_path / "content").symlink_to(tmp_path / "outside")

    assert scan(tmp_path / "content")[0] == []
    assert problems_of(tmp_path / "content") == [("file.symlink", "content")]


def test_media_and_the_ledger_are_no_content_files(tmp_path: Path) -> None:
    tree(tmp_path, "media/a.jpg", "media/gi/b.txt", "ledger.jsonl", "gi/media/a.md")

    assert scan(tmp_path) == (["gi/media/a.md"], [])


def test_other_files_are_named_with_their_extension(tmp_path: Path) -> None:
    tree(tmp_path, "gi/a.docx", "gi/b.et", "gi/a.jpg", "gi/README", "gi/ledger.jsonl")
    files, problems = scan(tmp_path)

    assert files == []
    assert [(p.kind.code, str(p.at), p.facts["extension"]) for p in problems] == [
        ("file.unknown-extension", "gi/README", "README"),
        ("file.unknown-extension", "gi/a.docx", ".docx"),
        ("file.unknown-extension", "gi/a.jpg", ".jpg"),
        ("file.unknown-extension", "gi/b.et", ".et"),
        ("file.unknown-extension", "gi/ledger.jsonl", ".jsonl"),
    ]


def test_near_extensions_ask_for_a_new_name(tmp_path: Path) -> None:
    tree(tmp_path, "gi/a.yml", "gi/b.MD", "gi/c.Markdown", "gi/d.CSV")
    files, problems = scan(tmp_path)

    assert files == []
    assert [(str(p.at), p.kind.code, p.facts["wanted"]) for p in problems] == [
        ("gi/a.yml", "file.extension", ".yaml"),
        ("gi/b.MD", "file.extension", ".md"),
        ("gi/c.Markdown", "file.extension", ".md"),
        ("gi/d.CSV", "file.extension", ".csv"),
    ]


def test_links_to_files_and_folders_are_reported_and_not_followed(tmp_path: Path) -> None:
    outside = tree(tmp_path / "outside", "a.md")
    content = tree(tmp_path / "content", "gi/b.md")
    (content / "gi" / "a.md").symlink_to(outside / "a.md")
    (content / "folder").symlink_to(outside)
    (content / "loop").symlink_to(content)

    assert scan(content)[0] == ["gi/b.md"]
    assert problems_of(content) == [
        ("file.symlink", "folder"),
        ("file.symlink", "gi/a.md"),
        ("file.symlink", "loop"),
    ]


def test_paths_that_differ_by_case_only_are_a_problem(tmp_path: Path) -> None:
    tree(tmp_path, "gi/A.md", "gi/a.md", "GI/b.md", "gi/b.md")
    files, problems = scan(tmp_path)

    if len(list(tmp_path.iterdir())) < 2:
        pytest.skip("this file system does not tell capital letters apart")
    assert files == ["GI/b.md", "gi/A.md"]
    assert [(p.kind.code, str(p.at), p.facts["other"]) for p in problems] == [
        ("file.same-name", "gi/a.md", "gi/A.md"),
        ("file.same-name", "gi/b.md", "GI/b.md"),
    ]


def test_what_is_neither_file_nor_folder_is_reported(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.md")

    assert problems_of(tmp_path) == [("file.not-a-file", "a.md")]


def test_names_that_no_address_can_hold_are_reported_printably(tmp_path: Path) -> None:
    (tmp_path / "a\\b.md").write_bytes(b"")
    (tmp_path / "c:d.md").write_bytes(b"")
    with open(os.fsencode(tmp_path) + b"/\xff.md", "wb"):
        pass

    found = problems_of(tmp_path)
    assert [code for code, _ in found] == ["file.bad-name"] * 3
    assert "".join(place for _, place in found).isprintable()


def test_a_content_folder_that_is_not_there_is_one_problem(tmp_path: Path) -> None:
    assert problems_of(tmp_path / "content") == [("file.missing", "content")]
