"""The texts of a poster, set in lines that fit: nothing is cut, long texts get smaller letters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

from sitegen.outputs.parts.views.handouts import Paper
from sitegen.outputs.wording import Wording
from sitegen.rendering.images import fonts
from sitegen.rendering.images.fonts import Fonts

WIDTH = 920
"""Of the name and the sentence, in pixels of the poster."""
COLUMN = 540
"""Of what stands beside the code."""
NAME_SIZES = (120, 104, 92, 80, 68, 60, 52, 46)
NAME_LINES = {120: 1, 104: 1, 92: 2, 80: 2, 68: 2, 60: 3, 52: 3, 46: 3}
"""By size, so many lines of a name have room."""
SUMMARY_SIZES = (40, 36, 32, 28, 24, 22)
ROOM = 350
"""The height of name and sentence, in pixels."""
TITLE_SIZES = (36, 32, 28, 24, 21)
DETAIL_SIZES = (26, 24, 22, 20, 18, 16)
MOST_TITLES = 2
LEADING = 1.5
NAME_LEADING = 1.25
WORD = re.compile(r"[0-9A-Za-z.,%/~～–—-]{1,16}|.", re.DOTALL)
"""What no line breaks in, unless it is longer than any word."""
NOT_FIRST = frozenset("，。、；：？！）》〉”’」』】…—·%")
"""No line begins with these."""
PAUSES = frozenset("，。、；：？！")
"""A sentence breaks behind one of these where one stands in the second half of a line."""

Measure = Callable[[str, int], float]


class PosterLine(NamedTuple):
    """海报上的一行字 | a line of text on a poster"""

    text: str
    """文字 | the text"""
    size: int
    """字的大小，像素 | the size of its letters in pixels"""


class PosterTitle(NamedTuple):
    """海报上的一个称号 | a title on a poster"""

    name: PosterLine
    """称号和状态 | the title and its status"""
    details: tuple[PosterLine, ...]
    """文号和核对日期；有两个称号时同在一行 | the number and the day of the check, in one line where there are two titles"""


class PosterText(NamedTuple):
    """海报上的字，已分行 | the texts of a poster, set in lines"""

    name: tuple[PosterLine, ...]
    """名称 | the name"""
    summary: tuple[PosterLine, ...]
    """一句话；可空 | the sentence; may be empty"""
    titles: tuple[PosterTitle, ...]
    """称号，最多两个；可空 | its titles, two at most; may be empty"""
    more: PosterLine | None
    """还有几个称号，一句话；没有则空 | how many more titles there are, in words; empty where there are none"""
    address: PosterLine
    """网址 | the address"""


def poster_text(words: Wording, paper: Paper, used: Fonts) -> PosterText:
    def in_heading(text: str, size: int) -> float:
        return fonts.width(used.heading, text, size)

    def in_text(text: str, size: int) -> float:
        return fonts.width(used.text, text, size)

    name = _set(paper.name, NAME_SIZES, in_heading, lambda size, lines: lines <= NAME_LINES[size])
    name = _balanced(name, in_heading)
    room = ROOM - sum(line.size * NAME_LEADING for line in name)
    summary = _set(
        paper.summary,
        SUMMARY_SIZES,
        in_text,
        lambda size, lines: size * LEADING * lines <= room,
        pausing=True,
    )
    more = paper.more + len(paper.titles[MOST_TITLES:])
    return PosterText(
        name,
        summary,
        tuple(_titles(words, paper, in_heading, in_text)),
        _one_line(words.say("另有{count}项，见网页", count=more), DETAIL_SIZES, in_text)
        if more
        else None,
        _one_line(paper.address, DETAIL_SIZES, in_text),
    )


def _titles(
    words: Wording, paper: Paper, in_heading: Measure, in_text: Measure
) -> Iterator[PosterTitle]:
    shown = paper.titles[:MOST_TITLES]
    for title in shown:
        named = words.say("{title} · {status}", title=title.name, status=title.word)
        checked = words.say("核对至{day}", day=title.checked) if title.checked else ""
        details = [text for text in (title.document, checked) if text]
        if len(shown) > 1:
            details = [words.say("，").join(details)]
        yield PosterTitle(
            _one_line(named, TITLE_SIZES, in_heading),
            tuple(_one_line(text, DETAIL_SIZES, in_text) for text in details),
        )


def _one_line(text: str, sizes: Sequence[int], measure: Measure) -> PosterLine:
    """The text in the largest size in which it fits beside the code; one that never fits gets smaller still."""
    for size in sizes:
        if measure(text, size) <= COLUMN:
            return PosterLine(text, size)
    smallest = sizes[-1]
    return PosterLine(text, max(1, int(smallest * COLUMN / measure(text, smallest))))


def _set(
    text: str,
    sizes: Sequence[int],
    measure: Measure,
    fits: Callable[[int, int], bool],
    *,
    pausing: bool = False,
) -> tuple[PosterLine, ...]:
    """The text in the largest size in which its lines have room; `pausing`: with breaks at pauses if they have
    room as well."""
    lines: list[str] = []
    size = sizes[-1]
    for size, at_pauses in product(sizes, (True, False) if pausing else (False,)):
        lines = list(_lines(text, size, measure, pausing=at_pauses))
        narrow = all(measure(line, size) <= WIDTH + size for line in lines)
        if narrow and fits(size, len(lines)):
            break
    return tuple(PosterLine(line, size) for line in lines)


def _balanced(lines: tuple[PosterLine, ...], measure: Measure) -> tuple[PosterLine, ...]:
    """The same number of lines, as equal in length as can be."""
    if len(lines) < 2:
        return lines
    text, best, size = "".join(line.text for line in lines), lines, lines[0].size
    for width in range(WIDTH, WIDTH // 3, -size // 2):
        tried = tuple(_lines(text, size, measure, width))
        if len(tried) > len(lines):
            break
        best = tuple(PosterLine(line, size) for line in tried)
    return best


def _lines(
    text: str, size: int, measure: Measure, width: float = WIDTH, *, pausing: bool = False
) -> Iterator[str]:
    """The text in lines; a mark that closes may hang over the end of one."""
    line = ""
    for word in WORD.findall(text):
        if line and measure(line + word, size) > width and word not in NOT_FIRST:
            pause = max((at for at, char in enumerate(line) if char in PAUSES), default=0) + 1
            end = pause if pausing and pause > len(line) / 2 else len(line)
            yield line[:end]
            line = line[end:]
        line += word
    if line:
        yield line
