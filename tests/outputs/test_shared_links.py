"""Cards, rows and lines are made once for all pages; each page has its own links to them."""

from __future__ import annotations

import pytest

from sitegen.outputs.addresses import ANYWHERE, NOT_FOUND, Urls

PAGES = ["", "gi/", "gi/region/tunpu/", NOT_FOUND]
TARGETS = ["gi/yunlu-cha/", "gi/云麓/", "feed.xml"]


@pytest.mark.parametrize("prefix", ["", "en/"])
@pytest.mark.parametrize("file_style", [False, True])
def test_links_from_anywhere_become_those_of_the_page(prefix: str, file_style: bool) -> None:
    urls = Urls("/zt/", "https://example.cn/", file_style, prefix)
    for here in PAGES:
        for target in TARGETS:
            made = f'<a href="{urls.href(ANYWHERE, target)}">'
            assert urls.placed(made, here) == f'<a href="{urls.href(here, target)}">'
            shared = f'<img src="{urls.shared_href(ANYWHERE, target)}">'
            assert urls.placed(shared, here) == f'<img src="{urls.shared_href(here, target)}">'


def test_each_of_many_links_becomes_that_of_the_page() -> None:
    urls = Urls("/", "https://example.cn/", False)
    card = f'<a href="{urls.href(ANYWHERE, "gi/")}">甲、乙。</a><img src="{urls.shared_href(ANYWHERE, "a.png")}">'
    own = '<a href="../gi/">甲、乙。</a><img src="../a.png">'
    assert urls.placed(card * 3 + "完", "gi/") == own * 3 + "完"
    assert urls.placed("没有链接", "gi/") == "没有链接"
