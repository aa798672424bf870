"""A format that is added to the table is found, read, watched and cached without other changes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sitegen.building import content
from sitegen.commands.build import build as run_build
from sitegen.files import digest
from sitegen.loading import entry_files, tables
from sitegen.loading.document import Document, Table
from sitegen.loading.formats import FORMATS, Format
from sitegen.model.options import Options
from sitegen.pipeline.preview_memory import PreviewMemory
from sitegen.problems import Problem, Report
from tests.support.basic_site import BASIC, build, clock, write

PAGE = "gi/qingxi-xueli/index.html"
GAO = "products/li-gao/index.html"
TABLE = "content/recognitions/cnipa-700.bars"
PRODUCT = "content/products/li-gao.lines"
ROWS = "row|subject|number\na|gi:qingxi-xueli|{number}\n"
FIELDS = "name=梨膏\nkind=农产品\nregion=qingxi\nsummary={summary}\n"
READ: list[str] = []
"""The files of the added formats that were read, in order."""


def read_bars(data: bytes, file: str) -> tuple[Table | None, list[Problem]]:
    """A table whose cells are divided by bars."""
    READ.append(file)
    table, problems = tables.parse(data.replace(b"|", b","), file)
    return table and replace(table, digest=digest(data)), problems


def read_lines(data: bytes, file: str) -> tuple[Document | None, list[Problem]]:
    """An entry with a line `name=value` for each field."""
    READ.append(file)
    document, problems = entry_files.read_yaml(data.replace(b"=", b": "), file)
    return document and replace(document, digest=digest(data)), problems


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site with a table and an entry in formats of our own, which the table of formats has."""
    monkeypatch.setitem(FORMATS, ".bars", Format(".bars", 1000, read_table=read_bars))
    monkeypatch.setitem(FORMATS, ".lines", Format(".lines", 1000, read_document=read_lines))
    announcement = BASIC["content/recognitions/cnipa-700.yaml"]
    files = {
        **BASIC,
        "content/recognitions/cnipa-700.yaml": announcement[: announcement.index("rows:")]
        + "rows: cnipa-700.bars\n",
        TABLE: ROWS.format(number="一号"),
        PRODUCT: FIELDS.format(summary="熬成的膏。"),
    }
    del files["content/products/li-gao.md"]
    READ.clear()
    return write(tmp_path, files)


def text(site: Path, page: str) -> str:
    return (site / "output" / page).read_text("utf-8")


def test_its_files_are_read_as_tables_and_as_entries(site: Path) -> None:
    assert build(site).codes == []
    assert "一号" in text(site, PAGE) and "熬成的膏。" in text(site, GAO)


def test_a_change_in_one_is_seen_by_the_next_build(site: Path) -> None:
    assert build(site).built
    write(site, {TABLE: ROWS.format(number="二号")})
    assert PAGE in build(site).remade and "二号" in text(site, PAGE)
    write(site, {PRODUCT: FIELDS.format(summary="又一句。")})
    assert GAO in build(site).remade and "又一句。" in text(site, GAO)


def test_a_save_of_one_is_seen_by_the_preview(site: Path) -> None:
    memory = PreviewMemory()

    def save(files: dict[str, str | bytes], saved: set[str] | None) -> None:
        write(site, files)
        output = site / "output"
        report = Report()
        built = run_build(site, output, report, clock(), workers=1, memory=memory, saved=saved)
        assert built is not None, report.text("zh")

    save({}, None)
    save({TABLE: ROWS.format(number="二号")}, {TABLE})
    assert "二号" in text(site, PAGE)
    save({PRODUCT: FIELDS.format(summary="又一句。")}, {PRODUCT})
    assert "又一句。" in text(site, GAO)


def test_what_has_not_changed_comes_from_the_cache(site: Path) -> None:
    def read() -> content.Content:
        found, problems = content.read(
            site, Options(), "key", workers=1, now=clock().now(), use_cache=True, keep_cache=True
        )
        assert problems == []
        return found

    entries = read().entries
    assert {"products:li-gao", "recognitions:cnipa-700"} <= {entry.key for entry in entries}
    assert sorted(READ) == [PRODUCT, TABLE]
    assert read().entries == entries and len(READ) == 2
