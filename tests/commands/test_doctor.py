"""sitegen doctor: each thing that can be wrong is made wrong, told with what to do, and nothing is changed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from sitegen.cli.environment import machine
from sitegen.commands.doctor import address, folder
from sitegen.commands.doctor.examination import examine
from sitegen.commands.doctor.finding import Finding, Machine, has_errors
from sitegen.commands.doctor.requirements import allows, needed
from sitegen.publishing.targets.folder import FolderTarget
from tests.support.basic_site import REPOSITORY
from tests.support.command_line import run
from tests.support.publications import tree
from tests.support.site_test import SiteTest

NOW = time.time()
GIT = ("git", "-c", "user.name=a", "-c", "user.email=a@test.example")


def this() -> Machine:
    """This machine without what a test cannot know of it."""
    return machine()._replace(is_root=False, umask=0o022, proxies={}, free=lambda _: 10**12)


@pytest.fixture
def site(tmp_path: Path) -> SiteTest:
    made = SiteTest(tmp_path / "site")
    text = (made.root / "site.yaml").read_text("utf-8")
    made.write("site.yaml", f"{text}publish:\n  production: {{kind: folder, path: ../www}}\n")
    made.write(".gitignore", ".sitegen/\noutput/\n")
    assert publish(made).returncode == 0
    git(made, "init", "-q")
    git(made, "add", "-A")
    git(made, "commit", "-q", "-m", "all")
    return made


def publish(site: SiteTest) -> subprocess.CompletedProcess[str]:
    return run("publish", "--site", str(site.root))


def git(site: SiteTest, *arguments: str) -> None:
    subprocess.run([*GIT, *arguments], cwd=site.root, check=True, capture_output=True)


def found(site: SiteTest, of: Machine | None = None) -> list[Finding]:
    return list(examine(site.root, of or this(), offline=True))


def codes(findings: list[Finding]) -> list[str]:
    return [f.problem.kind.code for f in findings if f.problem]


def text(findings: list[Finding]) -> str:
    return "\n".join(f.text("zh") + "\n" + f.text("en") for f in findings)


def test_a_sound_site_has_no_finding_and_is_left_alone(site: SiteTest) -> None:
    before = tree(site.root.parent)
    findings = found(site)
    assert codes(findings) == [], text(findings)
    assert "共 1 个版本" in text(findings) and "留着它的内容" in text(findings)
    assert tree(site.root.parent) == before


def test_it_is_printed_in_both_languages_and_for_programs(site: SiteTest) -> None:
    (site.root.parent / "www/current").unlink()
    said = run("doctor", "--site", str(site.root), "--offline")
    assert said.returncode == 1
    assert "错误  目标“production”：有 1 个版本" in said.stdout
    assert "sitegen rollback production 2" in said.stdout
    english = run("doctor", "--site", str(site.root), "--offline", "--lang", "en")
    assert "error   target “production”: there are 1 releases" in english.stdout
    told = run("doctor", "--site", str(site.root), "--offline", "--format", "json")
    states = {item["state"] for item in json.loads(told.stdout)}
    assert "error" in states and "ok" in states
    assert run("doctor", "--site", str(site.root / "no")).returncode == 2


def test_the_machine(site: SiteTest) -> None:
    odd = this()._replace(
        python=(3, 9, 1),
        platform="plan9",
        name="Plan 9",
        is_root=True,
        umask=0o077,
        proxies={"https": "http://name:secret@proxy.test:3128"},
        version=lambda name: {"jinja2": None, "click": "7.0"}.get(name, "999"),
    )
    findings = found(site, odd)
    expected = [
        "python",
        "library-missing",
        "library-version",
        "system",
        "root",
        "umask",
        "proxies",
    ]
    assert {f"doctor.{name}" for name in expected} <= set(codes(findings))
    said = text(findings)
    assert "3.9.1" in said and ">=3.11" in said and "077" in said
    assert "secret" not in said


def test_ranges_of_versions() -> None:
    python, libraries = needed()
    assert python == ">=3.11" and dict(libraries)["click"] == ">=8.4,<9"
    for bounds, version, fits in [
        (">=2.16,<3", "2.16", True),
        (">=2.16,<3", "2.9.9", False),
        (">=2.16,<3", "3.0.0", False),
        (">=3,<4", "3", True),
        (">=2025.1", "2026.2.post1", True),
        ("==1.0", "1", True),
        ("", "anything", True),
    ]:
        assert allows(bounds, version) is fits, (bounds, version)


def test_room_and_rights(site: SiteTest) -> None:
    assert "doctor.no-room" in codes(found(site, this()._replace(free=lambda _: 10**7)))
    little = found(site, this()._replace(free=lambda _: 5 * 10**8))
    assert "doctor.little-room" in codes(little) and not has_errors(little)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_folder_that_cannot_be_written_to() -> None:
    with tempfile.TemporaryDirectory(prefix="sitegen-doctor-") as place:
        root = Path(place)
        (root / "site.yaml").write_text("id: a\n", "utf-8")
        assert "doctor.read-only" not in codes(list(folder.look(this(), root, None)))
        root.chmod(0o555)
        child = os.fork()
        if not child:  # root may write anywhere, so somebody else looks
            try:
                if os.geteuid() == 0:
                    os.setuid(65534)
                os._exit("doctor.read-only" not in codes(list(folder.look(this(), root, None))))
            except BaseException:
                os._exit(3)
        _, status = os.waitpid(child, 0)
        root.chmod(0o755)
    assert os.waitstatus_to_exitcode(status) == 0


def test_a_wrong_clock_and_no_time_zone(site: SiteTest) -> None:
    early = this()._replace(now=NOW - 86_400)
    findings = found(site, early)
    assert {"doctor.file-from-the-future", "doctor.later-release"} <= set(codes(findings))
    late = found(site, this()._replace(now=NOW + 9 * 86_400))
    assert codes(late) == ["doctor.old-data"]
    site.change("site.yaml", "name: ", "timezone: Asia/Nowhere\nname: ")
    assert {"doctor.settings"} <= set(codes(found(site)))


def test_names_that_other_systems_do_not_take(site: SiteTest) -> None:
    names = [
        "media/NUL.png",
        "media/con",
        "media/a:b.png",
        "media/Pear.png",
        "media/pear.png",
        "media/x.",
    ]
    for name in names:
        site.write(f"content/{name}", "x")
    site.write(f"content/{'long/' * 45}x.md", "x")
    findings = [f for f in found(site) if f.problem and f.problem.kind is folder.BAD_NAME]
    assert len(findings) == len(names)  # of two that differ by case, one; and the long one
    assert "只差大小写" in text(findings)
    windows = this()._replace(platform="win32")
    deep = f"content/{'d' * 60}/{'e' * 60}/{'f' * 40}/y.md"
    site.write(deep, "x")
    assert len(str(site.root)) + len(deep) > 200
    long_root = site.root.parent / ("r" * 80)
    site.root.rename(long_root)
    findings = list(folder.look(windows, long_root, None))
    assert "doctor.path-too-long" in codes(findings)


def test_the_repository(site: SiteTest) -> None:
    site.write("content/products/new.md", "---\nname: 新\n---\n")
    assert "doctor.uncommitted" in codes(found(site)) and "new.md" in text(found(site))
    site.write(".gitignore", "*.jsonl\n")
    git(site, "rm", "-q", "--cached", "publications.jsonl", "content/ledger.jsonl")
    git(site, "add", "-A")
    git(site, "commit", "-q", "-m", "wrong")
    findings = found(site)
    assert codes(findings).count("doctor.record-ignored") == 2 and has_errors(findings)
    assert "doctor.product-committed" in codes(findings)
    shutil.rmtree(site.root / ".git")
    assert "doctor.no-repository" in codes(found(site))


def test_a_repository_runs_no_program_of_its_own(site: SiteTest, tmp_path: Path) -> None:
    trap = tmp_path / "trap"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/sprung\n", "utf-8")
    trap.chmod(0o755)
    git(site, "config", "core.fsmonitor", str(trap))
    found(site)
    assert not (tmp_path / "sprung").exists()


def test_targets(site: SiteTest) -> None:
    www = site.root.parent / "www"
    shutil.rmtree(site.root / ".sitegen/publish/objects")
    assert codes(found(site)) == ["doctor.nothing-kept"]
    with FolderTarget("production", www).locked("somebody@there"):
        assert "doctor.locked" in codes(found(site)) and "somebody@there" in text(found(site))
    assert "doctor.locked" not in codes(found(site))
    (www / "current/index.html").chmod(0o600)
    assert "doctor.unreadable" in codes(found(site))
    site.change("site.yaml", "id: ", "id: other-")
    assert "publish.another-site" in codes(found(site))
    shutil.rmtree(www / "records")
    assert "doctor.unknown-release" in codes(found(site))
    shutil.rmtree(www)
    assert "还没有发布过" in text(found(site))
    (www).write_text("a file in its place", "utf-8")
    assert "doctor.target-not-writable" in codes(found(site))


def test_a_target_that_shows_an_earlier_release_says_since_when(site: SiteTest) -> None:
    site.change("content/products/li-gao.md", "雪梨熬", "好雪梨熬")
    publish(site)
    assert run("rollback", "--site", str(site.root)).returncode == 0
    line = (site.root / "publications.jsonl").read_text("utf-8").splitlines()[-1]
    at = datetime.fromisoformat(json.loads(line)["at"])
    assert f"{at:%Y-%m-%d %H:%M} 起" in text(found(site))
    assert "共 2 个版本" in text(found(site))


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    asked: list[str] = []
    monkeypatch.setattr(address, "look", lambda machine, url, record: asked.append(url) or [])
    yield asked


def test_only_addresses_that_the_site_names_are_asked(
    site: SiteTest, no_network: list[str]
) -> None:
    list(examine(site.root, this(), offline=True))
    assert no_network == []
    list(examine(site.root, this(), offline=False))
    assert len(no_network) == 1 and no_network[0] in (site.root / "site.yaml").read_text("utf-8")


def test_the_program_does_not_need_the_checkout(tmp_path: Path) -> None:
    """Where it is installed, the ranges are those that pip noted."""
    folder = tmp_path / "lib"
    shutil.copytree(REPOSITORY / "sitegen", folder / "sitegen")
    info = folder / "sitegen-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(
        "Metadata-Version: 2.4\nName: sitegen\nVersion: 1\nRequires-Python: >=3.11\n"
        "Requires-Dist: click<9,>=8.4\nRequires-Dist: boto3<2,>=1.35; extra == 's3'\n",
        "utf-8",
    )
    code = "from sitegen.commands.doctor.requirements import needed; print(needed())"
    others = [path for path in sys.path if Path(path or ".").resolve() != REPOSITORY]
    said = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(folder), *others])},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout == "('>=3.11', [('click', '<9,>=8.4')])\n"
