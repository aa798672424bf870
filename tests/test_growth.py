"""The time that functions with patterns take grows as their text does, whatever an author writes."""

from __future__ import annotations

import pytest

from tests.support.growth import exponent
from tests.support.hostile_shapes import SHAPES
from tests.support.no_pattern_readers import NOT_READERS
from tests.support.pattern_readers import READERS, Reader
from tests.support.patterns_used import functions_with_patterns

STEEPEST = 1.3
"""The power of the length at which the time may grow. Where the square is needed, it is 2."""


def test_every_function_with_patterns_is_tried_or_says_why_not() -> None:
    tried = [name for reader in READERS for name in reader.names]
    assert sorted([*tried, *NOT_READERS]) == sorted(functions_with_patterns())


def test_there_are_shapes_enough() -> None:
    assert len(SHAPES) >= 80
    assert all(
        900 < len(shape(1_000)) < 1_400 for shape in map(SHAPES.get, ("'['", "'a\\n'")) if shape
    )


@pytest.mark.parametrize("reader", READERS, ids=[reader.names[0] for reader in READERS])
def test_time_grows_as_the_text_does(reader: Reader) -> None:
    steep = {}
    for name, shape in SHAPES.items():
        made = lambda size, shape=shape: reader.prepare(shape(size))  # noqa: E731
        power = exponent(reader.read, made, enough=STEEPEST)
        if power > STEEPEST:
            steep[name] = round(power, 2)
    assert steep == {}


def test_a_function_that_needs_the_square_is_noticed() -> None:
    def square(text: str) -> object:
        return [text.count("[", place) for place in range(0, len(text), 2)]

    assert exponent(square, SHAPES["'['"]) > STEEPEST
