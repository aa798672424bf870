"""The colours of a site, as site.yaml sets them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.basic_site import PEAR, SITE
from tests.support.site_test import SiteTest

DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400"><path d="M0 0h9v9z"/></svg>'
)
PICTURED = {
    "content/media/li.svg": DRAWING,
    "content/gi/qingxi-xueli.md": PEAR.replace(
        "region:", "images:\n  - {file: li.svg, alt: 一个梨}\nregion:", 1
    ),
}
OWN = 'colours: {primary: "#1A5FB4", accent: 8a4b08}\n'


def sheet(site: SiteTest) -> str:
    (name,) = (name for name in site.output if name.endswith(".css"))
    return site.text(name)


def without_name_of_sheet(site: SiteTest) -> dict[str, str]:
    (name,) = (name for name in site.output if name.endswith(".css"))
    return {
        path: data.decode("utf-8", "replace").replace(name, "")
        for path, data in site.output.items()
        if path not in (name, "release.json")
    }


def test_own_colours_stand_behind_the_tokens_and_change_no_page(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, PICTURED).build().passes()
    plain, before = sheet(site), without_name_of_sheet(site)
    site.write("site.yaml", SITE + OWN).build().passes()
    own = sheet(site)
    assert own.index("color-scheme") < own.index("--primary:#1a5fb4;") < own.index("@media print")
    assert own.count("--valid:") == plain.count("--valid:")
    after = without_name_of_sheet(site)
    changed = {path for path in before if before[path] != after[path]}
    assert changed == {"assets/icon.svg", "media/li.pine.svg"}
    assert "color:#1a5fb4" in after["media/li.pine.svg"]
    assert 'fill="#8a4b08"' in after["assets/icon.svg"]
    site.equals_clean_build()


def test_a_preview_shows_a_colour_when_it_is_saved(tmp_path: Path) -> None:
    site = SiteTest(tmp_path).preview().build().passes()
    site.save({"site.yaml": SITE + OWN}).passes()
    assert "--primary:#1a5fb4;" in sheet(site)
    site.save({"site.yaml": SITE}).passes()
    assert "#1a5fb4" not in sheet(site)


@pytest.mark.parametrize(
    ("colour", "line", "words"),
    [
        ('"#6cb3f0"', "site.yaml:8:12 site.faint-colour", '改成 "#2970ad"'),
        ('"#5e7d8d"', "site.yaml:8:12 site.faint-colour", "对比度只有 3.8，至少要 4.5"),
        ("蓝", "site.yaml:8:12 schema.not-a-colour", "“蓝”不是颜色"),
        ('"rgb(26, 95, 180)"', "site.yaml:8:12 schema.not-a-colour", '改成 "#1a5fb4"'),
        ('"#1a5fb4ff"', "site.yaml:8:12 schema.not-a-colour", '改成 "#1a5fb4"'),
        ("#1a5fb4", "site.yaml:8:12 yaml.only-a-comment", '写成 primary: "#1a5fb4"'),
    ],
)
def test_a_colour_that_cannot_be_used_is_told_with_one_that_can(
    tmp_path: Path, colour: str, line: str, words: str
) -> None:
    site = SiteTest(tmp_path, {"site.yaml": f"{SITE}colours:\n  primary: {colour}\n"}).check()
    site.fails_with(line)
    assert words in site.report.text()
