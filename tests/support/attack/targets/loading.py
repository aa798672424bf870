"""Any bytes as a content file: a document that says where all is, or problems that do, never an error."""

from __future__ import annotations

import re
from typing import Any

import yaml

from sitegen.files import digest
from sitegen.loading import documents
from sitegen.loading.document import Document, Tree
from sitegen.model import validate
from sitegen.model.collections import COLLECTIONS
from sitegen.model.options import Options
from sitegen.problems import Location, Problem, Severity
from tests.support.attack import seeds
from tests.support.attack.target import Target, chosen

FILES = [
    *(f"content/{name}.yaml" for name, own in COLLECTIONS.items() if own.tree),
    *(f"content/{name}/a.yaml" for name, own in COLLECTIONS.items() if not own.tree),
    *(f"content/{name}/a.md" for name, own in COLLECTIONS.items() if not own.tree),
]
CONTROL = re.compile("[\0-\b\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
OPTIONS = Options()


def run(data: bytes) -> None:
    number, data = chosen(data, len(FILES))
    file = FILES[number]
    document, problems = documents.parse(data, file)
    check_problems(problems, file, data)
    if document is None:
        assert any(problem.kind.severity is Severity.ERROR for problem in problems)
        return
    _check_document(document, data)
    if not problems and file.endswith(".yaml"):
        plain = yaml.load(data.decode().removeprefix("\ufeff"), Loader=yaml.CBaseLoader)
        assert document.tree == plain, f"{document.tree} is {plain} to PyYAML"
    items, problems = validate.read(document, OPTIONS)
    check_problems(problems, file, data)
    for item in items:
        assert item.collection in COLLECTIONS and isinstance(item.id, str)


def check_problems(problems: list[Problem], file: str, data: bytes) -> None:
    """Each problem can be worded in both languages, and its place is in the file."""
    lines = lines_of(data)
    for problem in problems:
        for language in ("zh", "en"):
            assert problem.message(language) and problem.fix(language) is not None
        assert problem.at.file == file
        check_place(problem.at, lines)


def lines_of(data: bytes) -> list[str]:
    """The lines as an editor counts them, in the most generous reading of the bytes."""
    text = data.decode("latin-1").replace("\r\n", "\n").replace("\r", "\n")
    return text.split("\n")


def check_place(at: Location, lines: list[str]) -> None:
    line, column = at.line or 1, at.column or 1
    assert 1 <= line <= len(lines), f"line {line} of {len(lines)}"
    assert 1 <= column <= len(lines[line - 1]) + 1, f"column {column} of {lines[line - 1]!r}"


def _check_document(document: Document, data: bytes) -> None:
    assert document.digest == digest(data)
    assert not CONTROL.search(document.body)
    _check_tree(document.tree)
    lines = lines_of(data)
    assert 1 <= document.body_line <= len(lines) + 1
    for places in (document.places.values, document.places.keys):
        for line, column in places.values():
            check_place(Location("", line, column), lines)


def _check_tree(tree: Tree | Any) -> None:
    if isinstance(tree, dict):
        for key, value in tree.items():
            _check_tree(key)
            _check_tree(value)
    elif isinstance(tree, list):
        for value in tree:
            _check_tree(value)
    else:
        assert isinstance(tree, str)


def seeded() -> list[bytes]:
    found = [*seeds.files(".md", ".yaml"), *seeds.broken_yaml()]
    return [bytes([number % 256]) + data for number, data in enumerate(found)]


TARGET = Target(
    run,
    seeded,
    (
        *(
            b"---\n",
            b"\n---\n",
            b": ",
            b"- ",
            b"\n  ",
            b"|\n  ",
            b">-\n  ",
            b"&a ",
            b"*a",
            b"!!str ",
        ),
        *(
            b"<<: ",
            b"%YAML 1.1\n",
            b"{a: b}",
            b"[a, b]",
            b"? ",
            b"\t",
            b"\r",
            b"\xef\xbb\xbf",
            b"\xff\xfe",
        ),
        *(
            "：".encode(),
            "“".encode(),
            "\u3000".encode(),
            "\u2028".encode(),
            b"\xc2\x85",
            b"#",
            b'"\\u0000"',
        ),
        *(
            b"name: ",
            b"region: ",
            b"rows:\n  - {",
            b"images: [{file: a.png, alt: a}]\n",
            b"withdrawn: {on: ",
        ),
    ),
)
