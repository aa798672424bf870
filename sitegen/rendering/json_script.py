"""Data as JSON inside an HTML page, in a block that no browser executes."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, Final

from markupsafe import Markup

ENCODER: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
SPECIAL: Final = re.compile("[<>&\u2028\u2029]")
"""What is escaped: no text can end the block, or begin another, as `<` never stands in it."""


def in_json(data: Mapping[str, Any]) -> Markup:
    """Plain data as the text of a `<script type="application/ld+json">`."""
    text = ENCODER.encode(data)
    return Markup(SPECIAL.sub(lambda found: f"\\u{ord(found[0]):04x}", text))
