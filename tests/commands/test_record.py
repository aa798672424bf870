"""sitegen record: what was public stays reachable, and when it was published stays true."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

import pytest

from sitegen.commands.record import record
from sitegen.problems import Report
from tests.support.basic_site import AS_OF, BASIC, basic, clock, write
from tests.support.command_line import run
from tests.support.site_test import SiteTest

LEDGER = "content/ledger.jsonl"
PRODUCT = "content/products/li-gao.md"
GI = "content/gi/qingxi-xueli.md"


def recorded(root: Path, on: date = AS_OF) -> int:
    report = Report()
    lines = record(root, report, clock(on), on, workers=1)
    assert not report.has_errors, report.text()
    return lines


def lines(root: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (root / LEDGER).read_text("utf-8").splitlines()]


def test_every_public_address_is_written_down_once(tmp_path: Path) -> None:
    site = SiteTest(tmp_path)
    count = recorded(site.root)
    rows = lines(site.root)
    assert count == len(rows) == len({row["url"] for row in rows})
    by_url = {row["url"]: row for row in rows}
    assert {"gi/qingxi-xueli/", "products/li-gao/", "about/", "regions/qingxi/"} <= set(by_url)
    assert by_url["v/cnipa-700/"]["id"] == "recognitions:cnipa-700"
    assert by_url["gi/qingxi-xueli/"] == {
        "id": "gi:qingxi-xueli",
        "url": "gi/qingxi-xueli/",
        "published": "2025-12-16 09:00",
        "statuses": ["cnipa-700/a: valid"],
        "date": "2026-01-15",
    }
    assert recorded(site.root) == 0
    site.build().passes()


def test_the_ledger_is_only_ever_added_to(tmp_path: Path) -> None:
    root = basic(tmp_path)
    recorded(root)
    before = (root / LEDGER).read_bytes()
    event = "history:\n  - {row: a, date: 2026-02-01, status: 撤销, document: 甲文}\n"
    text = BASIC["content/recognitions/cnipa-700.yaml"]
    assert isinstance(text, str)
    write(root, {"content/recognitions/cnipa-700.yaml": text + event})
    assert recorded(root, date(2026, 2, 2)) == 1
    after = (root / LEDGER).read_bytes()
    assert after.startswith(before)
    assert lines(root)[-1]["statuses"] == ["cnipa-700/a: revoked"]


def test_a_deleted_entry_is_an_error_until_its_address_lives_on(tmp_path: Path) -> None:
    site = SiteTest(tmp_path)
    recorded(site.root)
    (row,) = [n for n, row in enumerate(lines(site.root), 1) if row["url"] == "products/li-gao/"]
    text = (site.root / PRODUCT).read_text("utf-8")
    site.remove(PRODUCT)
    site.build().fails_with(f"{LEDGER}:{row}:1 address.lost")
    site.write("content/products/xueli-gao.md", text)
    site.build().fails_with(f"{LEDGER}:{row}:1 address.lost")
    moved = text.replace("name:", "former_urls: [/products/li-gao/]\nname:")
    site.write("content/products/xueli-gao.md", moved)
    site.build().passes()
    page = site.text("products/li-gao/index.html")
    assert "../../products/xueli-gao/" in page


def test_a_withdrawn_entry_keeps_its_address(tmp_path: Path) -> None:
    site = SiteTest(tmp_path)
    recorded(site.root)
    site.change(PRODUCT, "name:", "withdrawn: {on: 2026-01-01, reason: 停产}\nname:")
    site.build().passes()
    assert "停产" in site.text("products/li-gao/index.html")


def test_a_publication_time_that_was_public_never_changes(tmp_path: Path) -> None:
    site = SiteTest(tmp_path)
    recorded(site.root)
    site.change(GI, "2025-12-16 09:00", "2025-12-17 09:00")
    site.build()
    (problem,) = site.report.problems
    assert problem.kind.code == "address.redated" and site.built is None
    assert problem.facts == {"before": "2025-12-16 09:00", "after": "2025-12-17 09:00"}
    site.change(GI, "published: 2025-12-17 09:00\n", "")
    assert [p.facts["after"] for p in site.build().report.problems] == ["（空）"]
    site.change(GI, "name:", "published: 2025-12-16 09:00\nupdated: 2026-01-10\nname:")
    site.build().passes()


def test_an_entry_with_a_fault_is_not_reported_lost_as_well(tmp_path: Path) -> None:
    site = SiteTest(tmp_path)
    recorded(site.root)
    site.change(PRODUCT, "kind: 农产品", "kind: 农产")
    site.build().fails_with(f"{PRODUCT}:4:7 schema.not-a-choice")


def test_nothing_is_recorded_of_a_site_with_errors(tmp_path: Path) -> None:
    site = SiteTest(tmp_path).change(PRODUCT, "gi: qingxi-xueli", "gi: nowhere")
    result = run("record", "--on", "2026-01-15", cwd=site.root)
    assert result.returncode == 1 and not (site.root / LEDGER).exists()


def test_the_command_says_how_many_lines_it_added(tmp_path: Path) -> None:
    root = basic(tmp_path)
    first = run("record", "--on", "2026-01-15", cwd=root)
    assert first.returncode == 0 and first.stdout.startswith("台账新增 ")
    assert run("record", "--on", "2026-01-16", cwd=root).stdout == "台账新增 0 行\n"


def test_a_damaged_line_is_reported_at_its_line(tmp_path: Path) -> None:
    site = SiteTest(tmp_path)
    recorded(site.root)
    good = (site.root / LEDGER).read_text("utf-8")
    write(site.root, {LEDGER: good.splitlines()[0] + "\n{broken\n[]\n"})
    site.build().fails_with(
        f"{LEDGER}:2:1 ledger.bad-line",
        f"{LEDGER}:3:1 ledger.bad-line",
    )


def test_an_archive_of_an_earlier_day_knows_nothing_of_later_records(tmp_path: Path) -> None:
    site = SiteTest(tmp_path)
    assert recorded(site.root, date(2025, 12, 16))
    assert "v/cnipa-700/" in (site.root / LEDGER).read_text("utf-8")

    site.build(as_of=date(2025, 10, 1)).passes()


@pytest.mark.parametrize("kind", ["a link", "a pipe"])
def test_what_stands_where_a_new_ledger_might_be_written_is_left_alone(
    kind: str, tmp_path: Path
) -> None:
    site = SiteTest(tmp_path)
    victim = write(tmp_path, {"victim.txt": "precious"}) / "victim.txt"
    new = tmp_path / "content/.ledger.jsonl.new"
    new.symlink_to(victim) if kind == "a link" else os.mkfifo(new)
    assert recorded(tmp_path) == len(lines(tmp_path)) > 0
    assert victim.read_text("utf-8") == "precious"
    site.check().warns_of("content/.ledger.jsonl.new file.hidden")
    assert [path.name for path in (tmp_path / "content").glob(".*")] == [new.name]


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("a link", "file.symlink"),
        ("a dead link", "file.symlink"),
        ("a pipe", "file.not-a-file"),
        ("a folder", "file.not-a-file"),
    ],
)
def test_a_ledger_that_is_no_file_is_told_and_not_read(
    kind: str, code: str, tmp_path: Path
) -> None:
    site = SiteTest(tmp_path)
    path = tmp_path / LEDGER
    if kind == "a pipe":
        os.mkfifo(path)
    elif kind == "a folder":
        path.mkdir()
    else:
        path.symlink_to("/dev/zero" if kind == "a link" else tmp_path / "nowhere")
    site.check().fails_with(f"{LEDGER} {code}")
    report = Report()
    assert record(tmp_path, report, clock(AS_OF), AS_OF, workers=1) == 0
    assert [problem.kind.code for problem in report.problems] == [code]
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize(
    "line", ["[" * 100_000, '{"id": ' * 50_000, "9" * 5000, "5", '{"id": "a"}']
)
def test_a_line_that_is_none_is_named(line: str, tmp_path: Path) -> None:
    site = SiteTest(tmp_path, {LEDGER: f"{line}\n"})
    site.check().fails_with(f"{LEDGER}:1:1 ledger.bad-line")


def test_a_ledger_can_be_read_by_whom_the_umask_lets(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        recorded(SiteTest(tmp_path).root)
    finally:
        os.umask(before)
    assert (tmp_path / LEDGER).stat().st_mode & 0o777 == 0o640


def test_the_numbers_of_certificates_and_credit_codes_are_written_down_too(tmp_path: Path) -> None:
    code = "91110000600037341L"
    organization = "content/organizations/qingxi-li-xiehui.yaml"
    site = SiteTest(tmp_path)
    site.write(organization, f"{BASIC[organization]}credit_code: {code}\n")
    site.change("content/recognitions/cnipa-700.yaml", "xueli}", "xueli, number: AGI2010-05-00284}")
    recorded(site.root)
    by_url = {row["url"]: row["id"] for row in lines(site.root)}
    assert by_url["v/agi2010-05-00284/"] == "recognitions:cnipa-700"
    assert by_url[f"v/{code.lower()}/"] == "organizations:qingxi-li-xiehui"
    site.build().passes()
    site.change("content/recognitions/cnipa-700.yaml", "00284", "00285").build()
    assert site.codes == ["address.lost"]
    moved = "name: 青溪雪梨\nformer_urls: [/v/agi2010-05-00284/]\n"
    site.change(GI, "name: 青溪雪梨\n", moved).build().passes()
