"""Real builds killed at random instants of all their phases: SIGKILL, which nothing can catch.

After each kill every file of the output is whole and no worker is left; now and then the next build
must finish and equal a clean one. SITEGEN_KILLS=1000 is the long run (`make torture`).
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import psutil
import pytest

from tests.support.basic_site import REPOSITORY, SITE, tree, write
from tests.support.large_site import many
from tests.support.staging import staging_folders

pytestmark = pytest.mark.skipif(not hasattr(os, "killpg"), reason="needs POSIX process groups")
KILLS = int(os.environ.get("SITEGEN_KILLS", "21"))
SEED = int(os.environ.get("SITEGEN_SEED", "20260115"))
FINISH_EVERY = 7 if KILLS < 100 else 10
AIMS = ("any", "staging", "commit", "commit", "commit", "staging")
"""What a kill waits for, in turn, before its random delay; "any" waits for nothing."""
DELAYS = {"any": 1.5, "staging": 1.0, "commit": 0.05}
ORPHAN_SECONDS = 3
VERSIONS = ("甲", "乙")


@dataclass
class Arena:
    """A site that is built to and fro between two contents, and what each gives when clean."""

    root: Path
    clean: dict[str, dict[str, bytes]]
    drawn: random.Random
    phases: Counter[str] = field(default_factory=Counter)
    orphans: int = 0
    finished: int = 0

    def content(self, version: str) -> None:
        """Every page differs by the site's name; the entries are the same, and quickly read."""
        write(self.root, dict(many()) | {"site.yaml": SITE.replace("试验名录", f"名录{version}")})

    def command(self, workers: int) -> list[str]:
        site = ["--site", str(self.root), "--as-of", "2026-01-15", "--workers", str(workers)]
        return [sys.executable, "-m", "sitegen", "build", *site]

    def staging(self) -> int:
        """What tells this staging folder from others, 0 where there is none."""
        found = staging_folders(self.root / "output")
        return stat_of(found[0]).st_ino if found else 0

    def journal(self) -> int:
        """What tells this journal of a commit from others, 0 where there is none."""
        found = (self.root / ".sitegen").glob("build-*/journal.json")
        return max((stat_of(path).st_mtime_ns for path in found), default=0)

    def kill(self, aim: str, workers: int) -> None:
        """Start a build and kill it a random while after what is aimed at has begun.

        Where nothing is aimed at, it must read all entries first, by several workers.
        """
        if aim == "any":
            (self.root / ".sitegen" / "entries.jsonl").unlink(missing_ok=True)
        with subprocess.Popen(
            self.command(workers),
            cwd=REPOSITORY,
            start_new_session=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ) as build:
            left_over = self.journal(), self.staging()
            if aim != "any":  # what the last kill left is dealt with first
                wait(build, lambda: not self.journal() and not self.staging())
                wait(build, self.staging if aim == "staging" else self.journal)
            time.sleep(self.drawn.uniform(0, DELAYS[aim]))
            ended = build.poll() is not None
            build.kill()
        self.phases["ended before" if ended else self.phase(left_over)] += 1
        self.no_orphan(build.pid)

    def phase(self, left_over: tuple[int, int]) -> str:
        """In which phase a build was killed, by what it left and what the kill before had left."""
        journal, staging = self.journal(), self.staging()
        if journal:
            return "commit" if journal != left_over[0] else "finishing an earlier commit"
        new = staging and staging != left_over[1]
        return "staging" if new else "reading, planning or starting"

    def no_orphan(self, group: int) -> None:
        until = time.monotonic() + ORPHAN_SECONDS
        while left := running_in(group):
            if time.monotonic() > until:
                self.orphans += len(left)
                os.killpg(group, signal.SIGKILL)
                return
            time.sleep(0.02)

    def broken(self) -> list[str]:
        """Files of the output that are neither the one content's nor the other's."""
        return [
            path
            for path, data in tree(self.root / "output").items()
            if all(data != clean.get(path) for clean in self.clean.values())
        ]

    def finish(self, version: str, workers: int) -> None:
        ran = subprocess.run(
            self.command(workers), cwd=REPOSITORY, capture_output=True, timeout=300, check=False
        )
        assert ran.returncode == 0, ran.stderr.decode("utf-8", "replace")
        assert tree(self.root / "output") == self.clean[version]
        assert not self.staging() and not self.journal()
        self.finished += 1


def stat_of(path: Path) -> os.stat_result:
    try:
        return path.stat()
    except FileNotFoundError:
        return os.stat_result([0] * 10, {"st_mtime_ns": 0})


def wait(build: subprocess.Popen[bytes], condition: Callable[[], object]) -> None:
    while build.poll() is None and not condition():
        time.sleep(0.001)


def running_in(group: int) -> list[int]:
    """The processes of a group that still run; a zombie only waits for its reaper."""
    found = []
    for process in psutil.process_iter():
        try:
            if os.getpgid(process.pid) == group and process.status() != psutil.STATUS_ZOMBIE:
                found.append(process.pid)
        except (ProcessLookupError, psutil.NoSuchProcess):
            continue
    return found


@pytest.fixture
def arena(tmp_path: Path) -> Arena:
    root = tmp_path / "site"
    clean = {}
    arena = Arena(root, clean, random.Random(SEED))
    for version in VERSIONS:
        arena.content(version)
        ran = subprocess.run(arena.command(2), cwd=REPOSITORY, capture_output=True, check=False)
        assert ran.returncode == 0, ran.stderr.decode("utf-8", "replace")
        clean[version] = tree(root / "output")
        shutil.rmtree(root)
    assert len(clean["甲"]) > 300
    assert not [path for path, data in clean["甲"].items() if data == clean["乙"].get(path)
                and path.endswith(".html")]  # fmt: skip
    return arena


def test_a_build_killed_at_any_instant_leaves_whole_files_and_the_next_one_right(
    arena: Arena, capsys: pytest.CaptureFixture[str]
) -> None:
    started = time.monotonic()
    for number in range(KILLS):
        version = VERSIONS[number % 2]
        workers = 4 if number % 3 == 2 else 1
        arena.content(version)
        arena.kill(AIMS[number % len(AIMS)], workers)
        assert arena.broken() == [], f"after kill {number}; {dict(arena.phases)}"
        if number % FINISH_EVERY == FINISH_EVERY - 1:
            arena.finish(version, 5 - workers)
    seconds = time.monotonic() - started
    with capsys.disabled():
        print(  # noqa: T201
            f"\n{KILLS} kills in {seconds:.0f} s, by phase: {dict(arena.phases.most_common())};"
            f" {arena.finished} builds finished right, {arena.orphans} orphans"
        )
    assert arena.orphans == 0
    assert arena.phases["commit"] >= KILLS // 6, "the commit must have its share"
    assert arena.phases["staging"] >= KILLS // 12
