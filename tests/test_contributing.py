"""What CONTRIBUTING.md shows can be done as it stands there, and does what it says."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support.basic_site import REPOSITORY

PAGE = (REPOSITORY / "CONTRIBUTING.md").read_text("utf-8")
DIFFS = re.findall(r"```diff\n(.*?)```", PAGE, re.DOTALL)
NEEDED = ("sitegen", "templates", "content", "site.yaml", "tests/support", "pyproject.toml")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of what the changes touch and of what a build needs."""
    if not shutil.which("git"):
        pytest.skip("没有 git，跳过 (no git: the diffs cannot be applied)")
    for name in NEEDED:
        source, target = REPOSITORY / name, tmp_path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(source, target)
    return tmp_path


def apply(checkout: Path, diff: str) -> None:
    command = ["git", "apply", "--recount", "-"]
    done = subprocess.run(command, cwd=checkout, input=diff, text=True, capture_output=True)
    assert done.returncode == 0, f"the diff in CONTRIBUTING.md is stale: {done.stderr}"


def sitegen(checkout: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "sitegen", *arguments, "--as-of", "2026-01-15"]
    return subprocess.run(
        command, cwd=checkout, text=True, capture_output=True, encoding="utf-8", timeout=120
    )


def test_it_shows_a_field_a_page_and_a_rule() -> None:
    assert len(DIFFS) == 3


def test_the_field_is_shown_on_its_page(checkout: Path) -> None:
    apply(checkout, DIFFS[0])
    done = sitegen(checkout, "build")
    assert done.returncode == 0, done.stderr
    page = (checkout / "output/gi/weixian-luobo/index.html").read_text("utf-8")
    assert "怎样存放" in page and "放在阴凉处" in page


def test_the_page_is_made_and_listed(checkout: Path) -> None:
    apply(checkout, DIFFS[1])
    done = sitegen(checkout, "build")
    assert done.returncode == 0, done.stderr
    assert "2000年代" in (checkout / "output/decades/index.html").read_text("utf-8")
    assert "/decades/</loc>" in (checkout / "output/sitemap.xml").read_text("utf-8")


def test_the_rule_refuses_what_it_says(checkout: Path) -> None:
    apply(checkout, DIFFS[2])
    entry = checkout / "content/gi/weixian-luobo.md"
    text = entry.read_text("utf-8")
    entry.write_text(re.sub(r"^summary: .*$", "summary: 真好吃！", text, flags=re.M))
    done = sitegen(checkout, "check")
    assert done.returncode == 1
    assert re.search(r"content/gi/weixian-luobo\.md:7:\d+.*summary\.shouts", done.stderr)


def test_the_test_that_it_shows_passes(tmp_path: Path) -> None:
    (example,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    names: dict[str, Any] = {}
    exec(compile(example, "CONTRIBUTING.md", "exec"), names)
    (test,) = [name for name in names if name.startswith("test_")]
    names[test](tmp_path)
