"""The figures that were made public, of all releases: each with the day it stands for and its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any, Literal, NamedTuple

from sitegen.catalogue.catalogue import Catalogue
from sitegen.model.entry import Entry
from sitegen.model.quantities import MULTIPLES, bounds

Verdict = Literal["same", "fewer", "more", "none"]
"""What the catalogue has beside a published number: as many, fewer, more, or nothing at all."""
ABOUT = Decimal("0.1")
"""The share by which a number may differ from one that is 左右."""


class Published(NamedTuple):
    """A published figure: `row` is the `PublicFigure`, `day` the last day that it stands for, `place` the id of a
    region, "" where none is stated."""

    release: Entry
    row: Any
    day: date
    as_of: str
    place: str

    @property
    def same_as(self) -> tuple[str, str, str]:
        """What it counts: figures that are the same here may be held against each other."""
        return self.row.indicator or "", self.place, self.row.scope or ""


def published(catalogue: Catalogue) -> Iterator[Published]:
    """Every figure, in the order of releases and of their rows."""
    for release in catalogue.collections["figures"]:
        yield from figures_of(catalogue, release)


def figures_of(catalogue: Catalogue, release: Entry) -> Iterator[Published]:
    """The figures of a release in their order."""
    record = catalogue.record(release)
    of_all = next(iter(release.regions), "")
    for row in record.figures:
        day = row.as_of or record.as_of or record.released
        yield Published(release, row, day.last, day.text, row.region.id if row.region else of_all)


def newest_releases(catalogue: Catalogue) -> list[Entry]:
    """The releases, the newest first."""
    dated = [(catalogue.record(one).released, one) for one in catalogue.collections["figures"]]
    ordered = sorted(dated, key=lambda pair: (pair[0].last, pair[1].id), reverse=True)
    return [release for _, release in ordered]


def again(catalogue: Catalogue) -> dict[tuple[str, str, str], list[Published]]:
    """The figures that several releases state of one indicator, place and scope, the oldest first."""
    found: dict[tuple[str, str, str], list[Published]] = {}
    for one in published(catalogue):
        if one.row.indicator:
            found.setdefault(one.same_as, []).append(one)
    return {
        same: sorted(members, key=lambda one: (one.day, one.release.id, one.row.row))
        for same, members in found.items()
        if len({one.release.id for one in members}) > 1
    }


def latest(figures: Iterable[Published]) -> Iterator[Published]:
    """Figures, those of the newest release first, without those that a newer release states again."""
    stated: dict[tuple[str, str, str], str] = {}
    for one in figures:
        newest = stated.setdefault(one.same_as, one.release.id) if one.row.indicator else ""
        if newest in ("", one.release.id):
            yield one


def scale_of(row: Any) -> Decimal:
    """What one of the row's unit stands for: 10,000 where that is 万件."""
    return MULTIPLES.get((row.unit or "")[:1], Decimal(1))


def judged(row: Any, counted: int) -> tuple[Verdict, Decimal]:
    """What a count of this catalogue is beside a published number, and by how much the two differ."""
    least, most = (bound * scale_of(row) for bound in bounds(row.value))
    if not counted:
        return ("same", Decimal(0)) if not most else ("none", most)
    low, high = _allowed(row.op, least, most)
    if low is not None and (counted < low or (row.op == ">" and counted == low)):
        return "fewer", least - counted
    if high is not None and (counted > high or (row.op == "<" and counted == high)):
        return "more", counted - most
    return "same", Decimal(0)


def _allowed(op: str, least: Decimal, most: Decimal) -> tuple[Decimal | None, Decimal | None]:
    """The least and the most that agrees with a number; None is open."""
    match op:
        case "≥" | ">":
            return least, None
        case "≤" | "<":
            return None, most
        case "about":
            return least * (1 - ABOUT), most * (1 + ABOUT)
    return least, most
