"""Eleventy with Nunjucks templates, from npm."""

from __future__ import annotations

import shutil
from pathlib import Path

from benchmarks.generator import Generator, put
from benchmarks.peers.install import from_npm, version
from benchmarks.peers.sources import copy_templates, source_of, yaml
from benchmarks.synthetic.bodies import body_of
from benchmarks.synthetic.entries import TITLES, Dataset

PACKAGE = "@11ty/eleventy@3.1.2"


def install(folder: Path) -> Generator:
    modules = from_npm(folder / "eleventy", PACKAGE)
    program = str(modules / "@11ty/eleventy/cmd.cjs")
    node = str(shutil.which("node"))

    def command(site: Path, output: Path) -> list[str]:
        return [node, program, "--quiet", f"--output={output}"]

    return Generator(
        name="Eleventy",
        version=version([node, program, "--version"]),
        write=write,
        command=command,
        source=lambda entry: f"content/{entry.key}.md",
        caches=(".cache",),
        index="index.json",
    )


def write(data: Dataset, site: Path) -> None:
    copy_templates("eleventy", site)
    for name in TITLES:
        put(site / f"content/{name}/{name}.json", '{"layout": "entry.njk"}\n')
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
            "related": list(source.related),
            "facts": source.labelled,
        }
        put(site / f"content/{entry.key}.md", f"---\n{yaml(front)}---\n\n{body_of(data, entry)}")
