"""One document read by the real model, for tests of field types and of their problems."""

from __future__ import annotations

from sitegen.loading import documents
from sitegen.model import validate
from sitegen.model.options import Options
from sitegen.model.validate import Item
from sitegen.problems import Problem

PLAIN = Options()


def read(file: str, text: str, options: Options = PLAIN) -> tuple[tuple[Item, ...], list[Problem]]:
    document, problems = documents.parse(text.encode(), file)
    assert document is not None, problems
    items, found = validate.read(document, options)
    return items, problems + found


def product(lines: str, options: Options = PLAIN) -> tuple[Item | None, list[Problem]]:
    """A product with more lines below its name (line 1) and its kind (line 2)."""
    items, problems = read("content/products/p.yaml", f"name: 甲\nkind: 农产品\n{lines}", options)
    return (items[0] if items else None), problems


def problem_places(problems: list[Problem]) -> list[str]:
    """`line:column code` of each problem, in file order."""
    ordered = sorted(problems, key=lambda problem: problem.order)
    return [f"{p.at.line}:{p.at.column} {p.kind.code}" for p in ordered]
