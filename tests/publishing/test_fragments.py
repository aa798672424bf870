"""Fragments for a CMS: of the demo site and of a government's, held against what another parser reads."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup, Tag

from sitegen.files import digest
from sitegen.problems import Mistaken
from sitegen.publishing import releases
from sitegen.publishing.finished import FinishedSite, open_site
from sitegen.publishing.payload import payload as payload_of
from sitegen.publishing.targets.folder import FolderTarget
from sitegen.publishing.targets.fragments import as_fragments, fragment
from sitegen.publishing.targets.page_parts import with_whole_addresses
from tests.support.basic_site import BASIC, PEAR
from tests.support.government_site import GOV, settings
from tests.support.publications import at, payload, tree
from tests.support.site_test import SiteTest

PAGE = "https://test.example/gi/pear/"
DATED = [
    "content/organizations/qingxi-li-xiehui.yaml",
    "content/products/li-gao.md",
    "content/schemes/gi-protection.yaml",
]
NAMES = {"href", "src", "action"}


def published(site: FinishedSite, folder: Path) -> dict[str, Any]:
    """The fragments of a site by path as they lie in the folder, and the index as ""."""
    made = as_fragments(payload_of(site), site.permanent_url)
    target = FolderTarget("cms", folder)
    releases.publish(target, made, at(0), releases.Terms("a test", keep=3, most_removed=10))
    found = {path: json.loads(data) for path, data in tree(folder / "current").items()}
    index = found.pop("index.json")
    assert {entry["fragment"] for entry in index["pages"]} == set(found)
    for entry in index["pages"]:
        file = folder / "current" / entry["fragment"]
        assert digest(file.read_bytes()) == entry["sha256"]
    return {told["path"]: told for told in found.values()} | {"": index}


def whole(tag: Tag, address: str) -> None:
    """Make the addresses of a page whole in another way than the code does."""
    for each in tag.find_all(True):
        for name in NAMES & each.attrs.keys():
            if not each[name].startswith("#"):
                each[name] = urljoin(address, each[name])
        if "srcset" in each.attrs:
            given = (part.strip().split(" ") for part in each["srcset"].split(","))
            each["srcset"] = ", ".join(" ".join([urljoin(address, u), *w]) for u, *w in given)


def test_each_page_of_the_demo_has_its_main(demo: FinishedSite, tmp_path: Path) -> None:
    found = published(demo, tmp_path)
    index = found.pop("")
    assert (index["site"], index["permanent_url"]) == (demo.id, demo.permanent_url)
    pages = [path for path in demo.files if path.endswith(".html") and path != "404.html"]
    forwards = {f"{old}index.html" if old.endswith("/") else old for old in demo.redirects}
    assert found.keys() == set(pages) - forwards and len(found) > 200
    absolute = 0
    for path, told in sorted(found.items())[::5]:  # another parser takes its time
        source = demo.read(path).decode()
        start = source.index(">", source.index("<main")) + 1
        main = source[start : source.index("</main>", start)]
        assert "<script" not in told["body"] and "</main" not in told["body"]
        given, made = (BeautifulSoup(text, "html.parser") for text in (main, told["body"]))
        whole(given, urljoin(demo.permanent_url, path.removesuffix("index.html")))
        assert str(made) == str(given), path
        for tag in made.find_all(True):
            for name in NAMES & tag.attrs.keys():
                assert tag[name].startswith(("https:", "http:", "#", "mailto:", "tel:")), tag
                absolute += 1
        head = BeautifulSoup(source[:start], "html.parser")
        assert head.title is not None and told["title"] == head.title.text
        assert head.html is not None and told["language"] == head.html["lang"]
    assert absolute > 1000


def test_a_body_is_the_source_but_for_addresses(demo: FinishedSite) -> None:
    """With the address of the site taken out again, it is the source byte for byte."""
    path = "about/index.html"
    source = demo.read(path).decode()
    told = fragment(path, source.encode(), "x-no-scheme:")
    assert told is not None
    start = source.index(">", source.index("<main")) + 1
    assert told["body"] == source[start : source.index("</main>", start)]


def test_a_government_site_says_what_its_cms_asks_for(tmp_path: Path) -> None:
    changes: Mapping[str, str] = {
        "site.yaml": settings(GOV),
        "content/gi/qingxi-xueli.md": PEAR.replace("name:", "former_urls: [/old/]\nname:", 1),
        **{path: BASIC[path].replace("name:", "published: 2025-12-16 09:00\nname:", 1) for path in DATED},
    }  # fmt: skip
    built = SiteTest(tmp_path / "site", changes).build().passes()
    site = open_site(built.target)
    found = published(site, tmp_path / "cms")
    told = found["gi/qingxi-xueli/index.html"]
    assert told["meta"] == {
        "description": "皮薄汁多的梨。",
        "SiteName": "试验名录",
        "SiteDomain": "test.example",
        "SiteIDCode": "3707000001",
        "ArticleTitle": "青溪雪梨",
        "PubDate": "2025-12-16 09:00",
        "ContentSource": "试验编辑部",
        "Description": "皮薄汁多的梨。",
        "Url": "https://test.example/gi/qingxi-xueli/",
    }
    assert told["canonical"] == "https://test.example/gi/qingxi-xueli/"
    assert (told["language"], told["description"]) == ("zh-Hans", "皮薄汁多的梨。")
    assert told["styles"][0].startswith("https://test.example/assets/site-")
    assert "old/index.html" in site.files and "old/index.html" not in found
    assert '<a href="https://test.example/regions/qingxi/">' in told["body"]
    assert set(found["index.html"]["meta"]) == {
        *("description", "SiteName", "SiteDomain", "SiteIDCode"),
    }


def test_the_same_site_gives_the_same_fragments(demo: FinishedSite) -> None:
    one, other = (as_fragments(payload_of(demo), demo.permanent_url) for _ in "ab")
    assert one.digest == other.digest
    for path in list(one.items)[::40]:
        assert digest(one.items[path].read()) == one.items[path].sha256


@pytest.mark.parametrize(
    ("tag", "made"),
    [
        ('<a href="../x/?a=1&amp;b=2#c">', f'<a href="{PAGE[:-5]}x/?a=1&amp;b=2#c">'),
        ('<a href="#top">', '<a href="#top">'),
        ('<a href="https://a.example/?x=&quot;">', '<a href="https://a.example/?x=&quot;">'),
        ('<a href="mailto:a@b.example">', '<a href="mailto:a@b.example">'),
        ("<img alt='x href=\"y\"' src=z.png>", f'<img alt=\'x href="y"\' src="{PAGE}z.png">'),
        (
            '<source srcset="a-1.avif 320w, a-2.avif 640w" sizes="100vw">',
            f'<source srcset="{PAGE}a-1.avif 320w, {PAGE}a-2.avif 640w" sizes="100vw">',
        ),
        ('<p title="a, b"  class=x data-src="q">', '<p title="a, b"  class=x data-src="q">'),
        ('<use href="#star"/>', '<use href="#star"/>'),
        ('<a\n HREF = "q.html" >', f'<a\n HREF = "{PAGE}q.html" >'),
    ],
)
def test_addresses_are_made_whole_and_nothing_else_changes(tag: str, made: str) -> None:
    assert with_whole_addresses(tag, PAGE) == made


def test_scripts_go_and_a_page_without_main_is_told() -> None:
    page = b'<title>A &amp; B</title><main>\n<p>1<script src="x.js">"</main>"</script>2<br/></p></main>'
    told = fragment("gi/pear/index.html", page, "https://test.example/")
    assert told is not None and told["body"] == "\n<p>12<br/></p>" and told["title"] == "A & B"
    with pytest.raises(Mistaken) as raised:
        as_fragments(payload({"a.html": b"<p>1</p>"}), "https://test.example/")
    assert raised.value.problem.kind.code == "publish.no-main"
