"""What the results of a search show, in files of a few entries each.

The number of an entry tells which file has its card: each file has eight numbers. Neighbouring
files share a stamp, the digest of all of them. It is part of their names, so a name never gets
other content; and the list of stamps, which every visitor loads, stays short.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sitegen.files import digest
from sitegen.search.facts import ResultCard
from sitegen.search.index import text
from sitegen.search.numbering import Numbering
from sitegen.search.roots import ROOT, compact, root_file

PER_FILE = 8
STAMPS = 256
"""Maximum number of stamps. A stamp is for 1 file of a small site, for 128 of 100,000 entries."""


def build(
    cards: Iterable[ResultCard], numbering: Numbering, scripts: Sequence[str] = ()
) -> dict[str, bytes]:
    """Files by name: root.json, and `<file number>-<stamp>.json` with the cards of one file.

    Such a file is a list of [number, key, name, label, place, summary], by ascending number.
    `scripts` read the bundle (see roots.py).
    """
    rows: dict[int, list[list[Any]]] = {}
    for card in cards:
        number = numbering.ids[card.key]
        row = [number, card.key, card.name, card.label, card.place, card.summary]
        rows.setdefault(number // PER_FILE, []).append(row)
    data_of_file = {file: compact(sorted(members)) for file, members in sorted(rows.items())}
    per_stamp = 1
    while numbering.size > PER_FILE * per_stamp * STAMPS:
        per_stamp *= 2
    data_of_stamp: dict[int, list[bytes]] = {}
    for file, data in data_of_file.items():
        data_of_stamp.setdefault(file // per_stamp, []).append(data)
    stamps = {at: digest(b"\n".join(members))[:6] for at, members in data_of_stamp.items()}
    count = -(-numbering.size // (PER_FILE * per_stamp))
    stamp_bytes = b"".join(bytes.fromhex(stamps.get(at, "000000")) for at in range(count))
    files = {
        f"{file:x}-{stamps[file // per_stamp]}.json": data for file, data in data_of_file.items()
    }
    root = {"perFile": PER_FILE, "together": per_stamp, "stamps": text(stamp_bytes)}
    return files | {ROOT: root_file(scripts, numbering, **root)}
