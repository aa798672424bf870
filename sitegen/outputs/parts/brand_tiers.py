"""Brands by tier and by sector, and the policy targets that want so many of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sitegen.catalogue.catalogue import Catalogue
from sitegen.catalogue.status import CURRENT
from sitegen.catalogue.tiers import rows_behind, tier_words
from sitegen.model.brands import SECTORS
from sitegen.model.entry import Entry
from sitegen.model.types import Label
from sitegen.outputs.parts.policies import Goal, goals
from sitegen.outputs.plan_context import PlanContext

COUNTED = "brands-"
"""What the indicator of a target begins with that wants so many brands of a tier; its code follows."""
SHARE = "brands-share-"
"""The same of a target that wants a share of a sector."""


class Ranked(NamedTuple):
    """A brand that has a tier. It does not count where every title that the tier rests on has ended or is still to come."""

    brand: Entry
    counts: bool


def has_tiers(catalogue: Catalogue) -> bool:
    """Whether brands have tiers, or a policy wants some of them."""
    return any(True for _ in _ranked(catalogue)) or any(True for _ in _wanted(catalogue))


def ranked(context: PlanContext) -> tuple[Ranked, ...]:
    """The brands that have a tier, in the order of lists."""
    return context.once("brands by tier", lambda: tuple(_ranked(context.catalogue)))


def _ranked(catalogue: Catalogue) -> Iterator[Ranked]:
    for brand in catalogue.collections["brands"]:
        if brand.tier:
            yield Ranked(brand, counts_in_its_tier(catalogue, brand))


def counts_in_its_tier(catalogue: Catalogue, brand: Entry) -> bool:
    """Whether the titles that the tier of a brand rests on are held; also where its tier rests on none that is awaited."""
    words = tier_words(catalogue.options)
    rows = rows_behind(brand.tier, catalogue.by_subject.get(brand.key, ()), words)
    held = any(row.status in CURRENT for row in rows)
    return held if rows else brand.key not in catalogue.awaited


def wanted(context: PlanContext) -> tuple[Goal, ...]:
    """The targets for tiers and for shares of sectors."""
    return context.once("targets for tiers", lambda: tuple(_wanted(context.catalogue)))


def _wanted(catalogue: Catalogue) -> Iterator[Goal]:
    codes = {COUNTED + code for code in tier_words(catalogue.options)}
    codes |= {SHARE + code for code in sector_words(catalogue)}
    return (goal for goal in goals(catalogue) if goal.row.indicator in codes)


def sector_words(catalogue: Catalogue) -> dict[str, Label]:
    """The sectors by their codes, the site's own among them."""
    return {**SECTORS, **catalogue.options.choices.get("brands.sector", {})}
