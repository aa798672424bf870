"""All benchmarks: lists them, or runs one of them.

python -m benchmarks                    what there is
python -m benchmarks build --sizes 60   runs one; --help tells its options
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Benchmark:
    """`program` is a Python or Node program below this folder; `takes` is its time as it is mostly
    run, on two cores."""

    name: str
    program: str
    tells: str
    takes: str


BENCHMARKS = (
    Benchmark(
        "build",
        "build.py",
        "sitegen beside Hugo, Hugo + Pagefind, Zola, Eleventy, Pelican; changes; the preview",
        "12 minutes",
    ),
    Benchmark(
        "search",
        "search/sites.py",
        "the search of whole sites beside Pagefind and MiniSearch: builds them, runs the next four",
        "a minute a site",
    ),
    Benchmark(
        "queries",
        "search/queries.py",
        "labelled queries of every class, drawn from the entries of a site",
        "seconds",
    ),
    Benchmark(
        "ask",
        "search/run.mjs",
        "what a built site's search answers to queries, and the bytes that takes",
        "seconds",
    ),
    Benchmark(
        "citizens",
        "search/citizens.py",
        "150 questions of citizens, asked of the national site: recall@1 of each kind",
        "half a minute",
    ),
    Benchmark(
        "engines",
        "search/peers/compare.py",
        "the search of one built site, Pagefind and MiniSearch in one table",
        "half a minute",
    ),
    Benchmark(
        "browser",
        "search/browser.py",
        "how long a slow phone waits for the first result, in Chromium",
        "a minute",
    ),
    Benchmark(
        "index",
        "search/index.py",
        "the search index of a site made alone: seconds, bytes, memory",
        "seconds",
    ),
    Benchmark(
        "collected",
        "collected.py",
        "a province of 16 cities of 2,000 entries: collecting, building, one city changed",
        "10 minutes",
    ),
    Benchmark(
        "national",
        "national.py",
        "makes a site of the 4,433 national GIs, to be built and searched",
        "seconds",
    ),
    Benchmark(
        "expanded",
        "search/expanded.py",
        "makes a site of 10,000 or 100,000 names, to be built and searched",
        "seconds",
    ),
    Benchmark(
        "screenshots",
        "screenshots.py",
        "pictures of a page of every kind of a built site, to be looked at",
        "seconds",
    ),
)


def listed() -> Iterator[str]:
    """A line for each benchmark: name, time, what it tells."""
    names = max(len(benchmark.name) for benchmark in BENCHMARKS)
    times = max(len(benchmark.takes) for benchmark in BENCHMARKS)
    for benchmark in BENCHMARKS:
        yield f"{benchmark.name:{names}}  {benchmark.takes:{times}}  {benchmark.tells}"


def command(benchmark: Benchmark, options: list[str]) -> list[str]:
    """What runs it: this Python for Python programs, node for the others."""
    python = benchmark.program.endswith(".py")
    runner = sys.executable if python else shutil.which("node")
    if runner is None:
        sys.exit(f"{benchmark.name} needs node, which is not installed")
    return [runner, str(HERE / benchmark.program), *options]


def main(arguments: list[str]) -> None:
    """Ends with 2 where there is no benchmark of that name."""
    name, options = (arguments[0], arguments[1:]) if arguments else ("--help", [])
    if name in ("-h", "--help"):
        sys.stdout.write(f"{__doc__}\n" + "".join(f"{line}\n" for line in listed()))
        return
    chosen = next((benchmark for benchmark in BENCHMARKS if benchmark.name == name), None)
    if chosen is None:
        sys.stderr.write(f"no benchmark {name}; there are:\n")
        sys.stderr.writelines(f"{line}\n" for line in listed())
        sys.exit(2)
    os.execv((started := command(chosen, options))[0], started)


if __name__ == "__main__":
    main(sys.argv[1:])
