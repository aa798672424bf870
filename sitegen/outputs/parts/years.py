"""The titles of the ledger by the year in which they were given, over as many pages as they need."""

from __future__ import annotations

from typing import NamedTuple

from sitegen.catalogue.catalogue import Catalogue
from sitegen.catalogue.ledger import Recognition
from sitegen.outputs import addresses
from sitegen.outputs.plan_context import PlanContext

DIGITS_OF_A_YEAR = 4
UNDATED = ""


class YearPart(NamedTuple):
    """The titles of a year, or some of them; `continued` where it began on a page before. `year` is "" of
    those without a date."""

    year: str
    rows: tuple[Recognition, ...]
    continued: bool


def has_titles(catalogue: Catalogue) -> bool:
    return bool(catalogue.ledger)


def years(context: PlanContext) -> dict[str, tuple[Recognition, ...]]:
    """The titles by year, the newest first, in a year too; undated ones last."""
    return context.once("years", lambda: _years(context.catalogue))


def _years(catalogue: Catalogue) -> dict[str, tuple[Recognition, ...]]:
    by_year: dict[str, list[Recognition]] = {}
    for row in sorted(catalogue.ledger, key=lambda row: row.order):
        by_year.setdefault(row.start[:DIGITS_OF_A_YEAR], []).append(row)
    newest = sorted(by_year, reverse=True)
    return {year: tuple(_newest_first(by_year[year])) for year in newest}


def _newest_first(rows: list[Recognition]) -> list[Recognition]:
    """The newest days first; on one day in the order of the ledger."""
    return sorted(rows, key=lambda row: row.start, reverse=True)


def year_pages(context: PlanContext) -> tuple[tuple[YearPart, ...], ...]:
    """The years in pages of as many titles as lists have entries; at least one page."""
    return context.once(
        "year pages", lambda: _pages(years(context), context.site.settings.page_size)
    )


def _pages(
    by_year: dict[str, tuple[Recognition, ...]], most: int
) -> tuple[tuple[YearPart, ...], ...]:
    pages: list[list[YearPart]] = [[]]
    room = most
    for year, rows in by_year.items():
        continued = False
        while rows:
            if not room:
                pages.append([])
                room = most
            part, rows = rows[:room], rows[room:]
            pages[-1].append(YearPart(year, part, continued))
            room -= len(part)
            continued = True
    return tuple(map(tuple, pages))


def year_id(year: str) -> str:
    """The fragment of a year on its page."""
    return f"year-{year or 'undated'}"


def year_addresses(context: PlanContext) -> dict[str, str]:
    """The address of the page on which each year begins."""
    places: dict[str, str] = {}
    for number, parts in enumerate(year_pages(context), start=1):
        for part in parts:
            places.setdefault(part.year, addresses.page(addresses.TIMELINE, number))
    return places
