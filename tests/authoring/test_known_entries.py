"""The entries that a site has: one of them is found without reading the others."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sitegen.authoring import known_entries
from sitegen.authoring.known_entries import KnownEntries
from sitegen.model.options import Options
from tests.support.site_test import SiteTest

TABLE = "content/products/all.csv"


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are read."""
    files: list[str] = []

    def load(root: Path, file: str, options: Options) -> Any:
        files.append(file)
        return real(root, file, options)

    real = known_entries.load
    monkeypatch.setattr(known_entries, "load", load)
    return files


@pytest.fixture
def known(tmp_path: Path) -> KnownEntries:
    site = SiteTest(tmp_path)
    site.write(TABLE, "id,name\nbing,饼\ngao-2,糕\n")
    return KnownEntries(site.root, Options())


def test_only_the_file_of_an_entry_is_read(known: KnownEntries, read: list[str]) -> None:
    found = known.entry("products", "li-gao")
    assert found is not None and found[1]["name"] == "梨膏"
    assert read == [found[0]] == ["content/products/li-gao.md"]


def test_an_entry_of_a_table_is_found_in_it(known: KnownEntries, read: list[str]) -> None:
    found = known.entry("products", "gao-2")
    assert found is not None and (found[0], found[1]["name"]) == (TABLE, "糕")
    assert set(read) == {TABLE}


def test_what_is_nowhere_is_none(known: KnownEntries) -> None:
    assert known.entry("products", "nowhere") is None
