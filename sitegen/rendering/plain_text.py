"""The text of a body as a reader sees it, without the marks within its sentences.

For the search index: a phrase then runs on through a link, a footnote or bold words.
"""

from __future__ import annotations

import html as entities
import re
from collections.abc import Callable

LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)")
MARK = re.compile(r"[\[\]<&\\~～＊_^{]")
"""What else may be a mark, or the beginning of one. `*` and `` ` `` mark what stands between two of them."""
PICTURE = re.compile(r'<img\b(?:[^<>"]|"[^"]*")*?\balt="([^"]*)"(?:[^<>"]|"[^"]*")*>')
NOTE_MARK = re.compile(r'<sup id="[^"]*">.*?</sup>|<a class="footnote-backref".*?</a>', re.DOTALL)
TAG = re.compile(r'<(?:[^<>"]|"[^"]*")*>')


def plain_text(body: str, html: Callable[[], str]) -> str:
    """`见[**梨**膏](products:li-gao)。` → `见梨膏。`. Line ends and the marks of lists and tables may stay.

    `html` gives the body as HTML. It is asked for only where the marks are not of the simple kinds: an
    index is made of all bodies, of which a build after an edit has rendered few.
    """
    simple = LINK.sub(r"\1", body) if "](" in body else body
    if not MARK.search(simple):
        return simple.replace("*", "").replace("`", "")
    shown = NOTE_MARK.sub("", html())
    return entities.unescape(TAG.sub("", PICTURE.sub(r"\1", shown)))
