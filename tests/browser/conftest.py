"""The demo site built for a server's sub-path and for a disk, and one browser to visit both."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support.basic_site import REPOSITORY, tree, write
from tests.support.browser import launch
from tests.support.browser.places import BASE_PATH, EXTRA, OWN_LOGO, OWN_LOOKS, Place
from tests.support.browser.server import serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser

AS_OF = "2026-11-22"
MODULES = REPOSITORY / "node_modules"
NO_NODE = "没有 node 或未运行 npm ci，跳过 {} 检查 (no node or no npm ci: {} is skipped)"
SKIPPED: set[str] = set()

# The fixtures end with this package: Playwright's event loop and the server's thread must be gone
# before other tests fork worker processes.


def skip(reason: str) -> None:
    SKIPPED.add(reason)
    pytest.skip(reason)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for reason in sorted(SKIPPED):
        terminalreporter.write_line(reason, yellow=True)


@pytest.fixture(scope="package")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    chromium = launch.executable()
    if chromium is None:
        skip(launch.NO_BROWSER)
        return
    with launch.launched(chromium, tmp_path_factory.mktemp("home")) as browser:
        yield browser


@pytest.fixture(scope="package")
def axe() -> str:
    """The source of axe-core."""
    file = MODULES / "axe-core" / "axe.min.js"
    if not file.is_file():
        skip(NO_NODE.format("axe", "axe"))
    return file.read_text("utf-8")


@pytest.fixture(scope="package")
def html_validate() -> list[str]:
    """The command that checks HTML, without its arguments."""
    node, script = shutil.which("node"), MODULES / "html-validate" / "bin" / "html-validate.mjs"
    if node is None or not script.is_file():
        skip(NO_NODE.format("html-validate", "html-validate"))
    return [str(node), str(script), "--config", str(REPOSITORY / ".htmlvalidate.json")]


@pytest.fixture(scope="package")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """The site on a server, below /a/b/."""
    folder = built(tmp_path_factory.mktemp("served"), link_style="directory")
    strays: list[str] = []
    with serving(folder, BASE_PATH, strays) as root:
        yield Place(folder, root, "", strays)


@pytest.fixture(scope="package")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """The site on a disk, opened without a server."""
    folder = built(tmp_path_factory.mktemp("opened"), link_style="file")
    return Place(folder, f"{folder.as_uri()}/", "index.html")


@pytest.fixture(scope="package")
def double_clicked(served: Place) -> Place:
    """The site that was built for a server, opened by a double click on its index.html."""
    return Place(served.folder, f"{served.folder.as_uri()}/", "index.html")


@pytest.fixture(scope="package")
def own_looks(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """The site with a menu, a footer, a home page, colours and a logo of its own, on a disk."""
    root = tmp_path_factory.mktemp("own_looks")
    write(root, {"templates/public/logo.svg": OWN_LOGO})
    folder = built(root, link_style="file", more=OWN_LOOKS)
    return Place(folder, f"{folder.as_uri()}/", "index.html")


def built(root: Path, link_style: str, more: str = "") -> Path:
    """The demo site with EXTRA, built in `root` by the command line as a user would; `more` settings
    stand at the end of its site.yaml."""
    settings = (REPOSITORY / "site.yaml").read_text("utf-8")
    settings = re.sub(r"^(base_path|link_style):.*\n", "", settings, flags=re.MULTILINE)
    settings += f"\nbase_path: {BASE_PATH}\nlink_style: {link_style}\n{more}"
    content = tree(REPOSITORY / "content")
    write(root, {f"content/{name}": data for name, data in content.items()})
    write(root, {"site.yaml": settings, **EXTRA})
    command = [sys.executable, "-m", "sitegen", "build", "--as-of", AS_OF, "--workers", "2"]
    done = subprocess.run(
        [*command, "--site", str(root)],
        cwd=REPOSITORY,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return root / "output"
