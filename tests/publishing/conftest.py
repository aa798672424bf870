"""Sites as they were built, for all tests of what is done with them."""

from __future__ import annotations

import shutil

import pytest

from sitegen.publishing.finished import FinishedSite, open_site
from tests.support.basic_site import REPOSITORY
from tests.support.site_test import SiteTest


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> FinishedSite:
    """The demo site, built."""
    root = tmp_path_factory.mktemp("demo")
    shutil.copytree(REPOSITORY / "content", root / "content")
    shutil.copy(REPOSITORY / "site.yaml", root)
    site = SiteTest.at(root).build()
    assert site.built is not None, site.report.text("zh")
    return open_site(site.target)
