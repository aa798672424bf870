"""The Markdown body of an entry: three to six paragraphs, mostly a list, often a table."""

from __future__ import annotations

from random import Random

from benchmarks.synthetic.entries import Dataset, Entry
from benchmarks.synthetic.fields import slots
from benchmarks.synthetic.words import ITEMS, SENTENCES, TABLE_HEAD, TABLE_ROWS

MEAN = 2_032
"""Bytes of a body in the mean."""
SPREAD = 600
LISTS = 0.8
TABLES = 0.4


def body_of(data: Dataset, entry: Entry) -> str:
    """Every block ends with one line break, blocks stand a blank line apart."""
    chance = Random(f"{data.seed}-body-{entry.id}")
    blocks = []
    if chance.random() < LISTS:
        blocks.append(_list(entry, chance))
    if chance.random() < TABLES:
        blocks.append(_table(entry, chance))
    target = chance.randint(MEAN - SPREAD, MEAN + SPREAD)
    left = target - sum(len(block.encode()) + 2 for block in blocks)
    paragraphs = _paragraphs(entry, chance, left)
    for block in blocks:
        paragraphs.insert(chance.randint(1, len(paragraphs) - 1), block)
    if data.rich:
        paragraphs = _enriched(paragraphs)
    return "\n\n".join(paragraphs) + "\n"


def _paragraphs(entry: Entry, chance: Random, size: int) -> list[str]:
    """Three to six paragraphs of some `size` bytes together, none of them empty."""
    count = chance.randint(3, 6)
    paragraphs = [""] * count
    sentences = list(SENTENCES)
    chance.shuffle(sentences)
    written = 0
    for number in range(count * len(sentences)):
        if number >= count and written >= size - 45:
            break
        sentence = sentences[number % len(sentences)].format(**slots(entry, chance))
        paragraphs[number % count] += sentence
        written += len(sentence.encode())
    return paragraphs


def _list(entry: Entry, chance: Random) -> str:
    items = chance.sample(ITEMS, chance.randint(3, 5))
    return "\n".join(f"- {item.format(**slots(entry, chance))}" for item in items)


def _table(entry: Entry, chance: Random) -> str:
    rows = chance.sample(TABLE_ROWS, chance.randint(3, 4))
    lines = [TABLE_HEAD, ("---",) * len(TABLE_HEAD)]
    lines += [tuple(cell.format(**slots(entry, chance)) for cell in row) for row in rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _enriched(blocks: list[str]) -> list[str]:
    """A footnote and an attribute list: no quick route for plain bodies may take these."""
    first, *others = blocks
    return [f"{first}[^1]\n{{: #origin }}", *others, "[^1]: 据走访时的记录。"]
