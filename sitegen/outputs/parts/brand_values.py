"""What brands were said to be worth: the valuations of all brands, by who published them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from sitegen.catalogue.catalogue import Catalogue
from sitegen.model.entry import Entry
from sitegen.outputs.parts.policies import goals_on

TOPIC = "brand-values"
"""The topic of targets that are about what brands are worth."""


class Valued(NamedTuple):
    """The valuations of a brand by one publisher, the oldest first, one at least: each is a `BrandValue`."""

    brand: Entry
    values: tuple[Any, ...]

    @property
    def order(self) -> tuple[str, Any]:
        """By the newest year, and in it by the amount."""
        newest = self.values[-1]
        return newest.year.last.isoformat(), newest.amount


def valuations(catalogue: Catalogue) -> dict[str, list[Valued]]:
    """By publisher, the brands with what it said of them, the newest and most valuable first."""
    found: dict[str, dict[str, list[Any]]] = {}
    for brand, value in _every(catalogue):
        found.setdefault(value.publisher, {}).setdefault(brand.key, []).append(value)
    return {
        publisher: sorted(
            (_valued(catalogue.entries[key], values) for key, values in brands.items()),
            key=lambda one: one.order,
            reverse=True,
        )
        for publisher, brands in sorted(found.items())
    }


def valued_brands(catalogue: Catalogue) -> tuple[Entry, ...]:
    return tuple(b for b in catalogue.collections["brands"] if b.has_values)


def has_brand_values(catalogue: Catalogue) -> bool:
    """Whether somebody said what a brand is worth, or a policy wants that to be said."""
    valued = any(brand.has_values for brand in catalogue.collections["brands"])
    return valued or bool(goals_on(catalogue, TOPIC))


def _every(catalogue: Catalogue) -> Iterator[tuple[Entry, Any]]:
    for brand in valued_brands(catalogue):
        for value in catalogue.record(brand).brand_values:
            yield brand, value


def _valued(brand: Entry, values: list[Any]) -> Valued:
    return Valued(brand, tuple(sorted(values, key=lambda value: value.year.last)))
