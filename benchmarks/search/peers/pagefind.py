"""Pagefind, in Chromium, on the pages of entries."""

from __future__ import annotations

import shutil
from pathlib import Path
from random import Random
from typing import Any

from playwright.sync_api import Error

from benchmarks.generator import Missing
from benchmarks.peers.pagefind import install
from benchmarks.processes import Failed, run
from benchmarks.search.browsing.chromium import Visit, chromium, visiting
from benchmarks.search.browsing.server import Served, serving
from benchmarks.search.peers.measured import (
    COLD,
    Measured,
    Subject,
    quality,
    scored,
    size_of,
)

FOLDERS = ("gi", "brands", "products", "heritage", "organizations", "schemes", "articles")
ASIDE = ".cards, .colophon, .entry__actions"
PAGE = "bench/pagefind.html"


def measure(subject: Subject, folder: Path) -> Measured:
    """The index is built on the main part of the pages of entries, cards of other entries left out."""
    program = install(folder)
    bundle = subject.work / "pagefind"
    shutil.rmtree(bundle, ignore_errors=True)
    bundle.mkdir(parents=True)
    command = [
        *(program.binary, "--site", str(subject.output.resolve())),
        *("--output-path", str(bundle.resolve()), "--glob", _glob(subject.source), "--quiet"),
        *("--root-selector", "main", "--exclude-selectors", ASIDE),
    ]
    try:
        built = run(command, bundle, {}, watch=True)
    except Failed as error:
        raise Missing(str(error)[-300:]) from None
    answers, once, first, heap = _asked(subject, bundle)
    totals = scored(answers)
    return Measured(
        name="Pagefind",
        version=program.version,
        quality=quality(totals),
        once=once,
        first=first,
        index=size_of(bundle),
        seconds=built.seconds,
        peak=built.peak,
        heap=heap,
        ms=totals["ms"]["p50"],
    )


def _glob(source: Path) -> str:
    """The pages of entries and the site's own pages, no lists."""
    own = sorted(path.stem for path in (source / "content" / "pages").glob("*.*"))
    places = [*(f"{folder}/*" for folder in FOLDERS), *own]
    return f"{{{','.join(places)}}}/index.html"


def _asked(
    subject: Subject, bundle: Path
) -> tuple[list[dict[str, Any]], int, list[int], int | None]:
    """Answers of one visitor, then bytes of new visitors: before any query, and for their first."""
    queries = subject.read_queries()
    page = Path(__file__).with_name("pagefind.html").read_bytes()
    beside: dict[str, Path | bytes] = {"pagefind/": bundle, PAGE: page}
    with serving(subject.output, beside) as served, chromium() as browser:
        with visiting(browser, slow=False) as visit:
            _begin(visit, served)
            before = visit.heap()
            answers = [query | _answer(visit, query["q"]) for query in queries]
            heap = visit.heap() - before
        once, first = 0, []
        for query in Random(0).sample(queries, min(COLD, len(queries))):
            with visiting(browser, slow=False) as visit:
                _begin(visit, served)
                visit.page.wait_for_load_state("networkidle")
                once = served.bytes
                served.sent.clear()
                _answer(visit, query["q"])
                visit.page.wait_for_load_state("networkidle")
                first.append(served.bytes)
    return answers, once, first, heap


def _begin(visit: Visit, served: Served) -> None:
    visit.page.goto(served.address + PAGE, wait_until="networkidle")
    served.sent.clear()
    visit.page.evaluate("window.open_engine()")


def _answer(visit: Visit, text: str) -> dict[str, Any]:
    try:
        answer = visit.page.evaluate("text => window.ask(text)", text)
    except Error:
        return {"results": [], "ms": 0}
    return {"results": [_entry(result) for result in answer["results"]], "ms": answer["ms"]}


def _entry(result: dict[str, str]) -> dict[str, str]:
    collection, _, identifier = result["url"].strip("/").rpartition("/")
    return {"collection": collection or "pages", "id": identifier, "name": result["name"]}
