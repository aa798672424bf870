"""The Python half gives what the golden vectors say."""

from __future__ import annotations

import pytest

from tests.support.search_vectors import FOLDER, text_of, vectors


@pytest.mark.parametrize("name", sorted(vectors()))
def test_the_python_half_gives_the_golden_vectors(name: str) -> None:
    assert (FOLDER / f"{name}.json").read_text("utf-8") == text_of(vectors()[name])
