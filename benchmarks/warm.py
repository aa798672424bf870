"""One entry changed while `sitegen serve` runs: how long until the page is served anew."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

from benchmarks.generator import AS_OF
from benchmarks.processes import Failed, pinned, surroundings
from benchmarks.rounds import Measured, Subject, say

ADDRESS = re.compile(r"http://127\.0\.0\.1:(\d+)/\?key=([\w-]+)")
FIRST_BUILD = 300.0
LONGEST = 30.0
"""Seconds to wait for the first build, and for a change to be served."""
PAUSE = 0.002
ROUNDS = 5


class Preview:
    """A running preview. `page` is the text of the page at an address, "" where there is none."""

    def __init__(self, port: int, key: str) -> None:
        self._port = port
        self._cookie = f"sitegen-key-{port}={key}"

    def page(self, address: str) -> str:
        connection = HTTPConnection("127.0.0.1", self._port, timeout=LONGEST)
        try:
            connection.request("GET", f"/{address}", headers={"Cookie": self._cookie})
            return connection.getresponse().read().decode("utf-8", "replace")
        except OSError:
            return ""
        finally:
            connection.close()

    def wait(self, address: str, words: str, longest: float) -> None:
        end = time.monotonic() + longest
        while words not in self.page(address):
            if time.monotonic() > end:
                raise Failed(f"“{words}” is not on the page of {address} after {longest:.0f} s")
            time.sleep(PAUSE)


@contextmanager
def preview(subject: Subject) -> Iterator[Preview]:
    """The preview of a site, with its first build done."""
    options = ["--site", str(subject.site), "--output", str(subject.output), "--port", "0"]
    process = subprocess.Popen(
        [*pinned(), sys.executable, "-m", "sitegen", "serve", *options, "--as-of", AS_OF],
        env=surroundings({**subject.generator.environment, "PYTHONUNBUFFERED": "1"}),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        assert process.stdout is not None
        match = ADDRESS.search(process.stdout.readline())
        if match is None:
            raise Failed("the preview told no address")
        running = Preview(int(match[1]), match[2])
        entry = subject.data.by_collection["products"][0]
        running.wait(f"{entry.key}/", entry.name, FIRST_BUILD)
        yield running
    finally:
        process.terminate()
        process.wait()


def changes(subject: Subject, made: Mapping[str, Callable[..., tuple[str, str]]]) -> list[Measured]:
    """Seconds from a save until its words are served, for each kind of change in turn.

    `made` gives, for an entry, its source and a number, the source changed and the words that are
    then to be found on its page.
    """
    results = {name: Measured(name, subject.generator.version) for name in made}
    entries = iter(reversed(subject.data.by_collection["products"]))
    with preview(subject) as running:
        for number in range(ROUNDS):
            for name, change in made.items():
                entry = next(entries)
                path: Path = subject.site / subject.generator.source(entry)
                changed, words = change(entry, source=path.read_text("utf-8"), number=number)
                start = time.perf_counter()
                path.write_text(changed, "utf-8")
                running.wait(f"{entry.key}/", words, LONGEST)
                seconds = time.perf_counter() - start
                results[name].times[number] = seconds
                results[name].cpu.append(0.0)
                say(f"served, {name}: {seconds:.3f} s")
    return list(results.values())
