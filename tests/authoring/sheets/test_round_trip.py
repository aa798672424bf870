"""What is exported says the same when it is read again: every field of every collection."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from sitegen.commands.table_export import export_table
from sitegen.config.site import read_site
from sitegen.model.collections import COLLECTIONS
from sitegen.model.validate import LISTS_IN_TABLES
from sitegen.problems import Report, Severity
from tests.support import exported_workbooks
from tests.support.filled_content import filled

ONE_TABLE = [name for name in COLLECTIONS if name != "recognitions"]


@pytest.mark.parametrize("collection", ONE_TABLE)
def test_an_exported_csv_file_in_content_gives_the_same_entries(
    tmp_path: Path, collection: str
) -> None:
    root = filled(tmp_path, one_member=True)
    before = exported_workbooks.records(root, collection)
    report = Report()
    exported = export_table(root, collection, tmp_path / "x.csv", report)
    assert exported is not None and not report.problems, report.text()
    assert exported.sheets[0][1] == len(before) > 0
    if COLLECTIONS[collection].tree:
        (root / f"content/{collection}.yaml").unlink()
        shutil.move(tmp_path / "x.csv", root / f"content/{collection}.csv")
    else:
        shutil.rmtree(root / "content" / collection)
        (root / "content" / collection).mkdir()
        shutil.move(tmp_path / "x.csv", root / "content" / collection / "x.csv")
    assert exported_workbooks.records(root, collection) == before


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_an_exported_workbook_holds_all_fields_of_all_entries(
    tmp_path: Path, collection: str
) -> None:
    root = filled(tmp_path, one_member=False)
    before = exported_workbooks.records(root, collection)
    report = Report()
    assert export_table(root, collection, tmp_path / "x.xlsx", report) is not None
    assert not report.problems, report.text()
    folder = root / "content" / collection
    if COLLECTIONS[collection].tree:
        folder.with_suffix(".yaml").unlink()
        shutil.move(tmp_path / "x.xlsx", folder.with_suffix(".xlsx"))
    elif collection != LISTS_IN_TABLES:
        shutil.rmtree(folder)
        folder.mkdir()
        shutil.move(tmp_path / "x.xlsx", folder / "x.xlsx")
    else:
        site, _ = read_site(root)
        assert site is not None
        shutil.rmtree(folder)
        folder.mkdir()
        read = exported_workbooks.entries_of(tmp_path / "x.xlsx", collection, site.options)
        for identifier, tree in read.items():
            (folder / f"{identifier}.yaml").write_text(json.dumps(tree, ensure_ascii=False))
    assert exported_workbooks.records(root, collection) == before


def test_a_list_that_one_row_cannot_hold_is_named_with_its_place(tmp_path: Path) -> None:
    root = filled(tmp_path, one_member=False)
    report = Report()
    export_table(root, "gi", tmp_path / "x.csv", report)
    said = report.text("zh", every=True)
    assert "“图片”有 2 个，一行只写得下第一个" in said
    assert "“质量特色.理化指标”写不进这个表格" in said
    assert all(problem.kind.severity is Severity.WARNING for problem in report.problems)
    assert all((problem.at.line or 0) > 1 for problem in report.problems)
