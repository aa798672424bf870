"""Start tags and attributes are read by the rules of the HTML standard.

tests/browser/test_html_tags.py holds them against Chromium.
"""

from __future__ import annotations

import random
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.rendering.html_tags import attributes, start_tags, unescaped
from tests.support.tag_soup import soup


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" a b='1'c=\"2\" d=3/ e", {"a": "", "b": "1", "c": "2", "d": "3/", "e": ""}),
        (" =a==b", {"=a": "=b"}),
        (' a"b=c"', {'a"b': 'c"'}),
        (" a =\n'b' / A=c", {"a": "b"}),
        (" a\u3000b=c", {"a\u3000b": "c"}),
        (" a= ", {"a": ""}),
    ],
)
def test_attributes_are_told_apart(text: str, expected: dict[str, str]) -> None:
    assert attributes(text) == expected


@pytest.mark.parametrize(
    ("html", "names"),
    [
        ("<A><b/><c\u3000d>", ["a", "b", "c\u3000d"]),
        ("<script><!--<script></script><a></script><b>", ["script", "b"]),
        ("<script><!--><script></script><a>", ["script", "a"]),
        ("<script><!--<scripts></script><a>", ["script", "a"]),
        ("<Style><a></styles></STYLE/><b>", ["style", "b"]),
        ("<textarea><a>", ["textarea"]),
        ("< a><1><\u7532><a", []),
    ],
)
def test_tags_are_told_from_text(html: str, names: list[str]) -> None:
    assert [tag.name for tag in start_tags(html)] == names


@pytest.mark.parametrize(
    ("value", "character"),
    [
        ("&amp;&lt&#65;&#x42&#X43;", "&<ABC"),
        ("?a=1&copy=2&copyright=3&copy;=4&copy", "?a=1&copy=2&copyright=3\u00a9=4\u00a9"),
        ("&#0;&#xD800;&#x110000;", "\ufffd\ufffd\ufffd"),
        ("&#128;&#x81;&#1;", "\u20ac\x81\x01"),
        ("&#0000000000065;&#" + "9" * 9000 + ";", "A\ufffd"),
        ("&nosuch;&;&#;&#x;&", "&nosuch;&;&#;&#x;&"),
    ],
)
def test_character_references_are_those_of_attributes(value: str, character: str) -> None:
    assert unescaped(value) == character


class Oracle(HTMLParser):
    """The start tags as the parser of Python's own library reads them."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, list[str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, list(dict.fromkeys(name for name, _ in attrs))))


WELL_FORMED = st.lists(
    st.builds(
        lambda name, keys, quote, value: (
            f"<{name}{''.join(f' {key}={quote}{value}{quote}' for key in keys)}>1 &lt; 2</{name}>"
        ),
        st.sampled_from(["a", "p", "H2", "x-y"]),
        st.lists(st.sampled_from(["href", "ID", "title", "data-a"]), max_size=4),
        st.sampled_from(['"', "'"]),
        st.sampled_from(["a", " href=b ", "1 > 0 <c>", "", "=", " id="]),
    ),
    max_size=5,
).map("".join)


@given(WELL_FORMED)
def test_well_formed_html_is_read_as_by_a_second_parser(html: str) -> None:
    oracle = Oracle()
    oracle.feed(html)
    assert [(tag.name, list(attributes(tag.attributes))) for tag in start_tags(html)] == oracle.tags


@given(st.integers().map(random.Random).map(soup))
def test_no_html_at_all_is_too_bad_to_be_read(html: str) -> None:
    for tag in start_tags(html):
        assert tag.name == tag.name.lower() and tag.name in html.lower()
        assert all(key == key.lower() for key in attributes(tag.attributes))
