"""The one-time file of the index: what stands in it, what only those fetch who need it."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping

import pytest

from sitegen.outputs import search
from sitegen.search import index
from tests import real


def built() -> tuple[dict[str, object], Mapping[str, bytes]]:
    catalogue = real.plan().catalogue
    shelf = search.shelf_of(catalogue)
    files = index.build(shelf, search._numbering(catalogue, shelf.regions))
    return json.loads(files["root.json"]), files


def test_a_table_that_few_need_is_a_file_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    root, _ = built()
    monkeypatch.setattr(index, "INLINE", 0)
    apart, files = built()
    name = apart["more"]
    assert isinstance(name, str) and name.startswith(":")
    assert base64.b64decode(str(root["more"])) == files[name[1:]]


def test_of_very_many_entries_it_comes_with_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    small, _ = built()
    monkeypatch.setattr(index, "INLINE", 0)
    monkeypatch.setattr(index, "MANY", 1)
    root, files = built()
    assert root["more"] == small["more"]
    assert not any(name.startswith("more") for name in files)
