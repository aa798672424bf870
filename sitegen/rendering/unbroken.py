"""Text in which lines do not break inside a date, between a figure and its unit, or within （原某局）.

Browsers may break a line between a digit and a Chinese character, and at each hyphen of an ISO date. No style
says where not to, so such pieces stand in an element that keeps its line. It is text that the reader selects and
finds as before: no hidden characters are put into it. Spaces typed between Chinese and figures are left out
on the way (`spacing`).
"""

from __future__ import annotations

import re
from functools import lru_cache

from markupsafe import Markup, escape

from sitegen.rendering.spacing import closed_up, closed_up_html

MORE = r"[0-9,.]{0,15}(?:[—–~～〜-][0-9][0-9,.]{0,15})?"
"""A number after its first digit, or two numbers."""
HAN_UNITS = "年代|年|月|日|号|件|个|家|项|条|种|份|届|批|类|级|名|位|岁|元|万|亿|吨|亩|克|斤|公斤|千克|毫米|厘米|米|公里"
SIGNS = "%|‰|℃|°C?|(?:kg|mg|g|cm|mm|km|m|ml|L|t|hm²)(?:/[0-9a-zA-Z]+)?(?![A-Za-z])"
DATE = r"[0-9]{3}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?(?![0-9-])"
"""An ISO date after its first digit."""
FORMERLY = "原[^（）<>&]{1,12}）"
CLOSING = "[，。；：、！？）》]?"
"""A mark behind a piece belongs to it: behind an element of its own some browsers begin a line with it."""
AFTER_FIRST = (
    rf"(?<=[0-9])(?<![0-9A-Za-z.,#-][0-9])(?:{DATE}()|{MORE} ?(?:{HAN_UNITS}|{SIGNS}){CLOSING})"
    rf"|(?<=第)[0-9]{MORE} ?(?:{HAN_UNITS}|{SIGNS}){CLOSING}|(?<=（){FORMERLY}{CLOSING}"
)
"""What follows the first character of a piece: of a date, of a figure and its unit, of （原…）."""
PIECE = re.compile(rf"[0-9第（](?:{AFTER_FIRST})")
"""It begins with a set of characters: such a pattern passes over all others at once."""
FIRST = re.compile("[0-9（]")
"""What every such piece begins with or has: most texts have none of it, and are done."""


# Numbers of announcements, dates and offices stand on many pages.
@lru_cache(maxsize=4096, typed=True)
def unbroken(text: str) -> str:
    """Plain text for a page, escaped, where a piece of it has to keep its line; else the text unchanged."""
    closed = text if isinstance(text, Markup) else closed_up(text)
    if not FIRST.search(closed):
        return closed
    return Markup(PIECE.sub(_kept, str(escape(closed))))


def unbroken_html(html: Markup) -> Markup:
    """The same for HTML: its texts, not its tags."""
    closed = str(closed_up_html(html))
    if not FIRST.search(closed):
        return Markup(closed)
    parts = []
    seen = written = 0
    in_tag = False
    for found in PIECE.finditer(closed):
        start = found.start()
        # No piece has < or > in it, so it is in a tag where its start is.
        ended = closed.rfind(">", seen, start)
        opened = closed.rfind("<", max(ended, seen), start)
        in_tag = opened >= 0 or (in_tag and ended < 0)
        seen = start
        if not in_tag:
            parts += [closed[written:start], _kept(found)]
            written = found.end()
    return Markup("".join([*parts, closed[written:]]))


def _kept(found: re.Match[str]) -> str:
    piece = found[0]
    if found[1] is not None:
        return f'<time datetime="{piece}">{piece}</time>'
    return f'<span class="unbroken">{piece}</span>'
