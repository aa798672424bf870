"""One entry for each name, from facts only: nothing is said that no announcement says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.national_site import measures, prose, spelling
from benchmarks.national_site.gaps import Gaps
from benchmarks.national_site.places import NATION, Place, Places
from benchmarks.national_site.rows import Row
from benchmarks.national_site.settings import AGRICULTURAL, CATEGORIES, PROTECTED, TITLES
from benchmarks.national_site.yaml_text import Value

REMARK = re.compile(r"^调整|（(?:以此件为准|扩大产地范围|.*产区|养殖)）")


@dataclass(frozen=True, slots=True)
class Product:
    """A name with its protections, oldest first, and where it comes from, home first."""

    name: str
    rows: tuple[Row, ...]
    home: str
    regions: tuple[str, ...]

    def place(self, places: Places) -> Place | None:
        """The place with whose name this name begins."""
        near = {k: None for r in self.regions for k in (r, *places.above(r)) if k != NATION}
        return spelling.prefix(self.name, (places.by_key[key] for key in near))


def product(
    name: str,
    rows: tuple[Row, ...],
    regions: Sequence[tuple[str, ...]],
    places: Places,
    gaps: Gaps,
) -> Product:
    """`regions` are those of each row. The newest row that goes down to a county gives the home;
    a place above another one of them adds nothing and is left out."""
    every = list(dict.fromkeys(key for keys in reversed(regions) for key in keys))
    above = {step for key in every for step in places.above(key)}
    nearest = tuple(key for key in every if key not in above)
    if len({row.province for row in rows if row.province}) > 1:
        gaps.add("同名的几份公告，省份不同", rows[-1].cited)
    if len({row.counties for row in rows if row.counties}) > 1:
        gaps.add("同名的几份公告，区县不同", rows[-1].cited)
    home = nearest[0] if nearest else NATION
    return Product(name, rows, home, nearest)


def entry(product: Product, places: Places, gaps: Gaps) -> dict[str, Value]:
    """The fields of an entry; blank ones are not written."""
    newest = tuple(reversed(product.rows))
    _remark(product, gaps)
    return {
        "name": product.name,
        "pinyin": " ".join(spelling.spell(product.name, product.place(places))[0]),
        "summary": _summary(product, places),
        "region": tuple(places.by_key[key].id for key in product.regions),
        "categories": tuple(
            category
            for category in CATEGORIES
            if any((row.authority == AGRICULTURAL) == (category != PROTECTED) for row in newest)
        ),
        "area_text": _areas(newest, gaps),
        "quality": {"sensory": _sensory(newest, gaps), "measures": _measures(newest, gaps)},
        "applicant": _applicant(newest, gaps),
        "sources": tuple(_source(row) for row in product.rows),
    }


def _summary(product: Product, places: Places) -> str:
    """`四川省成都市郫都区的地理标志产品。`"""
    title = TITLES[all(row.authority == AGRICULTURAL for row in product.rows)]
    more = f"等{len(product.regions)}地" if len(product.regions) > 1 else ""
    return f"{places.full_name(product.home)}{more}的{title}。"


def _areas(rows: Iterable[Row], gaps: Gaps) -> Value:
    """The protected area; two announcements that differ are both quoted."""
    rows_by_text: dict[str, Row] = {}
    for row in rows:
        if not row.area:
            gaps.add("没有保护范围", row.cited)
            continue
        mended = prose.degrees(row.area)
        if mended != row.area:
            gaps.add("经纬度的 ′ 和 ″ 成了 ?，已改回", row.cited)
        text, lost = prose.readable(prose.area(mended))
        if lost:
            gaps.add("有读不出的字，写作 □", f"保护范围，{row.cited}")
        rows_by_text.setdefault(text, row)
    if len(rows_by_text) < 2:
        return next(iter(rows_by_text), "")
    gaps.add(
        "同名的几份公告，保护范围说法不一", "、".join(row.cited for row in rows_by_text.values())
    )
    return tuple({"value": text, "source": row.number} for text, row in rows_by_text.items())


def _sensory(rows: Iterable[Row], gaps: Gaps) -> str:
    row = next((row for row in rows if prose.sensory(row.sensory)), None)
    if row is None:
        gaps.add("没有感官特色", next(iter(rows)).cited)
        return ""
    text, lost = prose.readable(prose.sensory(row.sensory))
    if lost:
        gaps.add("有读不出的字，写作 □", f"感官特色，{row.cited}")
    return text


def _measures(rows: Iterable[Row], gaps: Gaps) -> Value:
    """The figures of the newest announcement that states any."""
    for row in rows:
        passage = measures.passage(row.text)
        if not any(char.isdigit() for char in passage):
            continue
        values = measures.parse(passage, row.name)
        if not values:
            gaps.add("理化指标没有把握，没有写", f"{row.cited}“{passage[:24]}…”")
        return values
    return ()


def _applicant(rows: Iterable[Row], gaps: Gaps) -> str:
    named = [row for row in rows if row.applicant]
    if not named:
        gaps.add("没有申请人", next(iter(rows)).cited)
        return ""
    if len({row.applicant for row in named}) > 1:
        gaps.add("同名的几份公告，申请人不同，取最近的", named[0].cited)
    return named[0].applicant


def _source(row: Row) -> dict[str, Value]:
    title = "农产品地理标志登记" if row.authority == AGRICULTURAL else "地理标志产品保护公告"
    return {
        "title": title,
        "publisher": row.authority,
        "number": row.number,
        "date": row.announced,
    }


def _remark(product: Product, gaps: Gaps) -> None:
    """Names that are no names, and areas that speak of another one."""
    if REMARK.search(product.name):
        gaps.add("名称里带着公告的附注", product.rows[-1].cited)
    for row in product.rows:
        name = prose.named(row.area)
        if name and not prose.same_name(name, row.name) and not name.endswith(("省", "市", "县")):
            gaps.add("公告正文里是另一个名称", f"{row.cited}写“{name}”")
