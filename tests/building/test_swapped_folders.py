"""A folder of the output that somebody swaps for a link while a build commits leads nowhere."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support.audited_paths import renamed
from tests.support.basic_site import tree, write
from tests.support.site_test import SiteTest

pytestmark = pytest.mark.skipif(
    not hasattr(os, "fork") or not Path("/proc/self/fd").exists(), reason="needs fork and /proc"
)
MINE = {"li-gao/index.html": "我的".encode()}


def build_swapped(site: SiteTest, elsewhere: Path) -> None:
    """Build in a fork in which products/ becomes a link once the journal is written."""
    products = site.target / "products"
    child = os.fork()
    if child == 0:
        swapped = False

        def hook(event: str, arguments: tuple[Any, ...]) -> None:
            nonlocal swapped
            if event != "os.rename" or swapped:
                return
            if renamed(arguments)[1].endswith("journal.json"):
                swapped = True
                shutil.rmtree(products)
                products.symlink_to(elsewhere, target_is_directory=True)

        sys.addaudithook(hook)
        try:
            site.build()
        finally:
            os._exit(0)
    os.waitpid(child, 0)
    assert products.is_symlink()


@pytest.mark.parametrize("removed", [False, True], ids=["a page changed", "a page removed"])
def test_nothing_is_written_or_removed_behind_the_link(removed: bool, tmp_path: Path) -> None:
    site = SiteTest(tmp_path).build().passes()
    elsewhere = write(tmp_path / "elsewhere", dict(MINE))
    if removed:
        site.remove("content/products/li-gao.md")
    else:
        site.change("content/products/li-gao.md", "name: 梨膏", "name: 梨膏糖")
    build_swapped(site, elsewhere)
    assert tree(elsewhere) == MINE
    site.build()
    assert site.codes == ([] if removed else ["output.in-the-way"])
    assert tree(elsewhere) == MINE
    (site.target / "products").unlink()
    site.build().passes()
    site.equals_clean_build()
