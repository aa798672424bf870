"""docs/operating/release.sh: a release is shown whole or not at all, and the one before comes back."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.basic_site import REPOSITORY
from tests.support.servers import Start, shell
from tests.support.site_test import SiteTest

SCRIPT = REPOSITORY / "docs" / "operating" / "release.sh"
PEAR = "content/gi/qingxi-xueli.md"


class Releases:
    """The folders of a site, as docs/operating/releasing.md lays them out."""

    def __init__(self, folder: Path) -> None:
        (folder / "site").mkdir()
        self.site = SiteTest(folder / "site")
        self.www = folder / "www"

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return shell(
            SCRIPT,
            *arguments,
            environment={
                "SITE": str(self.site.root),
                "WWW": str(self.www),
                "SITEGEN": f"{sys.executable} -m sitegen",
                "PYTHONPATH": os.pathsep.join([str(REPOSITORY), *sys.path]),
            },
        )

    @property
    def shown(self) -> str:
        return str((self.www / "current").readlink())

    @property
    def page(self) -> str:
        return (self.www / "current/gi/qingxi-xueli/index.html").read_text("utf-8")


@pytest.fixture
def releases(tmp_path: Path) -> Releases:
    if sys.platform != "linux":
        pytest.skip("只有 Linux 有 mv -T (mv -T is of Linux only)")
    return Releases(tmp_path)


def test_a_release_goes_into_the_folder_that_is_not_shown(releases: Releases) -> None:
    first = releases.run("--as-of", "2026-01-15")
    assert first.returncode == 0, first.stderr
    assert releases.shown == "a" and "青溪的梨" in releases.page
    releases.site.change(PEAR, "青溪的梨", "山里的梨")
    assert releases.run("--as-of", "2026-01-15").returncode == 0
    assert releases.shown == "b" and "山里的梨" in releases.page
    before = (releases.www / "a/gi/qingxi-xueli/index.html").read_text("utf-8")
    assert "青溪的梨" in before
    assert sorted(path.name for path in releases.www.iterdir()) == ["a", "b", "current"]


def test_the_release_before_comes_back(releases: Releases) -> None:
    refused = releases.run("--back")
    assert refused.returncode == 1 and "没有上一次" in refused.stderr
    releases.run()
    releases.site.change(PEAR, "青溪的梨", "山里的梨")
    releases.run()
    assert releases.run("--back").returncode == 0
    assert releases.shown == "a" and "青溪的梨" in releases.page
    releases.site.change(PEAR, "山里的梨", "改好的梨")
    assert releases.run().returncode == 0
    assert releases.shown == "b" and "改好的梨" in releases.page


def test_a_failed_build_changes_nothing_that_is_shown(releases: Releases) -> None:
    releases.run()
    releases.site.change(PEAR, "region: qingxi", "region: nowhere")
    failed = releases.run()
    assert failed.returncode == 1 and "reference.missing" in failed.stderr
    assert releases.shown == "a" and "青溪的梨" in releases.page


def test_nginx_shows_the_new_release_at_once(releases: Releases, start: Start) -> None:
    releases.run()
    with start(releases.www / "current") as nginx:
        assert "青溪的梨" in nginx.get("/gi/qingxi-xueli/").body.decode()
        releases.site.change(PEAR, "青溪的梨", "山里的梨")
        releases.run()
        assert "山里的梨" in nginx.get("/gi/qingxi-xueli/").body.decode()
        releases.run("--back")
        assert "青溪的梨" in nginx.get("/gi/qingxi-xueli/").body.decode()
