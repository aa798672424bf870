"""What a body says: its Markdown without the marks that stand within sentences.

For the index of texts, where a phrase goes on through a link or bold words as it does for a reader.
"""

from __future__ import annotations

import re

LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)")


def said(body: str) -> str:
    """`见[**梨**膏](products:li-gao)。` → `见梨膏。`; lines and what parts a table stay."""
    if "](" in body:
        body = LINK.sub(r"\1", body)
    return body.replace("*", "").replace("`", "")
