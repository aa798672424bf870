"""Data as JSON inside an HTML page, in a block that no browser executes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from markupsafe import Markup

ESCAPED: Final = str.maketrans({char: f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"})
"""No text can end the block, or begin another: `<` never stands in it."""


def in_json(data: Mapping[str, Any]) -> Markup:
    """Plain data as the text of a `<script type="application/ld+json">`."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate(ESCAPED))
