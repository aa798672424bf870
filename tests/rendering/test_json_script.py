"""Data in a block of JSON on a page: the same data to a reader of JSON, and nothing that ends the block."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from sitegen.rendering.json_script import in_json


@given(st.text() | st.text('<>&/script!-\u2028\u2029潍县"\\'))
def test_any_text_is_read_back_and_cannot_end_the_block(text: str) -> None:
    written = in_json({"name": text})
    assert json.loads(written) == {"name": text}
    assert not set(written) & set("<>&\u2028\u2029")
