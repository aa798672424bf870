"""A real nginx with docs/operating/nginx.conf, in front of two builds of a small site."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import pictures
from tests.support.basic_site import PEAR, SITE
from tests.support.nginx import Nginx, Start, running
from tests.support.site_test import SiteTest

NO_NGINX = "没有 nginx，没有试 docs/operating/nginx.conf (no nginx: docs/operating/nginx.conf was not tried)"
SKIPPED: set[str] = set()
PICTURES = {
    "content/gi/qingxi-xueli.md": PEAR.replace(
        "name:", "images: [{file: li.png, alt: 一只梨}]\nname:", 1
    ),
    "content/media/li.png": pictures.png(640, 480),
    "templates/public/logo.svg": f"<svg>{'<g/>' * 200}</svg>",
}


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for reason in sorted(SKIPPED):
        terminalreporter.write_line(reason, yellow=True)


def settings(base_path: str) -> str:
    """The site.yaml of the small site below this path."""
    address = f"https://test.example{base_path}"
    return SITE.replace("https://test.example/", address) + f"base_path: {base_path}\n"


@pytest.fixture(scope="package")
def domain_site(tmp_path_factory: pytest.TempPathFactory) -> SiteTest:
    """The small site built for a domain of its own."""
    root = tmp_path_factory.mktemp("domain")
    site = SiteTest(root, {"site.yaml": settings("/"), **PICTURES})
    return site.build().passes()


@pytest.fixture(scope="package")
def portal_site(tmp_path_factory: pytest.TempPathFactory) -> SiteTest:
    """The small site built for the sub-path of a portal."""
    root = tmp_path_factory.mktemp("portal")
    site = SiteTest(root, {"site.yaml": settings("/zt/"), **PICTURES})
    return site.build().passes()


@pytest.fixture(scope="package")
def nginx_program() -> str:
    program = shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin")
    if program is None:
        SKIPPED.add(NO_NGINX)
        pytest.skip(NO_NGINX)
    return program


@pytest.fixture(scope="package")
def domain(
    nginx_program: str, domain_site: SiteTest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Nginx]:
    """nginx asked for the domain of the site."""
    folder = tmp_path_factory.mktemp("nginx")
    with running(nginx_program, folder, domain_site.target) as port:
        yield Nginx(port, "www.yunzhou.example")


@pytest.fixture(scope="package")
def portal(
    nginx_program: str, portal_site: SiteTest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Nginx]:
    """nginx asked for the portal, below which the site stands at /zt/."""
    folder = tmp_path_factory.mktemp("nginx")
    with running(nginx_program, folder, portal_site.target) as port:
        yield Nginx(port, "portal.yunzhou.example")


@pytest.fixture
def start(nginx_program: str, tmp_path: Path) -> Start:
    """`start(folder)`: nginx that shows this folder as the domain."""
    return lambda folder: running(nginx_program, tmp_path / "nginx", folder)
