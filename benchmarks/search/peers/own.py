"""The site's own search, through run.mjs."""

from __future__ import annotations

from pathlib import Path

from benchmarks.generator import Missing
from benchmarks.search.peers.measured import Measured, Subject, json_of, quality, size_of

RUN = Path(__file__).resolve().parents[1] / "run.mjs"


def measure(subject: Subject, folder: Path) -> Measured:
    """Asked as one visitor for quality and memory, as new visitors for what a first query costs."""
    index = subject.output / "search"
    if not index.is_dir():
        raise Missing(f"no {index}")
    command = ["node", str(RUN), "--site", str(subject.output), "--queries", str(subject.queries)]
    warm = json_of([*command, "--totals"])[-1]["totals"]
    *lines, _ = json_of([*command, "--cold"])
    return Measured(
        name="sitegen",
        version="",
        quality=quality(warm),
        once=warm["once"]["total"],
        first=[line["bytes"] for line in lines],
        index=size_of(index),
        seconds=None,
        peak=None,
        heap=warm["heap"],
        ms=warm["ms"]["p50"],
    )
