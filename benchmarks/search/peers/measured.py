"""What is measured of a search engine."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.generator import Missing

SCORE = Path(__file__).resolve().parents[1] / "measuring" / "score.mjs"
COLD = 20
"""Queries asked by a new visitor each, where that takes a browser."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A site: its sources, what is built of it, and the labelled queries. `work` is a folder for
    what the engines make of it."""

    source: Path
    output: Path
    queries: Path
    work: Path

    def read_queries(self) -> list[dict[str, Any]]:
        lines = self.queries.read_text("utf-8").splitlines()
        return [json.loads(line) for line in lines if line.strip()]


@dataclass(frozen=True, slots=True)
class Measured:
    """`quality` is recall by class as scoring.mjs tells it, class "" for all. Bytes are on the wire:
    `once` before any query, `first` those of a new visitor's query after that. `index` is what lies
    on the server. `seconds` and `peak` (bytes) are of building the index; None is not measured."""

    name: str
    version: str
    quality: Mapping[str, Mapping[str, float]]
    once: int | None
    first: Sequence[int]
    index: int | None
    seconds: float | None
    peak: int | None
    heap: int | None
    ms: float | None


def scored(answers: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Totals of lines with a query, its labels and its results."""
    text = "".join(json.dumps(answer, ensure_ascii=False) + "\n" for answer in answers)
    return json_of(["node", str(SCORE)], text)[-1]


def quality(totals: Mapping[str, Any]) -> dict[str, Mapping[str, float]]:
    return {"": totals["all"], **totals["classes"]}


def json_of(command: Sequence[str], text: str = "") -> list[dict[str, Any]]:
    """The JSON lines that a program prints; Missing where it fails."""
    try:
        done = subprocess.run(command, input=text, capture_output=True, text=True, check=False)
    except OSError as error:
        raise Missing(str(error)) from None
    if done.returncode and not done.stdout.strip():
        raise Missing((done.stderr or done.stdout).strip()[-500:])
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]


def size_of(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def middle(numbers: Sequence[float]) -> float | None:
    return median(numbers) if numbers else None
