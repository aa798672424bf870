"""The text of a Markdown body without the marks that stand within sentences.

For the search index: a phrase then runs on through a link or bold words, as it does for a reader.
"""

from __future__ import annotations

import re

LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)")


def plain_text(body: str) -> str:
    """`见[**梨**膏](products:li-gao)。` → `见梨膏。`. Line ends and the marks of lists and tables stay."""
    if "](" in body:
        body = LINK.sub(r"\1", body)
    return body.replace("*", "").replace("`", "")
