"""One run of a program as a whole process: its time, or the memory of all its processes together."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

CORES = (0, 1)
INTERVAL = 0.02
"""Seconds between two looks at the memory."""
PROC = Path("/proc")


class Failed(Exception):
    """A program that ended with an error; the message is the end of what it said."""


@dataclass(frozen=True, slots=True)
class Run:
    """`cpu` is user and system time of all its processes; `peak` is in bytes, None if not watched."""

    seconds: float
    cpu: float
    peak: int | None
    output: str


def together(runs: Sequence[Run]) -> Run:
    """Programs that ran one after the other, as one run: times add up, the peak is the largest."""
    peaks = [run.peak for run in runs if run.peak is not None]
    return Run(
        seconds=sum(run.seconds for run in runs),
        cpu=sum(run.cpu for run in runs),
        peak=max(peaks, default=None),
        output="\n".join(run.output for run in runs if run.output),
    )


def pinned() -> list[str]:
    """What goes before a command so that it has two cores: nothing where there are no more."""
    available = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else set()
    if shutil.which("taskset") and available.issuperset(CORES):
        return ["taskset", "-c", ",".join(map(str, CORES))]
    return []


def surroundings(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment of a measured command. Python keeps its bytecode from its first run on, as
    it does where people use it, whatever the surroundings say."""
    own = {"GOMAXPROCS": str(len(CORES)), "PYTHONDONTWRITEBYTECODE": ""}
    return {**os.environ, **own, **environment}


def run(
    command: list[str], folder: Path, environment: Mapping[str, str], *, watch: bool = False
) -> Run:
    """Start `command` in `folder` and wait for it. Watching its memory costs time: so never both."""
    with tempfile.TemporaryFile() as stream:
        spent = _cpu()
        start = time.perf_counter()
        process = subprocess.Popen(
            [*pinned(), *command],
            cwd=folder,
            env=surroundings(environment),
            stdin=subprocess.DEVNULL,
            stdout=stream,
            stderr=subprocess.STDOUT,
        )
        try:
            peak = _watched(process) if watch else None
            code = process.wait()
        except BaseException:
            process.kill()
            raise
        seconds = time.perf_counter() - start
        cpu = _cpu() - spent
        stream.seek(0)
        output = stream.read().decode("utf-8", "replace").strip()
    if code:
        raise Failed(f"{' '.join(command)} ended with {code}:\n{output[-2000:]}")
    return Run(seconds, cpu, peak, output)


def _cpu() -> float:
    """Seconds that finished children have used, their own children with them."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _watched(process: subprocess.Popen[bytes]) -> int | None:
    """The largest sum of the proportional set sizes of a process and all below it."""
    parents: dict[int, int] = {}
    peak = 0
    while process.poll() is None:
        peak = max(peak, sum(_pss(pid) for pid in _tree(process.pid, parents)))
        time.sleep(INTERVAL)
    return peak or None


def _tree(root: int, parents: dict[int, int]) -> set[int]:
    """The process and its descendants. `parents` remembers whose child a process is."""
    alive = {int(entry.name) for entry in os.scandir(PROC) if entry.name.isdigit()}
    for pid in alive - parents.keys():
        parents[pid] = _parent(pid)
    for pid in parents.keys() - alive:
        del parents[pid]
    tree = {root}
    while more := {pid for pid, parent in parents.items() if parent in tree} - tree:
        tree |= more
    return tree


def _parent(pid: int) -> int:
    try:
        stat = (PROC / str(pid) / "stat").read_text("utf-8", "replace")
    except OSError:
        return 0
    return int(stat.rpartition(")")[2].split()[1])


def _pss(pid: int) -> int:
    """Bytes, shared pages counted in part; 0 for a process that is gone."""
    try:
        with open(PROC / str(pid) / "smaps_rollup", encoding="ascii") as stream:
            for line in stream:
                if line.startswith("Pss:"):
                    return int(line.split()[1]) * 1024
    except (OSError, ValueError):
        pass
    return 0
