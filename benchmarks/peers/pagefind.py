"""Pagefind, which makes a search index of built pages: the binary that comes from PyPI."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from pathlib import Path

from benchmarks.generator import Missing
from benchmarks.peers.install import from_pypi, version
from benchmarks.structure import Incomplete

PACKAGE = "pagefind[extended]==1.5.2"
"""The extended build is the one that cuts Chinese into words."""
BUNDLE = "pagefind"
"""The folder that it puts its files into, in the output folder."""
SIGNATURE = b"pagefind_dcd"
"""Stands before the JSON in each of its packed files."""


@dataclass(frozen=True, slots=True)
class Pagefind:
    """The installed program."""

    binary: str
    version: str


def install(folder: Path) -> Pagefind:
    bin_folder = from_pypi(folder / "pagefind", PACKAGE)
    programs = "lib/python*/site-packages/pagefind_bin_extended/pagefind_extended"
    binary = next(bin_folder.parent.glob(programs), None)
    if binary is None:
        raise Missing(f"{PACKAGE} has no binary for this machine")
    return Pagefind(str(binary), version([str(binary), "--version"]).split()[-1])


def searchable(output: Path) -> set[str]:
    """The addresses of the pages that the index in an output folder finds.

    Each page has one fragment, which holds its address. Raises Incomplete where there is no
    index, or where it counts other than the fragments.
    """
    bundle = output / BUNDLE
    table = bundle / "pagefind-entry.json"
    if not table.is_file() or not any(bundle.glob("index/*.pf_index")):
        raise Incomplete(f"Pagefind: no search index in {bundle}")
    languages = json.loads(table.read_text("utf-8"))["languages"].values()
    counted = sum(language["page_count"] for language in languages)
    addresses = {_address(path) for path in bundle.glob("fragment/*.pf_fragment")}
    if counted != len(addresses):
        raise Incomplete(f"Pagefind: {counted} pages in the index, {len(addresses)} to be shown")
    return addresses


def _address(fragment: Path) -> str:
    packed = gzip.decompress(fragment.read_bytes())
    return str(json.loads(packed.removeprefix(SIGNATURE))["url"]).removeprefix("/")
