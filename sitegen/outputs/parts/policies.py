"""What policies grant today, and what they want to reach."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from sitegen.catalogue.catalogue import Catalogue
from sitegen.model.entry import Entry
from sitegen.outputs.dependencies import digest_of
from sitegen.outputs.plan_context import PlanContext

IN_FORCE = ("current", "unknown")
"""The standings of policies whose measures are shown as applying; of the second, pages say that it is not known."""


OTHERS = "others"
"""The section of measures that ask for no title, or for one that heads nothing."""
RECORD_ONLY = "record-only"


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
        if policy.status in IN_FORCE:
            for row in policy.incentives:
                if row.until is None or row.until.last >= catalogue.as_of:
                    yield Offer(entry, row)


def section_of(catalogue: Catalogue, scheme: str) -> str:
    """Where the measures for holders of a title stand on their page: a title that is kept as a record only heads
    nothing."""
    return OTHERS if catalogue.schemes[scheme].display == RECORD_ONLY else scheme


def offers_for(context: PlanContext, scheme: str) -> tuple[Offer, ...]:
    """The measures that apply to holders of a title."""
    return context.once("offers by scheme", lambda: _by_scheme(context.catalogue)).get(scheme, ())


def _by_scheme(catalogue: Catalogue) -> dict[str, tuple[Offer, ...]]:
    found: dict[str, tuple[Offer, ...]] = {}
    for offer in offers(catalogue):
        for scheme in offer.row.schemes:
            found[scheme.id] = (*found.get(scheme.id, ()), offer)
    return found


def offers_digest(context: PlanContext, schemes: Iterable[str]) -> str:
    """What pages depend on that show the measures for holders of these titles."""
    catalogue = context.catalogue
    return digest_of(
        [
            (scheme, o.policy.id, o.policy.facts_digest, catalogue.turns(o.policy), o.row.row)
            for scheme in schemes
            for o in offers_for(context, scheme)
        ]
    )


def goals(catalogue: Catalogue) -> Iterator[Goal]:
    """The targets of all policies, also of those that have ended."""
    return _goals_with(catalogue, "targets")


def goals_on(catalogue: Catalogue, topic: str) -> tuple[Goal, ...]:
    """The targets on a subject."""
    return tuple(goal for goal in _goals_with(catalogue, "topic") if goal.row.topic == topic)


def _goals_with(catalogue: Catalogue, field: str) -> Iterator[Goal]:
    """The targets of the policies that may have a field; other policies are not read for it."""
    for entry in catalogue.collections["policies"]:
        if entry.may_have(field):
            for row in catalogue.record(entry).targets:
                yield Goal(entry, row)


def has_offers(catalogue: Catalogue) -> bool:
    return any(True for _ in offers(catalogue))


def has_goals(catalogue: Catalogue) -> bool:
    return any(entry.may_have("targets") for entry in catalogue.collections["policies"])
