"""Tags and attributes are read as Chromium reads them, in HTML of any kind."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from sitegen.rendering.html_tags import attributes, start_tags
from tests.support.tag_soup import soup

if TYPE_CHECKING:
    from playwright.sync_api import Browser

COUNT = 1500
READ = """pages => pages.map(html =>
  [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll('*')]
    .filter(element => element.attributes.length)
    .map(element => [element.localName, [...element.attributes].map(one => [one.name, one.value])]))"""


Tag = tuple[str, frozenset[tuple[str, str]]]


def test_every_tag_with_attributes_is_read_as_chromium_reads_it(browser: Browser) -> None:
    chance = random.Random(7)
    pages = [soup(chance) for _ in range(COUNT)]
    page = browser.new_page()
    seen = page.evaluate(READ, pages)
    page.close()
    tags_seen = 0
    for html, elements in zip(pages, seen, strict=True):
        # Elements that a browser adds of its own have none; a tag may become several elements.
        expected = {(name, frozenset(map(tuple, values))) for name, values in elements}
        assert read(html) == expected, html
        tags_seen += len(expected)
    assert tags_seen > COUNT


def read(html: str) -> set[Tag]:
    tags = ((tag.name, attributes(tag.attributes)) for tag in start_tags(html))
    return {(name, frozenset(values.items())) for name, values in tags if values}
