"""Links and fragments are found in a finished page as a browser would see them."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sitegen.rendering import anchors
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
    assert scan(html)[0] == set(links)


def test_ids_are_found_whatever_else_the_tag_holds() -> None:
    html = '<h2 class="a" id="b-收录">甲</h2><p id=x><i id="x"></i><b data-id="no">'
    assert scan(html)[1] == {"b-收录", "x"}


NAMES = ["href", "src", "srcset", "id", "title", "data-id", "class", "action"]
VALUES = ["", "a/", "b/ 1x, c/ 2x", "1 > 0", " href=", "&amp;", "x='y'", "<!--"]
TEXTS = ["", "甲", ' href="no"', "a = b", 'id="no"', "='", "\n", "href=no"]
ATTRIBUTES = st.builds(
    lambda space, name, equals, quote, value: f"{space}{name}{equals}{quote}{value}{quote}",
    st.sampled_from([" ", " ", " ", "\n", "  "]),
    st.sampled_from(NAMES),
    st.sampled_from(["=", "=", "=", " =", "= "]),
    st.sampled_from(['"', '"', '"', "'"]),
    st.sampled_from(VALUES).filter(lambda value: "'" not in value),
)
TAGS = st.builds(
    lambda attributes, text: f"<a{''.join(attributes)}>{text}</a>",
    st.lists(ATTRIBUTES, max_size=3),
    st.sampled_from(TEXTS),
)


@given(st.lists(TAGS, max_size=4).map("".join))
@example('<a href="" href=" href=" href= "a/"></a>')
@example('<a title="z href=" id="y">"甲"</a>')
def test_the_quick_way_gives_what_reading_every_tag_gives(html: str) -> None:
    cut = anchors._scan_quickly(html)
    assert cut is None or cut == anchors._scan_tags(html)


def test_an_ordinary_page_goes_the_quick_way() -> None:
    page = '<a href="x/" class="y">甲</a><img src="z.png" alt="" id="w">'
    assert anchors._scan_quickly(page) == ({"x/", "z.png"}, set(), {"w"})
    assert anchors._scan_quickly('<a href="?q=1&amp;r=2">') == ({"?q=1&r=2"}, set(), set())
