"""The same content gives the same bytes: on any machine, at any time, by any number of workers."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sitegen.building.workers import LEAST
from tests.support import pictures
from tests.support.basic_site import BASIC, PEAR, REPOSITORY, SITE, tree, write
from tests.support.large_site import many
from tests.support.random_sites.choices import start
from tests.support.random_sites.files import files_of

PLAIN = {"TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0"}
SPAWN = """
import multiprocessing
import sys

get_context = multiprocessing.get_context

def noted_context(method):
    sys.stderr.write(f"started by {method}")
    return get_context(method)

multiprocessing.get_all_start_methods = lambda: ["spawn"]
multiprocessing.get_context = noted_context
from sitegen.cli import main
main()
"""
"""The command line on a system that can only spawn."""


def build(root: Path, name: str, *arguments: str, umask: int = 0o022, **environment: str) -> str:
    """Build into the folder `name` by another process; what it wrote on stderr."""
    command = arguments if arguments[:1] == ("-c",) else ("-m", "sitegen", "build", *arguments)
    site = ("--site", str(root), "--output", str(root / name / "output"), "--as-of", "2026-01-15")
    ran = subprocess.run(
        [sys.executable, *command, *site],
        cwd=REPOSITORY,
        env={
            "PATH": os.environ.get("PATH", ""),
            "PYTHONDONTWRITEBYTECODE": "1",
            **PLAIN,
            **environment,
        },
        umask=umask,
        capture_output=True,
        timeout=300,
        check=False,
    )
    errors = ran.stderr.decode("utf-8", "replace")
    assert ran.returncode == 0, errors
    return errors


def same(root: Path, name: str) -> bool:
    """Whether the build of that name gave what the plain one did."""
    return tree(root / name / "output") == tree(root / "plain" / "output")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with some of everything, built once in plain circumstances."""
    root = write(tmp_path_factory.mktemp("small"), files_of(start()))
    build(root, "plain")
    return root


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that is worth several processes, built once by one."""
    root = write(tmp_path_factory.mktemp("large"), dict(many()))
    assert len(many()) > LEAST
    build(root, "plain", "--workers", "1")
    return root


@pytest.fixture(scope="module")
def pictured(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with pictures of every kind, two of them the same, built once by one process."""
    files: dict[str, str | bytes] = dict(BASIC)
    media = {
        "a.jpg": pictures.saved(pictures.view(1800, 1200), quality=92),
        "b/a.jpg": pictures.saved(pictures.view(1800, 1200), quality=92),
        "c.png": pictures.saved(pictures.view(700, 900, 2), "PNG"),
        "d.webp": pictures.saved(pictures.view(500, 300, 3), "WEBP"),
        "e.gif": pictures.saved(pictures.quarters(90, 60), "GIF"),
        "f.jpg": pictures.turned(6, 900, 600),
    }
    shown = "\n".join(f"  - {{file: {name}, alt: 图}}" for name in media)
    pear = PEAR.replace("name:", f"images:\n{shown}\nname:", 1)
    files |= {f"content/media/{name}": data for name, data in media.items()}
    files |= {"content/gi/qingxi-xueli.md": pear, "site.yaml": SITE + "images: {avif: 是}\n"}
    root = write(tmp_path_factory.mktemp("pictured"), files)
    build(root, "plain", "--workers", "1")
    return root


def encode_again(root: Path) -> None:
    """Forget the pictures that were encoded: what is kept would hide how they come about."""
    shutil.rmtree(root / ".sitegen" / "images")


@pytest.mark.parametrize("workers", [2, 4])
def test_the_number_of_workers_leaves_no_trace_in_pictures(workers: int, pictured: Path) -> None:
    encode_again(pictured)
    build(pictured, "other", "--clean", "--workers", str(workers))
    made = [path for path in tree(pictured / "plain" / "output") if path.startswith("media/")]
    assert len(made) == (3 * 3 + 3 * 3 + 3 * 2 + 3 * 2 + 3 + 3 * 2)
    assert same(pictured, "other")


def test_spawned_workers_make_the_same_pictures(pictured: Path) -> None:
    encode_again(pictured)
    errors = build(pictured, "other", "-c", SPAWN, "build", "--clean", "--workers", "2")
    assert "started by spawn" in errors
    assert same(pictured, "other")


@pytest.mark.parametrize(
    "environment",
    [
        {"TZ": "America/New_York"},
        {"TZ": "Pacific/Kiritimati"},
        {"LC_ALL": "C"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONHASHSEED": "1"},
        {"LANG": "de_DE.UTF-8", "HOME": "/nonexistent", "PYTHONHASHSEED": "random"},
    ],
    ids=lambda environment: " ".join(f"{name}={value}" for name, value in environment.items()),
)
def test_zone_locale_and_hash_seed_leave_no_trace(environment: dict[str, str], small: Path) -> None:
    build(small, "other", "--clean", **environment)
    assert same(small, "other")


@pytest.mark.parametrize("umask", [0o077, 0o002])
def test_the_umask_leaves_no_trace_in_the_bytes(umask: int, small: Path) -> None:
    build(small, "other", "--clean", umask=umask)
    assert same(small, "other")


@pytest.mark.parametrize("seconds", [0, 2_000_000_000, 4_000_000_000])
def test_when_files_were_written_leaves_no_trace(seconds: int, small: Path) -> None:
    for path in small.rglob("*"):
        os.utime(path, (seconds, seconds))
    build(small, f"at {seconds}")
    assert same(small, f"at {seconds}")


@pytest.mark.parametrize("workers", [2, 4])
def test_the_number_of_workers_leaves_no_trace(workers: int, large: Path) -> None:
    build(large, "other", "--clean", "--workers", str(workers))
    assert same(large, "other")


def test_spawned_workers_give_the_same_as_forked_ones(large: Path) -> None:
    errors = build(large, "other", "-c", SPAWN, "build", "--clean", "--workers", "2")
    assert "started by spawn" in errors
    assert same(large, "other")


def test_everything_different_at_once_leaves_no_trace(large: Path) -> None:
    environment = {"TZ": "America/New_York", "LC_ALL": "C", "PYTHONHASHSEED": "1"}
    build(large, "other", "--clean", "--workers", "3", umask=0o077, **environment)
    assert same(large, "other")
