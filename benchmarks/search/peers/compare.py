"""The site's own search beside Pagefind and MiniSearch: one table.

    python -m benchmarks engines --source . --output output --queries FILE.jsonl

The others are installed below benchmarks/.peers; what cannot be had is left out, and said so.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from benchmarks.generator import Missing
from benchmarks.search.peers import minisearch, own, pagefind
from benchmarks.search.peers.measured import Measured, Subject
from benchmarks.search.peers.table import table

ENGINES: Mapping[str, Callable[[Subject, Path], Measured]] = {
    "sitegen": own.measure,
    "Pagefind": pagefind.measure,
    "MiniSearch": minisearch.measure,
}
PEERS = Path(__file__).resolve().parents[2] / ".peers"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--source", type=Path, required=True, help="the folder with site.yaml")
    parser.add_argument("--output", type=Path, required=True, help="the site built of it")
    parser.add_argument(
        "--queries", type=Path, required=True, help="labelled, as queries.py writes"
    )
    parser.add_argument("--only", default="", help=f"of {', '.join(ENGINES)}, by commas")
    parser.add_argument("--peers", type=Path, default=PEERS, help="where the others are installed")
    parser.add_argument("--save", type=Path, help="all numbers as JSON")
    asked = parser.parse_args()
    wanted = {name.strip().lower() for name in asked.only.split(",") if name.strip()}
    work = asked.peers.resolve() / "indexes" / asked.source.resolve().name
    subject = Subject(asked.source, asked.output.resolve(), asked.queries.resolve(), work)
    measured: list[Measured] = []
    for name, measure in ENGINES.items():
        if wanted and name.lower() not in wanted:
            continue
        try:
            measured.append(measure(subject, asked.peers.resolve()))
        except Missing as reason:
            sys.stderr.write(f"跳过 {name}：{reason}\n")
    if not measured:
        sys.exit("没有可以比较的")
    sys.stdout.write(table(measured))
    if asked.save:
        every = [dataclasses.asdict(one) for one in measured]
        asked.save.write_text(json.dumps(every, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
