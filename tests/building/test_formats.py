"""A format that is added to the table is found, read, watched and cached without other changes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sitegen.building import content
from sitegen.files import digest
from sitegen.loading import entry_files, tables
from sitegen.loading.document import Document, Table
from sitegen.loading.formats import FORMATS, Format, IsHeader
from sitegen.model.options import Options
from sitegen.problems import Problem
from tests.support.basic_site import BASIC, clock
from tests.support.site_test import SiteTest

PAGE = "gi/qingxi-xueli/index.html"
GAO = "products/li-gao/index.html"
TABLE = "content/recognitions/cnipa-700.bars"
PRODUCT = "content/products/li-gao.lines"
ROWS = "row|subject|number\na|gi:qingxi-xueli|{number}\n"
FIELDS = "name=梨膏\nkind=农产品\nregion=qingxi\nsummary={summary}\n"
READ: list[str] = []
"""The files of the added formats that were read, in order."""


def read_bars(
    data: bytes, file: str, is_header: IsHeader
) -> tuple[tuple[Table, ...] | None, list[Problem]]:
    """A table whose cells are divided by bars."""
    READ.append(file)
    table, problems = tables.parse(data.replace(b"|", b","), file)
    return table and (replace(table, digest=digest(data)),), problems


def read_lines(data: bytes, file: str) -> tuple[Document | None, list[Problem]]:
    """An entry with a line `name=value` for each field."""
    READ.append(file)
    document, problems = entry_files.read_yaml(data.replace(b"=", b": "), file)
    return document and replace(document, digest=digest(data)), problems


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SiteTest:
    """A site with a table and an entry in formats of our own, which the table of formats has."""
    monkeypatch.setitem(FORMATS, ".bars", Format(".bars", 1000, read_tables=read_bars))
    monkeypatch.setitem(FORMATS, ".lines", Format(".lines", 1000, read_document=read_lines))
    announcement = BASIC["content/recognitions/cnipa-700.yaml"]
    files: dict[str, str | None] = {
        "content/recognitions/cnipa-700.yaml": announcement[: announcement.index("rows:")]
        + "rows: cnipa-700.bars\n",
        TABLE: ROWS.format(number="一号"),
        PRODUCT: FIELDS.format(summary="熬成的膏。"),
        "content/products/li-gao.md": None,
    }
    READ.clear()
    return SiteTest(tmp_path, files)


def test_its_files_are_read_as_tables_and_as_entries(site: SiteTest) -> None:
    site.build().passes()
    assert "一号" in site.text(PAGE) and "熬成的膏。" in site.text(GAO)


def test_a_change_in_one_is_seen_by_the_next_build(site: SiteTest) -> None:
    site.build().passes()
    site.write(TABLE, ROWS.format(number="二号"))
    assert PAGE in site.build().remade and "二号" in site.text(PAGE)
    site.write(PRODUCT, FIELDS.format(summary="又一句。"))
    assert GAO in site.build().remade and "又一句。" in site.text(GAO)


def test_a_save_of_one_is_seen_by_the_preview(site: SiteTest) -> None:
    site.preview().build().passes()
    site.save({TABLE: ROWS.format(number="二号")}).passes()
    assert "二号" in site.text(PAGE)
    site.save({PRODUCT: FIELDS.format(summary="又一句。")}).passes()
    assert "又一句。" in site.text(GAO)


def test_what_has_not_changed_comes_from_the_cache(site: SiteTest) -> None:
    def read() -> content.Content:
        found, problems = content.read(
            site.root,
            Options(),
            "key",
            workers=1,
            now=clock().now(),
            use_cache=True,
            keep_cache=True,
        )
        assert problems == []
        return found

    entries = read().entries
    assert {"products:li-gao", "recognitions:cnipa-700"} <= {entry.key for entry in entries}
    assert sorted(READ) == [PRODUCT, TABLE]
    assert read().entries == entries and len(READ) == 2
