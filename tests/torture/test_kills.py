"""A build killed at any instant leaves every file whole, no worker behind, and the next build right.

The site goes to and fro between two versions that differ in every page, so that each commit moves
hundreds of files. SITEGEN_KILLS says how many builds are killed (`make torture`: 1,000).
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import psutil
import pytest

from tests import sites

KILLS = int(os.environ.get("SITEGEN_KILLS", "48"))
ENTRIES = 260
EVERY = max(4, KILLS // 60)
"""After so many kills a build is let through and compared with a clean one."""
SEED = 20260115


def large_site(root: Path) -> Path:
    """The basic site with enough entries that workers are forked."""
    files: dict[str, str | bytes] = dict(sites.BASIC)
    for number in range(ENTRIES):
        files[f"content/gi/pear-{number}.md"] = (
            f"---\nname: 梨{number}\npinyin: lí\nregion: qingxi\ncategories: pears\n---\n\n"
            f"第 {number} 种梨，见[青溪雪梨](gi:qingxi-xueli)。\n"
        )
    return sites.write(root, files)


def switch(root: Path, version: str) -> None:
    """Make the site its version A or B: the footer of every page differs."""
    sites.write(root, {"site.yaml": sites.SITE + f"notice: 版本 {version}\n"})


def start(root: Path, workers: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "sitegen", "build", "--site", str(root)]
    command += ["--as-of", sites.AS_OF.isoformat(), "--workers", str(workers)]
    environment = {**os.environ, "PYTHONPATH": str(sites.REPOSITORY)}
    return subprocess.Popen(
        command,
        env=environment,
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )


def finish(root: Path, workers: int) -> float:
    """Let a build through; the seconds it took."""
    began = time.perf_counter()
    process = start(root, workers)
    _, errors = process.communicate(timeout=120)
    assert process.returncode == 0, errors.decode()
    return time.perf_counter() - began


def phase(root: Path) -> str:
    """What a running build is about, told from what lies on disk."""
    if list((root / ".sitegen").glob("build-*/journal.json")):
        return "commit"
    return "make" if (root / ".output.staging").exists() else "read and plan"


def wait_for_commit(root: Path, process: subprocess.Popen[bytes], seconds: float) -> None:
    end = time.perf_counter() + seconds
    while time.perf_counter() < end and process.poll() is None and phase(root) != "commit":
        time.sleep(0.0005)


def left_behind(group: int) -> list[int]:
    """Processes of a build's group that still run."""
    found = []
    for process in psutil.process_iter():
        try:
            same = os.getpgid(process.pid) == group
            if same and process.status() != psutil.STATUS_ZOMBIE:
                found.append(process.pid)
        except (ProcessLookupError, psutil.NoSuchProcess):
            continue
    return found


def no_orphans(group: int) -> bool:
    end = time.perf_counter() + 3
    while left_behind(group):
        if time.perf_counter() > end:
            return False
        time.sleep(0.02)
    return True


@pytest.mark.parametrize("workers", [1, 4])
def test_killed_builds_leave_whole_files_and_no_workers(
    tmp_path: Path, workers: int, capsys: pytest.CaptureFixture[str]
) -> None:
    draw = random.Random(SEED + workers)
    root = large_site(tmp_path)
    whole: dict[str, dict[str, bytes]] = {}
    duration = 0.0
    for version in ("A", "B"):
        switch(root, version)
        duration = max(duration, finish(root, workers))
        whole[version] = sites.tree(root / "output")
    assert whole["A"].keys() == whole["B"].keys()
    assert sum(whole["A"][path] != whole["B"][path] for path in whole["A"]) > ENTRIES
    phases: Counter[str] = Counter()
    version = "B"
    number = 0
    while phases.total() - phases["had ended"] < KILLS // 2:
        number += 1
        version = "B" if version == "A" else "A"
        switch(root, version)
        process = start(root, workers)
        if number % 2:
            wait_for_commit(root, process, duration * 3)
            time.sleep(draw.uniform(0, 0.03))
        else:
            time.sleep(draw.uniform(0.02, duration))
        at = phase(root)
        process.send_signal(signal.SIGKILL)
        killed = process.wait() == -signal.SIGKILL
        phases[at if killed else "had ended"] += 1

        assert no_orphans(process.pid), f"kill {number} in {at} left a worker"
        for path, data in sites.tree(root / "output").items():
            versions = (whole["A"].get(path), whole["B"].get(path))
            assert data in versions, f"kill {number} in {at} left a broken {path}"
        if number % EVERY == EVERY - 1:
            finish(root, workers)
            assert sites.tree(root / "output") == whole[version], f"after kill {number} in {at}"
            assert not (root / ".output.staging").exists()
    with capsys.disabled():
        print(f"\n{workers} worker(s), builds killed: {dict(phases)}")
    assert phases["commit"] and phases["make"] and phases["read and plan"]
