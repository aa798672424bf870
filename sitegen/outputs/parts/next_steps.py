"""What an enterprise can apply for next: on each ladder in force the rung above what it holds.

What its brands hold counts as its own. Who holds nothing of a ladder yet begins at its lowest rung, if that is one of
awards or certifications: a list that somebody else draws up is nothing to apply for. A title that is only kept on
record is never held out to anybody.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sitegen.catalogue.catalogue import Catalogue
from sitegen.catalogue.ledger import Recognition
from sitegen.model.entry import Entry
from sitegen.model.recognitions import is_nomination
from sitegen.model.schemes import LEVELS
from sitegen.outputs import addresses
from sitegen.outputs.dependencies import digest_of
from sitegen.outputs.parts.ladders import Ladder, Rung, is_held_out, ladder_name, ladders
from sitegen.outputs.parts.offers import offer_lines
from sitegen.outputs.parts.policies import has_offers, offers_digest
from sitegen.outputs.parts.views.links import Link
from sitegen.outputs.parts.views.next_steps import LadderStep, NextSteps, NextTitle
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext

APPLICANTS = ("enterprise", "cooperative")
"""The kinds of organizations that begin a ladder; others go on where they hold something of it."""
OPEN_TO_ALL = ("award", "certification")
"""The kinds of schemes that whoever wants to can apply for."""


class Step(NamedTuple):
    """The next rung of a ladder: its schemes, and the schemes of the ladder that are held today."""

    ladder: Ladder
    held: tuple[Entry, ...]
    schemes: tuple[Entry, ...]


def applicant(context: PlanContext, entry: Entry) -> Entry | None:
    """The organization that the page of an entry says the next steps of: itself, or the owner of a brand."""
    if entry.collection == "organizations":
        return entry
    return _owners(context).get(entry.key) if entry.collection == "brands" else None


def _owners(context: PlanContext) -> Mapping[str, Entry]:
    """The owners of brands by the keys of these."""
    catalogue = context.catalogue
    return context.once(
        "owners of brands",
        lambda: {
            brand: organization
            for organization in catalogue.collections["organizations"]
            for brand in _brands(catalogue, organization)
        },
    )


def _brands(catalogue: Catalogue, organization: Entry) -> tuple[str, ...]:
    return tuple(catalogue.uses.get(organization.key, {}).get(("brands", "owner"), ()))


def steps_of(context: PlanContext, organization: Entry) -> tuple[Step, ...]:
    """The next rung of each ladder on which there is one for an organization."""
    every = context.once("ladders", lambda: ladders(context.catalogue))
    if not every:
        return ()
    return context.once(
        ("next steps", organization.key),
        lambda: tuple(_steps(context.catalogue, every, organization)),
    )


def _steps(
    catalogue: Catalogue, every: Mapping[str, Ladder], organization: Entry
) -> Iterator[Step]:
    keys = (organization.key, *_brands(catalogue, organization))
    held: dict[str, list[Recognition]] = {}
    for row in (row for key in keys for row in catalogue.current(key)):
        held.setdefault(row.scheme, []).append(row)
    for ladder in every.values():
        rungs = [rung for rung in reversed(ladder.rungs) if rung.number is not None]
        reached = [rung for rung in rungs if any(s.id in held for s in rung.schemes)]
        schemes: tuple[Entry, ...] = ()
        if reached:
            schemes = _above(catalogue, rungs, reached[-1], held)
        elif organization.kind in APPLICANTS:
            schemes = _lowest(catalogue, rungs)
        if schemes:
            holds = tuple(scheme for scheme in ladder.schemes if scheme.id in held)
            yield Step(ladder, holds, schemes)


def _above(
    catalogue: Catalogue, rungs: list[Rung], top: Rung, held: Mapping[str, list[Recognition]]
) -> tuple[Entry, ...]:
    """The rung above the highest that is held; that rung itself where what is held of it is a nomination."""
    rows = [row for scheme in top.schemes for row in held.get(scheme.id, ())]
    above = rungs[rungs.index(top) + 1 :]
    if all(is_nomination(row.level) for row in rows):
        above = [top, *above]
    return next((found for rung in above if (found := _offered(catalogue, rung))), ())


def _lowest(catalogue: Catalogue, rungs: list[Rung]) -> tuple[Entry, ...]:
    first = next((found for rung in rungs if (found := _offered(catalogue, rung))), ())
    return tuple(s for s in first if catalogue.schemes[s.id].kind in OPEN_TO_ALL)


def _offered(catalogue: Catalogue, rung: Rung) -> tuple[Entry, ...]:
    """The schemes of a rung that may be held out to enterprises."""
    return tuple(scheme for scheme in rung.schemes if is_held_out(catalogue, scheme))


def next_steps_digest(context: PlanContext, entry: Entry) -> str:
    organization = applicant(context, entry)
    steps = steps_of(context, organization) if organization else ()
    if not steps or organization is None:
        return ""
    digests = context.catalogue.scheme_digests
    shown = [
        (
            step.ladder.id,
            [(s.id, s.name) for s in step.ladder.schemes],
            [s.id for s in step.held],
            [(s.id, digests[s.id]) for s in step.schemes],
            offers_digest(context, [s.id for s in step.schemes]),
        )
        for step in steps
    ]
    rewards = has_offers(context.catalogue)
    return digest_of((organization.key, organization.name, shown, rewards))


def next_steps(context: RenderContext, here: str, entry: Entry) -> NextSteps | None:
    """What the page of an organization or of a brand says of it, None where there is nothing to say."""
    organization = applicant(context.plan, entry)
    steps = steps_of(context.plan, organization) if organization else ()
    if not steps or organization is None:
        return None
    return NextSteps(
        owner=None
        if organization == entry
        else Link(organization.name, context.entry_href(here, organization)),
        steps=tuple(_step(context, here, step) for step in steps),
        rewards=context.href(here, addresses.REWARDS) if has_offers(context.catalogue) else "",
    )


def _step(context: RenderContext, here: str, step: Step) -> LadderStep:
    say = context.say
    names = say("、").join(scheme.name for scheme in step.held)
    url = context.href(here, addresses.ladder(step.ladder.id))
    return LadderStep(
        ladder=Link(ladder_name(context, step.ladder), url),
        held=say("现在持有：{names}", names=names) if names else "",
        titles=tuple(_title(context, here, scheme) for scheme in step.schemes),
    )


def _title(context: RenderContext, here: str, scheme: Entry) -> NextTitle:
    level = context.catalogue.schemes[scheme.id].level
    words = context.choice("schemes.level", LEVELS, level)
    return NextTitle(
        Link(scheme.name, context.entry_href(here, scheme), words),
        offer_lines(context, here, scheme.id),
    )
