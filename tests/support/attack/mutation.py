"""Bytes made from seeds by chance, the same for the same seed: for runs without a fuzzer."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

NUMBERS = (b"0", b"-1", b"9" * 30, b"65536", b"1e999", b"\xef\xbc\x91")
LONGEST = 8_000


def mutants(
    seeds: Sequence[bytes], words: Sequence[bytes], number: int, seed: int
) -> Iterator[bytes]:
    """The seeds themselves, then so many others made from them."""
    yield b""
    yield from seeds
    chance = random.Random(seed)
    for _ in range(number):
        data = chance.choice(seeds)
        for _ in range(chance.choice((1, 1, 2, 3, 6))):
            data = mutated(data, seeds, words, chance)
        yield data[:LONGEST]


def mutated(
    data: bytes, seeds: Sequence[bytes], words: Sequence[bytes], chance: random.Random
) -> bytes:
    """The bytes with one thing changed in them."""
    start = chance.randrange(len(data) + 1)
    end = min(len(data), start + chance.choice((0, 1, 1, 2, 4, 16, 60)))
    kind = chance.randrange(7)
    if kind == 0:
        return data[:start] + chance.randbytes(end - start) + data[end:]
    if kind == 1:
        return data[:start] + data[end:]
    if kind == 2 and words:
        return data[:start] + chance.choice(words) + data[end:]
    if kind == 3:
        return data[:end] + data[start:end] * chance.choice((1, 2, 9)) + data[end:]
    if kind == 4:
        other = chance.choice(seeds)
        cut = chance.randrange(len(other) + 1)
        return data[:start] + other[cut : cut + chance.choice((4, 30, 300))] + data[end:]
    if kind == 5:
        return data[:start] + chance.choice(NUMBERS) + data[end:]
    return data[:start] if chance.random() < 0.3 else data[start:] + data[:start]
