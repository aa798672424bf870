"""Screenshots of every kind of page in every mode, and contact sheets of them: `make screenshots`.

    python -m tests.support.screenshots FOLDER [SITE]

FOLDER is outside the repository: pictures are for looking at. SITE is a built site, `output` by default. Each
picture is `WIDTH-MODE/PAGE.png`, each contact sheet `WIDTH-MODE.png`.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

from tests.support.basic_site import REPOSITORY
from tests.support.browser.launch import NO_BROWSER, executable, launched
from tests.support.browser.places import DISTINCT
from tests.support.browser.server import serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

WIDTHS = (360, 768, 1440)
MODES = ("light", "dark", "elder")
THUMBNAIL = 240
"""The width of a page on a contact sheet, in px; as high as it is wide, three times."""
ACROSS = 8


def main(folder: Path, site: Path) -> int:
    if REPOSITORY in folder.resolve().parents:
        _say(f"{folder} 在仓库里：图片放到别处 (is in the repository: put pictures elsewhere)")
        return 2
    pages = {name: at for name, at in DISTINCT.items() if _is_there(site, at)}
    chromium = executable()
    if chromium is None:
        _say(NO_BROWSER)
        return 1
    with (
        tempfile.TemporaryDirectory() as home,
        launched(chromium, Path(home)) as browser,
        serving(site, "/", []) as root,
    ):
        for width in WIDTHS:
            for mode in MODES:
                with _page(browser, width, mode) as page:
                    shots = [_shot(page, root, at, folder / f"{width}-{mode}", name, mode)
                             for name, at in pages.items()]  # fmt: skip
                _contact_sheet(shots).save(folder / f"{width}-{mode}.png")
                _say(folder / f"{width}-{mode}.png")
    return 0


def _say(line: object) -> None:
    sys.stdout.write(f"{line}\n")


def _is_there(site: Path, address: str) -> bool:
    return (site / address / "index.html").is_file() or (site / address).is_file()


@contextmanager
def _page(browser: Browser, width: int, mode: str) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if mode == "dark" else "light",
        reduced_motion="reduce",
    )
    yield context.new_page()
    context.close()


def _shot(page: Page, root: str, address: str, folder: Path, name: str, mode: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    page.goto(root + address)
    if mode == "elder":
        page.evaluate("document.documentElement.dataset.elder = ''")
    # Pictures come when they are near: the page is walked through first.
    page.evaluate(
        """async () => { for (let y = 0; y < document.body.scrollHeight; y += 800) {
        scrollTo(0, y); await new Promise(done => setTimeout(done, 30)); } scrollTo(0, 0); }"""
    )
    page.wait_for_load_state("networkidle")
    path = folder / f"{name.replace(' ', '-')}.png"
    page.screenshot(path=path, full_page=True)
    return path


def _contact_sheet(shots: list[Path]) -> Image.Image:
    high = THUMBNAIL * 3
    rows = -(-len(shots) // ACROSS)
    sheet = Image.new("RGB", (ACROSS * (THUMBNAIL + 8), rows * (high + 8)), "#808080")
    for place, path in enumerate(shots):
        with Image.open(path) as shot:
            scale = THUMBNAIL / shot.width
            small = shot.convert("RGB").resize((THUMBNAIL, round(shot.height * scale)))
        row, column = divmod(place, ACROSS)
        sheet.paste(
            small.crop((0, 0, THUMBNAIL, min(high, small.height))),
            (column * (THUMBNAIL + 8), row * (high + 8)),
        )
    return sheet


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(*sys.argv[2:3] or ["output"])))
