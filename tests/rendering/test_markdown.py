"""Markdown bodies: what is kept, what is refused, and that nothing hostile survives."""

from __future__ import annotations

import time

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from sitegen.rendering.cleaning import ATTRIBUTES, TAGS
from sitegen.rendering.dialect.finishing import BodyWords
from sitegen.rendering.images.markup import Files, PictureSource
from sitegen.rendering.markdown import Prose, render, resolve

OFFERED = {"type", "src", "srcset", "sizes", "width", "height", "loading", "decoding"}
NAMES = frozenset(["gi", "brands", "organizations"])
WORDS = BodyWords(done="已完成", to_do="未完成", table="表格 {number}")


def html(source: str) -> str:
    return render(source, NAMES).html


def files(name: str) -> Files:
    sources = (PictureSource("image/webp", f"m/{name}.webp 480w"),)
    return Files(f"m/{name}", 480, 320, f"m/{name} 480w", sources)


def shown(prose: Prose) -> str:
    return str(resolve(prose.html, lambda t, f: f"../{t}/" + (f"#{f}" if f else ""), files, WORDS))


def test_a_table_keeps_its_alignment_as_classes() -> None:
    table = html("| 甲 | 乙 |\n|:-:|--:|\n| 1 | 2 |\n")
    assert '<th class="align-center">甲</th>' in table
    assert '<td class="align-right">2</td>' in table
    assert "style=" not in table and " align=" not in table


def test_attribute_lists_and_footnotes_are_read() -> None:
    assert '<h2 id="b-here">甲</h2>' in html("# 甲 {: #here }\n")
    noted = html("甲[^1]。\n\n[^1]: 注。\n")
    soup = BeautifulSoup(noted, "html.parser")
    link = soup.select_one("a.footnote-ref")
    assert link is not None
    assert soup.find(id=str(link["href"]).removeprefix("#")) is not None
    assert "↩" in noted and soup.select_one("div.footnote") is not None


def test_headings_have_ids_of_their_own_words_apart_from_the_pages() -> None:
    prose = render("# 收录什么\n\n## 收录什么\n", NAMES)
    assert prose.ids == ("b-收录什么", "b-收录什么_1")
    assert "<h1" not in prose.html and prose.html.startswith("<h2")


@pytest.mark.parametrize(
    ("source", "levels"),
    [
        ("## 甲\n\n### 乙\n\n## 丙", "232"),
        ("# 甲\n\n## 乙", "23"),
        ("### 甲\n\n## 乙", "22"),
        ("## 甲\n\n##### 乙\n\n### 丙\n\n# 丁", "2332"),
        ("<h5>甲</h5>\n\n# 乙", "22"),
    ],
)
def test_headings_start_at_h2_and_skip_no_level(source: str, levels: str) -> None:
    found = BeautifulSoup(html(source), "html.parser").find_all(["h2", "h3", "h4", "h5", "h6"])
    assert "".join(heading.name[1] for heading in found) == levels


def test_line_breaks_between_chinese_leave_no_gap_but_words_and_code_keep_theirs() -> None:
    assert html("第一行\n第二行，\n第三行") == "<p>第一行第二行，第三行</p>\n"
    assert html("abc\ndef") == "<p>abc\ndef</p>\n"
    assert html("中文\nabc") == "<p>中文\nabc</p>\n"
    assert "甲\n乙" in html("文\n\n```\n甲\n乙\n```\n")


@pytest.mark.parametrize("source", ["- " * 2000, "> " * 5000, "* " * 3000 + "甲", "1. " * 2000])
def test_absurd_nesting_is_a_problem_and_no_crash(source: str) -> None:
    start = time.perf_counter()
    prose = render(source, NAMES)
    assert prose.too_deep or prose.html
    assert time.perf_counter() - start < 20


def test_many_lists_in_lists_are_told_to_be_too_deep() -> None:
    prose = render("- " * 2000 + "甲", NAMES)
    assert prose.too_deep and prose.html == ""
    after = html("- 甲\n\n<b>后文</b>")
    assert after == "<ul>\n<li>甲</li>\n</ul>\n<p><b>后文</b></p>\n", "the next body is whole"


