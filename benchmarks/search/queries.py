"""Labelled queries of every class, drawn from any site folder.

    python -m benchmarks queries SITE_DIR --seed N [--per-class 30] > queries.jsonl

Each line is {"q", "class", "ids"}: what is typed, and all entries that rightly answer it. The rules
are in the docstrings of labelled/. How many there are of each class is told on standard error.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from benchmarks.search.labelled.classes import CLASSES, draw
from benchmarks.search.labelled.records import Unreadable, read
from benchmarks.search.labelled.shelf import Shelf

DAY = date(2026, 1, 1)
"""The day as of which a site is read where none is given: the same set on any day."""


def lines(root: Path, seed: int, per_class: int, wanted: list[str], as_of: date) -> list[str]:
    """The set as JSON lines, classes in their order."""
    shelf = Shelf(*read(root, as_of))
    return [
        json.dumps({"q": query.text, "class": name, "ids": sorted(query.keys)}, ensure_ascii=False)
        for name, query in draw(shelf, seed, per_class, wanted)
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("site", type=Path, help="a folder with site.yaml and content/")
    parser.add_argument("--seed", type=int, required=True, help="another seed, another set")
    parser.add_argument("--per-class", type=int, default=30, help="queries of each class, at most")
    parser.add_argument("--only", default="", help="classes, by commas")
    parser.add_argument("--as-of", type=date.fromisoformat, default=DAY)
    asked = parser.parse_args()
    wanted = [name for name in asked.only.split(",") if name] or list(CLASSES)
    unknown = [name for name in wanted if name not in CLASSES]
    if unknown:
        parser.error(f"没有 {'、'.join(unknown)} 这一类；有 {'、'.join(CLASSES)}")
    try:
        made = lines(asked.site, asked.seed, asked.per_class, wanted, asked.as_of)
    except Unreadable as error:
        sys.exit(f"读不了 {asked.site}：{error}")
    sys.stdout.writelines(f"{line}\n" for line in made)
    counts = Counter(json.loads(line)["class"] for line in made)
    sys.stderr.write("".join(f"{name} {counts[name]}\n" for name in wanted))


if __name__ == "__main__":
    main()
