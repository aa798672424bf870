"""A site in which every field of every collection is filled with a text of its own."""

from __future__ import annotations

import json
from pathlib import Path

from tests.support import filled_site
from tests.support.basic_site import write


def text(path: str) -> str:
    """A text that is valid in any field and stands in one only. Some look like formulas."""
    start = "=" if path.endswith((".caption", ".summary")) else "1"
    return f"{start}{path.replace('.', '-').replace('_', '-')}"[:60]


def filled(root: Path, *, one_member: bool) -> Path:
    """The filled site; with `one_member` each list of groups has one, and no group has a list in it."""
    files = filled_site.files(text, "正文")
    if one_member:
        for name, data in files.items():
            if name.startswith("content/") and isinstance(data, str):
                body = "---\n\n正文\n" if data.startswith("---\n") else ""
                tree = json.loads(data.removeprefix("---\n").removesuffix(body))
                data = json.dumps(_with_one_member(tree), ensure_ascii=False)
                files[name] = f"---\n{data}\n{body}" if body else data
    return write(root, files)


def _with_one_member(tree: object, inside: bool = False) -> object:
    if isinstance(tree, dict):
        return {
            name: _with_one_member(value, True)
            for name, value in tree.items()
            if name != "measures"
        }
    if isinstance(tree, list) and inside and tree and isinstance(tree[0], dict):
        return [_with_one_member(tree[0], True)]
    return tree
