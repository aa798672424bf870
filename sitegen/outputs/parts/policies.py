"""What policies grant today, and what they want to reach."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from sitegen.catalogue.catalogue import Catalogue
from sitegen.model.entry import Entry

IN_FORCE = ("current", "unknown")
"""The standings of policies whose measures are shown as applying; of the second, pages say that it is not known."""


class Offer(NamedTuple):
    """A measure of a policy that applies on the day: `row` is the `Incentive`."""

    policy: Entry
    row: Any


class Goal(NamedTuple):
    """A target of a policy: `row` is the `PolicyTarget`. `regions` are those of the policy."""

    policy: Entry
    row: Any

    @property
    def regions(self) -> tuple[str, ...]:
        return self.policy.regions


def offers(catalogue: Catalogue) -> Iterator[Offer]:
    """The measures that apply on the day of the data, in the order of policies and of their rows."""
    for entry in catalogue.collections["policies"]:
        policy = catalogue.record(entry)
        if policy.status not in IN_FORCE or _is_past(policy.expires, catalogue):
            continue
        for row in policy.incentives:
            if not _is_past(row.until, catalogue):
                yield Offer(entry, row)


def goals(catalogue: Catalogue) -> Iterator[Goal]:
    """The targets of all policies, also of those that have ended."""
    for entry in catalogue.collections["policies"]:
        for row in catalogue.record(entry).targets:
            yield Goal(entry, row)


def has_offers(catalogue: Catalogue) -> bool:
    return any(True for _ in offers(catalogue))


def has_goals(catalogue: Catalogue) -> bool:
    return any(entry.may_have("targets") for entry in catalogue.collections["policies"])


def _is_past(day: Any, catalogue: Catalogue) -> bool:
    return day is not None and bool(day.last < catalogue.as_of)
