"""Links and fragments are found in a finished page as a browser would see them."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sitegen.rendering import anchors, html_tags
from sitegen.rendering.anchors import scan
from tests.support.tag_soup import soup


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


@pytest.mark.parametrize(
    ("html", "links", "ids"),
    [
        ('<a id="x href=" title=" id=" href="/l?all=1">', ["/l?all=1"], ["x href="]),
        ('<meta content="网址 href=abc src=d 里的参数">', [], []),
        ("<p title=' href=\"a\"'>", [], []),
        ("<a HREF=a ID=b>", ["a"], ["b"]),
        ('<a href="a" href="b" id=c id=d>', ["a"], ["c"]),
        ('<a href=""c" id="d">', [""], ["d"]),
        ("<a\u3000href=a><a\u00a0id=b>", [], []),
        ("<a href=a", [], []),
        ('<a href="a>', [], []),
        ("<script>'<a href=a>'</script><a href=b>", ["b"], []),
        ("<SCRIPT>'<a href=a>'</script><a href=b>", ["b"], []),
        ("<title><a href=a></title >", [], []),
        ("<title><p href=a", [], []),
        ('<script data-x="<a href=b>" src="c">\'<a href=d>\'</script>', ["c"], []),
        ("<plaintext><a href=a></plaintext><a href=b>", [], []),
        ("<!--><a href=a>--><!-- > <a href=b> --!><a href=c>", ["a", "c"], []),
        ("<!x href='><a href=a>'>", ["a"], []),
        ('</p title="<a href=a>">', [], []),
        ("1 < 2 <a href=a>", ["a"], []),
        ("1 <2 <a href=a>", ["a"], []),
        ('<a href=" a/\n b\t\r\n">', ["a/ b"], []),
        ('<a href="a&#13;b&#9;&#xA;c&#13d">', ["abcd"], []),
        ("<a href='\x01java\nscript:x'>", ["javascript:x"], []),
        ("<button formaction=a><use xlink:href='#b'/><object data=c>", ["#b", "a", "c"], []),
        ("<p data=a>", [], []),
        ("<META HTTP-EQUIV=Refresh CONTENT='5;URL = \"a\"b'>", ["a"], []),
        ("<meta http-equiv=refresh content='0, a?url=b'>", ["a?url=b"], []),
        ("<meta http-equiv=refresh content=30>", [], []),
        ("<meta name=x content='0; url=a'>", [], []),
        ("<p id='a\nb'><p id=''>", [], []),
    ],
)
def test_a_page_is_read_by_the_rules_of_html(html: str, links: list[str], ids: list[str]) -> None:
    assert scan(html) == (set(links), set(ids))


@pytest.mark.parametrize(
    ("srcset", "links"),
    [
        ("a,b 1x, c,d", ["a,b", "c,d"]),
        ("a, b", ["a", "b"]),
        ("a,, ,b 2x (x, y) ,c", ["a", "b", "c"]),
        (",,,", []),
        (",a,", ["a"]),
        ("a (b", ["a"]),
    ],
)
def test_a_comma_may_stand_within_an_address_of_several(srcset: str, links: list[str]) -> None:
    assert scan(f'<img srcset="{srcset}"><link imagesrcset="{srcset}">')[0] == set(links)


@given(st.integers().map(random.Random).map(soup))
@example("<title><p href=a></title>")
@example('<a id="x href=" title=" id=" href="y"></a>')
@example("<!-- <a href=x> --><!doctype html></><p>")
def test_the_quick_way_gives_what_reading_every_tag_gives(html: str) -> None:
    tags = [anchors._of_tag(tag) for tag in html_tags.start_tags(html)]
    wanted = {found for found in tags if found != ((), ())}
    pieces = anchors._of_pieces(html)
    assert pieces is None or set(pieces) == wanted
    links = {link for found in wanted for link in found.links}
    ids = {name for found in wanted for name in found.ids}
    for _ in range(3):  # Lines are kept when they come for the second time.
        assert scan(html) == (links, ids)


@pytest.mark.parametrize(
    "html",
    [
        '<a\nhref="a">',
        '<a title="b>\n<p id=c>\n">',
        "<!--\n<a href=a>\n-->",
        "<title>\n<a href=a>\n</title>",
        "<script src=a>\n'<a href=b>'\n</script\n>",
        "<textarea id=a>\n",
        "<plaintext>\n<a href=a>",
    ],
)
def test_a_line_in_another_place_of_a_page_may_hold_no_link(html: str) -> None:
    alone = "\n".join(sorted(html.split("\n")))
    pages = [alone, html, alone, html, html]
    tags = [[anchors._of_tag(tag) for tag in html_tags.start_tags(page)] for page in pages]
    assert [scan(page) for page in pages] == [
        ({link for one in found for link in one.links}, {name for one in found for name in one.ids})
        for found in tags
    ]


def test_a_link_in_a_text_of_several_lines_is_none() -> None:
    for number in range(40):  # The lines are read in another order each time.
        html = f"<title class={number}>\n<a href={number}>\n</title>"
        assert scan(html) == (set(), set())


def test_a_value_of_several_lines_makes_no_link_of_what_another_line_says() -> None:
    for number in range(40):
        html = f'c{number}" href="d">\n<p><a class="b{number}\nq">'
        assert scan(html) == (set(), set())


def test_so_many_lines_are_kept_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = (anchors._seen_lines, anchors._bare_lines, anchors._known_lines)
    monkeypatch.setattr(anchors, "MOST_LINES", 10)
    for number in range(40):
        page = (
            f"<p class=a{number}>\n<a href=b{number}>\n<i class={'c' * anchors.LONG_LINE}{number}>"
        )
        assert [scan(page) for _ in range(3)] == [({f"b{number}"}, set())] * 3
        assert max(map(len, kept)) < 10 + 3
    assert not any(len(line) > anchors.LONG_LINE for lines in kept for line in lines)


def test_a_page_as_we_make_it_goes_the_quick_way() -> None:
    page = (
        "<!doctype html>\n<title>甲 &lt; 乙</title><script src='x.js' defer></script><!-- 甲 -->"
        '<a href="x/" class="y">网址 href="abc" 里的 id=1</a><img alt="1 &gt; 0" src="z.png" id="w">'
    )
    pieces = anchors._of_lines(page)
    assert pieces is not None
    assert set(pieces) == {(("x.js",), ()), (("x/",), ()), (("z.png",), ("w",))}


SIZE = 512_000
ENDLESS = (
    "<a ", '<a b="', "<!--", "<a \"'", " href=", "<a href=", '>="', ">=a", "<a '\"", "</a '", "<!", "</",
    "<script>", "<script><!--", "<title ", "<title>", "<title>< ", "</title", ",", "<img srcset=(", "&a", "&#1",
    ' a="b"', "/", " a=''", ' content = "0; url="', "-->", "--!", "<![CDATA[", "<\n", "<a>",
)  # fmt: skip


@pytest.mark.parametrize(
    "start", ["", "<a ", '<a b="', '<a srcset="', "<meta http-equiv=refresh content='0;"]
)
@pytest.mark.parametrize("part", ENDLESS)
def test_time_is_in_proportion_to_the_length(part: str, start: str) -> None:
    def seconds(size: int) -> float:
        html = start + part * (size // len(part)) + ">"
        begin = time.process_time()
        scan(html)
        return time.process_time() - begin

    # Time that grows with the square of the length would be minutes.
    assert seconds(SIZE) < 5
