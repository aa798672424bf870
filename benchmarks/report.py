"""What was measured, as Markdown: one section for each size, the others of results.md kept."""

from __future__ import annotations

import os
import platform
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.processes import CORES, pinned
from benchmarks.rounds import PAIR, YARDSTICK, Measured
from benchmarks.structure import PAGE_SIZE

HEAD = """\
# Benchmark results

Made by `make bench` (`python -m benchmarks build --write`). How it is measured and where the
generators differ: [README.md](README.md). Times are medians of whole processes run in turn; “× Hugo”
and “× Hugo + Pagefind” are the medians of the ratios round by round; memory is the peak of all
processes of a run together.
"""
BUILD_COLUMNS = (
    *("full cold build", "s", "min–max", "runs", f"× {YARDSTICK}", f"× {PAIR}", "CPU s"),
    *("MiB", f"× {YARDSTICK}", "pages", "KB each", "pages/s"),
)


@dataclass(frozen=True)
class Section:
    """The results at one size."""

    count: int
    builds: list[Measured]
    changes: list[Measured]
    warm: list[Measured]
    missing: Mapping[str, str]
    remarks: tuple[str, ...]

    @property
    def heading(self) -> str:
        return f"## {self.count:,} entries"


def text_of(section: Section) -> str:
    lines = [section.heading, "", f"{machine()}.", *section.remarks, ""]
    lines += _builds(section)
    if section.changes:
        lines += ["", *_changes(section.changes, "cold process")]
    if section.warm:
        lines += ["", *_changes(section.warm, "from a save until `serve` gives the page")]
    return "\n".join(lines) + "\n"


def _builds(section: Section) -> Iterator[str]:
    yield _row(*BUILD_COLUMNS)
    yield "|" + "---|" * len(BUILD_COLUMNS)
    by_name = {measured.name: measured for measured in section.builds}
    yardstick, pair = by_name.get(YARDSTICK), by_name.get(PAIR)
    for measured in section.builds:
        memory = yardstick.peak if yardstick else None
        share = measured.peak / memory if measured.peak and memory else None
        if not measured.times or measured.written is None:
            continue
        pages = measured.written.pages
        times = sorted(measured.times.values())
        yield _row(
            f"{measured.name} {measured.version}",
            _seconds(measured.seconds),
            f"{_seconds(times[0])}–{_seconds(times[-1])}",
            str(len(times)),
            _ratio(measured.ratio(yardstick.times) if yardstick else None),
            _ratio(measured.ratio(pair.times) if pair else None),
            _seconds(median(measured.cpu)),
            f"{(measured.peak or 0) / 2**20:,.0f}" if measured.peak else "–",
            _ratio(share),
            f"{pages:,}",
            f"{measured.written.entry_bytes / 1000:.1f}",
            f"{pages / measured.seconds:,.0f}",
        )
    for name, reason in section.missing.items():
        yield _row(f"{name}: {reason}", *[""] * (len(BUILD_COLUMNS) - 1))


def _changes(changes: list[Measured], how: str) -> Iterator[str]:
    hugo = next((m for m in changes if m.name == YARDSTICK), None)
    yield f"| sitegen, plain theme, {how} | s | min–max | runs | × Hugo | CPU s | files made |"
    yield "|---|---|---|---|---|---|---|"
    for measured in changes:
        times = sorted(measured.times.values())
        name = f"{measured.name}, one body changed" if measured is hugo else measured.name
        yield _row(
            name,
            _seconds(measured.seconds),
            f"{_seconds(times[0])}–{_seconds(times[-1])}",
            str(len(times)),
            _ratio(measured.ratio(hugo.times)) if hugo else "–",
            _seconds(median(measured.cpu)) if any(measured.cpu) else "–",
            measured.note,
        )


def merged(old: str, sections: Iterable[Section]) -> str:
    """results.md with these sections in it; sections of other sizes stay."""
    parts = re.split(r"^(?=## )", old, flags=re.MULTILINE)[1:]
    by_size = {_size(part): part.strip() + "\n" for part in parts}
    by_size |= {section.count: text_of(section) for section in sections}
    return "\n".join([HEAD, *(by_size[size] for size in sorted(by_size))])


def machine() -> str:
    """Facts that the times depend on."""
    cores = f"{len(CORES)} of {os.cpu_count()} cores" if pinned() else f"{os.cpu_count()} cores"
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    facts = [f"{_processor()}, {cores}", f"{memory:.0f} GiB", f"Python {platform.python_version()}"]
    node = shutil.which("node")
    if node:
        answer = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
        facts.append(f"Node {answer.stdout.strip().removeprefix('v')}")
    return ", ".join(facts) + f"; lists of {PAGE_SIZE}"


def _processor() -> str:
    try:
        match = re.search(r"model name\s*:\s*(.+)", Path("/proc/cpuinfo").read_text("utf-8"))
    except OSError:
        match = None
    return match[1].strip() if match else platform.machine()


def _size(part: str) -> int:
    return int(re.sub(r"\D", "", part.partition("\n")[0]) or 0)


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _seconds(value: float) -> str:
    return f"{value:.3f}" if value < 1 else f"{value:.2f}"


def _ratio(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}" if value >= 0.1 else f"{value:.3f}"
