"""Builds the search index of a site alone, and tells what that takes.

    python -m benchmarks index SITE_DIR OUT_DIR

Writes OUT_DIR/search/ as a build of the whole site would, so that run.mjs can ask it without any
page being made. Prints one JSON line: seconds and bytes of each part, files, the memory of the
process before and after, and how many files another entry, the middle one of the site, changes.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from benchmarks.search.labelled.records import Unreadable, catalogue_of
from benchmarks.search.queries import DAY
from sitegen.building.parsing import NAMES
from sitegen.catalogue.catalogue import Catalogue
from sitegen.config.site import Site
from sitegen.model.collections import COLLECTIONS
from sitegen.model.entry import Entry
from sitegen.outputs.addresses import Urls, urls_of
from sitegen.outputs.files import search_index as search
from sitegen.outputs.parts import scripts
from sitegen.outputs.wording import Wording
from sitegen.rendering import markdown, templates

PARTS: Mapping[str, Callable[..., Mapping[str, bytes]]] = {
    "names": search.names,
    "cards": search.cards,
    "texts": search.texts,
}


@dataclass(frozen=True, slots=True)
class Inputs:
    """What the recipes of the index read of a build."""

    site: Site
    catalogue: Catalogue
    urls: Urls
    wording: Wording
    html: Callable[[Entry], str]
    """The body of an entry as HTML."""
    scripts: tuple[str, ...]
    """The file names of the scripts that read the index."""


def build(inputs: Inputs) -> tuple[dict[str, bytes], dict[str, float]]:
    """Every file of the index by its path below search/, and the seconds of each part."""
    files: dict[str, bytes] = {}
    seconds = {}
    for name, make in PARTS.items():
        start = time.perf_counter()
        made = make(inputs, *inputs.scripts)
        seconds[name] = round(time.perf_counter() - start, 2)
        files |= {f"{name}/{path.removeprefix(f'{name}/')}": data for path, data in made.items()}
    return files, seconds


def _html(entry: Entry) -> str:
    return markdown.render(entry.body, NAMES).html


def without_one(catalogue: Catalogue) -> Catalogue:
    """The catalogue without the middle one of its largest list."""
    lists = [name for name, collection in COLLECTIONS.items() if collection.listed]
    name = max(lists, key=lambda name: len(catalogue.collections[name]))
    members = catalogue.collections[name]
    left = members[len(members) // 2]
    return replace(
        catalogue,
        entries={key: entry for key, entry in catalogue.entries.items() if key != left.key},
        collections={
            **catalogue.collections,
            name: tuple(entry for entry in members if entry.key != left.key),
        },
    )


def memory() -> int:
    """The most that this process ever had in memory, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def measured(site: Path, out: Path, as_of: date) -> dict[str, Any]:
    config, catalogue = catalogue_of(site, as_of)
    before = memory()
    theme, _ = templates.find(site)
    readers = scripts.of_index(scripts.addresses_of(theme))
    inputs = Inputs(config, catalogue, urls_of(config), Wording("zh-Hans", {}), _html, readers)
    files, seconds = build(inputs)
    after = memory()
    shutil.rmtree(out / "search", ignore_errors=True)
    for path, data in files.items():
        target = out / "search" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    smaller, _ = build(replace(inputs, catalogue=without_one(catalogue)))
    return {
        "seconds": {**seconds, "all": round(sum(seconds.values()), 2)},
        "bytes": {
            name: sum(len(d) for p, d in files.items() if p.startswith(name)) for name in PARTS
        },
        "files": len(files),
        "memory": {"catalogue": before, "with_index": after},
        "one_more_entry": {
            name: sum(smaller.get(p) != d for p, d in files.items() if p.startswith(name))
            for name in PARTS
        },
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("site", type=Path, help="a folder with site.yaml and content/")
    parser.add_argument("out", type=Path, help="gets a folder search/; what is there is replaced")
    parser.add_argument("--as-of", type=date.fromisoformat, default=DAY)
    asked = parser.parse_args()
    try:
        measures = measured(asked.site, asked.out, asked.as_of)
    except Unreadable as error:
        sys.exit(f"读不了 {asked.site}：{error}")
    sys.stdout.write(json.dumps(measures) + "\n")


if __name__ == "__main__":
    main()
