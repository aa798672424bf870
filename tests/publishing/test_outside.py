"""The look from outside: a real nginx that shows what was published, and what it tells where that is not so."""

from __future__ import annotations

import functools
import http.server
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sitegen.commands.verify import verify
from sitegen.problems import Report
from tests.support.command_line import run
from tests.support.servers import lacking, running
from tests.support.site_test import SiteTest

AT = ("--as-of", "2026-01-15")
PEAR = "content/gi/qingxi-xueli.md"
needs_nginx = pytest.mark.skipif(bool(lacking("nginx")), reason="没有 nginx (no nginx)")


@pytest.fixture
def site(tmp_path: Path) -> SiteTest:
    made = SiteTest(tmp_path / "site")
    made.change(PEAR, "published:", "former_urls: [/old/pear/]\npublished:")
    return named(made, "")


def named(site: SiteTest, url: str) -> SiteTest:
    """Let site.yaml say where it is published."""
    text = (site.root / "site.yaml").read_text("utf-8").partition("publish:")[0]
    more = f", url: {url!r}" if url else ""
    return site.write(
        "site.yaml", f"{text}publish:\n  production: {{kind: folder, path: ../www{more}}}\n"
    )


def publish(site: SiteTest, code: int = 0) -> str:
    done = run("publish", "--site", str(site.root), *AT)
    assert done.returncode == code, done.stderr
    return done.stdout + done.stderr


@contextmanager
def nginx(site: SiteTest, root: Path) -> Iterator[str]:
    """nginx as `server-config` sets it up; gives the address of the site."""
    output = site.root / ".sitegen/publish/output"
    told = run("server-config", "nginx", "--output", str(output), "--root", str(root))
    assert told.returncode == 0, told.stderr
    with running("nginx", site.root.parent / "nginx", root, "/", told.stdout) as port:
        yield f"http://127.0.0.1:{port}/"


@contextmanager
def plain_server(root: Path) -> Iterator[str]:
    """A server that knows nothing of the site's needs."""
    handler = functools.partial(Quiet, directory=str(root))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        pass


def found(site: SiteTest) -> list[str]:
    """The codes of what is wrong from outside."""
    report = Report()
    done = verify(site.root, None, report, datetime(2026, 1, 15, tzinfo=UTC), {})
    assert done is not None and done.page.read_text("utf-8").count("<tr>") in (
        0,
        len(report.problems) + 1,
    )
    told = json.loads(done.page.with_suffix(".json").read_text("utf-8"))
    assert len(told["problems"]) == len(report.problems)
    return sorted(problem.kind.code for problem in report.problems)


@needs_nginx
def test_nothing_is_wrong_where_the_server_is_set_up_as_written(site: SiteTest) -> None:
    publish(site)
    with nginx(site, site.root.parent / "www/current") as url:
        named(site, url)
        assert found(site) == []
        site.change(PEAR, "皮薄汁多的梨", "皮更薄的梨")
        told = publish(site)
        assert "和发布的一样" in told and "提醒" not in told


@needs_nginx
def test_what_is_not_as_published_is_told(site: SiteTest) -> None:
    publish(site)
    current = site.root.parent / "www/current"
    with nginx(site, current) as url:
        named(site, url)
        page = current.resolve() / "gi/qingxi-xueli/index.html"
        page.write_bytes(page.read_bytes().replace(b"</body>", b"<script></script></body>"))
        (current.resolve() / "about/index.html").unlink()
        for packed in page.parent.glob("index.html.*"):
            packed.unlink()
        assert found(site) == ["outside.other-content", "outside.status"]
    assert found(site) == ["outside.no-answer"]


@needs_nginx
def test_a_cache_that_shows_the_last_release_is_told(site: SiteTest) -> None:
    """A server that goes on showing the old release stands for a cache that was not cleared."""
    publish(site)
    with nginx(site, (site.root.parent / "www/current").resolve()) as url:
        named(site, url)
        site.change(PEAR, "皮薄汁多的梨", "皮更薄的梨")
        (site.root / "content/products/li-gao.md").unlink()
        site.write("content/ledger.jsonl", "")
        told = publish(site, 1)
        assert "outside.still-old" in told and "outside.still-there" in told


def test_a_server_that_is_not_set_up_gets_warnings(site: SiteTest) -> None:
    publish(site)
    with plain_server(site.root.parent / "www/current") as url:
        named(site, url)
        assert set(found(site)) == {
            "outside.header",
            "outside.not-packed",
            "outside.not-found-page",
            "outside.redirect",
        }
        assert "有不对的地方" not in run("verify", "--site", str(site.root)).stdout


def test_no_address_and_nothing_published(site: SiteTest) -> None:
    nothing = run("verify", "--site", str(site.root))
    assert nothing.returncode == 1 and "verify.nothing-shown" in nothing.stderr
    publish(site)
    no_url = run("verify", "--site", str(site.root))
    assert no_url.returncode == 1 and "verify.no-url" in no_url.stderr
