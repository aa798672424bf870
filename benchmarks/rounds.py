"""The generators in turn, A B A B …: so a machine that slows down slows all of them down."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from benchmarks import processes, structure
from benchmarks.generator import Generator
from benchmarks.structure import Written
from benchmarks.synthetic.entries import Dataset

YARDSTICK = "Hugo"
PAIR = "Hugo + Pagefind"
"""The two that together do what sitegen does: pages and a search index."""


@dataclass
class Subject:
    """A generator with its sources written, ready to be run."""

    generator: Generator
    data: Dataset
    site: Path
    output: Path

    def run(self, *, watch: bool = False) -> processes.Run:
        """Its command and those that follow it, as one run."""
        runs = [
            processes.run(
                command(self.site, self.output),
                self.site,
                self.generator.environment,
                watch=watch,
            )
            for command in (self.generator.command, *self.generator.then)
        ]
        return processes.together(runs)

    def clean(self) -> None:
        """Remove what an earlier run left, caches too."""
        shutil.rmtree(self.output, ignore_errors=True)
        for name in self.generator.caches:
            shutil.rmtree(self.site / name, ignore_errors=True)


@dataclass
class Measured:
    """Seconds by round, as they pass and of processor time; the peak of memory in bytes, what was
    written; `note` is the number of files made where a generator tells it.
    """

    name: str
    version: str
    times: dict[int, float] = field(default_factory=dict)
    cpu: list[float] = field(default_factory=list)
    peak: int | None = None
    written: Written | None = None
    note: str = ""

    def add(self, number: int, run: processes.Run) -> None:
        self.times[number] = run.seconds
        self.cpu.append(run.cpu)

    @property
    def seconds(self) -> float:
        return median(self.times.values())

    def ratio(self, to: Mapping[int, float]) -> float | None:
        """The median of the ratios of each round, where both ran."""
        pairs = [self.times[number] / to[number] for number in self.times if number in to]
        return median(pairs) if pairs else None


class Clock:
    """Says whether there is time for another round; the first one is always run."""

    def __init__(self, minutes: float) -> None:
        self._end = time.monotonic() + 60 * minutes
        self.cut = False

    def has(self, seconds: float) -> bool:
        enough = time.monotonic() + seconds < self._end
        self.cut |= not enough
        return enough


def rounds_for(name: str, count: int) -> int:
    """How often a generator is run: sitegen and what it is compared with in every round, others
    less often, and none of those where there are very many entries."""
    every = 5 if count <= 2_000 else 3 if count <= 20_000 else 2
    if name == YARDSTICK or name.startswith("sitegen"):
        return every
    if count > 20_000:
        return 0
    return every if name == PAIR else 1 if count > 2_000 else 2


def prepare(generator: Generator, count: int, work: Path) -> Subject:
    data = Dataset(count, rich=generator.rich)
    folder = work / "".join(char if char.isalnum() else "-" for char in generator.name.lower())
    generator.write(data, folder / "site")
    return Subject(generator, data, folder / "site", folder / "output")


def cold_builds(subjects: list[Subject], clock: Clock) -> list[Measured]:
    """A run of each that is watched for memory and not timed, then the timed rounds."""
    count = subjects[0].data.count
    results = [Measured(s.generator.name, s.generator.version) for s in subjects]
    last: dict[str, float] = {}
    for subject, measured in zip(subjects, results, strict=True):
        subject.clean()
        run = subject.run(watch=True)
        measured.peak = run.peak
        measured.written = structure.check(subject.generator, subject.data, subject.output)
        last[measured.name] = run.seconds
        say(f"{measured.name}: {run.seconds:.2f} s watched, {(run.peak or 0) >> 20} MiB")
    for number in range(max(rounds_for(measured.name, count) for measured in results)):
        for subject, measured in zip(subjects, results, strict=True):
            if number >= rounds_for(measured.name, count):
                continue
            if number and not clock.has(last[measured.name]):
                continue
            subject.clean()
            run = subject.run()
            structure.check(subject.generator, subject.data, subject.output)
            measured.add(number, run)
            last[measured.name] = run.seconds
            say(f"{measured.name}: {run.seconds:.2f} s")
    return results


def say(line: str) -> None:
    sys.stderr.write(f"  {line}\n")
    sys.stderr.flush()
