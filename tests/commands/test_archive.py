"""sitegen archive: every page says that the site is closed, and nothing else is different."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.support.basic_site import tree
from tests.support.command_line import run
from tests.support.site_test import SiteTest

DAY = "2026-01-15"
BANNER = f"本站已停止更新，内容截至{DAY}"
PEAR = "content/gi/qingxi-xueli.md"
TERM = "rows:\n  - {row: a, subject: gi:qingxi-xueli, valid_until: 2027-03-01}\n"
PROMISES = re.compile(
    r'<link rel="alternate" type="application/(?:atom\+xml|feed\+json)"[^>]*>\n|'
    r'<li><a href="[./]*feed\.xml">更新订阅</a></li>\n|'
    r'<ul class="changes__feeds">.*?</ul>\n|'
    r'<aside class="closed".*?</aside>\n',
    re.DOTALL,
)


@pytest.fixture
def site(tmp_path: Path) -> SiteTest:
    made = SiteTest(tmp_path / "site")
    file = "content/recognitions/cnipa-700.yaml"
    made.change(file, "rows:\n  - {row: a, subject: gi:qingxi-xueli}\n", TERM)
    made.change(PEAR, "name:", "former_urls: [/old/pear/]\nname:")
    return made


def archived(site: SiteTest, *more: str, day: str = DAY) -> dict[str, bytes]:
    folder = site.root.parent / "closed"
    done = run("archive", str(folder), "--as-of", day, "--site", str(site.root), *more)
    assert done.returncode == 0, done.stderr
    assert "封存到" in done.stdout
    return tree(folder)


def built(site: SiteTest, *more: str) -> dict[str, bytes]:
    folder = site.root.parent / "built"
    done = run("build", "--output", str(folder), "--site", str(site.root), *more)
    assert done.returncode == 0, done.stderr
    return tree(folder)


def pages(files: dict[str, bytes]) -> dict[str, str]:
    return {path: data.decode() for path, data in files.items() if path.endswith(".html")}


def test_all_pages_say_so_and_nothing_else_changes(site: SiteTest) -> None:
    closed, before = archived(site), built(site, "--as-of", DAY)
    assert closed.keys() == before.keys() and len(pages(closed)) > 20
    for path, text in pages(closed).items():
        banner = BeautifulSoup(text, "html.parser").select(".closed")
        assert [part.get_text().strip() for part in banner] == [BANNER], path
        assert PROMISES.sub("", text) == PROMISES.sub("", before[path].decode()), path
    others = {
        path for path in closed if not path.endswith(".html") and closed[path] != before[path]
    }
    assert others == {"feed.xml", "feed.json", "release.json"}


def test_its_pages_promise_no_feed_and_the_feeds_have_ended(site: SiteTest) -> None:
    closed = archived(site)
    for path, text in pages(closed).items():
        assert "feed.xml" not in text and "feed.json" not in text, path
    assert json.loads(closed["feed.json"])["expired"] is True
    assert "（已停止更新）</title>" in closed["feed.xml"].decode()
    ongoing = built(site)
    assert "expired" not in json.loads(ongoing["feed.json"])
    assert "feed.xml" in ongoing["index.html"].decode()


def test_no_status_turns_any_more(site: SiteTest) -> None:
    assert "status-turns" in built(site)["index.html"].decode()
    for path, text in pages(archived(site)).items():
        assert "status-turns" not in text and "data-from" not in text, path


def test_search_engines_are_asked_to_leave_it_out(site: SiteTest) -> None:
    seen = archived(site)
    assert "sitemap.xml" in seen and "noindex" not in seen["index.html"].decode()
    hidden = archived(site, "--noindex")
    for path, text in pages(hidden).items():
        assert '<meta name="robots" content="noindex, follow">' in text, path
    assert not [path for path in hidden if path.startswith("sitemap") and path.endswith(".xml")]
    assert b"Sitemap" not in hidden["robots.txt"]


def test_it_is_remade_only_where_it_is_another_one(site: SiteTest) -> None:
    first = archived(site)
    again = run(
        *("archive", str(site.root.parent / "closed"), "--as-of", DAY, "--format", "json"),
        *("--site", str(site.root)),
    )
    assert again.returncode == 0
    assert tree(site.root.parent / "closed") == first
    later = archived(site, day="2026-02-01")
    assert all("2026-02-01" in text for text in pages(later).values())


def test_a_build_into_the_same_folder_is_a_clean_one(site: SiteTest) -> None:
    archived(site)
    archived(site)
    folder = ("--output", str(site.root.parent / "closed"), "--as-of", DAY)
    assert run("build", *folder, "--site", str(site.root)).returncode == 0
    assert tree(site.root.parent / "closed") == built(site, "--as-of", DAY)


def test_errors_leave_the_folder_alone(site: SiteTest) -> None:
    first = archived(site)
    site.change(PEAR, "region: qingxi", "region: nowhere")
    folder = site.root.parent / "closed"
    failed = run("archive", str(folder), "--site", str(site.root))
    assert failed.returncode == 1 and "reference.missing" in failed.stderr
    assert tree(folder) == first
    assert run("archive", "--site", str(site.root)).returncode == 2
