"""benchmarks/search/sites.py: a site built, queries drawn, engines asked, all of it kept."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import basic_site

PROGRAM = basic_site.REPOSITORY / "benchmarks" / "search" / "sites.py"


def run(*arguments: object, path: str, code: int = 0) -> str:
    done = subprocess.run(
        [sys.executable, str(PROGRAM), *map(str, arguments)],
        env={**os.environ, "PATH": path}, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == code, done.stderr
    return done.stdout + done.stderr


@pytest.fixture
def node_only(tmp_path: Path) -> str:
    """A PATH on which there is node and no browser."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("no node")
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "node").symlink_to(node)
    return str(tmp_path / "bin")


def test_a_site_is_built_asked_and_its_numbers_are_kept(tmp_path: Path, node_only: str) -> None:
    site = basic_site.basic(tmp_path / "pears")
    printed = run(site, "--only", "sitegen", "--save", tmp_path / "saved", path=node_only)
    assert f"== {site.name}" in printed and "browser skipped" in printed
    kept = {path.suffix: path.read_text("utf-8") for path in (tmp_path / "saved").iterdir()}
    assert set(kept) == {".jsonl", ".json", ".md"}
    assert kept[".md"].startswith("| recall@1 | sitegen |") and kept[".md"] in printed
    assert {"q", "class", "ids"} == json.loads(kept[".jsonl"].splitlines()[0]).keys()
    assert [engine["name"] for engine in json.loads(kept[".json"])] == ["sitegen"]


def test_a_folder_without_a_site_is_skipped(tmp_path: Path, node_only: str) -> None:
    printed = run(tmp_path, "--save", tmp_path / "saved", path=node_only)
    assert "no site there, skipped" in printed
    assert not list((tmp_path / "saved").iterdir())


def test_a_site_with_an_error_ends_the_run(tmp_path: Path, node_only: str) -> None:
    site = basic_site.basic(tmp_path / "pears")
    basic_site.write(site, {"content/gi/qingxi-xueli.yaml": "name: [\n"})
    printed = run(site, "--save", tmp_path / "saved", path=node_only, code=1)
    assert "qingxi-xueli" in printed
    assert not list((tmp_path / "saved").iterdir())


def test_without_node_nothing_is_run(tmp_path: Path) -> None:
    printed = run(tmp_path, "--save", tmp_path / "saved", path="")
    assert "no node, skipped" in printed
    assert not (tmp_path / "saved").exists()
