"""Draw the pictures of docs/editors/form.md and start.md: the editor and the preview of a site that `init` has just made.

A real editor is started, Chromium opens its pages and types into them: `python docs/editors/form_pictures.py`.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))

from PIL import Image  # noqa: E402
from playwright.sync_api import Page, ViewportSize, sync_playwright  # noqa: E402

from sitegen import files  # noqa: E402
from sitegen.commands.init import init  # noqa: E402
from sitegen.problems import Report  # noqa: E402

FOLDER: Final = "docs/editors/pictures"
HOME: Final = "/__sitegen__/edit/"
SIZE: Final[ViewportSize] = {"width": 1_040, "height": 640}
QUALITY: Final = 70
LIST: Final = (
    "名称\t种类\t地区\t一句话\n秋梨糖\t农产品\tbaishi\t小火熬的糖。\n梨木梳\t手工\tbaishi\t\n"
)
"""A pasted list with a kind that there is none of."""


def main() -> None:
    """Write the pictures."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "site"
        init(root, Report())
        command = [sys.executable, "-m", "sitegen", "edit", "--no-browser", "--port", "0"]
        with subprocess.Popen(
            command,
            cwd=root,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            text=True,
        ) as editor:
            assert editor.stdout is not None
            url = editor.stdout.readline().split()[1]
            editor.stdout.readline()  # the first build
            try:
                for name, picture in pictures(url, root):
                    files.write(ROOT / FOLDER / f"{name}.webp", picture)
            finally:
                editor.terminate()


def pictures(url: str, root: Path) -> Iterator[tuple[str, bytes]]:
    """(name, WebP) of each picture. The last one breaks an entry of the site in `root`."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        page = browser.new_page(viewport=SIZE)
        page.goto(url)
        base = url.partition("?")[0]
        site = base.partition("/__")[0]
        page.goto(f"{site}/")
        yield "start-site", taken(page)
        page.goto(base)
        yield "form-list", taken(page)
        page.goto(f"{base}entry/products/yunxi-ligao")
        page.get_by_label("一句话").fill("润肺的膏，订购电话13912345678")
        page.locator("#summary .said").wait_for()
        page.mouse.wheel(0, 120)
        page.wait_for_timeout(300)
        yield "form-entry", taken(page)
        page.goto(f"{base}import")
        page.locator("#pasted").fill(LIST)
        page.locator(".paste button").click()
        page.get_by_label("表里是哪一类的条目").select_option("products")
        page.get_by_role("button", name="再试算", exact=True).click()
        page.locator(".problems").first.wait_for()
        yield "form-import", taken(page)
        page.goto(f"{base}review/products/yunxi-ligao")
        page.get_by_label("您的姓名").fill("张三")
        page.get_by_role("button", name="我写好了").click()
        page.get_by_text("我复核过了").wait_for()
        yield "form-review", taken(page)
        entry = root / "content/products/yunxi-ligao.md"
        files.write(entry, entry.read_bytes().replace(b"region: ", b"region: x", 1))
        page.goto(f"{site}/products/yunxi-ligao/")
        page.get_by_text("xbaishi").first.wait_for()
        yield "start-error", taken(page)
        browser.close()


def chromium() -> str:
    """The path of the program."""
    found = shutil.which("chromium") or shutil.which("google-chrome")
    if found is None:
        raise SystemExit("没有 Chromium (no Chromium)")
    return found


def taken(page: Page) -> bytes:
    """What the window shows, as WebP."""
    with Image.open(io.BytesIO(page.screenshot())) as image:
        buffer = io.BytesIO()
        image.convert("RGB").save(buffer, "WEBP", quality=QUALITY, method=6)
        return buffer.getvalue()


if __name__ == "__main__":
    main()
