"""Data as JSON inside an HTML page, in a block that no browser executes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from markupsafe import Markup

ENCODER: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
SPECIAL: Final = "<>&\u2028\u2029"
"""What is escaped: no text can end the block, or begin another, as `<` never stands in it."""
ESCAPED: Final = {ord(mark): f"\\u{ord(mark):04x}" for mark in SPECIAL}


def in_json(data: Mapping[str, Any]) -> Markup:
    """Plain data as the text of a `<script type="application/ld+json">`."""
    text = ENCODER.encode(data)
    # Nearly all texts have none of them, and five searches for a character are quicker than one for a set.
    if any(mark in text for mark in SPECIAL):
        text = text.translate(ESCAPED)
    return Markup(text)
