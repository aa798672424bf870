"""Where a row comes from: the places that its announcement names, nearest first."""

from __future__ import annotations

from collections.abc import Iterable

from benchmarks.national_site.gaps import Gaps
from benchmarks.national_site.places import NATION, Places, with_zones
from benchmarks.national_site.rows import Row

SUCCEEDED = {
    "350427": "350405",
    "350625": "350605",
    "350681": "350604",
    "410322": "410308",
    "410381": "410307",
    "431121": "431181",
    "450127": "450181",
    "513425": "513402",
    "532331": "532302",
    "540422": "540481",
    "610322": "610305",
    "610928": "610981",
}
"""Counties that became a district or a city since, with their new codes: 横县 is 横州市 today."""


def zones(rows: Iterable[Row], places: Places) -> Places:
    """The places with those counties added that no table knows: development zones mostly."""
    names: dict[str, str] = {}
    for row in rows:
        if len(row.counties) != len(row.codes):
            continue
        for name, code in zip(row.counties, row.codes, strict=True):
            if _county(places, name, code) is None and f"{code[:4]}00" in places.by_key:
                names[code] = name
    return with_zones(places, names)


def regions(row: Row, places: Places, gaps: Gaps) -> tuple[str, ...]:
    """Keys of the row's counties, then of those cities that none of them lies in; else of the
    province."""
    province = places.named(row.province, NATION)
    if province is None:
        gaps.add("没有省份", row.cited)
        return ()
    cities = _cities(row, places, province, gaps)
    counties = _counties(row, places, cities or [province], gaps)
    covered = {above for key in counties for above in (key, *places.above(key))}
    keys = [*counties, *(city for city in cities if city not in covered)]
    return tuple(dict.fromkeys(keys)) or (province,)


def _cities(row: Row, places: Places, province: str, gaps: Gaps) -> list[str]:
    keys = []
    if not row.cities:
        gaps.add("没有城市", row.cited)
    for name in row.cities:
        if name == row.province:
            continue
        city = places.named(name, province)
        if city is None:
            gaps.add("城市在区划代码表里找不到", f"{name}，{row.cited}")
        else:
            keys.append(city)
    return keys


def _counties(row: Row, places: Places, near: list[str], gaps: Gaps) -> list[str]:
    if not row.counties:
        gaps.add("没有区县", row.cited)
    if len(row.counties) == len(row.codes):
        pairs = list(zip(row.counties, row.codes, strict=True))
    else:
        pairs = [(name, "") for name in row.counties]
    keys = []
    for name, code in pairs:
        key = _county(places, name, code) if code else _by_name(places, name, near)
        shown = f"{name}，{row.cited}"
        if not code:
            missed = "区县没有代码，按名称也找不到，只记到城市"
            gaps.add(missed if key is None else "区县没有代码，按名称找到了", shown)
        elif key is None:
            gaps.add("城市在区划代码表里找不到", shown)
        elif places.by_key[key].kind == "zone":
            gaps.add("区县代码不在代码表里，当作功能区", shown)
        elif key != code:
            gaps.add("区县代码已经停用，换成现在的区县", f"{name} {code}，{row.cited}")
        if key is not None:
            keys.append(key)
    return keys


def _county(places: Places, name: str, code: str) -> str | None:
    """The place of a code: of today's table, its successor, or the one of that name in its city."""
    for key in (code, SUCCEEDED.get(code, "")):
        if key in places.by_key:
            return key
    city = f"{code[:4]}00"
    if city not in places.by_key:
        return None
    return city if places.by_key[city].name == name else places.named(name, city)


def _by_name(places: Places, name: str, near: list[str]) -> str | None:
    """The one place of that name among some places and right below them."""
    own = [key for key in near if places.by_key[key].name == name]
    keys = {*own, *(key for above in near if (key := places.named(name, above)))}
    return keys.pop() if len(keys) == 1 else None
