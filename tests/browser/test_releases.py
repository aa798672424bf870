"""Search goes on while a site is published anew under the eyes of its visitors, and says why where not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support.basic_site import PEAR, REPOSITORY
from tests.support.browser.host import PORTAL, Host, hosting
from tests.support.preview.process import running
from tests.support.site_test import SiteTest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

ENGINE = "templates/js/built/search-engine.js"
ENTRY = "content/gi/qingxi-xueli.md"
PAGE = "gi/qingxi-xueli/"
NAMES = ("青溪雪梨", "青溪玉梨", "青溪香梨")
"""What the pear is called in each release."""


def tea(number: int) -> str:
    """An entry that only some releases have."""
    return f"---\nname: 白山新茶{'甲乙丙丁戊'[number]}\nsummary: 新的茶。\nregion: baishan\n---\n\n采茶。\n"


@pytest.fixture(scope="module")
def releases(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Three releases of one site. The second has more entries, the third another engine too."""
    root = tmp_path_factory.mktemp("site")
    site = SiteTest(root)
    folders = []
    for number, name in enumerate(NAMES):
        site.write(ENTRY, PEAR.replace(NAMES[0], name))
        if number == 1:
            for tea_number in range(5):
                site.write(f"content/gi/xincha-{tea_number}.md", tea(tea_number))
        if number == 2:
            site.write(ENGINE, (REPOSITORY / ENGINE).read_text("utf-8") + "// another\n")
        site = SiteTest.at(root, tmp_path_factory.mktemp("release") / "output")
        site.build()
        assert site.built is not None, site.report.text()
        folders.append(site.target)
    return folders


