"""Two builds of one site at a time: one waits for the other, or says that it is busy."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from pathlib import Path

from sitegen.building import state
from tests.support.basic_site import EDITED_PEAR, REPOSITORY, tree, write
from tests.support.random_sites import choices
from tests.support.random_sites.files import files_of
from tests.support.site_test import SiteTest


def start(site: Path, *arguments: str) -> subprocess.Popen[bytes]:
    """A build by another process."""
    command = [sys.executable, "-m", "sitegen", "build", "--site", str(site)]
    return subprocess.Popen(
        [*command, "--as-of", "2026-01-15", *arguments],
        cwd=REPOSITORY,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def end(process: subprocess.Popen[bytes]) -> tuple[int, str]:
    output, errors = process.communicate(timeout=120)
    return process.returncode, (output + errors).decode("utf-8", "replace")


def held(site: Path, seconds: float) -> threading.Thread:
    """A thread that holds the site's lock for so long, as another build would; it has it already."""
    has_it = threading.Event()

    def hold() -> None:
        with state.locked(site):
            has_it.set()
            time.sleep(seconds)

    thread = threading.Thread(target=hold)
    thread.start()
    assert has_it.wait(10)
    return thread


def test_builds_started_together_are_done_one_after_the_other(tmp_path: Path) -> None:
    site = write(tmp_path, files_of(choices.start()))
    answers = [end(process) for process in [start(site), start(site, "--clean"), start(site)]]
    for code, errors in answers:
        assert code == 0 or "另一个 sitegen" in errors
    assert 0 in [code for code, _ in answers]
    SiteTest.at(site).equals_clean_build(archive=True)


def test_a_build_waits_for_one_that_ends_soon(tmp_path: Path) -> None:
    site = SiteTest(tmp_path)
    thread = held(site.root, 1)
    before = time.monotonic()
    site.build()
    thread.join()
    assert site.built and time.monotonic() - before > 0.9


def test_a_build_that_has_waited_long_enough_says_that_it_is_busy(tmp_path: Path) -> None:
    site = SiteTest(tmp_path)
    site.build().passes()
    before = site.output
    site.write("content/gi/qingxi-xueli.md", EDITED_PEAR)
    with state.locked(site.root):
        code, errors = end(start(site.root))
    assert code == 1 and "另一个 sitegen 正在生成这个站点" in errors and "Traceback" not in errors
    assert site.output == before
    site.build().passes()


def test_builds_into_two_folders_of_one_site_keep_apart(tmp_path: Path) -> None:
    site = SiteTest(tmp_path)
    answers = [
        end(p) for p in [start(site.root), start(site.root, "--output", str(site.root / "www"))]
    ]
    assert [code for code, _ in answers] == [0, 0], answers
    assert site.output == tree(site.root / "www")
    site.equals_clean_build(archive=True)
    site.write("content/gi/qingxi-xueli.md", EDITED_PEAR)
    assert SiteTest.at(site.root, site.root / "www").build().remade == site.build().remade
