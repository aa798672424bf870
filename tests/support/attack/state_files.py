"""Our own files as builds write them, whole and with their checksums."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from sitegen.building import details, manifest, standing, state
from sitegen.building.parsing import ParseContext, parse
from sitegen.model.options import Options
from sitegen.rendering.images import library
from tests.support import pictures
from tests.support.basic_site import AS_OF, BASIC, write

KEY = "key"
PICTURE = pictures.png(12, 9)
SHELF = f"details/{details.shelf_of('index.html'):02x}.json"
FILES = (
    *(
        "manifest.json",
        "journal.json",
        "standing.json",
        SHELF,
        "entries.jsonl",
        "media.json",
        "theme.json",
    ),
    *("release.json", "ledger.jsonl", "variant"),
)
ROW = ["k", "0" * 64, "a\nb", "", [1, 2, 3, 4, 5], [["link.broken", {"link": "x"}]]]
VALUES = {
    "manifest.json": {"version": manifest.VERSION, "files": {"index.html": ROW, "gi/index.html": ROW}},
    "journal.json": {
        "whole": False, "moves": ["a.html"], "removed": ["gi/index.html"],
        "release": ["a", "2026-01-15", "/", "https://a.example/", {"old/": "gi/"}], "rows": {"a.html": ROW}, "gone": ["gi/index.html"],
    },
    "standing.json": {
        "version": standing.VERSION, "python": "", "timezone": "Asia/Shanghai", "as_of": AS_OF.isoformat(), "kept": 1,
        "next_change": "2027-01-01", "problems": [], "stats": "", "paths": "",
    },
    SHELF: {"index.html": ["k", [["a", "b"]], ["new"]]},
    "media.json": {"version": library.encoder(), "files": {"a.png": {"stat": [1, 2, 3, 4, 5], "image": ["d", 12, 9, "png"]}}},
    "theme.json": {"good": "0"},
    "release.json": {"data_date": "2026-01-15", "site": "a", "files": {"index.html": "0" * 64}},
}  # fmt: skip


def sealed(name: str, data: bytes) -> bytes:
    """The data with the checksum that the file of this name has, so that what is behind it is reached."""
    if name == "entries.jsonl":
        rows = (state.checksum(row) + b"\t" + row for row in data.split(b"\n"))
        return b"\n".join([KEY.encode(), *rows, b""])
    return state.checksum(data) + b"\n" + data


def _entries() -> bytes:
    """An entry as the cache keeps it."""
    with tempfile.TemporaryDirectory() as folder:
        file = "content/gi/qingxi-xueli.md"
        write(Path(folder), {file: BASIC[file]})
        return parse(ParseContext(Path(folder), Options(), {}), file).entries


def seeded() -> list[bytes]:
    found = []
    for number, name in enumerate(FILES):
        if name in VALUES:
            data = json.dumps(VALUES[name]).encode()
        elif name == "ledger.jsonl":
            row = {
                "id": "gi:a",
                "url": "gi/a/",
                "published": "",
                "statuses": ["x"],
                "date": "2026-01-15",
            }
            data = json.dumps(row).encode() + b"\n"
        elif name == "variant":
            data = PICTURE
        else:
            data = b'[["content/gi/a.yaml", "0", [1, 2, 3, 4, 5]]]\t' + _entries()
        found += [bytes([2 * number]) + data, bytes([2 * number + 1]) + data]
    return found