@pytest.fixture
def visitor(browser: Browser) -> Iterator[BrowserContext]:
    """A visitor with a cache of their own, all tabs of whom share it."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(10_000)
    yield context
    context.close()


def suggests(page: Page, text: str) -> str:
    """Type into the box; what is suggested first, or what is said instead."""
    box = page.locator("input[type=search]")
    box.fill("")
    box.focus()
    page.keyboard.type(text)
    said = page.locator(".search__panel").locator(".search__name, .search__note:not([hidden])")
    said.first.wait_for()
    page.wait_for_timeout(300)
    return said.last.inner_text() if said.count() == 1 else said.nth(0).inner_text()


def shows(page: Page, name: str) -> None:
    """Wait until the first result of the search page is called so."""
    page.locator(".result:first-child a", has_text=name).wait_for()


def opened(visitor: BrowserContext, host: Host, address: str) -> Page:
    page = visitor.new_page()
    page.goto(host.root + address)
    return page


def asks(page: Page, text: str, name: str) -> None:
    """Type into the field of the search page, press Enter, and wait for the first result."""
    page.locator("input[type=search]").fill(text)
    page.keyboard.press("Enter")
    shows(page, name)


@pytest.mark.parametrize("unchanged", [False, True], ids=["asked", "unchanged"])
def test_tabs_that_are_open_across_two_deploys_go_on_finding(
    visitor: BrowserContext, releases: list[Path], unchanged: bool
) -> None:
    """A cache keeps the roots of a release of which the server has nothing else."""
    with hosting(releases[0], unchanged=unchanged) as host:
        first = opened(visitor, host, PAGE)
        results = opened(visitor, host, "search/?q=青溪雪梨")
        assert suggests(first, "青溪") == NAMES[0]
        shows(results, NAMES[0])
        for number in (1, 2):
            host.deploy(releases[number])
            asks(results, "新茶", "白山新茶")
            asks(results, NAMES[number], NAMES[number])
            results.reload()
            shows(results, NAMES[number])
            page = opened(visitor, host, "")
            said = suggests(page, "新茶")
            # The third has another engine, which a page that a cache has kept does not know of.
            assert said.startswith("白山新茶") or (number == 2 and "更新过" in said)
            page.keyboard.press("Enter")
            shows(page, "白山新茶")
            page.locator(".result a").first.click()
            page.go_back()
            shows(page, "白山新茶")


def test_what_a_cache_has_of_an_earlier_release_is_no_answer(
    visitor: BrowserContext, releases: list[Path]
) -> None:
    with hosting(releases[0]) as host:
        assert suggests(opened(visitor, host, PAGE), "青溪") == NAMES[0]
        host.deploy(releases[1])
        assert suggests(opened(visitor, host, "products/li-gao/"), "青溪") == NAMES[1]


def test_a_page_of_an_earlier_engine_leads_on_and_a_search_page_is_read_anew(
    visitor: BrowserContext, releases: list[Path]
) -> None:
    with hosting(releases[0]) as host:
        fresh = opened(visitor, host, PAGE)
        used = opened(visitor, host, PAGE)
        assert suggests(used, "青溪") == NAMES[0]
        results = opened(visitor, host, "search/")
        host.deploy(releases[2])
        for page in (fresh, used):
            assert suggests(page, "新茶乙") == "网站刚刚更新过，按回车接着找"
            page.keyboard.press("Enter")
            shows(page, "白山新茶乙")
        with results.expect_event("load"):
            results.locator("input[type=search]").fill("新茶丙")
        shows(results, "白山新茶丙")
        assert results.locator("input[type=search]").input_value() == "新茶丙"


@contextmanager
def damaged(
    visitor: BrowserContext, folder: Path, damage: Callable[[str, bytes], bytes | None], soft: bool
) -> Iterator[tuple[Host, Page]]:
    with hosting(folder, soft=soft, damage=damage) as host:
        yield host, opened(visitor, host, "search/?q=青溪")


def shard(path: str) -> bool:
    return path.startswith("search/") and path.endswith(".bin")


@pytest.mark.parametrize(
    ("damage", "soft", "said"),
    [
        (
            lambda path, data: None if shard(path) else data,
            False,
            "没有读到搜索用的文件 names/ 404",
        ),
        (lambda path, data: None if shard(path) else data, True, "服务器给的是别的内容 names/"),
        (lambda path, data: data[:-1] if shard(path) else data, False, "服务器给的是别的内容 .bin"),
        (
            lambda path, data: PORTAL if "/root.json" in path else data,
            False,
            "服务器给的是别的内容 /root.json",
        ),
        (
            lambda path, data: None if "engine" in path else data,
            False,
            "没有读到 search-engine 404",
        ),
        (lambda path, data: None if "engine" in path else data, True, "别的内容 search-engine"),
        (lambda path, data: b"?" if "engine" in path else data, False, "浏览器可能太旧"),
    ],
    ids=["missing", "soft", "truncated", "root", "engine", "soft-engine", "unread"],
)
def test_why_nothing_could_be_found_is_said_and_mended_by_trying_again(
    visitor: BrowserContext,
    releases: list[Path],
    damage: Callable[[str, bytes], bytes | None],
    soft: bool,
    said: str,
) -> None:
    with damaged(visitor, releases[0], damage, soft) as (host, page):
        page.locator(".results__retry").wait_for()
        head = page.locator(".results__head").inner_text()
        assert all(part in head for part in said.split())
        assert "可以再试一次，或从下面的目录找。" in head
        assert page.locator(".ways").is_visible()
        host.damage = lambda path, data: data
        page.get_by_role("button", name="再试一次").click()
        shows(page, NAMES[0])
        assert not page.locator(".results__retry").is_visible()


def test_a_network_that_is_gone_is_said_and_comes_back(
    visitor: BrowserContext, releases: list[Path]
) -> None:
    with hosting(releases[0]) as host:
        page = opened(visitor, host, "search/")
        other = opened(visitor, host, PAGE)
        visitor.set_offline(True)
        assert suggests(other, "青溪") == "没能连上网站，网络可能断了"
        page.locator("input[type=search]").fill("青溪")
        page.locator(".results__retry").wait_for()
        assert page.locator(".results__count").inner_text() == "没能连上网站，网络可能断了"
        visitor.set_offline(False)
        page.get_by_role("button", name="再试一次").click()
        shows(page, NAMES[0])


def test_a_page_that_a_cache_has_kept_in_place_of_a_file_does_not_stay(
    visitor: BrowserContext, releases: list[Path]
) -> None:
    """A network that asks for a login answers everything with its page."""
    with hosting(releases[0]) as host:
        page = opened(visitor, host, "search/")
        script = next(releases[0].glob("assets/search-engine-*.js")).name
        files = [f"search/names/{p.name}" for p in releases[0].glob("search/names/*.bin")]
        host.damage = lambda path, data: PORTAL
        for path in [*files, "search/names/root.json", f"assets/{script}"]:
            page.evaluate("path => fetch('../' + path).then(one => one.text())", path)
        host.damage = lambda path, data: data
        asked = len(host.asked)
        page.evaluate("path => fetch('../' + path).then(one => one.text())", files[0])
        assert len(host.asked) == asked, "it was not kept"
        asks(page, "青溪", NAMES[0])


def test_a_preview_that_builds_meanwhile_is_found_in(
    visitor: BrowserContext, tmp_path: Path
) -> None:
    site = SiteTest(tmp_path)
    with running(site.root) as preview:
        page = visitor.new_page()
        page.goto(preview.address("search/"))
        asks(page, NAMES[0], NAMES[0])
        site.write(ENTRY, PEAR.replace(NAMES[0], NAMES[1]))
        root = site.target / "search/names/root.json"
        before = root.read_bytes()
        preview.until(lambda: root.read_bytes() != before)
        asks(page, NAMES[1], NAMES[1])
