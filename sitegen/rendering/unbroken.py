"""Text in which lines do not break inside a date, between a figure and its unit, or within （原某局）.

Browsers may break a line between a digit and a Chinese character, and at each hyphen of an ISO date. No style
says where not to, so such pieces stand in an element that keeps its line. It is text that the reader selects and
finds as before: no hidden characters are put into it. A space typed between a figure and a Chinese unit goes.
"""

from __future__ import annotations

import re
from functools import lru_cache

from markupsafe import Markup, escape

NUMBER = r"[0-9][0-9,.]{0,15}(?:[—–~～〜-][0-9][0-9,.]{0,15})?"
HAN_UNITS = "年代|年|月|日|号|件|个|家|项|条|种|份|届|批|类|级|名|位|岁|元|万|亿|吨|亩|克|斤|公斤|千克|毫米|厘米|米|公里"
SIGNS = "%|‰|℃|°C?|(?:kg|mg|g|cm|mm|km|m|ml|L|t|hm²)(?:/[0-9a-zA-Z]+)?(?![A-Za-z])"
DATE = r"[0-9]{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?(?![0-9-])"
FORMERLY = "（原[^（）<>&]{1,12}）"
PIECE = re.compile(
    rf"(?<![0-9A-Za-z.,#-])(?:({DATE})|(第?{NUMBER}) ?(?:({HAN_UNITS})|{SIGNS}))|{FORMERLY}"
)
"""A date; a figure and its unit, where that is Chinese apart."""
IN_HTML = re.compile(rf"<[^<>]*>|{PIECE.pattern}")
FIRST = re.compile("[0-9（]")
"""What every such piece begins with or has: most texts have none of it, and are done."""


# Numbers of announcements, dates and offices stand on many pages.
@lru_cache(maxsize=4096, typed=True)
def unbroken(text: str) -> str:
    """Plain text for a page, escaped, where a piece of it has to keep its line; else the text unchanged."""
    if not FIRST.search(text):
        return text
    return Markup(PIECE.sub(_kept, str(escape(text))))


def unbroken_html(html: Markup) -> Markup:
    """The same for HTML: its texts, not its tags."""
    return Markup(IN_HTML.sub(_kept, html)) if FIRST.search(html) else html


def _kept(found: re.Match[str]) -> str:
    piece = found[0]
    if piece[0] == "<":
        return piece
    date, figure, han_unit = found.groups()
    if date:
        return f'<time datetime="{piece}">{piece}</time>'
    if han_unit:
        piece = (
            figure + han_unit
        )  # browsers set the gap of such a pair, as wide as where none is typed
    return f'<span class="unbroken">{piece}</span>'
