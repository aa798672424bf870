"""A target of an attack: a function that gives hostile bytes to one room and asserts its promise."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Target(NamedTuple):
    """`run` takes any bytes and raises where a promise is broken. `seeds` are bytes of the usual kind,
    from which others are made; `words` what is worth putting into them."""

    run: Callable[[bytes], None]
    seeds: Callable[[], list[bytes]]
    words: tuple[bytes, ...] = ()


def chosen(data: bytes, among: int) -> tuple[int, bytes]:
    """The first byte as a number below `among`, and the other bytes."""
    return (data[0] % among if data else 0), data[1:]
