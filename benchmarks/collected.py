"""A province that collects its cities: 16 generated sites of 2,000 entries each become one of 32,000.

    python -m benchmarks collected .collected
    python -m benchmarks collected .collected --cities 3 --entries 40

The folder is made anew. What is measured: collecting all, again with nothing changed, one city changed; each time
the build after it. Times are those on the clock and of the processors; memory is that of all processes together.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks import ours
from benchmarks.generator import AS_OF, REPOSITORY, put
from benchmarks.processes import Run, run
from benchmarks.synthetic.entries import REGIONS, Dataset
from benchmarks.synthetic.recognitions import SCHEMES

MUNICIPAL = ("old-houses",)
"""The schemes that are the cities' own; all others are the province's."""
EDITED = "one entry of one city changed: collect"
SETTLED = 3
"""Seconds until the stat of a written file proves that it is unchanged."""


def write(folder: Path, cities: int, entries: int) -> None:
    """The sites of the cities and of the province, side by side."""
    names = [f"city-{number:02}" for number in range(1, cities + 1)]
    for number, name in enumerate(names, start=1):
        site = folder / name
        ours.write(Dataset(entries, seed=number), site)
        settings = (site / "site.yaml").read_text("utf-8").replace("id: benchmark", f"id: {name}")
        put(site / "site.yaml", settings.replace("bench.example", f"{name}.example"))
        put(site / "content/regions.yaml", "".join(_regions(name, number)))
    province = folder / "province"
    own = (folder / names[0] / "site.yaml").read_text("utf-8").replace(names[0], "province")
    collect = "".join(f"  {name}: {{from: ../{name}, region: {name}}}\n" for name in names)
    put(province / "site.yaml", f"{own}collect:\n{collect}")
    put(
        province / "content/regions.yaml",
        "".join(f"{n}: {{name: 第{i}市, kind: 市}}\n" for i, n in enumerate(names, start=1)),
    )
    categories = (folder / names[0] / "content/categories.yaml").read_text("utf-8")
    put(province / "content/categories.yaml", categories)
    for name, text in SCHEMES.items():
        if name not in MUNICIPAL:
            put(province / f"content/schemes/{name}.yaml", text)


def _regions(city: str, number: int) -> Iterator[str]:
    yield f"{city}: {{name: 第{number}市, kind: 市}}\n"
    for region in REGIONS:
        yield (
            f"{region.id}: {{name: {region.name}县, short_name: {region.name}, kind: 县市区, "
            f"parent: {city}}}\n"
        )


def edit(folder: Path, city: str) -> Path:
    """Change the summary of one entry of a city, which stands on cards; its file."""
    path = sorted((folder / city / "content/products").glob("*.md"))[0]
    text = path.read_text("utf-8")
    put(path, text.replace("summary: ", "summary: 改过的", 1))
    return path


STEPS = (
    ("collect all", "collect"),
    ("build from nothing", "build"),
    ("collect, nothing changed", "collect"),
    ("build, nothing changed", "build"),
    (EDITED, "collect"),
    ("build after it", "build"),
)


def measured(folder: Path) -> Iterator[tuple[str, Run]]:
    """Each step with its run, whose memory is watched."""
    for what, command in STEPS:
        if what == EDITED:
            edit(folder, "city-02")
            time.sleep(SETTLED)
        options = ["--site", str(folder / "province"), "--as-of", AS_OF, "--lang", "en"]
        program = [sys.executable, "-m", "sitegen", command, *options]
        yield what, run(program, folder, {"PYTHONPATH": str(REPOSITORY)}, watch=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--cities", type=int, default=16)
    parser.add_argument("--entries", type=int, default=2000)
    options = parser.parse_args()
    if options.folder.exists():
        shutil.rmtree(options.folder)
    write(options.folder, options.cities, options.entries)
    time.sleep(SETTLED)
    for what, done in measured(options.folder.resolve()):
        memory = (done.peak or 0) / 2**20
        last = [line for line in done.output.splitlines() if not line.startswith(" ")][-1]
        sys.stdout.write(
            f"{what:40} {done.seconds:7.1f} s {done.cpu:7.1f} s {memory:6.0f} MiB  {last}\n"
        )
        sys.stdout.flush()


if __name__ == "__main__":
    main()
