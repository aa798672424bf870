"""sitegen as one of the generators: with a plain theme, with its own, with bodies out of the rut."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from benchmarks.frame import filled
from benchmarks.generator import AS_OF, REPOSITORY, Generator, put
from benchmarks.structure import PAGE_SIZE
from benchmarks.synthetic.bodies import body_of
from benchmarks.synthetic.entries import REGIONS, Dataset, Entry
from benchmarks.synthetic.fields import LABELS, OWN, fields_of
from benchmarks.synthetic.recognitions import ANNOUNCEMENTS, SCHEMES, rows_of
from benchmarks.synthetic.words import CATEGORIES

PLAIN = Path(__file__).parent / "plain"
SITE = f"""\
id: benchmark
name: 试验名录
description: 一个用来测速的名录，条目都是编造的。
keeper: 试验编辑部
permanent_url: https://bench.example/
page_size: {PAGE_SIZE}
rules: {{seal.same: "off"}}
collections:
"""


def generators() -> list[Generator]:
    from sitegen import __version__
    from sitegen.outputs.parts.paging import LINES
    from sitegen.outputs.showing.table import listed, showing

    tables = [name for name in listed() if showing(name).as_table]
    plain = Generator(
        name="sitegen, plain theme",
        version=__version__,
        write=write_plain,
        command=command,
        source=lambda entry: f"content/{entry.key}.md",
        caches=(".sitegen",),
        environment={"PYTHONPATH": str(REPOSITORY)},
        sizes=dict.fromkeys(tables, PAGE_SIZE * LINES),
    )
    return [
        plain,
        replace(plain, name="sitegen, plain theme, every body falls back", rich=True),
        replace(plain, name="sitegen, default theme", write=write),
    ]


def command(site: Path, output: Path) -> list[str]:
    options = ["--site", str(site), "--output", str(output), "--as-of", AS_OF, "--lang", "en"]
    return [sys.executable, "-m", "sitegen", "build", *options]


def write_plain(data: Dataset, site: Path) -> None:
    """A site whose own templates make the pages that the other generators make."""
    write(data, site)
    shutil.copytree(PLAIN, site / "templates", dirs_exist_ok=True)
    for path in (site / "templates").rglob("*.html"):
        path.write_text(filled(path.read_text("utf-8"), root="{{ masthead.home }}"), "utf-8")


def write(data: Dataset, site: Path) -> None:
    put(site / "site.yaml", SITE + "".join(_own_fields()))
    put(
        site / "content/regions.yaml",
        "".join(
            f"{r.id}: {{name: {r.name}县, short_name: {r.name}, kind: 县市区}}\n" for r in REGIONS
        ),
    )
    put(
        site / "content/categories.yaml",
        "".join(f"{name}: {{name: {title}}}\n" for name, (title, _) in CATEGORIES.items()),
    )
    for name, text in SCHEMES.items():
        put(site / f"content/schemes/{name}.yaml", text)
    for entry in data.entries:
        put(site / f"content/{entry.key}.md", source(data, entry))
    rows = rows_of(data)
    for announcement in ANNOUNCEMENTS:
        text = "row,subject,as_published\n" + "".join(rows.get(announcement.id, ()))
        if announcement.id in rows:
            put(site / f"content/recognitions/{announcement.id}.yaml", announcement.text)
            put(site / f"content/recognitions/{announcement.id}.csv", text)


def source(data: Dataset, entry: Entry) -> str:
    return f"---\n{''.join(front_matter(data, entry))}---\n\n{body_of(data, entry)}"


def front_matter(data: Dataset, entry: Entry) -> Iterator[str]:
    """Plain YAML: nothing in the invented fields needs quotes."""
    for name, value in fields_of(data, entry).items():
        yield f"{name}: {value if isinstance(value, str) else '[' + ', '.join(value) + ']'}\n"


def _own_fields() -> Iterator[str]:
    for collection, names in OWN.items():
        if names:
            labels = ", ".join(f"{name}: {{label: {LABELS[name]}}}" for name in names)
            yield f"  {collection}: {{fields: {{{labels}}}}}\n"