@pytest.mark.parametrize(
    "source",
    [
        "<script>alert(1)</script>甲",
        "<p onclick=alert(1)>甲</p>",
        '<svg/onload="alert(1)">甲',
        "<style>*{display:none}</style>甲",
        "<iframe src=https://evil.com></iframe>甲",
        "<form action=https://evil.com><input></form>甲",
        "<p style='background:url(//evil.com)'>甲</p>",
        "<a href='https://a.cn' target=_top ping=https://evil.com>甲</a>",
        "甲<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
        "甲 {: onclick=alert(1) style=color:red }",
        "甲\n{: class=site-header }",
        "<img src=x onerror=alert(1)>甲",
        "<base href=https://evil.com>甲",
        "<meta http-equiv=refresh content=0>甲",
    ],
)
def test_markup_that_could_act_is_left_out(source: str) -> None:
    soup = BeautifulSoup(shown(render(source, NAMES)), "html.parser")
    assert "甲" in soup.get_text()
    for tag in soup.find_all(True):
        assert tag.name in TAGS | {"picture", "source"}
        allowed = ATTRIBUTES.get(tag.name, set()) | ATTRIBUTES["*"] | {"class", "rel"}
        allowed |= OFFERED if tag.name in ("img", "source") else set()
        assert set(tag.attrs) <= allowed
        assert "site-header" not in tag.get("class", [])
    assert "evil.com" not in str(soup)


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "ftp://a.cn",
        "http://a.cn/",
        "//evil.com",
        "/\\evil.com",
        "\\\\evil.com",
        "foo/bar",
        "luobo.html",
        "brand:x",
        "weixin://x",
        "file:///etc/passwd",
        "blob:x",
        "https:",
        "https://[",
        "https://a b/",
        "https://a.cn:99999/",
        "https://%/",
    ],
)
def test_an_address_that_cannot_be_used_is_refused_aloud(target: str) -> None:
    for source in (f"[甲](<{target}>)", f'<a href="{target}">甲</a>'):
        prose = render(source, NAMES)
        assert prose.refused and prose.links == (), source
        assert "href" not in prose.html and "甲" in prose.html


@pytest.mark.parametrize("target", ["https://a.cn/x.png", "data:image/png;base64,x", "../x.png"])
def test_a_picture_from_elsewhere_is_refused_aloud(target: str) -> None:
    prose = render(f"![甲]({target})", NAMES)
    assert prose.refused == (target,) and "src" not in prose.html


def test_a_scheme_broken_by_a_line_end_is_refused_as_what_a_browser_makes_of_it() -> None:
    for address in ("java\nscript:alert(1)", "java&#9;script:alert(1)", "&#1; javascript:alert(1)"):
        prose = render(f"<a HREF='{address}'>甲</a>", NAMES)
        assert "href" not in prose.html and prose.refused == ("javascript:alert(1)",)


def test_addresses_that_can_be_used_are_kept() -> None:
    for target in ("https://a.cn/?a=1&b=2", "mailto:a@b.cn", "tel:12315", "/about/", "#b"):
        prose = render(f"[甲]({target})", NAMES)
        assert not prose.refused and len(prose.links) == 1
    for target in ("https://a.cn/", "httpS://a.cn"):
        assert 'rel="noopener noreferrer"' in shown(render(f"[甲]({target})", NAMES))


def test_links_to_entries_are_made_by_the_page_that_shows_them() -> None:
    prose = render(
        "[甲](gi:weixian-luobo) [乙](gi:a#收录) ![丙](media:a/b.png) [丁](/about/#x)", NAMES
    )
    assert prose.links == ("gi:weixian-luobo", "gi:a#收录", "/about/#x", "media:a/b.png")
    page = shown(prose)
    assert '<a href="../gi:weixian-luobo/">甲</a>' in page
    assert '<a href="../gi:a/#收录">乙</a>' in page
    assert 'src="m/a/b.png"' in page and 'href="..//about//#x"' in page


