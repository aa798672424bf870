"""The one place that spells a path: relative links, permanent addresses, what is reserved."""

from __future__ import annotations

import posixpath
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.checks.pages.links import resolve
from sitegen.outputs import addresses as urls
from sitegen.outputs.addresses import Urls, address_of, file_of
from sitegen.outputs.families import RESERVED
from sitegen.outputs.former_addresses import former
from tests.support.site_test import SiteTest

DIRECTORY = Urls("/zt/", "https://a.cn/", False)
FILE = Urls("/zt/", "https://a.cn/", True)
ADDRESSES = ("", "gi/", "gi/a/", "gi/kind/b/page/2/", "sitemap.xml", "media/图 1.png", "a-z/other/")


@pytest.mark.parametrize(
    ("source", "target", "directory", "file"),
    [
        ("", "", "./", "index.html"),
        ("", "gi/", "gi/", "gi/index.html"),
        ("gi/", "", "../", "../index.html"),
        ("gi/a/", "gi/b/", "../../gi/b/", "../../gi/b/index.html"),
        ("gi/a/", "feed.xml", "../../feed.xml", "../../feed.xml"),
        ("", "media/图 1.png", "media/%E5%9B%BE%201.png", "media/%E5%9B%BE%201.png"),
        ("old/x.html", "gi/a/", "../gi/a/", "../gi/a/index.html"),
        ("404.html", "gi/a/", "/zt/gi/a/", "/zt/gi/a/index.html"),
        ("404.html", "", "/zt/", "/zt/index.html"),
    ],
)
def test_links_are_relative_but_on_the_page_for_the_lost(
    source: str, target: str, directory: str, file: str
) -> None:
    assert DIRECTORY.href(source, target) == directory
    assert FILE.href(source, target) == file


def test_fragments_and_queries_are_kept_and_quoted() -> None:
    assert DIRECTORY.href("gi/", "gi/a/", "b-收录") == "../gi/a/#b-%E6%94%B6%E5%BD%95"
    assert FILE.href("gi/", "search/?q=1") == "../search/index.html?q=1"


@given(st.sampled_from(ADDRESSES), st.sampled_from(ADDRESSES), st.booleans())
def test_every_link_leads_to_the_file_of_its_address(
    source: str, target: str, file_style: bool
) -> None:
    href = Urls("/", "https://a.cn/", file_style).href(source, target)
    assert "//" not in href and not href.startswith("/")
    assert resolve(file_of(source), href, "/") == file_of(target)
    if file_style:
        folder = posixpath.dirname(file_of(source))
        assert posixpath.normpath(posixpath.join(folder, unquote(href))) == file_of(target)


def test_the_sub_path_stands_nowhere_but_on_the_page_for_the_lost() -> None:
    for source in ADDRESSES:
        assert "/zt/" not in DIRECTORY.href(source, "gi/a/")
        assert DIRECTORY.href("404.html", source).startswith("/zt/")


def test_permanent_addresses_ignore_the_sub_path() -> None:
    assert DIRECTORY.permanent("gi/a/") == "https://a.cn/gi/a/"
    assert Urls("/zt/", "https://a.cn/x", False).permanent("图/") == "https://a.cn/x/%E5%9B%BE/"


@given(st.sampled_from(ADDRESSES))
def test_an_address_and_its_file_are_two_names_of_one_thing(address: str) -> None:
    assert address_of(file_of(address)) == address


def test_letters_numbers_pages_and_kinds_have_addresses() -> None:
    assert (urls.letter("W"), urls.letter("#")) == ("a-z/w/", "a-z/other/")
    assert urls.number("cnipa-646") == "v/cnipa-646/"
    assert (urls.page("gi/", 1), urls.page("gi/", 2)) == ("gi/", "gi/page/2/")
    assert urls.narrowed("products", [("kind", "farm")]) == "products/kind/farm/"


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("/old/luobo.html", "old/luobo.html"),
        ("old/luobo.htm", "old/luobo.htm"),
        ("/old/luobo/", "old/luobo/"),
        ("/old/luobo", "old/luobo/"),
        (" /a_b/c~d.html ", "a_b/c~d.html"),
        ("/", None),
        ("", None),
        ("/../x/", None),
        ("/a/../b.html", None),
        ("/./a/", None),
        ("//evil.cn/", None),
        ("https://a.cn/b.html", None),
        ("/萝卜.html", None),
        ("/a b/", None),
        ("/a.php?id=3", None),
        ("/a#b", None),
        ("C:\\a.html", None),
    ],
)
def test_a_former_address_is_tidied_or_refused(text: str, address: str | None) -> None:
    assert former(text) == address


@pytest.mark.parametrize("name", sorted(RESERVED | {"gi", "products", "schemes"}))
def test_a_page_cannot_take_a_reserved_address(tmp_path: Path, name: str) -> None:
    page = "---\nname: 甲\n---\n\n文。\n"
    problems = SiteTest(tmp_path, {f"content/pages/{name}.md": page}).check().problems
    assert f"content/pages/{name}.md:1:1 address.reserved" in problems
