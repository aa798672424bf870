"""docs/theme.md, the contract with theme authors: it is complete, and what it shows works."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import pytest

from sitegen.outputs import families
from sitegen.outputs.files import public
from sitegen.rendering.styles import compact
from tests.support.basic_site import REPOSITORY, SITE
from tests.support.docs_generator import generator
from tests.support.site_test import SiteTest

THEME = REPOSITORY / "templates"
PAGE = (REPOSITORY / "docs" / "theme.md").read_text("utf-8")
HUNK = re.compile(r"@@ -(\d+),(\d+) \+(\d+),(\d+) @@")


def view_tables() -> ModuleType:
    generator()
    return sys.modules["view_tables"]


class Unsaid(NamedTuple):
    """样子 | a shape"""

    said: int
    """数 | a number"""
    unsaid: int


class HalfSaid(NamedTuple):
    """A shape, in one language."""


def block(language: str) -> str:
    (found,) = re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    return str(found)


def named_file(example: str) -> tuple[str, str]:
    """The name in the first line of an example, and the file without it."""
    head, _, text = example.partition("\n")
    return head.removeprefix("<!-- ").removesuffix(" -->"), text


def patched(diff: str) -> tuple[str, str]:
    """The file that a diff of one hunk changes, and its text with the change made."""
    before, after, head, *lines = diff.splitlines(keepends=True)
    name = before.removeprefix("--- ").strip()
    assert after == f"+++ {name}\n"
    start, length, _, new_length = map(int, HUNK.findall(head)[0])
    old = [line[1:] for line in lines if line[0] in " -"]
    new = [line[1:] for line in lines if line[0] in " +"]
    assert (len(old), len(new)) == (length, new_length)
    text = (REPOSITORY / name).read_text("utf-8").splitlines(keepends=True)
    assert text[start - 1 : start - 1 + length] == old, f"{name} is no longer what the diff says"
    text[start - 1 : start - 1 + length] = new
    return name, "".join(text)


def test_every_view_and_every_field_of_one_has_a_meaning_in_both_languages() -> None:
    tables = view_tables()
    classes = {*tables.views().values(), *tables.value_types()}
    assert len(classes) > 50
    for view in classes:
        said = tables.meanings(view)
        assert set(said) == {"", *view.__annotations__}
        for zh, en in said.values():
            assert re.search(r"[\u4e00-\u9fff]", zh) and not re.search(r"[\u4e00-\u9fff]", en)


@pytest.mark.parametrize(("view", "place"), [(Unsaid, "Unsaid.unsaid"), (HalfSaid, "HalfSaid")])
def test_a_field_without_a_meaning_is_named(view: type, place: str) -> None:
    tables = view_tables()
    with pytest.raises(tables.NoMeaning, match=f"^{place}$"):
        tables.meanings(view)


def test_every_template_of_a_recipe_and_every_type_has_one_table() -> None:
    headings = re.findall(r"^### `?([^`\n]+)`?$", PAGE, re.MULTILINE)
    for name in (*families.TEMPLATES, *(kind.__name__ for kind in view_tables().value_types())):
        assert headings.count(name) == 1, name


def test_every_link_within_the_page_leads_to_a_heading() -> None:
    headings = {text.lower() for text in re.findall(r"^### (\w+)$", PAGE, re.MULTILINE)}
    links = set(re.findall(r"\(#([^)]+)\)", PAGE))
    assert links and links <= headings


def test_every_file_of_the_default_theme_that_is_named_is_there() -> None:
    named = re.findall(
        r"`(?:templates/)?((?:css|components|layouts|files|pages|js|locale)/[\w./-]+)`", PAGE
    )
    own = {"components/footer/help.css", "css/own.css", "js/built/", "locale/zh-Hans.po"}
    assert len(set(named)) > 40
    for name in set(named) - own:
        assert (THEME / name).is_file(), name


def test_the_blocks_of_the_layout_are_those_that_are_named() -> None:
    layout = (THEME / "layouts/base.html").read_text("utf-8")
    blocks = set(re.findall(r"{% block (\w+) %}", layout))
    assert blocks == {"head", "sheet", "kind", "content"}
    assert "（`head`、`sheet`、`kind`、`content`）" in PAGE


def test_the_kinds_of_files_that_are_named_are_those_that_are_published() -> None:
    (line,) = re.findall(r"^- \*\*种类\*\*：(.*?)。", PAGE, re.DOTALL | re.MULTILINE)
    assert set(re.findall(r"`(\.\w+)`", line)) == {*public.TEXTS, *public.INSIDE}


def test_the_example_of_an_override_works_on_every_page(tmp_path: Path) -> None:
    name, text = patched(block("diff"))
    files = {name: text, "templates/components/footer/help.css": block("css")}
    site = SiteTest(tmp_path, files)
    site.build().passes()
    line = '<p class="footer__help">发现错误，请告诉试验编辑部。</p>'
    pages = list((site.root / "output").rglob("*.html"))
    assert len(pages) > 10
    assert [path for path in pages if line not in path.read_text("utf-8")] == []
    (sheet,) = (site.root / "output/assets").glob("site-*.css")
    assert compact(block("css")) in sheet.read_text("utf-8")


def test_the_example_of_rewording_works(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, {"templates/locale/zh-Hans.po": block("po")})
    site.build().passes()
    home = site.text("index.html")
    assert "按字母查" in home and "按拼音查" not in home


def test_the_example_of_menu_and_footer_works(tmp_path: Path) -> None:
    settings, _ = re.findall(r"```yaml\n(menu:.*?)```", PAGE, re.DOTALL)
    site = SiteTest(tmp_path, {"site.yaml": SITE + settings}).build().passes()
    page = site.page("articles/first/")
    menu = [link.get_text(strip=True) for link in page.select("#menu a")]
    assert menu == ["地标", "关于本站", "对账"]  # the basic site has no brands
    assert page.footer is not None and "举报假冒" in page.footer.get_text()


def test_the_example_of_the_home_page_works(tmp_path: Path) -> None:
    (setting,) = re.findall(r"```yaml\n(home:.*?)```", PAGE, re.DOTALL)
    site = SiteTest(tmp_path, {"site.yaml": SITE + setting}).build().passes()
    headings = [heading["id"] for heading in site.page("").select("main h2")]
    assert headings == ["recent", "schemes", "articles", "figures"]  # all four entries are above


def test_the_example_of_colours_works(tmp_path: Path) -> None:
    (setting,) = re.findall(r"```yaml\n(colours:.*?)```", PAGE, re.DOTALL)
    site = SiteTest(tmp_path, {"site.yaml": SITE + setting}).build().passes()
    (sheet,) = (site.root / "output/assets").glob("site-*.css")
    assert "--primary:#1a5fb4;" in sheet.read_text("utf-8")
    assert 'fill="#8a4b08"' in site.text("assets/icon.svg")


def test_the_example_of_a_logo_works(tmp_path: Path) -> None:
    (setting,) = re.findall(r"```yaml\n(logo:.*?)```", PAGE, re.DOTALL)
    name, drawing = named_file(block("svg"))
    site = SiteTest(tmp_path, {"site.yaml": SITE + setting, name: drawing}).build().passes()
    assert site.page("about/").select('.brand img[src="../logo.svg"]')
    assert site.page("404.html").select('link[rel="icon"][href="/logo.svg"]')


def test_the_examples_of_a_page_and_of_a_static_file_work(tmp_path: Path) -> None:
    _, setting = re.findall(r"```yaml\n(menu:.*?)```", PAGE, re.DOTALL)
    name, text = named_file(block("markdown"))
    proof = block("text").strip()
    files = {"site.yaml": SITE + setting, name: text, proof: "proof\n"}
    site = SiteTest(tmp_path, files).build().passes()
    menu = [(link.get_text(strip=True), link["href"]) for link in site.page("").select("#menu a")]
    assert menu == [("特色产品", "products/"), ("申报指南", "apply/")]
    assert site.text("proof-of-domain.txt") == "proof\n"
