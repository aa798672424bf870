"""What results show, in files of a few entries each.

An entry's card is in the file of its number: eight numbers a file. Neighbouring files share a stamp,
the digest of all of them, so that their names change with their content and the list of stamps,
which a visitor is sent once, stays short.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sitegen.files import digest
from sitegen.search.facts import ResultCard
from sitegen.search.index import compact, text
from sitegen.search.numbering import Numbering

PER_FILE = 8
STAMPS = 256
"""So many at most: a stamp is for one file on a small site, for 128 of a hundred thousand entries."""


def build(cards: Iterable[ResultCard], numbering: Numbering) -> dict[str, bytes]:
    """root.json, and `<file>-<stamp>.json`: a list of [number, key, name, label, place, summary]."""
    rows: dict[int, list[list[Any]]] = {}
    for card in cards:
        number = numbering.ids[card.key]
        row = [number, card.key, card.name, card.label, card.place, card.summary]
        rows.setdefault(number // PER_FILE, []).append(row)
    made = {place: compact(sorted(members)) for place, members in sorted(rows.items())}
    together = 1
    while numbering.size > PER_FILE * together * STAMPS:
        together *= 2
    groups: dict[int, list[bytes]] = {}
    for place, data in made.items():
        groups.setdefault(place // together, []).append(data)
    stamps = {group: digest(b"\n".join(members))[:6] for group, members in groups.items()}
    count = -(-numbering.size // (PER_FILE * together))
    hashes = b"".join(bytes.fromhex(stamps.get(group, "000000")) for group in range(count))
    files = {f"{place:x}-{stamps[place // together]}.json": data for place, data in made.items()}
    root = {"layout": numbering.layout, "perFile": PER_FILE, "together": together}
    return files | {"root.json": compact(root | {"stamps": text(hashes)})}
