"""How the time that a function takes grows with the length of its text."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from contextlib import suppress

from pydantic_core import PydanticCustomError

Read = Callable[[str], object]
FIRST = 8_000
"""Characters of the first try. A function that needs the square of the time is noticed by then."""
LITTLE = 0.005
"""Seconds within which no growth can be measured, and none need be."""
WIDER = 4
"""How many times longer the other text is."""
TRIES = 3
LENGTHS = (1, 1, 1, 2, 2, 4, 4, 8, 8)
"""How many times the first length each comparison begins with. A square stays one at any length."""
LONG = 2.0
"""Seconds of a call that no disturbance outlasts: no longer text is tried."""


def exponent(
    read: Read, shape: Callable[[int], str], first: int = FIRST, enough: float = 1.2
) -> float:
    """The power of the length with which the time grows: 1 where it grows as the text, 2 with its square.

    0 where so little time is taken that it does not matter. The least of several comparisons, since other
    processes can only make a function slower; the later ones with longer texts, which take longer than a
    disturbance does. None follows one that gave `enough` or less.
    """
    if seconds(read, shape(first), tries=1) < LITTLE:
        return 0.0
    lowest = math.inf
    for length in LENGTHS:
        sizes = (length * first, WIDER * length * first)
        shorter, longer = (seconds(read, shape(size)) for size in sizes)
        lowest = min(lowest, math.log(longer / shorter, WIDER))
        if lowest <= enough or longer > LONG:
            break
    return lowest


def seconds(read: Read, text: str, tries: int = TRIES) -> float:
    """The CPU time of one call, the least of so many."""
    least = math.inf
    for _ in range(tries):
        begun = time.process_time()
        with suppress(PydanticCustomError):  # refusing a value is an answer, too
            read(text)
        least = min(least, time.process_time() - begun)
    return least
