"""Real web servers with the configurations that `sitegen server-config` writes, in front of a small site."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sitegen.publishing.finished import FinishedSite, open_site
from sitegen.publishing.server_configs.policy import policy_of
from sitegen.publishing.server_configs.writers import WRITERS
from tests.support.servers import Server, Start, lacking, running
from tests.support.shown_site import Shown, built, put

FORMS = ("nginx", "nginx-brotli", "apache", "htaccess", "caddy")
SKIPPED: set[str] = set()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for name in sorted(SKIPPED):
        terminalreporter.write_line(_why(name), yellow=True)


def _why(name: str) -> str:
    return f"没有 {name}：没有试它的配置 (no {name}: its configuration was not tried)"


@pytest.fixture(scope="package", params=["/", "/zt/"], ids=["domain", "portal"])
def placed(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[FinishedSite, Path]]:
    """The small site for a domain of its own and below a sub-path, and where a server finds it."""
    folder = tmp_path_factory.mktemp("site")
    site = built(folder, request.param)
    # Apache works as a user who may not look into the folders of tests.
    with tempfile.TemporaryDirectory(prefix="sitegen-servers-") as place:
        Path(place).chmod(0o755)
        put(site, Path(place) / "梨 site", folder / ".sitegen" / "packed")
        yield site, Path(place) / "梨 site"


@pytest.fixture(scope="package", params=FORMS)
def shown(request: pytest.FixtureRequest, placed: tuple[FinishedSite, Path]) -> Iterator[Shown]:
    form, (site, root) = request.param, placed
    if name := lacking(form):
        SKIPPED.add(name)
        pytest.skip(_why(name))
    policy = policy_of(site, root=str(root))
    config = WRITERS[form](site, policy)
    if form == "htaccess":
        (root / ".htaccess").write_text(config, "utf-8")
    folder = root.parent / form
    try:
        with running(form, folder, root, site.base_path, config) as port:
            yield Shown(form, Server(port, policy.domain), site, policy, root)
    finally:
        (root / ".htaccess").unlink(missing_ok=True)


@pytest.fixture
def start(tmp_path: Path) -> Start:
    if lacking("nginx"):
        SKIPPED.add("nginx")
        pytest.skip(_why("nginx"))

    @contextmanager
    def started(folder: Path) -> Iterator[Server]:
        site = open_site(folder)
        config = WRITERS["nginx"](site, policy_of(site, root=str(folder)))
        with running("nginx", tmp_path / "nginx", folder, "/", config) as port:
            yield Server(port, "test.example")

    return started
