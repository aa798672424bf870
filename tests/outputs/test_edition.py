"""An edition has all pages of the site below its prefix; what all editions share stands once."""

from __future__ import annotations

import posixpath
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from sitegen.outputs import families
from sitegen.outputs.addresses import file_of, urls_of
from sitegen.outputs.edition import Edition
from sitegen.outputs.output import Output
from sitegen.outputs.render_context import RenderContext
from sitegen.outputs.wording import Wording
from sitegen.problems import Location
from tests.support import planned_site

ENGLISH = Edition("en", "en/")


@pytest.fixture
def both(tmp_path: Path) -> tuple[RenderContext, dict[str, Output]]:
    """The basic site in two editions: the outputs of both by path."""
    prepared, _ = planned_site.plan(tmp_path)
    first = prepared.context
    plan = replace(first.plan, edition=ENGLISH, urls=urls_of(first.site, "en/"), memo={})
    outputs, problems = families.plan(
        [replace(first.plan, memo={}), plan], lambda entry, path: Location(entry.file)
    )
    assert not problems
    english = replace(
        first, plan=plan, outputs=outputs, wording=Wording("en", {"首页": "Home"}), memo={}
    )
    return replace(first, outputs=outputs, others={"en": english}, memo={}), {
        output.path: output for output in outputs
    }


def test_every_page_has_a_page_below_the_prefix_and_shared_files_stand_once(
    both: tuple[RenderContext, dict[str, Output]],
) -> None:
    _, outputs = both
    for path, output in outputs.items():
        if output.locale == "zh-Hans":
            assert outputs[f"en/{path}"].locale == "en"
        elif output.locale == "":
            assert not path.startswith("en/") and f"en/{path}" not in outputs
    assert "robots.txt" in outputs and "en/robots.txt" not in outputs


def test_links_of_an_edition_stay_in_it_but_for_shared_files(
    both: tuple[RenderContext, dict[str, Output]],
) -> None:
    context, outputs = both
    shared = {path for path, output in outputs.items() if not output.locale}
    for path in ("en/index.html", "en/gi/qingxi-xueli/index.html", "en/search/index.html"):
        html = families.make(context, outputs[path])
        assert isinstance(html, str)
        soup = BeautifulSoup(html, "html.parser")
        assert soup.html is not None and soup.html["lang"] == "en"
        links = [str(tag["href"]) for tag in soup.select("a[href], link[rel=stylesheet]")]
        assert links
        for link in links:
            if link.startswith(("#", "http", "tel:")):
                continue
            folder = posixpath.dirname(path)
            end = "/" if link.split("?")[0].split("#")[0].endswith("/") else ""
            target = posixpath.normpath(posixpath.join(folder, link.split("?")[0].split("#")[0]))
            file = file_of(target + end)
            assert file in outputs, f"{path}: {link}"
            assert file.startswith("en/") or file in shared, f"{path}: {link}"


def test_words_are_those_of_the_edition(both: tuple[RenderContext, dict[str, Output]]) -> None:
    context, outputs = both
    html = families.make(context, outputs["en/gi/index.html"])
    assert isinstance(html, str)
    text = BeautifulSoup(html, "html.parser").get_text()
    assert "Home" in text and "Geographical indications" in text


def test_the_sitemap_lists_the_pages_of_all_editions(
    both: tuple[RenderContext, dict[str, Output]],
) -> None:
    context, outputs = both
    xml = families.make(context, outputs["sitemap.xml"])
    assert isinstance(xml, str)
    assert "https://test.example/en/gi/qingxi-xueli/<" in xml
    assert "https://test.example/gi/qingxi-xueli/<" in xml
