"""Rules that look at the addresses of the site that is planned, before any page is made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sitegen.checks.rule import Rule
from sitegen.problems import Location


@dataclass(frozen=True, slots=True)
class PlannedSite:
    """What is planned as of a day: all `addresses`, and when each public entry says it was published.

    `is_planned` says whether there will be a page or other file at an address. `published` is by key, of
    entries that were withdrawn too; `failed` is as in CatalogueView. `body_links` are the links in bodies to addresses of the site (`/about/`), each with the key of its
    entry, and `at` gives the place of such a link. `ledger` is the text of content/ledger.jsonl, None
    where there is none. What is a function costs something: call it where you need it.
    """

    as_of: date
    ledger: str | None
    addresses: Callable[[], frozenset[str]]
    published: Callable[[], Mapping[str, str]]
    is_planned: Callable[[str], bool]
    body_links: Callable[[], Iterable[tuple[str, str]]]
    at: Callable[[str, str], Location]
    failed: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRule(Rule[PlannedSite]):
    """Runs in every build, in the preview too."""
