"""The national GI data as a site: 4,433 real entries, to see what breaks and what is slow.

    python -m benchmarks national ../shared/data .national
    python -m sitegen build --site .national

The second folder is made, or brought up to date where it was made by this program. Names keep their
ids for ever: they stand in its ids.csv. What the data lacks or contradicts is told on the way.
"""

from __future__ import annotations

import argparse
import csv
import io
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.national_site import announcements, entries, locating, places, spelling
from benchmarks.national_site import rows as reading
from benchmarks.national_site.entries import Product
from benchmarks.national_site.gaps import Gaps
from benchmarks.national_site.places import NATION, Places
from benchmarks.national_site.rows import Row
from benchmarks.national_site.settings import CATEGORIES, SCHEME_FILES, SITE
from benchmarks.national_site.yaml_text import Value, dump
from sitegen import files

IDS = "ids.csv"


def site(data: Path, known: Mapping[str, str], gaps: Gaps) -> dict[str, bytes]:
    """Every file of the site by its path. `known` are ids given before, by name."""
    rows = reading.read(data)
    table = locating.zones(rows, places.read(data))
    products = list(_products(rows, table, gaps))
    ids = _ids(products, table, known, gaps)
    made = {
        "site.yaml": dump(SITE),
        IDS: _id_table(ids),
        "content/regions.yaml": dump(_regions(products, table, gaps)),
        "content/categories.yaml": dump(CATEGORIES),
    }
    for name, scheme in SCHEME_FILES.items():
        made[f"content/schemes/{name}.yaml"] = dump(scheme)
    for product in products:
        tree = entries.entry(product, table, gaps)
        made[f"content/gi/{ids[product.name]}.yaml"] = dump(tree)
    for path, data_of in announcements.files(rows, ids, gaps):
        made[f"content/{path}"] = data_of
    return made


def _products(rows: Iterable[Row], table: Places, gaps: Gaps) -> Iterator[Product]:
    for name, members in reading.by_name(rows).items():
        regions = [locating.regions(row, table, gaps) for row in members]
        yield entries.product(name, members, regions, table, gaps)


def _ids(
    products: Iterable[Product], table: Places, known: Mapping[str, str], gaps: Gaps
) -> dict[str, str]:
    wishes: dict[str, tuple[str, ...]] = {}
    alike: dict[str, str] = {}
    for product in products:
        wish = spelling.wish(product.name, product.place(table))
        other = alike.setdefault(wish, product.name)
        if other != product.name:
            gaps.add("名称不同而读音相同，编号加了区县", f"{other}、{product.name}（{wish}）")
        near = (product.home, *table.above(product.home))
        wishes[product.name] = (wish, *(table.by_key[k].id for k in near if k != NATION))
    return spelling.assign(wishes, known)


def _regions(products: Iterable[Product], table: Places, gaps: Gaps) -> dict[str, Value]:
    """The places that occur and all above them, as the tree of regions.yaml."""
    occurring = {NATION}
    for product in products:
        for key in product.regions:
            occurring |= {key, *table.above(key)}
    tree: dict[str, Value] = {}
    for key in sorted(occurring):
        place = table.by_key[key]
        syllables, corrected = spelling.region_spelling(place)
        if corrected:
            gaps.add("地名的拼音与代码表不同，用代码表的", f"{place.name} {' '.join(syllables)}")
        tree[place.id] = {
            "name": place.name,
            "short_name": place.short,
            "pinyin": " ".join(syllables),
            "kind": place.kind,
            "code": place.code,
            "parent": table.by_key[place.parent].id if place.parent else "",
        }
    return tree


def read_ids(folder: Path) -> dict[str, str]:
    path = folder / IDS
    if not path.is_file():
        return {}
    return {row["name"]: row["id"] for row in reading.table(path)}


def _id_table(ids: Mapping[str, str]) -> bytes:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(["name", "id"])
    writer.writerows(sorted(ids.items()))
    return stream.getvalue().encode()


def write(folder: Path, made: Mapping[str, bytes]) -> int:
    """Write what differs, remove what an earlier run made and this one does not; how many."""
    changed = 0
    for path, data in made.items():
        target = files.inside(folder, path)
        if not target.is_file() or target.read_bytes() != data:
            files.write(target, data)
            changed += 1
    content = folder / "content"
    for path, _ in list(files.walk(content)):
        if f"content/{path}" not in made:
            files.remove(content / path, content)
            changed += 1
    return changed


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path, help="the folder with gi_records.csv")
    parser.add_argument("site", type=Path, help="the folder to make")
    asked = parser.parse_args()
    missing = reading.missing(asked.data)
    if missing:
        sys.exit(f"跳过：{asked.data} 里没有 {'、'.join(missing)}")
    if asked.site.exists() and any(asked.site.iterdir()) and not (asked.site / IDS).is_file():
        sys.exit(f"{asked.site} 不是空的，也不是本程序生成的，没有改动")
    start = time.perf_counter()
    gaps = Gaps()
    made = site(asked.data, read_ids(asked.site), gaps)
    changed = write(asked.site, made)
    sys.stdout.write("数据缺口和矛盾：\n")
    sys.stdout.writelines(f"- {line}\n" for line in gaps.lines())
    count = sum(path.startswith("content/gi/") for path in made)
    notices = sum(path.startswith("content/recognitions/") for path in made) // 2
    sys.stdout.write(
        f"{count} 个条目，{notices} 份公告，共 {len(made)} 个文件，改动 {changed} 个；"
        f"用时 {time.perf_counter() - start:.1f} 秒\n"
    )


if __name__ == "__main__":
    main()
