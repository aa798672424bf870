"""Photographs one page of every kind of a built site, to be looked at by a person.

    python -m benchmarks screenshots output shots [--width 360] [--scheme dark] [--only 'gi/*']

A kind is an address with its last parts left open ("gi/*/"); its largest page stands for it.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import sys
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, Route, sync_playwright

ORIGIN = "http://site.test/"
SHOW_ALL = """() => Promise.all([...document.images].map(image => {
  image.loading = "eager";
  return image.decode().catch(() => {});
}))"""
"""Pictures below the first screen load when they are scrolled to, which nobody does here."""

WIDTHS = (360, 768, 1440)
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
         "--disable-background-networking", "--disable-component-update", "--disable-sync")  # fmt: skip


def kinds(site: Path) -> dict[str, Path]:
    """The largest page of each kind, by kind."""
    largest: dict[str, Path] = {}
    for page in sorted(site.rglob("*.html")):
        path = page.relative_to(site).as_posix()
        kind = kind_of(path)
        if kind not in largest or page.stat().st_size > largest[kind].stat().st_size:
            largest[kind] = page
    return largest


def kind_of(path: str) -> str:
    """`gi/weixian-luobo/index.html` → `gi/*/`; top-level pages stand for themselves."""
    parts = path.removesuffix("index.html").split("/")
    return "/".join([*parts[:1], *(re.sub(".+", "*", part) for part in parts[1:])])


def photograph(
    browser: Browser, site: Path, base_path: str, pages: dict[str, Path], width: int, scheme: str
) -> Iterator[tuple[str, bytes]]:
    """(file name, PNG) of each page, full length."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
    )

    def answer(route: Route) -> None:
        path = unquote(urlsplit(route.request.url).path).removeprefix(base_path)
        file = site / (path + "index.html" if path == "" or path.endswith("/") else path)
        if file.is_file():
            route.fulfill(path=file)
        else:
            route.fulfill(status=404)

    context.route("**/*", answer)
    page = context.new_page()
    for kind, file in pages.items():
        address = file.relative_to(site).as_posix()
        page.goto(ORIGIN + base_path.strip("/") + "/" * (base_path != "/") + address)
        page.evaluate(SHOW_ALL)
        name = kind.replace("*", "one").replace("/", "-").strip("-") or "home"
        yield f"{name}-{width}-{scheme}.png", page.screenshot(full_page=True)
    context.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("site", type=Path, help="a built site")
    parser.add_argument("out", type=Path, help="where the pictures go")
    parser.add_argument("--base-path", default="/", help="the base_path it was built for")
    parser.add_argument("--width", type=int, action="append", help="360, 768 and 1440 if left out")
    parser.add_argument("--scheme", choices=("light", "dark"), action="append", help="or both")
    parser.add_argument("--only", default="*", help="kinds of pages, such as 'gi/*'")
    asked = parser.parse_args()

    executable = next((path for name in CHROMIUM if (path := shutil.which(name))), None)
    if executable is None:
        sys.exit("no Chromium found")
    pages = {kind: page for kind, page in kinds(asked.site).items() if fnmatch(kind, asked.only)}
    asked.out.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as home, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=executable, args=FLAGS, env={**os.environ, "HOME": home}
        )
        for width in asked.width or WIDTHS:
            for scheme in asked.scheme or ("light", "dark"):
                for name, png in photograph(
                    browser, asked.site, asked.base_path, pages, width, scheme
                ):
                    (asked.out / name).write_bytes(png)
        browser.close()


if __name__ == "__main__":
    main()
