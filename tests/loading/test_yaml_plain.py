"""The quick route through front matter says what libyaml's events say, or nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.loading import front_matter, yaml_plain
from sitegen.loading.yaml_tree import Reading
from tests.support.attack.rounds import examples
from tests.support.basic_site import REPOSITORY

PIECES = [
    "name: ",
    "aka:",
    "a: ",
    "b_2: ",
    "- ",
    "  - ",
    "    - ",
    "[",
    "]",
    ", ",
    ",",
    "甲",
    "0536",
]
PIECES += ["no", "~", ": ", ":", " #", "#", "'", '"', "{", "}", "&", "*", "!", "|", ">", "%", "@"]
PIECES += ["`", "?", "-", " ", "  ", "\t", "\n", "\n", "\n", "：", "---", "...", "\\", "=", "<<: "]
PIECES += ["https://a.cn/x?y=1#z", "gi:pear", "2024-06-30", "12:30", "、", "\u3000", "𠮷", "a: x\n"]
PIECES += ["name: 甲\n", "aka: [甲, 乙]\n", "aka:\n  - 甲\n  - 乙\n", "aka:\n- 甲\n"]


def agree(text: str) -> bool:
    """Whether the quick route took it; fails where it then differs."""
    quick = yaml_plain.read(text, 2)
    if quick is None:
        return False
    reading = Reading(text, 2)
    assert reading.run() is None and not reading.causes, text
    tree, places = quick
    assert (tree, dict(places.values), dict(places.keys)) == (
        reading.root,
        reading.values,
        reading.keys,
    )
    return True


def real_texts() -> list[str]:
    texts = [path.read_text("utf-8") for path in sorted(REPOSITORY.glob("content/*/*.md"))]
    parts = (front_matter.split(text, "x")[0] for text in texts)
    yaml = [path.read_text("utf-8") for path in sorted(REPOSITORY.glob("content/**/*.yaml"))]
    return [part.yaml for part in parts if part is not None] + yaml


def test_every_real_file_gives_the_same() -> None:
    taken = [agree(text) for text in real_texts()]
    assert len(taken) > 150 and any(taken)


@settings(max_examples=examples(3000), deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=10).map("".join))
def test_any_mixture_of_marks_gives_the_same_or_is_left_to_libyaml(text: str) -> None:
    agree(text)


@settings(max_examples=examples(1000), deadline=None)
@given(st.sampled_from(real_texts()), st.integers(0, 10_000), st.sampled_from(PIECES))
def test_a_mark_put_anywhere_into_a_real_file_changes_both_alike(
    text: str, at: int, piece: str
) -> None:
    place = at % (len(text) + 1)
    agree(text[:place] + piece + text[place:])


@pytest.mark.parametrize(
    "text",
    [
        "name: 甲\n",
        "name: 甲",
        "name:   甲 乙\naka: [甲,  乙, 丙丁]\n",
        "aka:\n  - 甲\n  - gi:pear\nname: 0536\n",
        "aka:\n- 甲\n- 乙\n",
        "url: https://a.cn/x?y=1#z\n",
    ],
)
def test_ordinary_front_matter_takes_the_quick_way(text: str) -> None:
    assert agree(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a:\n",
        "a: 'x'\n",
        "a: x\na: y\n",
        "a: x # y\n",
        "a:\n  b: c\n",
        "a: |\n  x\n",
        "a: x\n b\n",
    ],
)
def test_what_the_quick_way_does_not_know_it_leaves(text: str) -> None:
    assert not agree(text)
