"""When the preview builds what, and what it reports of it; without a server or a thread."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from sitegen.building import state
from sitegen.commands import rebuilder
from sitegen.commands.rebuilder import Rebuilder, ServeCallbacks
from sitegen.pipeline.outcome import BuildResult
from sitegen.problems import Report
from tests.support import basic_site

PEAR = "content/gi/qingxi-xueli.md"
PAGE = "output/gi/qingxi-xueli/index.html"


@dataclass
class Printed:
    """What a preview reports: the result and the report of each build, and tracebacks."""

    builds: list[tuple[BuildResult | None, Report]] = field(default_factory=list)
    crashes: list[str] = field(default_factory=list)

    def callbacks(self) -> ServeCallbacks:
        return ServeCallbacks(
            on_address=lambda url: None,
            on_build=lambda result, report, seconds: self.builds.append((result, report)),
            on_crash=self.crashes.append,
        )

    @property
    def codes(self) -> list[list[str]]:
        return [[problem.kind.code for problem in report.problems] for _, report in self.builds]


class Preview:
    """A rebuilder called as the server calls it."""

    def __init__(self, root: Path) -> None:
        self.root = basic_site.basic(root)
        self.printed = Printed()
        self.rebuilder = Rebuilder(
            root,
            root / "output",
            basic_site.clock(),
            self.printed.callbacks(),
            workers=1,
            strict=False,
        )
        self.save()

    def save(self, files: dict[str, str | bytes] | None = None) -> None:
        basic_site.write(self.root, files or {})
        self.rebuilder.on_save(set(files or {}))
        self.rebuilder.on_shown()

    def rest(self) -> bool:
        """Whether it had something new to show."""
        shown = self.rebuilder.on_idle() is not None
        if shown:
            self.rebuilder.on_shown()
        return shown

    def page(self) -> str:
        return (self.root / PAGE).read_text("utf-8")

    def index(self) -> dict[str, bytes]:
        """The files of the search index."""
        return basic_site.tree(self.root / "output/search")


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    try:
        yield Preview(tmp_path)
    finally:
        gc.unfreeze()


def pear(taste: str) -> dict[str, str | bytes]:
    return {PEAR: basic_site.PEAR.replace("皮薄汁多", taste)}


def test_a_save_leaves_the_search_index_to_a_rest_which_reports_nothing(preview: Preview) -> None:
    before = preview.index()
    preview.save(pear("又脆又甜"))
    assert "又脆又甜" in preview.page() and preview.index() == before
    assert not preview.rest()
    assert preview.index() != before and len(preview.printed.builds) == 2


def test_a_save_leaves_the_calendar_of_all_goods_to_a_rest_which_reports_nothing(
    preview: Preview,
) -> None:
    def in_season(summary: str) -> dict[str, str | bytes]:
        fields = f"harvest: [9, 10]\nsummary: {summary}\nregion:"
        lines = [line for line in basic_site.PEAR.splitlines(True) if "summary:" not in line]
        return {PEAR: "".join(lines).replace("region:", fields, 1)}

    calendar = preview.root / "output/seasons/seasons.ics"
    preview.save(in_season("八月熟的梨"))
    assert "八月熟的梨" in calendar.read_text("utf-8")
    preview.save(in_season("九月熟的梨"))
    assert "九月熟的梨" in preview.page()
    assert "八月熟的梨" in calendar.read_text("utf-8")
    assert not preview.rest()
    assert "九月熟的梨" in calendar.read_text("utf-8")


def test_a_rest_without_a_save_before_it_builds_nothing(preview: Preview) -> None:
    (preview.root / PAGE).unlink()
    assert not preview.rest()
    assert not (preview.root / PAGE).exists()
    preview.save(pear("又脆又甜"))
    (preview.root / PAGE).unlink()
    assert preview.rest() and "又脆又甜" in preview.page()
    (preview.root / PAGE).unlink()
    assert not preview.rest()


def test_the_search_index_of_a_large_site_waits_for_a_build_of_everything(
    preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rebuilder, "SMALL_SITE", 10)
    before = preview.index()
    preview.save(pear("又脆又甜"))
    assert not preview.rest()
    assert preview.index() == before
    preview.save()
    assert preview.index() != before


def test_after_a_failed_build_the_next_save_looks_at_everything(preview: Preview) -> None:
    other = preview.root / "content/products/li-gao.md"
    preview.save({PEAR: basic_site.PEAR.replace("region:", "regoin:")})
    assert preview.printed.builds[-1][0] is None
    other.write_text(other.read_text("utf-8").replace("name: ", "name: 老"), "utf-8")
    preview.save({PEAR: basic_site.PEAR})
    page = (preview.root / "output/products/li-gao/index.html").read_text("utf-8")
    assert "老" in page


def test_a_build_that_crashes_is_reported_with_its_traceback(preview: Preview) -> None:
    shutil.rmtree(preview.root / ".sitegen")
    (preview.root / ".sitegen").write_text("no folder", "utf-8")
    preview.save(pear("又脆又甜"))
    assert preview.printed.codes[-1] == ["serve.crashed"], preview.printed.codes
    assert "Traceback" in preview.printed.crashes[0]


def test_while_another_process_builds_a_save_is_refused_and_a_rest_keeps_quiet(
    preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(state, "ATTEMPTS", 1)
    preview.save(pear("又脆又甜"))
    with state.locked(preview.root):
        assert not preview.rest()
        preview.save(pear("又香又甜"))
        assert preview.printed.codes == [[], [], ["serve.busy"]]
    assert preview.rest() and "又香又甜" in preview.page()


def test_the_garbage_collector_passes_over_what_the_first_build_left_and_nothing_else(
    preview: Preview,
) -> None:
    assert gc.isenabled() and gc.get_freeze_count() > 0
    later = [preview]
    preview.save(pear("又脆又甜"))
    assert gc.isenabled()
    assert any(collected is later for collected in gc.get_objects())
