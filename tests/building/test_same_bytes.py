"""The same inputs give the same bytes, whatever the machine, the clock or the number of workers."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import sites

ENTRIES = 230
"""More than building.workers.LEAST, so that several workers really start."""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files: dict[str, str | bytes] = dict(sites.BASIC)
    for number in range(ENTRIES):
        files[f"content/gi/pear-{number}.md"] = (
            f"---\nname: 梨{number}\nregion: qingxi\ncategories: pears\n---\n\n第 {number} 种。\n"
        )
    return sites.write(tmp_path_factory.mktemp("site"), files)


@pytest.fixture(scope="module")
def expected(root: Path) -> dict[str, bytes]:
    return made(root, "expected")


def made(root: Path, name: str, *options: str, **environment: str) -> dict[str, bytes]:
    """The output of a clean build in its own process."""
    output = root.parent / f"{root.name}-{name}"
    command = [sys.executable, "-m", "sitegen", "build", "--clean", "--site", str(root)]
    command += ["--output", str(output), "--as-of", "2026-01-15", *(options or ("--workers", "1"))]
    surroundings = {**os.environ, "PYTHONPATH": str(sites.REPOSITORY), **environment}
    done = subprocess.run(command, env=surroundings, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return sites.tree(output)


@pytest.mark.parametrize("workers", ["2", "3", "4"])
def test_the_number_of_workers_does_not_show(
    root: Path, expected: dict[str, bytes], workers: str
) -> None:
    assert len(expected) > ENTRIES
    assert made(root, f"workers-{workers}", "--workers", workers) == expected


@pytest.mark.parametrize(
    "surroundings",
    [
        {"TZ": "America/New_York"},
        {"TZ": "Pacific/Kiritimati"},
        {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONHASHSEED": "0"},
        {"PYTHONHASHSEED": "1"},
    ],
    ids=lambda surroundings: "-".join(surroundings),
)
def test_the_surroundings_do_not_show(
    root: Path, expected: dict[str, bytes], surroundings: dict[str, str]
) -> None:
    name = "-".join([*surroundings, *surroundings.values()]).replace("/", "")
    assert made(root, name, **surroundings) == expected


def test_the_umask_does_not_show(root: Path, expected: dict[str, bytes]) -> None:
    before = os.umask(0o077)
    try:
        assert made(root, "umask") == expected
    finally:
        os.umask(before)


def test_the_folder_it_is_built_in_and_the_age_of_the_files_do_not_show(
    root: Path, expected: dict[str, bytes], tmp_path: Path
) -> None:
    files = {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in (root / "content").rglob("*")
        if path.is_file()
    }
    copy = sites.write(tmp_path / "elsewhere", {**files, "site.yaml": sites.SITE})
    for path in copy.rglob("*"):
        os.utime(path, (0, 0))
    assert made(copy, "copy") == expected
