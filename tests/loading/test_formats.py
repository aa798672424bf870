"""The table of formats is the one place that knows which extensions content files have."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from sitegen.loading.disk import scan
from sitegen.loading.formats import FORMATS, corrected, extension_of, is_entry_file, is_table
from tests.support.source_trees import TREES

ELSEWHERE = {"sitegen.serving.answers", "sitegen.publishing.kinds_of_files"}
"""Modules that name an extension for another reason: the media types of published files."""


def test_every_format_has_a_role_and_stands_under_its_extension() -> None:
    for extension, format in FORMATS.items():
        assert format.extension == extension
        assert format.read_document or format.read_tables


@pytest.mark.parametrize("module", sorted(TREES.keys() - ELSEWHERE - {"sitegen.loading.formats"}))
def test_no_other_module_names_an_extension_of_content_files(module: str) -> None:
    written = {*FORMATS, *(bad for format in FORMATS.values() for bad in format.misspellings)}
    for node in ast.walk(TREES[module]):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            assert node.value not in written, f"{module}:{node.lineno} names {node.value}"


@pytest.mark.parametrize(
    ("file", "extension"),
    [
        ("gi/a.md", ".md"),
        ("gi/a.b.MD", ".MD"),
        ("a.b/c", ""),
        ("gi/.csv", ""),
        ("gi/.a.csv", ".csv"),
    ],
)
def test_the_extension_of_a_file_is_taken_as_it_is_written(file: str, extension: str) -> None:
    assert extension_of(file) == extension


def test_a_file_is_an_entry_file_or_a_table_by_its_exact_extension() -> None:
    names = ["a.md", "a.yaml", "a.csv", "a.CSV", "a.xlsx", "a.ods", "a.yml", "a.txt", "a"]
    assert list(filter(is_entry_file, names)) == ["a.md", "a.yaml"]
    assert list(filter(is_table, names)) == ["a.csv", "a.xlsx", "a.ods"]


@pytest.mark.parametrize(
    ("extension", "meant"),
    [(".YML", ".yaml"), (".Markdown", ".md"), (".CSV", ".csv"), (".md", ".md"), (".Txt", ".txt")],
)
def test_a_misspelt_extension_is_corrected(extension: str, meant: str) -> None:
    assert corrected(extension) == meant


def test_only_files_of_a_known_format_are_content_files(tmp_path: Path) -> None:
    for extension in (*FORMATS, ".odt"):
        (tmp_path / f"a{extension}").write_bytes(b"")
    files, problems = scan(tmp_path)
    assert files == sorted(f"a{extension}" for extension in FORMATS)
    assert [(p.kind.code, str(p.at)) for p in problems] == [("file.unknown-extension", "a.odt")]
