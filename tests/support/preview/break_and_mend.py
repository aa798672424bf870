"""A visitor of the preview while an entry breaks and is mended: `break_and_mend.py CHROMIUM URL FILE`.

A process of its own, since Playwright's sync API wants one. Prints a JSON object: what was seen, in
order, and what the browser's security policy refused.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright
from save_and_look import FLAGS, shown

NOTE = """document.addEventListener("securitypolicyviolation",
  event => console.log("refused: " + event.violatedDirective + " " + event.blockedURI));"""


def main(executable: str, url: str, file: Path) -> dict[str, list[str]]:
    good = file.read_text("utf-8")
    seen: list[str] = []
    refused: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        page = browser.new_page()
        page.add_init_script(NOTE)
        page.on(
            "console", lambda said: refused.append(said.text) if "refused" in said.text else None
        )

        def see(text: str) -> None:
            seen.append(f"{page.locator('h1').inner_text()}" if shown(page, text) else f"no {text}")

        page.goto(url)
        see("皮薄汁多")
        file.write_text(good.replace("region:", "regoin:"), "utf-8")
        see("regoin")
        page.get_by_role("link", name="看上一次的网站").click()
        see("有错误没有改好")
        page.get_by_role("link", name="有错误没有改好").click()
        see("regoin")
        file.write_text(good.replace("皮薄汁多", "又脆又甜"), "utf-8")
        see("又脆又甜")
        browser.close()
    return {"seen": seen, "refused": refused}


if __name__ == "__main__":
    chromium, address, name = sys.argv[1:]
    sys.stdout.write(json.dumps(main(chromium, address, Path(name))) + "\n")
