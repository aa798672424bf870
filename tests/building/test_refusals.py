"""What cannot be written is told in a sentence, without a traceback, and the output is kept."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sitegen.building.workers import LEAST
from tests.support.basic_site import EDITED_PEAR, REPOSITORY, SITE, basic, tree, write
from tests.support.large_site import many
from tests.support.site_test import SiteTest
from tests.support.staging import staging_folders

resource = pytest.importorskip("resource")


def refused(site: Path, *arguments: str, file_size: int | None = None) -> str:
    """What a build that cannot be done says; no file may become larger than `file_size`."""

    def limit() -> None:
        if file_size is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (file_size, file_size))

    command = [sys.executable, "-m", "sitegen", "build", "--site", str(site)]
    ran = subprocess.run(
        [*command, "--as-of", "2026-01-15", *arguments],
        cwd=REPOSITORY,
        preexec_fn=limit,
        capture_output=True,
        timeout=120,
        check=False,
    )
    errors = ran.stderr.decode("utf-8", "replace")
    assert ran.returncode == 1, errors
    assert "Traceback" not in errors and "读写不了" in errors, errors
    return errors


@pytest.fixture
def site(tmp_path: Path) -> Path:
    site = SiteTest(tmp_path).build().passes()
    return site.write("content/gi/qingxi-xueli.md", EDITED_PEAR).root


def test_an_output_below_a_file(site: Path) -> None:
    assert "site.yaml" in refused(site, "--output", str(site / "site.yaml" / "output"))


def test_a_link_to_nowhere_as_output(site: Path) -> None:
    (site / "www").symlink_to(site / "missing" / "folder")
    assert "www" in refused(site, "--output", str(site / "www"))


def test_a_file_in_place_of_the_state_folder(tmp_path: Path) -> None:
    basic(tmp_path)
    (tmp_path / ".sitegen").write_text("", "utf-8")
    assert ".sitegen" in refused(tmp_path)


@pytest.mark.parametrize("name", ["output", ".sitegen", "."])
def test_a_folder_that_may_not_be_written(name: str, site: Path) -> None:
    before = tree(site / "output")
    modes = {folder: folder.stat().st_mode for folder in [site / name, *(site / name).rglob("*/")]}
    try:
        for folder in modes:
            folder.chmod(0o555)
        if os.access(site / name, os.W_OK):
            pytest.skip("root may write everywhere")
        refused(site)
    finally:
        for folder, mode in modes.items():
            folder.chmod(mode)
    assert tree(site / "output") == before
    SiteTest.at(site).build().passes()


@pytest.mark.parametrize("workers", [1, 2])
def test_a_disk_that_takes_no_more_pages(workers: int, tmp_path: Path) -> None:
    """Also where a worker meets it."""
    site = write(tmp_path, dict(many()))
    assert SiteTest.at(site).build().built and len(many()) > LEAST
    before = tree(site / "output")
    name = SITE.replace("试验名录", "另一名录")
    write(
        site,
        {
            "site.yaml": name,
            "templates/css/large.css": f'.large::after {{ content: "{"x" * 2_000_000}" }}',
        },
    )
    refused(site, "--workers", str(workers), file_size=1_500_000)
    (left,) = staging_folders(site / "output")
    staged = tree(left)
    assert [path for path in staged if path.endswith(".css")], "it was being made"
    assert tree(site / "output") == before
    assert SiteTest.at(site).build().remade >= {path for path in before if path.endswith(".html")}
