"""sitegen bundle: what it packs is installed from it alone, and builds the same site."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from sitegen.commands.bundle.bundle import bundle
from sitegen.problems import Report
from tests.support.basic_site import REPOSITORY, basic, tree
from tests.support.command_line import run

NO_NETWORK = (
    "NewConnectionError",
    "ConnectTimeout",
    "Temporary failure",
    "No matching distribution",
)
NOWHERE = "http://127.0.0.1:9"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = basic(tmp_path_factory.mktemp("bundle") / "site")
    assert run("build", "--site", str(root), "--as-of", "2026-01-15").returncode == 0
    for path in (".git/config", "notes/own.txt", "output/index.html"):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text("of the owner", "utf-8")
    (root / "link").symlink_to("/etc/passwd")
    return root


@pytest.fixture(scope="module")
def packed(site: Path) -> Path:
    if sys.platform != "linux":
        pytest.skip("只在 Linux 上试 (tried on Linux only)")
    folder = site.parent / "包 bundle"
    command = [sys.executable, "-m", "sitegen", "bundle", str(folder), "--site", str(site)]
    done = subprocess.run(
        command, cwd=REPOSITORY, capture_output=True, encoding="utf-8", check=False
    )
    if any(word in done.stderr for word in NO_NETWORK):
        pytest.skip("没有网络，pip 取不到安装包 (no network for pip)")
    assert done.returncode == 0, done.stderr
    return folder


def test_it_has_the_site_and_nothing_else_of_its_folder(packed: Path, site: Path) -> None:
    found = tree(packed / "site")
    assert found["site.yaml"] == (site / "site.yaml").read_bytes()
    assert "notes/own.txt" in found and "content/gi/qingxi-xueli.md" in found
    assert not [
        path for path in found if path.startswith((".git/", ".sitegen/", "output/", "link"))
    ]


def test_every_wheel_is_pinned_by_its_digest_for_both_systems(packed: Path) -> None:
    pinned = (packed / "requirements.txt").read_text("utf-8")
    names = set()
    for wheel in (packed / "wheels").iterdir():
        assert hashlib.sha256(wheel.read_bytes()).hexdigest() in pinned, wheel.name
        names.add(wheel.name)
    for library in ("numpy", "pillow", "brotli", "pydantic_core"):
        tags = [name for name in names if name.startswith(library)]
        assert any("win_amd64" in name for name in tags), library
        assert any("manylinux" in name for name in tags), library
    every = {re.sub(r"[-_.]+", "-", name.split("-")[0]).lower() for name in names}
    assert set(re.findall(r"^([a-z0-9-]+)==", pinned, re.MULTILINE)) == every
    (own,) = (packed / "wheels").glob("sitegen-*.whl")
    assert "sitegen/theme/layouts/base.html" in zipfile.ZipFile(own).namelist()


def test_the_batch_file_is_one_for_windows(packed: Path) -> None:
    data = (packed / "sitegen.bat").read_bytes()
    assert data.count(b"\r\n") == data.count(b"\n") and b"@@" not in data
    labels = set(re.findall(rb"^:(\w+)", data.replace(b"\r\n", b"\n"), re.MULTILINE))
    assert set(re.findall(rb"goto (\w+)", data)) == labels


def test_the_site_is_built_from_the_bundle_alone(packed: Path, site: Path, tmp_path: Path) -> None:
    moved = tmp_path / "on a stick"
    shutil.copytree(packed, moved)
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "PYTHON": sys.executable,
        "PIP_CONFIG_FILE": os.devnull,
        **dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), NOWHERE),
    }

    def sitegen(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(moved / "sitegen.sh"), *arguments],
            cwd="/",
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    done = sitegen("build", "--as-of", "2026-01-15")
    assert done.returncode == 0, done.stderr
    assert run("build", "--clean", "--site", str(site), "--as-of", "2026-01-15").returncode == 0
    assert tree(moved / "site/output") == tree(site / "output")
    assert sitegen("nonsense").returncode == 2
    assert (moved / "venv").exists()
    environment["PYTHON"] = "/bin/false"
    shutil.rmtree(moved / "venv")
    refused = sitegen()
    assert refused.returncode == 1 and "要 Python" in refused.stderr


def test_what_is_there_is_left_alone(site: Path, tmp_path: Path) -> None:
    (tmp_path / "own.txt").write_text("x", "utf-8")
    full = run("bundle", str(tmp_path), "--site", str(site))
    assert full.returncode == 1 and "bundle.not-empty" in full.stderr
    inside = run("bundle", str(site / "bundle"), "--site", str(site))
    assert inside.returncode == 1 and "bundle.inside-site" in inside.stderr
    assert not (site / "bundle").exists()


def test_where_pip_fails_nothing_is_left(site: Path, tmp_path: Path) -> None:
    report = Report()
    program = tmp_path / "python"
    program.write_text("#!/bin/sh\necho 'ERROR: no such index' >&2\nexit 1\n", "utf-8")
    program.chmod(0o755)
    assert bundle(site, tmp_path / "new", report, program=str(program)) is None
    assert "no such index" in report.text("zh")
    assert list((tmp_path / "new").iterdir()) == []
