"""An installed wheel carries the theme and builds a site in a folder that holds nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.support import basic_site
from tests.support.site_test import SiteTest


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this checkout and unpacked as pip would."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", str(folder)]
    subprocess.run(command, cwd=basic_site.REPOSITORY, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    target = folder / "site-packages"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(target)
    return target


def sitegen(unpacked: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(unpacked), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "sitegen", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)


def test_the_wheel_builds_the_same_site_as_the_checkout(unpacked: Path, tmp_path: Path) -> None:
    root = basic_site.basic(tmp_path / "site")
    SiteTest.at(root, tmp_path / "from-checkout").build()

    done = sitegen(unpacked, root, "build", "--as-of", basic_site.AS_OF.isoformat())

    assert done.returncode == 0, done.stderr
    made = basic_site.tree(root / "output")
    assert len(made) > 25
    assert made == basic_site.tree(tmp_path / "from-checkout")


def test_a_site_begun_with_the_wheel_builds_without_a_problem(
    unpacked: Path, tmp_path: Path
) -> None:
    begun = sitegen(unpacked, tmp_path, "init", "mine")
    assert begun.returncode == 0, begun.stderr
    done = sitegen(unpacked, tmp_path / "mine", "build", "--strict")
    # A slow build tells its stages, indented.
    problems = [line for line in done.stderr.splitlines() if not line.startswith("  ")]
    assert (done.returncode, problems) == (0, []), done.stderr
    assert (tmp_path / "mine/output/gi/yunxi-xueli/index.html").is_file()
    assert (tmp_path / "mine/.gitignore").is_file()
    assert (tmp_path / "mine/编辑网站.command").is_file()


def test_the_wheel_carries_the_editor(unpacked: Path) -> None:
    here, there = basic_site.REPOSITORY / "sitegen/editing", unpacked / "sitegen/editing"
    for folder in ("templates", "static", "help"):
        files = basic_site.tree(here / folder)
        assert files and basic_site.tree(there / folder) == files


def test_the_wheel_carries_the_preview(unpacked: Path) -> None:
    for name in ("reload.js", "overlay.css"):
        assert (unpacked / "sitegen/serving" / name).is_file()


def test_an_empty_folder_gets_a_message_and_nothing_else(unpacked: Path, tmp_path: Path) -> None:
    done = sitegen(unpacked, tmp_path, "build")

    assert done.returncode == 1
    assert "没有 site.yaml" in done.stderr and "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []
