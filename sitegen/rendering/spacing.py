"""Spaces that authors type between Chinese and figures or Latin letters: `2025 年`, `按 Tab 键`.

Some type them and others do not, and browsers add a gap of their own (`text-autospace`). So pages show none of
them. What a space could be part of stays as it is: code, addresses, Latin words, and signs such as ≥ or +.
"""

from __future__ import annotations

import re

HAN = "\u3400-\u9fff"
LATIN = "0-9A-Za-z"
INLINE = "a|abbr|b|cite|del|em|i|ins|mark|q|s|small|span|strong|sub|sup|time|u"
JOINED, APART, KEPT = "\0", "\1", "\2"
"""What stands for a tag within a line of text, for any other tag, and for a space in code. No text has them."""
TAG = re.compile(r"(<[^<>]*>)")
IS_INLINE = re.compile(rf"</?(?:{INLINE})[\s>]")
IS_CODE = re.compile(r"<(/?)(?:code|pre|kbd|samp)[\s>]")
GAP = re.compile(rf"(?<! ) +(?={JOINED}{{0,4}}[{HAN}{LATIN}])")
"""A space that may be too much: `_closed` looks at what stands before it."""
LIKELY = re.compile(rf" (?:(?<=[{HAN}>] ) *[{LATIN}<]|(?<=[{LATIN}>] ) *[{HAN}<])")
"""Most texts have nothing like it, and are done. It begins with a blank: all other characters are passed over at
once."""
HAN_END, LATIN_END = re.compile(f"[{HAN}]"), re.compile(f"[{LATIN}]")
MARKS = re.compile("[\0-\2]")
LONGEST = 80
"""So much beside a space tells whether an address ends or begins there."""
WORD_BEFORE = re.compile(rf"[!-~{JOINED}]*\Z")
WORD_AFTER = re.compile(rf"[!-~{JOINED}]*")
ADDRESS = re.compile(r"://|@|\.[A-Za-z]{2}|\A/|/\Z")


def closed_up(text: str) -> str:
    """Plain text without such spaces."""
    return GAP.sub(_closed, text) if LIKELY.search(text) else text


def closed_up_html(html: str) -> str:
    """The same for HTML: its texts, not its tags and no code; a link or an emphasis is no border."""
    if not LIKELY.search(html) or MARKS.search(html):
        return html
    parts = TAG.split(html)
    depth = 0
    texts: list[str] = []
    for index, part in enumerate(parts):
        if not index % 2:
            texts.append(part.replace(" ", KEPT) if depth else part)
        elif IS_INLINE.match(part):
            texts.append(JOINED)
        else:
            texts.append(APART)
            if code := IS_CODE.match(part):
                depth = max(depth - 1, 0) if code[1] else depth + 1
    closed = GAP.sub(_closed, "".join(texts))
    tags = iter(parts[1::2])
    return MARKS.sub(lambda mark: " " if mark[0] == KEPT else next(tags), closed)


def _closed(gap: re.Match[str]) -> str:
    """Nothing for a gap between Chinese and Latin; the gap itself between two of a kind, and at an address."""
    text = gap.string
    before = text[max(gap.start() - LONGEST, 0) : gap.start()]
    after = text[gap.end() : gap.end() + LONGEST]
    last_before, first_after = before.rstrip(JOINED)[-1:], after.lstrip(JOINED)[:1]
    if HAN_END.match(last_before) and LATIN_END.match(first_after):
        word = WORD_AFTER.match(after)
    elif LATIN_END.match(last_before) and HAN_END.match(first_after):
        word = WORD_BEFORE.search(before)
    else:
        return gap[0]
    return gap[0] if word and ADDRESS.search(word[0].replace(JOINED, "")) else ""
