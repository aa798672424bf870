"""A built folder as publishing sees it: release.json, and whether the files are those it lists."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sitegen import files
from sitegen.problems import Mistaken
from sitegen.publishing.finished import FinishedSite, open_site
from tests.support.basic_site import BASIC, PEAR, SITE, tree
from tests.support.site_test import SiteTest

MOVED = PEAR.replace("name:", "former_urls: [/old/pear.html, /gi/old-pear/]\nname:", 1)
SETTINGS = SITE.replace("https://test.example/", "https://test.example/zt/") + "base_path: /zt/\n"


@pytest.fixture
def built(tmp_path: Path) -> SiteTest:
    changes = {"content/gi/qingxi-xueli.md": MOVED, "site.yaml": SETTINGS}
    return SiteTest(tmp_path, changes).build().passes()


def refused(root: Path) -> str:
    with pytest.raises(Mistaken) as raised:
        open_site(root)
    return f"{raised.value.problem.at} {raised.value.problem.kind.code}"


def found(site: FinishedSite) -> list[str]:
    return [f"{problem.at} {problem.kind.code}" for problem in site.verify()]


def test_a_finished_site_says_what_it_is(built: SiteTest) -> None:
    site = open_site(built.target)
    assert (site.id, site.data_date) == ("test-site", "2026-01-15")
    assert (site.base_path, site.permanent_url) == ("/zt/", "https://test.example/zt/")
    digests = {path: files.digest(data) for path, data in tree(built.target).items()}
    assert site.digest == digests.pop("release.json")
    assert dict(site.files) == digests and list(site.files) == sorted(digests)
    assert site.read("index.html") == (built.target / "index.html").read_bytes()
    assert found(site) == []


def test_former_addresses_are_redirects_and_pages(built: SiteTest) -> None:
    site = open_site(built.target)
    new = "gi/qingxi-xueli/"
    assert dict(site.redirects) == {"old/pear.html": new, "gi/old-pear/": new}
    for page in ("old/pear.html", "gi/old-pear/index.html"):
        assert "url=" in site.read(page).decode()


def test_redirects_follow_each_build_and_equal_those_of_a_clean_one(built: SiteTest) -> None:
    built.change("content/gi/qingxi-xueli.md", ", /gi/old-pear/", "").build().passes()
    assert list(open_site(built.target).redirects) == ["old/pear.html"]
    built.equals_clean_build()
    built.change("site.yaml", "base_path: /zt/", "base_path: /").build()
    assert open_site(built.target).base_path == "/"
    built.equals_clean_build()


def test_a_preview_writes_them_when_it_settles(built: SiteTest) -> None:
    built.preview().build()
    built.save({"content/gi/qingxi-xueli.md": MOVED.replace("/gi/old-pear/", "/gi/older-pear/")})
    assert "gi/older-pear/" not in open_site(built.target).redirects
    built.build()
    assert "gi/older-pear/" in open_site(built.target).redirects
    built.equals_clean_build()


def test_a_folder_that_was_not_built_is_no_site(tmp_path: Path) -> None:
    assert refused(tmp_path / "nowhere") == "nowhere release.missing"
    SiteTest(tmp_path, BASIC)
    assert refused(tmp_path / "content") == "content release.missing"


def older(release: dict[str, Any]) -> dict[str, Any]:
    return {name: release[name] for name in ("site", "data_date", "files")}


DAMAGE = {
    "older": older,
    "no object": lambda release: [release],
    "no id": lambda release: {**release, "site": ""},
    "files outside": lambda release: {**release, "files": {"../site.yaml": "0" * 64}},
    "itself": lambda release: {**release, "files": {"release.json": "0" * 64}},
    "a wrong digest": lambda release: {**release, "files": {"index.html": "0" * 63}},
    "a list of files": lambda release: {**release, "files": ["index.html"]},
    "a number": lambda release: {**release, "redirects": {"a/": 1}},
    "a line in an address": lambda release: {**release, "redirects": {"a\n}": "b/"}},
    "an address elsewhere": lambda release: {**release, "redirects": {"a/": "//evil.example/"}},
    "a path with a quote": lambda release: {**release, "base_path": "/a b/"},
    "a path with a sign": lambda release: {**release, "base_path": "/a;}/"},
    "half a path": lambda release: {**release, "base_path": "zt"},
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_release_is_refused(damage: Any, built: SiteTest) -> None:
    file = built.target / "release.json"
    file.write_text(json.dumps(damage(json.loads(file.read_text("utf-8")))), "utf-8")
    assert refused(built.target) == "output/release.json release.damaged"
    file.write_text('{"site": ', "utf-8")
    assert refused(built.target) == "output/release.json release.damaged"


def test_files_that_differ_are_found_and_never_read(built: SiteTest) -> None:
    site = open_site(built.target)
    (built.target / "index.html").write_text("另一页", "utf-8")
    (built.target / "feed.xml").unlink()
    (built.target / "search/names/root.json").unlink()
    (built.target / "search/names/root.json").symlink_to(built.root / "site.yaml")
    (built.target / "more.txt").write_text("不归网站", "utf-8")
    assert found(site) == [
        "output/feed.xml release.file-missing",
        "output/index.html release.file-differs",
        "output/search/names/root.json release.file-missing",
    ]
    with pytest.raises(Mistaken):
        site.read("index.html")
    (built.target / "release.json").write_text("{}", "utf-8")
    assert found(site)[-1] == "output/release.json release.file-differs"
