"""A build that finds nothing changed answers at once, and says what a whole build would say."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from sitegen.building import staging_folder, state
from sitegen.commands.build import build
from sitegen.pipeline.outcome import BuildResult, Clock
from sitegen.pipeline.unchanged import unchanged
from sitegen.problems import Report
from tests.support.basic_site import AS_OF, PEAR, REPOSITORY, basic, write
from tests.support.workbooks import xlsx

LATER = 10_000_000_000
"""Nanoseconds by which the builds' clock is ahead: so the files are old enough to be trusted."""
CLOCK = Clock(lambda zone: AS_OF, lambda: time.time_ns() + LATER)
PAGE = "gi/qingxi-xueli/index.html"


def twice(site: Path) -> Report:
    """Build, and build again with nothing to do; what the second one reported."""
    report = Report()
    for _ in range(2):
        report = Report()
        assert build(site, site / "output", report, CLOCK, workers=1) is not None
    return report


def short_answer(
    site: Path, clock: Clock = CLOCK, *, strict: bool = False
) -> tuple[BuildResult | None, Report]:
    report = Report(strict=strict)
    return unchanged(site, site / "output", report, clock), report


@pytest.fixture
def site(tmp_path: Path) -> Path:
    basic(tmp_path)
    write(tmp_path, {"templates/pages/plain.html": "{% extends 'layouts/base.html' %}"})
    twice(tmp_path)
    return tmp_path


def test_nothing_changed_is_told_without_a_build(site: Path) -> None:
    built, report = short_answer(site)
    whole = build(site, site / "output", Report(), CLOCK, workers=1)
    assert whole is not None and built is not None and whole.made == 0
    assert (built.kept, built.next_change) == (whole.kept, whole.next_change)
    assert report.problems == []


CHANGES: dict[str, Callable[[Path], object]] = {
    "an entry edited": lambda site: write(site, {"content/gi/qingxi-xueli.md": PEAR + "\n多。\n"}),
    "an entry added": lambda site: write(site, {"content/pages/more.md": "---\nname: 多\n---\n"}),
    "an entry removed": lambda site: (site / "content/products/li-gao.md").unlink(),
    "a folder added": lambda site: (site / "content/heritage").mkdir(),
    "the settings edited": lambda site: (site / "site.yaml").open("a").write("page_size: 12\n"),
    "a template added": lambda site: write(site, {"templates/files/robots.txt": "x"}),
    "a template removed": lambda site: (site / "templates/pages/plain.html").unlink(),
    "all templates removed": lambda site: shutil.rmtree(site / "templates"),
    "a page edited": lambda site: (site / "output" / PAGE).write_bytes(b"x"),
    "a page removed": lambda site: (site / "output" / PAGE).unlink(),
    "the marker removed": lambda site: (site / "output/release.json").unlink(),
    "the output removed": lambda site: shutil.rmtree(site / "output"),
    "the state removed": lambda site: shutil.rmtree(site / ".sitegen"),
    "a staging folder left": lambda site: staging_folder.begin(
        site / "output", state.folder_of(site, site / "output")
    ),
    "a journal left": lambda site: (
        next((site / ".sitegen").glob("build-*")).joinpath("journal.json").write_text("{}")
    ),
    "the record damaged": lambda site: (
        next((site / ".sitegen").glob("build-*")).joinpath("standing.json").write_text('{"a": 1}')
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_any_change_calls_for_a_build(change: Callable[[Path], object], site: Path) -> None:
    assert short_answer(site)[0] is not None
    change(site)
    assert short_answer(site)[0] is None


def test_another_day_calls_for_a_build(site: Path) -> None:
    assert short_answer(site, Clock(lambda zone: date(2031, 1, 1), CLOCK.now))[0] is None


def test_a_day_that_is_asked_for_calls_for_a_build_though_it_is_the_same(site: Path) -> None:
    """An archive of today is not the site of today: its pages do not follow the day of the reader."""
    assert short_answer(site, Clock(CLOCK.today, CLOCK.now, archive=True))[0] is None


def test_warnings_are_told_again_and_strictness_calls_for_a_build(tmp_path: Path) -> None:
    basic(tmp_path)
    write(tmp_path, {"content/gi/qingxi-xueli.md": PEAR + "\n话\n---\n"})
    whole = twice(tmp_path)
    built, report = short_answer(tmp_path)
    assert built is not None and report.problems
    assert report.text("zh") == whole.text("zh") and report.json("en") == whole.json("en")
    assert short_answer(tmp_path, strict=True)[0] is None


def test_a_note_on_a_workbook_is_told_again_at_its_cell(tmp_path: Path) -> None:
    basic(tmp_path)
    rows = [["编号", "名称", "种类"], ["a", "甲", "农产品"], ["合计", 1]]
    (tmp_path / "content/products/list.xlsx").write_bytes(xlsx(rows))
    whole = twice(tmp_path)
    built, report = short_answer(tmp_path)
    assert built is not None and "list.xlsx [Sheet1!A3]" in report.text("zh")
    assert report.json("en") == whole.json("en")


def test_a_file_that_may_change_within_its_stamp_is_not_trusted(tmp_path: Path) -> None:
    basic(tmp_path)
    now = Clock(CLOCK.today, time.time_ns)
    for _ in range(2):
        assert build(tmp_path, tmp_path / "output", Report(), now, workers=1) is not None
    assert short_answer(tmp_path)[0] is None


def test_it_is_told_before_anything_heavy_is_loaded(site: Path) -> None:
    made_with_this_day = Clock(lambda zone: datetime.now(ZoneInfo(zone)).date(), CLOCK.now)
    for _ in range(2):
        assert build(site, site / "output", Report(), made_with_this_day, workers=1) is not None
    command = [sys.executable, "-X", "importtime", "-m", "sitegen", "build", "--site", str(site)]
    said = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=True)

    loaded = {line.rpartition("|")[2].strip() for line in said.stderr.splitlines()}
    heavy = {"sitegen.pipeline.stages", "sitegen.outputs.families", "pydantic", "jinja2", "yaml"}
    assert "sitegen.pipeline.unchanged" in loaded
    assert loaded & heavy == set()
