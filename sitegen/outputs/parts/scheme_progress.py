"""How a title is obtained, who is under public notice, and what was suspended, revoked or put in force again.

Talks with a holder and warnings are not published: no field holds them. A suspension or revocation always has its
document; the ledger refuses one without.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sitegen.catalogue.catalogue import Catalogue
from sitegen.catalogue.ledger import Recognition, shown
from sitegen.catalogue.status import Change
from sitegen.model.entry import Entry
from sitegen.model.recognitions import EVENTS
from sitegen.model.schemes import Step
from sitegen.outputs.dependencies import digest_of
from sitegen.outputs.parts.places import place_of
from sitegen.outputs.parts.titles import tally
from sitegen.outputs.parts.views.facts import Fact, Value
from sitegen.outputs.parts.views.links import Link
from sitegen.outputs.parts.views.scheme_progress import LaterLine, PendingLine, SchemeStep
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext

PENDING, ANNOUNCED = "pending", "announcements"
"""The fragments of the page of a scheme where those stand that are under notice, and all that were announced."""
NEGATIVE = ("suspended", "revoked")
AGAIN = ("valid", "conditional", "renewed")


def progress_digest(context: PlanContext, scheme: Entry) -> str:
    """What the page of a scheme shows of rows that are under notice or were changed; its steps are its own facts."""
    catalogue = context.catalogue
    rows = (*pending_rows(catalogue, scheme.id), *(row for row, _ in _later(catalogue, scheme.id)))
    parts = [(shown(row), _name(catalogue, row), row.subject in catalogue.entries) for row in rows]
    return digest_of(parts) if parts else ""


def _name(catalogue: Catalogue, row: Recognition) -> tuple[str, str]:
    entry = catalogue.entries.get(row.subject) or catalogue.gone.get(row.subject)
    return (entry.name, place_of(catalogue, entry)) if entry else (row.as_published, "")


def pending_rows(catalogue: Catalogue, scheme: str) -> tuple[Recognition, ...]:
    """The rows of a scheme that are under public notice."""
    rows = catalogue.by_scheme.get(scheme, ())
    return tuple(row for row in rows if row.status == "pending")


def _later(catalogue: Catalogue, scheme: str) -> Iterator[tuple[Recognition, Change]]:
    """The suspensions and revocations under a scheme, and what ended one, the newest first."""
    found = [
        (row, change)
        for row in catalogue.by_scheme.get(scheme, ())
        for change in _changes(row.changes)
    ]
    return iter(sorted(found, key=lambda pair: pair[1].on, reverse=True))


def _changes(changes: tuple[Change, ...]) -> Iterator[Change]:
    stopped = False
    for change in sorted(changes, key=lambda one: one.on):
        if change.status in NEGATIVE or (stopped and change.status in AGAIN):
            yield change
        stopped = change.status in NEGATIVE or (stopped and change.status not in AGAIN)


def steps(context: RenderContext, scheme: Entry, record: Any) -> tuple[SchemeStep, ...]:
    """The steps, with how many stand at that of the notice and how many have come through."""
    pending = len(pending_rows(context.catalogue, scheme.id))
    held, _ = tally(context.plan, scheme.id)
    made = []
    for place, step in enumerate(record.steps, 1):
        at: Link | None = None
        if step.objections and pending:
            at = Link(context.say("现在有{count}件在这一步", count=pending), f"#{PENDING}")
        elif place == len(record.steps) and held:
            at = Link(context.say("已经走完的有{count}件", count=held), f"#{ANNOUNCED}")
        made.append(SchemeStep(step.name, tuple(_facts(context, step)), at))
    return tuple(made)


def _facts(context: RenderContext, step: Step) -> Iterator[Fact]:
    say = context.say
    for title, text in (
        (say("谁来做"), step.who),
        (say("多长时间"), step.takes),
        (say("截止"), step.closes.text if step.closes else ""),
        (say("提异议"), step.objections),
    ):
        if text:
            yield Fact(title, (Value(text),))


def pending(
    context: RenderContext, here: str, scheme: Entry, record: Any
) -> tuple[PendingLine, ...]:
    """Those that are under public notice, with its closing day and where to object."""
    channel = next((step.objections for step in record.steps if step.objections), "")
    rows = pending_rows(context.catalogue, scheme.id)
    return tuple(_pending(context, here, row, channel) for row in rows)


def _pending(context: RenderContext, here: str, row: Recognition, channel: str) -> PendingLine:
    notice = [change for change in row.changes if change.status == "pending"][-1]
    return PendingLine(
        link=_link(context, here, row),
        since=notice.on.isoformat(),
        until=notice.until.isoformat() if notice.until else "",
        objections=notice.objections or channel,
        document=notice.document,
    )


def later(context: RenderContext, here: str, scheme: Entry) -> tuple[LaterLine, ...]:
    """What was suspended, revoked or put in force again, the newest first."""
    return tuple(
        LaterLine(
            date=change.on.isoformat(),
            link=_link(context, here, row),
            word=_word(context, change),
            reason=change.reason,
            document=change.document,
        )
        for row, change in _later(context.catalogue, scheme.id)
    )


def _word(context: RenderContext, change: Change) -> str:
    if change.status == "valid":
        return context.say("恢复")
    return context.label(EVENTS[change.status])


def _link(context: RenderContext, here: str, row: Recognition) -> Link:
    name, place = _name(context.catalogue, row)
    return Link(name, context.href_if_public(here, row.subject), place)
