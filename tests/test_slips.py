"""Slips of editors, each with all that `sitegen check` says of it, word by word.

A slip is `slips/<what was done>/`: the files that the editor wrote into a small whole site, and `expected.txt` with the
messages in Chinese, then in English. Files that are no plain text come from `support/slip_files.py`. After a change
`pytest tests/test_slips.py --accept` writes the messages anew: read each as if you had made the slip.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from sitegen.pipeline import loaded_theme
from sitegen.pipeline.loaded_theme import LoadedTheme
from sitegen.problems import Problem
from tests.support.basic_site import tree
from tests.support.site_test import SiteTest
from tests.support.slip_files import MADE

SLIPS = Path(__file__).parent / "slips"
NAMES = sorted(path.name for path in SLIPS.iterdir())
EXPECTED = "expected.txt"
TAKEN = ("-is-taken", "-are-taken", "-is-left-alone")
"""How the name of a slip ends that is understood as it was meant."""


@pytest.fixture(scope="module", autouse=True)
def one_theme() -> Iterator[None]:
    """The templates are compiled once for all slips: that takes nine tenths of the time of a check."""
    load = loaded_theme.load
    kept: list[LoadedTheme] = []

    def load_again(
        root: Path, *, before: LoadedTheme | None, **rest: Any
    ) -> tuple[LoadedTheme, list[Problem]]:
        theme, problems = load(root, before=kept[0] if kept else before, **rest)
        if not kept and not problems:
            kept.append(theme)
        return theme, problems

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loaded_theme, "load", load_again)
        yield


@pytest.mark.parametrize("name", NAMES)
def test_slip(name: str, tmp_path: Path, golden: Callable[[Path, str], None]) -> None:
    files = {path: data for path, data in tree(SLIPS / name).items() if path != EXPECTED}
    made = MADE[name](files) if name in MADE else {}
    report = SiteTest(tmp_path, {**files, **made}).check().report
    golden(
        SLIPS / name / EXPECTED, f"{report.text('zh', every=True)}\n{report.text('en', every=True)}"
    )
    if name.endswith(TAKEN):
        assert not report.has_errors
    else:
        assert report.problems, "nothing is said of it"


def test_there_are_slips_enough() -> None:
    assert len(NAMES) >= 60 and MADE.keys() <= set(NAMES)
