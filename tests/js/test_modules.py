"""Runs `node --test` over the tests of the scripts' modules, which stand beside this file.

Some of them look into a built search index: SEARCH_SITE is its folder, SEARCH_ENTRIES a file that
says what its entries are called.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

FILES = sorted(Path(__file__).parent.glob("*.test.mjs"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_node_finds_no_fault(file: Path, node: str, search_site: Path) -> None:
    index = {
        "SEARCH_SITE": str(search_site / "search"),
        "SEARCH_ENTRIES": str(search_site / "entries.json"),
    }
    done = subprocess.run(
        [node, "--test", "--test-reporter=tap", str(file)],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, **index},
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr


def test_there_are_tests_for_node() -> None:
    assert {"engine.test.mjs", "vectors.test.mjs", "turns.test.mjs"} <= {f.name for f in FILES}
