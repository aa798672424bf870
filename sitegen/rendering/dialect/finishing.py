"""What is done to the clean HTML of a body, and which words a page adds to it.

`finish` and `with_tasks` run once a body, whatever the language of the pages. `worded` is called for each page.
"""

from __future__ import annotations

import re
from itertools import count
from typing import NamedTuple

from sitegen.rendering.dialect.addresses import linked
from sitegen.rendering.images.markup import attribute

FEWEST_WIDE = 6
"""A table with so many columns has a box of its own in which it scrolls; narrower ones fit a screen of 320 px."""
TABLE = re.compile(r"<table\b[^>]*>(.*?)</table>", re.DOTALL)
HEADS = re.compile(r"<thead>.*?</thead>", re.DOTALL)
EMPTY_HEAD = re.compile(r"<th\b([^<>]*)></th>")
"""The corner of a table whose first column has heads of its own."""
UNSCOPED = re.compile(r"<th\b(?![^<>]*\bscope=)([^<>]*)>")
CELL = re.compile(r"<t[hd][\s>]")
TASK = re.compile(r"<li>(\s*<p>)?([☐☑]) ")
WIDE_TABLE = '<section class="wide-table">'
BOX = re.compile(r'<span class="task__box">([☐☑])</span>')


class BodyWords(NamedTuple):
    """Words of the interface within a body. `table` has a place for the number of the table."""

    done: str
    to_do: str
    table: str


def finish(html: str) -> str:
    """`html` with bare addresses as links, wide tables in their boxes, and no head of a column that says nothing."""
    if "://" in html:
        html = linked(html)
    if "<table" in html:
        html = HEADS.sub(_with_corner, html)
        html = TABLE.sub(_boxed, html)
    return html


def with_tasks(html: str) -> str:
    """`html` with the boxes of tasks marked. The quick route knows no tasks, so it needs no look for them."""
    if "☐" not in html and "☑" not in html:
        return html
    return TASK.sub(r'<li class="task">\1<span class="task__box">\2</span> ', html)


def _with_corner(heads: re.Match[str]) -> str:
    """Heads of which none says nothing. Beside an empty corner the others say that they are heads of columns."""
    row = EMPTY_HEAD.sub(r"<td\1></td>", heads[0])
    return row if row == heads[0] else UNSCOPED.sub(r'<th scope="col"\1>', row)


def _boxed(table: re.Match[str]) -> str:
    first_row = table[1].partition("</tr>")[0]
    narrow = len(CELL.findall(first_row)) < FEWEST_WIDE
    return table[0] if narrow or "<table" in table[1] else f"{WIDE_TABLE}\n{table[0]}\n</section>"


def worded(html: str, words: BodyWords) -> str:
    """`html` with names for what a reader cannot see: the boxes of tasks, the tables that scroll."""
    if "wide-table" in html:
        numbers = count(1)
        html = re.sub(WIDE_TABLE, lambda _: _region(words.table, next(numbers)), html)
    if "task__box" in html:
        html = BOX.sub(lambda box: _named_box(box[1], words), html)
    return html


def _region(name: str, number: int) -> str:
    label = attribute(name.format(number=number))
    return f'<section class="wide-table" tabindex="0" aria-label="{label}">'


def _named_box(box: str, words: BodyWords) -> str:
    label = attribute(words.done if box == "☑" else words.to_do)
    return f'<span class="task__box" role="img" aria-label="{label}">{box}</span>'
