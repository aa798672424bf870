"""Which kind each file of the demo site is, and that what is kept for ever never changes."""

from __future__ import annotations

import json
import re
from collections import Counter
from zlib import crc32

import pytest

from sitegen import files
from sitegen.outputs.files.public import INSIDE
from sitegen.outputs.files.public import TEXTS as PUBLIC_TEXTS
from sitegen.publishing import kinds_of_files as kinds
from sitegen.publishing.finished import FinishedSite
from sitegen.search.roots import compact

EXPECTED = {
    "index.html": "entry points",
    "release.json": "entry points",
    "feed.xml": "entry points",
    "feed.json": "entry points",
    "sitemap.xml": "entry points",
    "robots.txt": "entry points",
    "search/names/root.json": "entry points",
    "search/cards/pack.js": "entry points",
    "search/index.html": "pages",
    "search/cards/1c-4b8318.json": "shards",
    "search/names/en-42f3130c-b.json": "shards",
    "search/names/words-ed6314.json": "shards",
    "en/search/texts/t-b3de4f.bin": "shards",
    "assets/site-4ea9ad89d51c.css": "assets",
    "assets/icon.svg": "media",
    "media/青溪 雪梨-480.webp": "media",
    "media/assets/site-4ea9ad89d51c.css.png": "media",
    "gi/pear/poster.png": "media",
    "gi/pear/qr.svg": "media",
    "fonts/own.woff2": "media",
    "favicon.ico": "media",
    "gi/index.html": "pages",
    "404.html": "pages",
    "gi/assets/index.html": "pages",
    "assets/site.css": "pages",
    "seasons/seasons.ics": "pages",
    "organizations/wang/contact.vcf": "pages",
    "figures/figures.xlsx": "pages",
    ".well-known/security.txt": "pages",
    "gi/search/names/index.html": "pages",
}


@pytest.mark.parametrize("path", EXPECTED)
def test_a_path_has_its_kind(path: str) -> None:
    assert kinds.kind_of(path).name == EXPECTED[path]


def test_every_file_of_the_demo_site_is_of_the_right_kind(demo: FinishedSite) -> None:
    found = Counter(kinds.kind_of(path).name for path in demo.files)
    assert found.keys() == {kind.name for kind in kinds.KINDS}
    for path in demo.files:
        kind = kinds.kind_of(path)
        if path.startswith("assets/") and path != "assets/icon.svg":
            assert kind is kinds.ASSETS, path
        elif path.startswith("search/") and path != "search/index.html":
            entry = path.endswith(("/root.json", "/pack.js"))
            assert kind is (kinds.ENTRY_POINTS if entry else kinds.SHARDS), path
        elif path.endswith((".html", ".xlsx", ".ics", ".vcf")):
            assert kind is (kinds.ENTRY_POINTS if path == "index.html" else kinds.PAGES), path
        else:
            wanted = kinds.ENTRY_POINTS if "/" not in path else kinds.MEDIA
            assert kind is wanted, path


def test_what_is_kept_for_ever_has_a_digest_of_its_content_in_its_name(demo: FinishedSite) -> None:
    kept = [path for path in demo.files if kinds.kind_of(path).immutable]
    assert len(kept) > 200
    english: dict[str, str] = {}
    for path in kept:
        name = path.rpartition("/")[2]
        [(digest, letter)] = re.findall(r"-([0-9a-f]{6,})(-[a-z])?\.", name)
        if path.startswith(("assets/", "search/cards/")):
            assert demo.files[path].startswith(digest), path
        elif letter:  # a part of the table of English words
            english |= json.loads(demo.read(path))
            digest_of_english = digest
        else:
            assert f"{crc32(demo.read(path)) & 0xFFFFFF:06x}" == digest, path
    assert len(english) > 50
    assert files.digest(compact(dict(sorted(english.items())))).startswith(digest_of_english)


def test_every_file_has_a_type_of_its_own(demo: FinishedSite) -> None:
    suffixes = {kinds.suffix_of(path) for path in demo.files}
    assert suffixes | {*INSIDE, *PUBLIC_TEXTS, ".vcf"} <= kinds.TYPES.keys()
    assert kinds.type_of("gi/index.html") == "text/html; charset=utf-8"
    assert kinds.type_of("A.PNG") == "image/png"
    assert kinds.type_of("more/thing") == kinds.OTHERS
    for path in demo.files:
        is_text = _is_text(demo.read(path))
        assert is_text or "charset" not in kinds.type_of(path), path


def _is_text(data: bytes) -> bool:
    try:
        return "\0" not in data.decode()
    except UnicodeDecodeError:
        return False


def test_nothing_goes_up_before_what_it_names(demo: FinishedSite) -> None:
    order = sorted((*demo.files, "release.json"), key=kinds.upload_order)
    assert order[-1] == "release.json"
    at = {path: number for number, path in enumerate(order)}
    for page in (path for path in order if path.endswith(".html")):
        text = demo.read(page).decode()
        up = "../" * page.count("/")
        for named in re.findall(r'(?:src|href|srcset)="([^"#? ]+)', text):
            path = named.removeprefix(up) if page != "404.html" else named.removeprefix("/")
            if path.startswith(("assets/", "media/")):
                assert at[path] < at[page], (page, path)
    for root in (path for path in order if path.endswith(("root.json", "pack.js"))):
        shards = [path for path in order if path.startswith(root.rpartition("/")[0])]
        assert max(at[path] for path in shards if kinds.kind_of(path).immutable) < at[root]
    assert at["gi/index.html"] < at["index.html"] < at["release.json"]
