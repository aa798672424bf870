"""Footnotes: whatever stands in one is shown, also what looks like the definition of another."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from sitegen.problems import Severity
from sitegen.rendering import markdown
from tests.support.attack.rounds import examples


def notes(body: str) -> list[str]:
    """The text of each footnote, without the link back."""
    soup = BeautifulSoup(markdown.render(body, {}).html, "html.parser")
    for link in soup.select("a.footnote-backref"):
        link.decompose()
    return [note.get_text(" ", strip=True) for note in soup.select("div.footnote > ol > li")]


@pytest.mark.parametrize(
    ("definitions", "shown"),
    [
        ("[^a]: [^b]: 里\n", ["[^b]: 里"]),
        ("[^a]: > [^b]: 里\n", ["[^b]: 里"]),
        ("[^a]: 文\n\n    > [^b]: 里\n", ["文 [^b]: 里"]),
        ("[^a]: 文\n\n    [^b]: 里\n", ["文", "里"]),
        ("[^<]:[^l]:\n[^a]: 文\n", ["文", "[^l]:"]),
        ("[^a]: [b]: https://x.example\n", ["[b]: https://x.example"]),
        ("[^a]: 见 https://x.example/一\n", ["见 https://x.example/ 一"]),
    ],
)
def test_a_footnote_shows_what_is_written_in_it(definitions: str, shown: list[str]) -> None:
    assert notes(f"甲[^a]\n\n{definitions}") == shown


def test_footnotes_are_numbered_as_the_text_refers_to_them() -> None:
    body = "甲[^b]乙[^a]丙[^b]\n\n[^a]: 注一\n[^b]: 注二"
    soup = BeautifulSoup(markdown.render(body, {}).html, "html.parser")
    assert [link.get_text() for link in soup.select("a.footnote-ref")] == ["1", "2", "1"]
    titles = [link["title"] for link in soup.select("a.footnote-backref")]
    assert titles == ["回到正文 1", "回到正文 1", "回到正文 2"]
    assert notes(body) == ["注二", "注一"]


@pytest.mark.parametrize(
    ("body", "line", "shown"),
    [
        ("文。\n\n[^8]: 没用**到**\n\n又", 3, ["没用 到"]),
        ("甲[^a]\n\n[^8]: 没用\n\n    - 到\n\n[^a]: 注", 3, ["注", "没用 到"]),
        ("- > [^8]: 没用", 1, ["没用"]),
    ],
)
def test_a_footnote_that_nothing_refers_to_is_shown_and_named(
    body: str, line: int, shown: list[str]
) -> None:
    prose = markdown.render(body, {})
    assert notes(body) == shown
    assert "fnref:8" not in prose.html and "<p></p>" not in prose.html
    assert [(found.kind.code, found.line) for found in prose.findings] == [
        ("markdown.footnote-unused", line)
    ]


def test_an_empty_footnote_is_one() -> None:
    assert notes("甲[^b]乙[^a]\n\n[^a]:\n[^b]: 注") == ["注", ""]


def test_an_address_at_the_end_of_a_footnote_ends_there() -> None:
    html = markdown.render("甲[^a]\n\n[^a]: 来源 https://x.example/a?b=1\n", {}).html
    assert '<a href="https://x.example/a?b=1">https://x.example/a?b=1</a>&nbsp;' in html


PARTS = [
    "[^a]: ",
    "[^b]:",
    "> ",
    "- ",
    "1. ",
    "\n",
    "\n\n",
    "    ",
    "甲",
    "乙",
    "[^a]",
    "[c]: /x\n",
]


@settings(deadline=None, max_examples=examples(300))
@given(st.lists(st.sampled_from(PARTS)))
@example(["- ", "> ", "[^a]: ", "甲", "\n", "[^a]: "])
@example(["- ", "> ", "[^a]: ", "甲", "\n", "[^a]: ", "乙"])
@example(["甲", "[^a]", "\n\n", "- ", "- ", "[^a]: ", "乙", "\n\n", "[^a]: ", "甲"])
def test_no_mixture_of_definitions_loses_a_word(parts: list[str]) -> None:
    body = "".join(parts)
    read = markdown.render(body, {})
    assume(all(kind.severity is not Severity.ERROR for kind, *_ in read.findings))
    text = BeautifulSoup(read.html, "html.parser").get_text()
    assert [text.count(word) for word in "甲乙"] == [body.count(word) for word in "甲乙"]
