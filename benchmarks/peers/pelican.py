"""Pelican, from PyPI: like sitegen it is Python with Jinja templates and Python-Markdown."""

from __future__ import annotations

import json
import re
from pathlib import Path

from benchmarks.generator import Generator, put
from benchmarks.peers.install import from_pypi, version
from benchmarks.peers.sources import OUTSIDE, Source, copy_templates, source_of
from benchmarks.synthetic.bodies import body_of
from benchmarks.synthetic.entries import Dataset
from benchmarks.synthetic.fields import LABELS

PACKAGES = ("pelican==4.12.0", "markdown==3.10.2")


def install(folder: Path) -> Generator:
    program = str(from_pypi(folder / "pelican", *PACKAGES) / "pelican")
    match = re.search(r"\d+(\.\d+)+", version([program, "--version"]))

    def command(site: Path, output: Path) -> list[str]:
        return [program, "--quiet", "--settings", "pelicanconf.py", "--output", str(output)]

    return Generator(
        name="Pelican",
        version=match[0] if match else "",
        write=write,
        command=command,
        source=lambda entry: f"content/{entry.key}.md",
        caches=("cache", "__pycache__"),
        index="index.json",
    )


def write(data: Dataset, site: Path) -> None:
    copy_templates("pelican", site)
    (site / "theme/static").mkdir(parents=True, exist_ok=True)
    (site / "templates").rename(site / "theme/templates")
    labels = [(name, label) for name, label in LABELS.items() if name not in OUTSIDE]
    put(site / "labels.json", json.dumps(labels, ensure_ascii=False))
    for entry in data.entries:
        front = front_matter(source_of(data, entry))
        put(site / f"content/{entry.key}.md", f"---\n{front}---\n\n{body_of(data, entry)}")


def front_matter(source: Source) -> str:
    """Flat metadata: Pelican knows no groups. Terms are tags; `brief` since it makes a `summary`."""
    entry = source.entry
    lines = {
        "title": source.name,
        "slug": entry.id,
        "date": source.published,
        "tags": f"regions/{entry.region}, categories/{entry.category}",
        "brief": source.summary,
        "place": source.place,
        "group": source.group,
        "label": source.label,
        "related": " ".join(source.related),
    }
    for name, value in source.facts.items():
        lines[name] = value if isinstance(value, str) else "、".join(value)
    return "".join(f"{name}: {value}\n" for name, value in lines.items() if value)
