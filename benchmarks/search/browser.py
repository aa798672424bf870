"""How long a visitor with a slow phone waits for the first results, in Chromium.

    python -m benchmarks browser --site output --queries FILE.jsonl [--visits 12] [--at box]

Each visit is a new visitor with an empty cache: the page is loaded, the box is focused, a second
later the query is put in at once, as an input method does. With --hasty it is put in right away.
Prints one JSON line a visit and the totals last. Processor 4 times slower, 150 ms, 1.6 Mbit/s;
--fast leaves both as they are. --at says where: in the `box` of the home page's masthead, on the
search `page`, or on a `bare` page with the engine's modules; --page, --box and --results say another
place.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from statistics import median
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from playwright.sync_api import Browser, TimeoutError

from benchmarks.generator import Missing
from benchmarks.search.browsing.chromium import chromium, visiting
from benchmarks.search.browsing.server import Served, serving

HERE = Path(__file__).resolve().parent
ENGINE = HERE.parents[1] / "templates" / "js" / "search"
MINIMAL = "bench/minimal.html"
PLACES = {
    "box": ("", "site-search .search__field >> visible=true", ".search__list [role=option]"),
    "page": ("search/", "search-results .search__field", ".results__list .result"),
    "bare": (MINIMAL, "#q", "#results > li"),
}
"""Where one can search: the page's address, selectors of the box and of a result."""
SHOWS = "css => [...document.querySelectorAll(css)].some((one) => one.checkVisibility())"
PATIENCE = 30_000
PAUSE = 1.0


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--site", type=Path, required=True, help="a built site")
    parser.add_argument("--queries", type=Path, required=True, help="JSON lines with q")
    parser.add_argument("--visits", type=int, default=12, help="how many of the queries, at random")
    parser.add_argument("--at", choices=PLACES, help="default: box where the site has one")
    parser.add_argument("--page", help="address on the site, such as search/")
    parser.add_argument("--box", help="selector of the search box")
    parser.add_argument("--results", help="CSS selector of a result")
    parser.add_argument("--hasty", action="store_true", help="no pause between focus and query")
    parser.add_argument("--fast", action="store_true", help="neither processor nor network slowed")
    asked = parser.parse_args()
    has_search = (asked.site / "search" / "index.html").is_file()
    page, box, results = PLACES[asked.at or ("box" if has_search else "bare")]
    asked.page = page if asked.page is None else asked.page
    asked.box, asked.results = asked.box or box, asked.results or results
    return asked


def visits(
    browser: Browser, served: Served, texts: list[str], asked: argparse.Namespace
) -> Iterator[dict[str, Any]]:
    """One measurement for each text."""
    for text in texts:
        with visiting(browser, slow=not asked.fast) as visit:
            page = visit.page
            served.sent.clear()
            page.goto(served.address + asked.page, wait_until="networkidle", timeout=PATIENCE * 2)
            page.wait_for_selector(asked.box)
            page.query_selector_all(asked.results)
            loaded = {"page_bytes": served.bytes, "page_requests": len(served.sent)}
            before = visit.heap()
            served.sent.clear()
            focused = time.perf_counter()
            page.focus(asked.box)
            if not asked.hasty:
                page.wait_for_timeout(PAUSE * 1000)
            typed = time.perf_counter()
            page.keyboard.insert_text(text)
            success = 1
            try:
                # wait_for_selector looks every half second only, once some time has passed.
                page.wait_for_function(SHOWS, arg=asked.results, polling="raf", timeout=PATIENCE)
            except TimeoutError:
                success = 0
            seen = time.perf_counter()
            page.wait_for_load_state("networkidle")
            yield {
                "q": text,
                "found": success,
                "ms": round((seen - typed) * 1000),
                "ms_from_focus": round((seen - focused) * 1000),
                "bytes": served.bytes,
                "requests": len(served.sent),
                "heap": visit.heap() - before,
                **loaded,
            }


def main() -> None:
    asked = arguments()
    lines = asked.queries.read_text("utf-8").splitlines()
    queries = [json.loads(line)["q"] for line in lines if line.strip()]
    texts = Random(0).sample(queries, min(asked.visits, len(queries)))
    minimal = (HERE / "browsing" / "minimal.html").read_bytes()
    beside: dict[str, Path | bytes] = {MINIMAL: minimal, "bench/engine/": ENGINE}
    measured = []
    try:
        with serving(asked.site, beside) as served, chromium() as browser:
            for line in visits(browser, served, texts, asked):
                measured.append(line)
                sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
    except Missing as reason:
        sys.exit(f"跳过：{reason}")
    successes = [line for line in measured if line["found"]]
    names = ("ms", "ms_from_focus", "bytes", "requests", "heap", "page_bytes", "page_requests")
    totals = {
        name: {"p50": median(values), "max": max(values)}
        for name in names
        if (values := [line[name] for line in successes])
    }
    summary = {"visits": len(measured), "nothing": len(measured) - len(successes), **totals}
    sys.stdout.write(json.dumps({"totals": summary}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
