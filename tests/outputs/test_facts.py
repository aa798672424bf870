"""Every fact that an author may write is told on the entry's page, in the reader's words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup

from tests.support import filled_site
from tests.support.basic_site import tree, write
from tests.support.site_test import SiteTest

PAGES = {
    "gi/g": "gi/g/index.html",
    "brands/b": "brands/b/index.html",
    "products/p": "products/p/index.html",
    "heritage/h": "heritage/h/index.html",
    "organizations/o": "organizations/o/index.html",
    "schemes/s": "schemes/s/index.html",
    "articles/a": "articles/a/index.html",
    "pages/about": "about/index.html",
}
PRIVATE = ("review.", "notes_private", "contact_private.")
CONTROLS = (
    "draft",
    "publish_from",
    "publish_until",
    "former_urls",
    "region",
    "categories",
    "images.file",
    "images.decorative",
    "images.illustration",
    "area_regions",
)
"""What decides where and whether something shows, or shows as a link, is not told as it is written."""
SAID_OTHERWISE = {
    "products/p.available": "season",
    "gi/g.harvest": "season",
    "gi/g.available": "season",
    "products/p.gift": "不能",
    "products/p.mailable": "能",
    "products/p.gi": "gi.name",
    "products/p.brand": "brands.name",
    "products/p.heritage": "heritage.name",
    "brands/b.owner": "organizations.name",
    "organizations/o.merged_into": "另一家",
    "brands/b.trademarks.madrid": "马德里国际注册",
    "gi/g.quality.measures.op": "≥",
    "heritage/h.former_names.until": "1911",
}
PLAIN_PAGES = ("articles/a", "pages/about", "schemes/s")
NOT_ON_PLAIN_PAGES = (
    "name_en",
    "name_en_basis",
    "aka",
    "former_names",
    "pinyin",
    "images",
)
"""Articles, pages and schemes show their text; these fields serve search and the lists."""
NOT_SHOWN = {
    "organizations/o.geo.lat": "no map is shown without a map number",
    "organizations/o.geo.lon": "no map is shown without a map number",
    "organizations/o.contact_public.consent": "the record of consent is for the office",
    "schemes/s.ladder": "ladders have pages of their own, later",
    "schemes/s.rung": "ladders have pages of their own, later",
    "schemes/s.status": "an ended scheme says so in a sentence",
    "schemes/s.display": "decides how it shows",
    "schemes/s.wording": "the heading of the status boxes",
    "schemes/s.number_slug": "a part of addresses",
    "schemes/s.badge_text": "stands on badges",
    "pages/about.order": "the position in the footer",
    "recognitions": "",
}


def token(path: str) -> str:
    return f"【{path}】"


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    root = write(tmp_path_factory.mktemp("facts"), filled_site.files(token))
    outcome = SiteTest.at(root).build()
    assert outcome.built is not None, outcome.report.text()
    return tree(root / "output")


def words_of(output: dict[str, bytes], path: str) -> str:
    """The words of <main> with the alternative texts and link targets in it."""
    main = BeautifulSoup(output[path], "html.parser").select_one("main")
    assert main is not None
    attributes = (
        str(tag[name])
        for name in ("alt", "href", "aria-label", "datetime")
        for tag in main.find_all(attrs={name: True})
    )
    return main.get_text() + "\n".join(attributes)


def expected(entry: str) -> Iterator[tuple[str, str]]:
    """(field, words) of everything that the page of an entry has to say."""
    tree = filled_site.entries(token)[entry]
    for path, text in filled_site.leaves(tree):
        whole = f"{entry}.{path}"
        if path.startswith(PRIVATE) or path in CONTROLS or whole in NOT_SHOWN:
            continue
        if entry in PLAIN_PAGES and path.partition(".")[0] in NOT_ON_PLAIN_PAGES:
            continue
        other = SAID_OTHERWISE.get(whole)
        if other == "season":
            continue
        yield path, token(other) if other and "." in other else other or text


@pytest.mark.parametrize("entry", PAGES)
def test_every_fact_of_an_entry_is_on_its_page(output: dict[str, bytes], entry: str) -> None:
    words = words_of(output, PAGES[entry])
    missing = [path for path, text in expected(entry) if text not in words]
    assert missing == []
