"""sitegen doctor on every kind of target, with real stores, repositories and servers: what is there, who is at work."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path

import pytest

from sitegen.cli.environment import clock_for, machine, moment
from sitegen.commands import targets
from sitegen.commands.doctor import address
from sitegen.commands.doctor.examination import examine
from sitegen.commands.doctor.finding import Finding
from sitegen.commands.publication import Request
from sitegen.commands.publish import publish
from sitegen.config.site import read_site
from sitegen.problems import Report
from sitegen.publishing.target import Target
from tests.support.git_server import new_repository
from tests.support.object_stores import SECRETS, moto
from tests.support.site_test import SiteTest
from tests.support.sshd import needs_sshd, sshd

NAME = "production"
ENVIRONMENT = {**os.environ, **SECRETS}
KINDS = ["folder", pytest.param("ssh", marks=needs_sshd), "s3", "git", "zip", "fragments"]


@pytest.fixture(params=KINDS)
def site(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SiteTest]:
    """A small site that names one target, to which nothing is published yet."""
    made = SiteTest(tmp_path / "site")
    text = (made.root / "site.yaml").read_text("utf-8")
    with ExitStack() as servers:
        told = {"kind": request.param, **SETTINGS[request.param](tmp_path, servers)}
        line = ", ".join(f"{name}: {value!r}" for name, value in told.items())
        yield made.write("site.yaml", f"{text}publish:\n  {NAME}: {{{line}}}\n")


def _in_ssh(folder: Path, servers: ExitStack) -> dict[str, str]:
    way = servers.enter_context(sshd(folder / "sshd"))
    return {
        "host": way.host,
        "port": str(way.port),
        "user": way.user,
        "key_file": way.key_file,
        "known_hosts": way.known_hosts,
        "path": str(folder / "www"),
    }


def _in_s3(folder: Path, servers: ExitStack) -> dict[str, str]:
    store = servers.enter_context(moto())
    place = store.place()
    return {"bucket": place.bucket, "endpoint": place.endpoint, "addressing": "path"}


SETTINGS: dict[str, Callable[[Path, ExitStack], dict[str, str]]] = {
    "folder": lambda folder, servers: {"path": "../www"},
    "ssh": _in_ssh,
    "s3": _in_s3,
    "git": lambda folder, servers: {
        "repository": f"file://{new_repository(folder / 'remote.git')}"
    },
    "zip": lambda folder, servers: {"path": "../zips"},
    "fragments": lambda folder, servers: {"path": "../fragments"},
}


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that would have been looked at."""
    urls: list[str] = []
    monkeypatch.setattr(address, "look", lambda machine, url, record: urls.append(url) or [])
    return urls


def published(site: SiteTest) -> None:
    report = Report()
    request = Request(moment, "a test", 1, ENVIRONMENT)
    done = publish(site.root, None, report, clock_for(date.today()), request)
    assert done is not None, report.text("zh")


def opened(site: SiteTest) -> tuple[str, Target]:
    found, _ = read_site(site.root)
    assert found is not None
    where = found.settings.publish[NAME]
    return where.kind, targets.opened(NAME, where, site.root, ENVIRONMENT)


def found(site: SiteTest, *, offline: bool = False) -> list[Finding]:
    """What is said of the target."""
    of = machine()._replace(environment=ENVIRONMENT, now=time.time())
    every = examine(site.root, of, offline=offline)
    return [finding for finding in every if NAME in finding.about.zh]


def codes(findings: list[Finding]) -> list[str]:
    return [f.problem.kind.code for f in findings if f.problem]


def text(findings: list[Finding]) -> str:
    return "\n".join(f.text("zh") + "\n" + f.text("en") for f in findings)


def test_what_is_there_and_who_is_publishing(site: SiteTest, asked: list[str]) -> None:
    assert "还没有发布过" in text(found(site)) and asked == []
    published(site)
    kind, target = opened(site)
    findings = found(site)
    assert codes(findings) == [], text(findings)
    assert f"{target.shown()}，" in text(findings) and "共 1 个版本" in text(findings)
    assert "留着它的内容" in text(findings)
    assert len(asked) == (kind not in ("zip", "fragments"))
    with target.locked("somebody@there"):
        assert codes(found(site)) == ["doctor.locked"] and "somebody@there" in text(found(site))
    assert codes(found(site)) == []
    offline = text(found(site, offline=True))
    assert ("没有看" in offline) is (kind in ("ssh", "s3", "git"))
    assert not any(secret in text(found(site)) for secret in SECRETS.values())
