"""Keys of the rows of one entry: by them pages have anchors and other entries lead to a row, so they never change."""

from __future__ import annotations

from typing import Annotated

from sitegen.model.types import pattern

RowKey = Annotated[
    str, pattern(r"[A-Za-z0-9-]{1,40}", "字母、数字、连字符", "letters, digits, hyphens")
]
