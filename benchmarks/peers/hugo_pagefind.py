"""Hugo, then Pagefind over the pages that Hugo made: pages and a search index, as sitegen makes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from benchmarks.generator import Generator
from benchmarks.peers import hugo, pagefind
from benchmarks.rounds import PAIR
from benchmarks.synthetic.entries import TITLES

ENTRIES = f"{{{','.join(TITLES)}}}/*/index.html"
"""The pages of entries and no lists: those stand at `gi/` and `gi/page/2/`."""
ROOT = "article"
"""Title, facts and body; menu, footer and the cards of other entries stand outside of it."""


def install(folder: Path) -> Generator:
    pages = hugo.install(folder)
    index = pagefind.install(folder)

    def command(site: Path, output: Path) -> list[str]:
        options = ["--site", str(output), "--output-subdir", pagefind.BUNDLE, "--quiet"]
        return [index.binary, *options, "--glob", ENTRIES, "--root-selector", ROOT]

    return replace(
        pages,
        name=PAIR,
        version=f"{pages.version} + {index.version}",
        then=(command,),
        searchable=pagefind.searchable,
    )