def test_a_picture_offers_its_files_and_keeps_its_words_and_place() -> None:
    page = shown(render('![甲 > 乙](pear.png "丙")\n\n<img src="b.png" alt="丁">', NAMES))
    soup = BeautifulSoup(page, "html.parser")
    first, second = soup.select("p > picture, picture")
    source, img = first.select_one("source"), first.select_one("img")
    assert source is not None and img is not None
    assert (source["type"], source["srcset"]) == ("image/webp", "m/pear.png.webp 480w")
    assert (img["alt"], img["title"], img["src"]) == ("甲 > 乙", "丙", "m/pear.png")
    assert (img["width"], img["height"], img["loading"]) == ("480", "320", "lazy")
    assert img["sizes"] == source["sizes"]
    assert second.select_one('img[alt="丁"]') is not None


def test_the_first_picture_may_be_fetched_at_once() -> None:
    prose = render("![甲](a.png)\n\n![乙](b.png)", NAMES)
    page = resolve(prose.html, lambda t, f: None, files, WORDS, eager=1)
    images = BeautifulSoup(str(page), "html.parser").select("img")
    assert [image.get("loading") for image in images] == [None, "lazy"]


def test_what_only_looks_like_a_picture_is_text() -> None:
    page = shown(render('`<img src="a.png">` 和 &lt;img src=x&gt;', NAMES))
    assert "<img" not in page and "<picture" not in page


def test_words_stay_where_a_link_has_no_page() -> None:
    page = str(resolve(render('[甲](gi:gone "题")。', NAMES).html, lambda t, f: None, files, WORDS))
    soup = BeautifulSoup(page, "html.parser")
    assert soup.get_text().strip() == "甲。" and not soup.find_all(href=True)


def test_what_a_link_becomes_is_escaped() -> None:
    page = resolve(render("[甲](gi:a)", NAMES).html, lambda t, f: '"><b x="', files, WORDS)
    assert BeautifulSoup(str(page), "html.parser").find("b") is None


@given(st.text(alphabet="<>\"'()[]!#*`&;:/\\ \n-|{}=ahrefsconimgxgijavptd", max_size=120))
def test_no_text_makes_an_element_or_a_link_beyond_the_allowed(source: str) -> None:
    prose = render(source, NAMES)
    for tag in BeautifulSoup(shown(prose), "html.parser").find_all(True):
        assert tag.name in TAGS | {"picture", "source"}
        assert not [name for name in tag.attrs if name.startswith("on")]
        href = str(tag.get("href", "#"))
        assert href.startswith(("#", "/", "../", "https:", "mailto:", "tel:")), href
        assert not href.startswith("//")


@pytest.mark.parametrize(
    "title", [" href=", " src=", " id=", "a href=b", "id='c'", "> d", "align="]
)
def test_a_value_that_looks_like_an_attribute_is_none(title: str) -> None:
    prose = render(
        f'<a id="{title}" title="{title}" href="gi:a">甲</a>\n\n![{title}](media:b.png)\n', NAMES
    )
    assert prose.links == ("gi:a", "media:b.png") and prose.ids == (f"b-{title}",)
    page = BeautifulSoup(shown(prose), "html.parser")
    link, picture = page.a, page.img
    assert link is not None and picture is not None
    assert link.attrs == {"id": f"b-{title}", "title": title, "href": "../gi:a/"}
    assert picture["alt"] == title and picture["src"] == "m/b.png"


def test_text_that_looks_like_an_attribute_stays_as_it_is() -> None:
    text = '写 align="left" 和 id="a"，如 <code> href="b"</code>'
    prose = render(f'{text}\n\n| 甲 |\n|:--|\n| align="left" |\n', NAMES)
    assert text in prose.html and 'class="align-left"> align=' not in prose.html
    assert '<td class="align-left">align="left"</td>' in prose.html
    assert (prose.ids, prose.links) == ((), ())


def test_a_link_without_its_page_keeps_its_other_attributes() -> None:
    prose = render('<a title="甲" href="gi:a" lang="en">乙</a>', NAMES)
    page = resolve(prose.html, lambda target, fragment: None, files, WORDS)
    assert str(page) == '<p><a title="甲" lang="en">乙</a></p>\n'


@pytest.mark.parametrize("part", ["#", "甲", '<a href="x">甲</a>', '<b title="', "[甲](", "- "])
def test_a_number_of_thousands_of_digits_is_no_crash(part: str) -> None:
    prose = render(f'{part} &#{"9" * 5000};">\n\n*甲*\n', NAMES)
    assert "甲" in prose.html
