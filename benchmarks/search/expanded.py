"""A site of 10,000 or 100,000 names: the real ones, and real products of every county.

    python -m benchmarks expanded ../shared/data .expanded --count 100000
    python -m sitegen build --site .expanded

The real entries are those of benchmarks/national.py. Each further one has a name, its reading, its
county and a short invented body; it is true of nothing and for no eyes. The same data, count and
seed make the same site.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from benchmarks import national
from benchmarks.national_site import places as tables
from benchmarks.national_site import rows as reading
from benchmarks.national_site import spelling
from benchmarks.national_site.gaps import Gaps
from benchmarks.national_site.places import NATION, Place, Places
from benchmarks.national_site.yaml_text import Value, dump
from benchmarks.search.expansion.products import Product, products
from benchmarks.search.expansion.sentences import body
from sitegen import files


class TooMany(Exception):
    """More names than counties and products make."""


@dataclass(frozen=True, slots=True)
class Invented:
    """A county and a product that no announcement joins."""

    place: Place
    product: Product

    @property
    def name(self) -> str:
        return self.place.short + self.product.name


def site(data: Path, count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """(path, bytes) of every file of the site."""
    gaps = Gaps()
    made = national.site(data, {}, gaps)
    real = dict(_real_names(made[national.IDS]))
    table = tables.read(data)
    random = Random(seed)
    invented = list(_invented(real, table, count - len(real), random))
    made |= {
        "content/regions.yaml": _merged(made["content/regions.yaml"], _regions(invented, table)),
        "site.yaml": made["site.yaml"].replace(b"national-trial", b"expanded-trial"),
    }
    yield from made.items()
    wishes = {
        one.name: (f"{one.place.id}-{one.product.id}"[:50], one.place.code) for one in invented
    }
    ids = spelling.assign(wishes, real)
    toned = {one.place.key: _toned(one.place) for one in invented}
    for one in invented:
        yield f"content/gi/{ids[one.name]}.md", _entry(one, toned[one.place.key], table, random)


def _real_names(table: bytes) -> Iterator[tuple[str, str]]:
    for line in table.decode().splitlines()[1:]:
        name, _, identifier = line.rpartition(",")
        yield name.strip('"'), identifier


def _invented(
    real: Mapping[str, str], table: Places, wanted: int, random: Random
) -> Iterator[Invented]:
    """Counties and products, a product as often as it is real; no name twice."""
    counties = [p for _, p in sorted(table.by_key.items()) if p.kind == "county" and _fit(p)]
    pool = products(real, {place.short for place in table.by_key.values()})
    steps = list(accumulate(product.names for product in pool))
    taken = set(real)
    possible = {county.short + product.name for county in counties for product in pool} - taken
    if wanted > len(possible):
        raise TooMany(f"最多 {len(real) + len(possible)} 个名称")
    while wanted > 0:
        county = random.choice(counties)
        one = Invented(county, random.choices(pool, cum_weights=steps)[0])
        if one.name not in taken:
            taken.add(one.name)
            wanted -= 1
            yield one


def _fit(place: Place) -> bool:
    """A county under the law on geographical indications, with a short name that reads plainly."""
    return place.code[0] not in "78" and len(place.short) == len(place.syllables) <= 4


def _toned(place: Place) -> str:
    return " ".join(spelling.region_spelling(place)[0][: len(place.short)])


def _regions(invented: list[Invented], table: Places) -> dict[str, Value]:
    keys = {one.place.key for one in invented}
    keys |= {above for key in keys for above in table.above(key)} | {NATION}
    return {
        place.id: {
            "name": place.name,
            "short_name": place.short,
            "pinyin": " ".join(spelling.region_spelling(place)[0]),
            "kind": place.kind,
            "code": place.code,
            "parent": table.by_key[place.parent].id if place.parent else "",
        }
        for place in (table.by_key[key] for key in sorted(keys))
    }


def _merged(written: bytes, more: Mapping[str, Value]) -> bytes:
    """The regions of the real entries, and those that they lack."""
    known = {line[:-1] for line in written.decode().splitlines() if line[:1].strip()}
    return written + dump({key: value for key, value in more.items() if key not in known})


def _entry(one: Invented, toned: str, table: Places, random: Random) -> bytes:
    head = {
        "name": one.name,
        "pinyin": f"{toned} {one.product.pinyin}",
        "summary": f"{table.full_name(one.place.key)}的{one.product.name}（试算）。",
        "region": one.place.id,
        "categories": "agricultural",
    }
    return b"---\n" + dump(head) + f"---\n\n{body(one.product.name, random)}\n".encode()


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path, help="the folder with gi_records.csv")
    parser.add_argument("site", type=Path, help="the folder to make; must be new")
    parser.add_argument("--count", type=int, required=True, help="entries in all")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    missing = reading.missing(asked.data)
    if missing:
        sys.exit(f"跳过：{asked.data} 里没有 {'、'.join(missing)}")
    if asked.site.exists() and any(asked.site.iterdir()):
        sys.exit(f"{asked.site} 不是空的，没有改动")
    start = time.perf_counter()
    written = 0
    try:
        for path, content in site(asked.data, asked.count, asked.seed):
            files.write_new(str(asked.site), path, content)
            written += 1
    except TooMany as error:
        sys.exit(str(error))
    sys.stdout.write(f"{written} 个文件，用时 {time.perf_counter() - start:.1f} 秒\n")


if __name__ == "__main__":
    main()
