"""Files for machines: the sitemap and its parts, the feed, robots.txt."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from sitegen.outputs.families import make
from sitegen.outputs.files import sitemap
from sitegen.outputs.files.feed import instant
from sitegen.outputs.output import Output
from sitegen.outputs.render_context import RenderContext
from tests.support import planned_site
from tests.support.basic_site import BASIC
from tests.support.site_test import SiteTest

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = SiteTest(tmp_path_factory.mktemp("machine"))
    site.build().passes()
    return site.target


def test_the_sitemap_lists_permanent_addresses_of_pages_that_exist(output: Path) -> None:
    root = ElementTree.parse(output / "sitemap.xml").getroot()
    found = {url.findtext(f"{MAP}loc"): url.findtext(f"{MAP}lastmod") for url in root}
    assert found["https://test.example/gi/qingxi-xueli/"] == "2025-12-16"
    assert found["https://test.example/"] is None
    for address in found:
        assert address is not None
        path = address.removeprefix("https://test.example/")
        assert (output / path / "index.html").exists(), address
    assert not [address for address in found if "404" in str(address)]


@pytest.mark.parametrize(
    ("count", "files"),
    [
        (1, ["sitemap.xml"]),
        (50_000, ["sitemap.xml"]),
        (50_001, ["sitemap.xml", "sitemap-2.xml"]),
        (120_001, ["sitemap.xml", "sitemap-2.xml", "sitemap-3.xml"]),
    ],
)
def test_more_than_fifty_thousand_addresses_are_split(
    tmp_path: Path, count: int, files: list[str]
) -> None:
    prepared, _ = planned_site.plan(tmp_path)
    page = next(output for output in prepared.outputs if output.in_sitemap)
    pages = tuple(replace(page, path=f"p/{number}/index.html") for number in range(count))
    context = replace(prepared.context, outputs=pages)
    outputs = list(sitemap.plan(context.plan, pages))
    maps = [output for output in outputs if output.recipe == "sitemap.xml"]
    assert [output.path for output in maps] == files
    (robots,) = [output for output in outputs if output.recipe == "robots"]
    named = [f"Sitemap: https://test.example/{file}" for file in files]
    assert text(context, robots).splitlines()[-len(files) :] == named
    lengths = [text(context, output).count("<loc>") for output in maps]
    assert sum(lengths) == count and max(lengths) <= 50_000


def text(context: RenderContext, output: Output) -> str:
    data = make(context, output)
    return data.decode() if isinstance(data, bytes) else str(data)


def test_the_sitemap_lists_every_page_that_a_family_puts_into_it(output: Path) -> None:
    """Beside the pages of entries: lists, indexes, the ledger; not letters, redirects or searches."""
    root = ElementTree.parse(output / "sitemap.xml").getroot()
    listed = {str(url.findtext(f"{MAP}loc")).removeprefix("https://test.example/") for url in root}
    assert {"", "gi/", "a-z/", "ledger/", "regions/", "schemes/", "articles/"} <= listed
    assert not {"a-z/q/", "search/", "404.html"} & listed


def test_robots_may_read_everything_and_find_the_sitemap(output: Path) -> None:
    robots = (output / "robots.txt").read_text("utf-8")
    assert "Sitemap: https://test.example/sitemap.xml" in robots
    assert "Disallow: /\n" not in robots


def test_the_feed_is_atom_with_the_newest_first(output: Path) -> None:
    root = ElementTree.parse(output / "feed.xml").getroot()
    entries = root.findall(f"{ATOM}entry")
    titles = [entry.findtext(f"{ATOM}title") for entry in entries]
    assert titles == ["第一篇", "青溪雪梨"]
    assert root.findtext(f"{ATOM}updated") == "2025-12-20T08:00:00+08:00"
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(set(ids)) == 2 and all(str(i).startswith("https://test.example/") for i in ids)
    assert entries[1].findtext(f"{ATOM}published") == "2025-12-16T09:00:00+08:00"
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert links["self"] == "https://test.example/feed.xml"


def test_a_feed_without_dated_entries_is_still_a_feed(tmp_path: Path) -> None:
    files: dict[str, str | bytes | None] = {
        name: text.replace("published: ", "checked: ").replace(" 09:00", "").replace(" 08:00", "")
        for name, text in BASIC.items()
        if isinstance(text, str)
    }
    SiteTest(tmp_path, files).build().passes()
    root = ElementTree.parse(tmp_path / "output" / "feed.xml").getroot()
    assert root.findall(f"{ATOM}entry") == []
    assert root.findtext(f"{ATOM}updated")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025-12-16 09:00", "2025-12-16T09:00:00+08:00"),
        ("2025-12-16", "2025-12-16T00:00:00+08:00"),
        ("1988-07-01", "1988-07-01T00:00:00+09:00"),
    ],
)
def test_times_are_those_of_the_sites_own_zone(text: str, expected: str) -> None:
    assert instant(text, "Asia/Shanghai") == expected
