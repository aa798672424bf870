"""Links and fragments are found in a finished page as a browser would see them."""

from __future__ import annotations

import pytest

from sitegen.rendering.anchors import scan


@pytest.mark.parametrize(
    ("html", "links"),
    [
        ('<a href="a/">', ["a/"]),
        ("<a class=x href='b' >", ["b"]),
        ("<a href=c>", ["c"]),
        ('<img alt="1 > 0" src="d.png">', ["d.png"]),
        ('<img srcset="e.png 1x, f.png 2x" src="g.png">', ["e.png", "f.png", "g.png"]),
        ('<link rel="stylesheet" href="h.css"><script src="i.js"></script>', ["h.css", "i.js"]),
        ('<form action="j/"><video poster="k.png">', ["j/", "k.png"]),
        ('<a href="?a=1&amp;b=2#%E7%94%B2">', ["?a=1&b=2#%E7%94%B2"]),
        ('<meta http-equiv="refresh" content="0; url=../l/">', ["../l/"]),
        ('<!-- <a href="m/"> --><p>n</p>', []),
        ('<p>a href="o/"</p>', []),
        ('<a data-href="p/" title="href=&quot;q&quot;">', []),
        ('<a\n  href="r/"\n>', ["r/"]),
    ],
)
def test_every_link_counts_and_nothing_else(html: str, links: list[str]) -> None:
    assert list(scan(html)[0]) == links


def test_ids_are_found_whatever_else_the_tag_holds() -> None:
    html = '<h2 class="a" id="b-收录">甲</h2><p id=x><i id="x"></i><b data-id="no">'
    assert scan(html)[1] == ("b-收录", "x")


def test_each_link_is_told_once() -> None:
    assert scan('<a href="a"><a href="b"><a href="a">')[0] == ("a", "b")
