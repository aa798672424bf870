"""Saves a file again and again and waits until a browser shows it: `save_and_look.py CHROMIUM URL FILE TIMES`.

A process of its own, since Playwright's sync API wants one. FILE holds the text MARK once. Prints
one JSON list: the seconds from each save until the page shows it, null where it never did. With a
fifth argument it says "ready" and waits for a line before the first save.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from playwright.sync_api import Error, Page, sync_playwright

FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run")
MARK = "第零次"
PAUSE = 0.3
PATIENCE = 20.0
SHOWS = "text => document.body !== null && document.body.innerText.includes(text)"


def shown(page: Page, text: str) -> bool:
    """Wait until the page shows the text; a reload in between is none of our errors."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            page.wait_for_function(SHOWS, arg=text, polling=5, timeout=1000)
            return True
        except Error:
            continue
    return False


def main(executable: str, url: str, file: Path, count: int, *wait: str) -> list[float | None]:
    before = file.read_text("utf-8")
    taken: list[float | None] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        page = browser.new_page()
        page.goto(url)
        if not shown(page, MARK):
            raise SystemExit(f"{url} does not show {MARK}")
        if wait:
            sys.stdout.write("ready\n")
            sys.stdout.flush()
            sys.stdin.readline()
        for number in range(1, count + 1):
            time.sleep(PAUSE)
            text = f"第{number}次保存"
            start = time.perf_counter()
            file.write_text(before.replace(MARK, text), "utf-8")
            taken.append(round(time.perf_counter() - start, 3) if shown(page, text) else None)
        file.write_text(before, "utf-8")
        browser.close()
    return taken


if __name__ == "__main__":
    chromium, address, name, saves, *wait = sys.argv[1:]
    taken = main(chromium, address, Path(name), int(saves), *wait)
    sys.stdout.write(json.dumps(taken) + "\n")
