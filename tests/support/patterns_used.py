"""Which functions of the package use regular expressions."""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Iterator
from types import ModuleType

from tests.support.basic_site import REPOSITORY

PACKAGE = REPOSITORY / "sitegen"


def functions_with_patterns() -> set[str]:
    """`module.function` or `module.Class.method` of each, without the name of the package."""
    found = set()
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.name == "__main__.py":
            continue
        name = ".".join(path.relative_to(REPOSITORY).with_suffix("").parts)
        module = importlib.import_module(name.removesuffix(".__init__"))
        for function, node in _functions(ast.parse(path.read_text("utf-8")).body):
            if _uses_pattern(node, module):
                found.add(f"{name.removeprefix('sitegen.')}.{function}")
    return found


def _functions(body: list[ast.stmt], within: str = "") -> Iterator[tuple[str, ast.AST]]:
    """(name, node) of the functions of a module and the methods of its classes; inner ones are part of them."""
    for node in body:
        if isinstance(node, ast.ClassDef):
            yield from _functions(node.body, f"{within}{node.name}.")
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield within + node.name, node


def _uses_pattern(function: ast.AST, module: ModuleType) -> bool:
    for node in ast.walk(function):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            owner = vars(module).get(node.value.id)
            if owner is re and node.attr not in ("Match", "Pattern", "escape"):
                return True
            if isinstance(owner, ModuleType) and _is_pattern(vars(owner).get(node.attr)):
                return True
        if isinstance(node, ast.Name) and _is_pattern(vars(module).get(node.id)):
            return True
    return False


def _is_pattern(value: object) -> bool:
    if isinstance(value, tuple | list):
        return any(map(_is_pattern, value))
    return isinstance(value, re.Pattern)
