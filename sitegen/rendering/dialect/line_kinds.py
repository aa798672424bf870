"""What a line of a body is, by the marks it begins with: as Markdown has them, and as editors type them."""

from __future__ import annotations

import re
from typing import NamedTuple

from sitegen.rendering.dialect.tokens import token

NUMERAL = "一二三四五六七八九十百零〇"
WIDE = "\u3000\u00a0\u2000-\u200a\u202f\u205f\ufeff"
INDENTED = re.compile(f"[ &{WIDE}]")
LEAD = re.compile(f"( *)((?:[ {WIDE}]|&(?:emsp|ensp|nbsp|#12288|#160|#8194|#8195);)*)")
WIDE_SPACE = re.compile(f"[{WIDE}]|&[#a-z0-9]+;")
BULLET = re.compile(
    r"([-*+])[ ]+(?=\S)"
    f"|([•·●○◆◇■▪▫◦‣⁃➢➤\uf06c\uf0a7\uf0b7\uf0d8\uf0fc]|[－＊＋–—](?=[ {WIDE}]))[ {WIDE}]*(?=\\S)"
    r"|-(?=[\u3400-\u9fff《“「])"
    r"|\*(?=[\u3400-\u9fff《“「][^*]*\Z)"
)
"""- * + as in Markdown; bullets pasted from Word; and a - or * right before a Chinese character."""
NUMBER = re.compile(r"(\d{1,3})([.)])[ ]+(?=\S)")
RULE = re.compile(r"([-*_])(?: *+\1){2,}+ *\Z|[－—─━＊＿═]{3,}\s*\Z")
HEADING = re.compile(r"([#＃]{1,6})(?![#＃])([ \u3000]*)(?=\S)")
TOPIC = re.compile(r"[^#＃]*(?:[^#＃\s][#＃]|\s[#＃](?=[^\s#＃]))")
"""What follows the first # of topics, as on social media: `话题#`, `话题 #话题`."""
DEEPEST_ITEM = 8
"""How many marks of items on one line are looked through."""
FOOTNOTE = re.compile(r"\[\^([^\[\]]*)\]:")
DEFINITION = re.compile(r"\[([^\[\]^][^\[\]]*)\]:[ ]*(\S*)")
BOX = re.compile(r"[\[［]([ xX√✓✔\u3000]?)[\]］][ \u3000]+(?=\S)")
ENUMERATION = re.compile(
    r"(?:\d{1,3}(?:[．、)）](?!\d)|\.(?!\d))|\d{4,9}\.(?= )"
    f"|[（(](?:\\d{{1,3}}|[{NUMERAL}]{{1,4}}|[A-Za-z])[）)]"
    f"|[{NUMERAL}]{{1,4}}、(?![{NUMERAL}]{{1,4}}、)"
    f"|第[{NUMERAL}\\d]{{1,6}}[条章节款项](?=[ \u3000：:])"
    r"|[①-⒛㈠-㈩㊀-㊉❶-❿➀-➓]|[☐☑☒□√✓✔★☆※]|——)"
)
"""A number or mark that begins a line of its own, and that readers must see as it is written."""
SHORT = 20
PLACEHOLDER = "\x02wzxhzdk:"


class Item(NamedTuple):
    """The beginning of a list item: the mark that Python-Markdown knows, its number, and the text."""

    mark: str
    number: int | None
    text: str


def lead(text: str) -> tuple[int, bool, str]:
    """(spaces before, whether wide spaces begin a paragraph here, what follows them)."""
    if not INDENTED.match(text):
        return 0, False, text
    match = LEAD.match(text)
    assert match is not None  # every part of the pattern may be empty
    wide = WIDE_SPACE.findall(match[2])
    if "\u3000" in wide or len(wide) > 1:
        return len(match[1]), True, text[match.end() :]
    return len(match[1]), False, text[len(match[1]) :]


def item(text: str) -> Item | None:
    """The list item that the text begins, if it begins one."""
    if bullet := BULLET.match(text):
        mark, number = bullet[1] or "-", None
        rest = text[bullet.end() :]
    elif numbered := NUMBER.match(text):
        mark, number = numbered[1] + numbered[2], int(numbered[1])
        rest = text[numbered.end() :]
    else:
        return None
    rest = rest.lstrip()
    if box := BOX.match(rest):
        rest = f"{'☐' if box[1].strip() == '' else '☑'} {rest[box.end() :]}"
    return Item(mark, number, rest)


def heading(text: str, *, below_text: bool) -> tuple[int, str] | None:
    """(level, words) of the heading that the text is, if it is one. A # right before a figure, right before
    a topic, and right before words below other text is a character."""
    match = HEADING.match(text)
    if match is None:
        return None
    level, words = len(match[1]), text[match.end() :]
    if level == 1 and not match[2] and (below_text or words[0].isdigit() or TOPIC.match(words)):
        return None
    bare = words.rstrip("#")
    if not bare or bare[-1] == "\\":
        return (level, words) if bare else None
    closed = bare[-1].isspace() or (not match[2] and len(words) - len(bare) == level)
    return level, bare.rstrip() if closed else bare + token("#") * (len(words) - len(bare))


def is_topic(text: str) -> bool:
    """Whether a line begins with a topic (`#话题#`), which is text as it stands."""
    return bool(TOPIC.match(text, 1))


def innermost_text(outer: Item) -> str:
    """The text of an item without the marks of items that begin in it, as in `1. - text`."""
    for _ in range(DEEPEST_ITEM):
        inner = item(outer.text)
        if inner is None:
            break
        outer = inner
    return outer.text


def stands_alone(text: str) -> bool:
    """Whether a numbered line is whole, so that the next one begins another: it is short, or it ends."""
    return len(text) <= SHORT or text.rstrip()[-1] in "。；：！？;:!?"
