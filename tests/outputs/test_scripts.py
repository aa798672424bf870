"""The scripts of pages: files of the theme, each under an address of its own."""

from __future__ import annotations

import re
from pathlib import Path

from sitegen.outputs.parts import scripts
from sitegen.rendering import templates
from sitegen.rendering.templates import Theme, theme_folder
from tests.support.basic_site import write
from tests.support.site_test import SiteTest

BUILT = "templates/js/built/"
SCRIPT = re.compile(r'<script src="(?:\.\./)*(?:/)?(assets/[^"]+)" defer></script>')


def theme(root: Path, own: dict[str, str | bytes]) -> Theme:
    root.mkdir()
    found, problems = templates.find(write(root, own))
    assert problems == []
    return found


def loaded(site: Path, page: str) -> list[str]:
    """The names of the scripts that a page begins with, without their digests."""
    html = (site / "output" / page).read_text("utf-8")
    return [re.sub(r"-[0-9a-f]{12}\.js$", "", address) for address in SCRIPT.findall(html)]


def test_every_script_is_the_file_of_the_theme(tmp_path: Path) -> None:
    site = SiteTest(tmp_path)
    site.build().passes()
    made = {path: data for path, data in site.output.items() if path.endswith(".js")}
    packs = {path for path in made if path.startswith("search/")}
    assert {path.rpartition("-")[0] for path in made.keys() - packs} == {
        f"assets/{name}" for name in scripts.OWN
    }
    for path in made.keys() - packs:
        name = path.removeprefix("assets/").rpartition("-")[0]
        assert made[path] == (theme_folder() / "js/built" / f"{name}.js").read_bytes()


def test_home_the_search_page_and_lists_have_scripts_of_their_own(tmp_path: Path) -> None:
    site = SiteTest(tmp_path)
    site.build().passes()
    assert loaded(site.root, "about/index.html") == ["assets/search-box"]
    assert loaded(site.root, "gi/index.html") == ["assets/search-box", "assets/list-narrowing"]
    assert loaded(site.root, "search/index.html") == ["assets/search-page"]
    assert loaded(site.root, "index.html") == ["assets/search-home"]


def test_the_pages_where_numbers_are_looked_up_have_one_more(tmp_path: Path) -> None:
    site = SiteTest(tmp_path)
    site.build().passes()
    assert loaded(site.root, "verify/index.html") == ["assets/search-box", "assets/verify"]
    assert loaded(site.root, "v/cnipa-700/index.html") == ["assets/search-box"]


def test_an_address_changes_with_the_content_of_its_script_alone(tmp_path: Path) -> None:
    before = scripts.addresses_of(theme(tmp_path / "a", {}))
    assert before == scripts.addresses_of(theme(tmp_path / "b", {}))
    own = theme(tmp_path / "c", {f"{BUILT}search-engine.js": "self.sitegenEngine = {};\n"})
    changed = dict(before.items() ^ scripts.addresses_of(own).items())
    assert changed.keys() == {"search-engine"}


def test_modules_and_files_beside_the_scripts_are_no_scripts(tmp_path: Path) -> None:
    own = {
        "templates/js/search/more.js": "",
        "templates/js/other.js": "",
        f"{BUILT}deeper/more.js": "",
        f"{BUILT}more.json": "{}",
        f"{BUILT}.hidden.js": "",
    }
    assert tuple(scripts.addresses_of(theme(tmp_path / "a", own))) == tuple(sorted(scripts.OWN))


def test_a_script_of_the_sites_own_replaces_one_or_comes_with_every_page(tmp_path: Path) -> None:
    site = SiteTest(tmp_path)
    write(
        site.root,
        {
            f"{BUILT}search-engine.js": "// mine\n",
            f"{BUILT}later.js": "let later;\n",
            f"{BUILT}counter.js": "let counter;\n",
        },
    )
    site.build().passes()
    for page, search in (
        ("about/index.html", "box"),
        ("404.html", "box"),
        ("search/index.html", "page"),
    ):
        names = [f"assets/search-{search}", "assets/counter", "assets/later"]
        assert loaded(site.root, page) == names, page
    (engine,) = (site.root / "output/assets").glob("search-engine-*.js")
    assert engine.read_text("utf-8") == "// mine\n"
    (counter,) = (site.root / "output/assets").glob("counter-*.js")
    assert counter.read_text("utf-8") == "let counter;\n"
