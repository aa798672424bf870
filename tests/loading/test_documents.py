"""Files become documents and tables, and no file whatever makes the program fall over."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.loading.documents import load, load_table, parse, parse_table
from sitegen.loading.text import LIMIT, decode
from sitegen.problems import Problem, Severity
from tests.support.attack.rounds import examples

ENTRY = """---
name: 潍县萝卜
aka: [高脚青, "潍坊青萝卜"]
quality:
  sensory: 皮绿肉翠：脆
images:
  - file: a.jpg
    alt: '图'
summary: >-
  特点：脆甜
---
# 正文

见 [萝卜](gi:weixian-radish)。
"""


def codes(problems: list[Problem]) -> list[str]:
    return [problem.kind.code for problem in problems]


def test_an_entry_has_its_fields_its_body_and_its_digest() -> None:
    document, problems = parse(ENTRY.encode(), "gi/weixian-radish.md")

    assert problems == []
    assert document is not None
    assert document.tree["name"] == "潍县萝卜"
    assert document.tree["images"] == [{"file": "a.jpg", "alt": "图"}]
    assert document.body == "# 正文\n\n见 [萝卜](gi:weixian-radish)。\n"
    assert document.body_line == 12
    assert document.places.values["name",] == (2, 7)
    assert document.places.keys["images", 0, "alt"] == (8, 5)
    assert document.digest == hashlib.sha256(ENTRY.encode()).hexdigest()


def test_a_yaml_file_has_no_body() -> None:
    document, problems = parse("name: 国家级\nlevel: 国家\n".encode(), "schemes/a.yaml")

    assert problems == []
    assert document is not None
    assert document.tree == {"name": "国家级", "level": "国家"}
    assert document.body == ""


def test_an_entry_with_windows_line_ends_and_a_mark_reads_the_same() -> None:
    windows = b"\xef\xbb\xbf" + ENTRY.replace("\n", "\r\n").encode()
    one, two = parse(ENTRY.encode(), "a.md")[0], parse(windows, "a.md")[0]

    assert one is not None and two is not None
    assert (one.tree, one.body, one.places) == (two.tree, two.body, two.places)
    assert one.digest != two.digest


def test_an_entry_in_gb18030_is_read_and_noted() -> None:
    document, problems = parse(ENTRY.encode("gb18030"), "a.md")

    assert document is not None
    assert document.tree["name"] == "潍县萝卜"
    assert codes(problems) == ["text.gb18030"]


def test_problems_have_the_lines_of_the_file() -> None:
    document, problems = parse(b"\n---\na: 1\na: 2\n---\n", "a.md")

    assert document is not None and document.wrong_lines == {4}
    assert [(p.kind.code, str(p.at)) for p in problems] == [("yaml.duplicate-key", "a.md:4:1")]


@pytest.mark.parametrize(
    ("file", "wanted"), [("a.yml", ".yaml / .md"), ("a", ".yaml / .md"), ("a.MD", ".yaml / .md")]
)
def test_another_extension_asks_for_a_new_name(file: str, wanted: str) -> None:
    document, problems = parse(b"a: 1\n", file)

    assert document is None
    assert [(p.kind.code, p.facts["wanted"]) for p in problems] == [("file.extension", wanted)]
    assert codes(parse_table(b"a\n", file)[1]) == ["file.extension"]


def test_files_are_loaded_from_below_a_root(tmp_path: Path) -> None:
    (tmp_path / "gi").mkdir()
    (tmp_path / "gi" / "a.md").write_text(ENTRY, "utf-8")
    (tmp_path / "gi" / "rows.csv").write_text("row,name\n1,甲\n", "utf-8")

    document, problems = load(tmp_path, "gi/a.md")
    assert problems == []
    assert document is not None
    assert document.file == "gi/a.md"
    table, problems = load_table(tmp_path, "gi/rows.csv")
    assert problems == []
    assert table is not None
    assert table.rows == ({"row": "1", "name": "甲"},)


def test_links_are_not_followed_whether_file_or_folder(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "a.yaml").write_text("a: 1\n", "utf-8")
    root = tmp_path / "content"
    root.mkdir()
    (root / "folder").symlink_to(outside)
    (root / "a.yaml").symlink_to(outside / "a.yaml")
    (root / "dead.yaml").symlink_to(outside / "none.yaml")

    for file in ("folder/a.yaml", "a.yaml", "dead.yaml"):
        document, problems = load(root, file)
        assert document is None
        assert [(p.kind.code, str(p.at)) for p in problems] == [("file.symlink", file)]


def test_what_is_no_readable_file_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "folder.md").mkdir()
    (tmp_path / "a.md").write_text(ENTRY, "utf-8")
    os.mkfifo(tmp_path / "pipe.md")

    assert codes(load(tmp_path, "none.md")[1]) == ["file.missing"]
    assert codes(load(tmp_path, "a.md/b.md")[1]) == ["file.missing"]
    assert codes(load(tmp_path, "folder.md")[1]) == ["file.not-a-file"]
    assert codes(load(tmp_path, "pipe.md")[1]) == ["file.not-a-file"]
    assert codes(load(tmp_path, f"{'x' * 300}.md")[1]) == ["file.unreadable"]


@pytest.mark.parametrize("file", ["../a.md", "/a.md", "a//b.md", "", "a\\b.md", "a\0.md", "\udcff"])
def test_a_path_out_of_the_root_is_refused(file: str, tmp_path: Path) -> None:
    assert codes(load(tmp_path, file)[1]) == ["file.bad-name"]


def test_an_enormous_file_is_not_read_whole(tmp_path: Path) -> None:
    with open(tmp_path / "a.md", "wb") as stream:
        stream.truncate(1 << 40)

    assert codes(load(tmp_path, "a.md")[1]) == ["text.too-large"]


def check_places(data: bytes, file: str) -> None:
    """No exception; None or wrong lines exactly on an error; every place inside the file."""
    document, problems = parse(data, file)
    errors = [problem for problem in problems if problem.kind.severity is Severity.ERROR]
    assert (document is None or bool(document.wrong_lines)) == bool(errors)
    text = decode(data, file)[0]
    lines = (text if text is not None else data.decode("utf-8", "replace")).split("\n")
    for problem in problems:
        assert problem.at.file == file
        if text is not None and problem.at.line is not None:
            assert 1 <= problem.at.line <= len(lines)
            assert problem.at.column is not None
            assert 1 <= problem.at.column <= len(lines[problem.at.line - 1]) + 1
        assert problem.message("zh") and problem.message("en")
    if document is not None:
        for line, column in (*document.places.values.values(), *document.places.keys.values()):
            assert 1 <= line <= len(lines)
            assert 1 <= column <= len(lines[line - 1]) + 1


@settings(deadline=None, max_examples=examples(300))
@given(st.text(), st.sampled_from(["a.md", "a.yaml"]))
def test_any_text_becomes_a_document_or_problems(text: str, file: str) -> None:
    check_places(text.encode("utf-8", "surrogatepass"), file)


@settings(deadline=None, max_examples=examples(300))
@given(st.text("ab:：- \n\t\"'[]{}#&*!|>%@`,?=\\。“”　", max_size=60), st.booleans())
def test_any_heap_of_yaml_marks_becomes_a_document_or_problems(text: str, fields: bool) -> None:
    check_places(("k: 1\n" * fields + text).encode(), "a.yaml")
    check_places(f"---\n{text}\n---\n".encode(), "a.md")


@settings(deadline=None, max_examples=examples(200))
@given(st.binary(max_size=200))
def test_any_bytes_become_a_document_or_problems(data: bytes) -> None:
    check_places(data, "a.md")
    check_places(b"a: " + data, "a.yaml")


SCRAPS = [
    *"：:-\t\n\"'[]{}#&*!|>%@`,?\\　“”。",
    *("\n---\n", "\n...\n", "- ", ": ", "  ", "\r", "\x00", "\ufeff", "name：", "!!str ", "<<: *a"),
]


@settings(deadline=None, max_examples=examples(500))
@given(
    st.lists(
        st.tuples(
            st.integers(0, len(ENTRY)), st.integers(0, 3), st.sampled_from(SCRAPS) | st.text()
        ),
        min_size=1,
        max_size=5,
    )
)
def test_a_damaged_entry_becomes_a_document_or_problems(edits: list[tuple[int, int, str]]) -> None:
    text = ENTRY
    for start, removed, scrap in edits:
        text = text[:start] + scrap + text[start + removed :]
    check_places(text.encode("utf-8", "surrogatepass"), "a.md")


@settings(deadline=None, max_examples=examples(300))
@given(st.text() | st.text('a,"\n ，;', max_size=80))
def test_any_text_becomes_a_table_or_problems(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    table, problems = parse_table(data, "a.csv")
    errors = [problem for problem in problems if problem.kind.severity is Severity.ERROR]
    source = decode(data, "a.csv")[0]

    for problem in problems:
        assert source is None or 1 <= (problem.at.line or 1) <= source.count("\n") + 1
    if table is None:
        assert errors
    else:
        assert {problem.at.line for problem in errors} == table.wrong_lines
        assert len(table.rows) == len(table.lines)
        assert all(tuple(row) == table.header for row in table.rows)


def test_a_file_of_exactly_the_limit_is_read() -> None:
    data = b"a: |\n  " + b"x" * (LIMIT - 8) + b"\n"

    assert len(data) == LIMIT
    assert parse(data, "a.yaml")[1] == []
