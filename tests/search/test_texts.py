"""Words with digits in texts."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from sitegen.search.texts import words_of


@given(st.text(st.sampled_from("ab012 萝。-"), max_size=30))
def test_words_are_those_of_the_plain_pattern(text: str) -> None:
    assert list(words_of(text)) == re.findall(r"[a-z]*[0-9][a-z0-9]{2,}", text)
