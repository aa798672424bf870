"""What pages know of the changes to come, so that a script puts them right when their days are there.

A build for an archive stays as it is of its day: its pages know nothing of later ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from sitegen.catalogue.catalogue import Catalogue
from sitegen.catalogue.ledger import Recognition
from sitegen.catalogue.status import CURRENT
from sitegen.model.recognitions import STATUSES
from sitegen.outputs.parts.status_words import tone
from sitegen.outputs.parts.views.recognitions import Turn
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext


def turning(catalogue: Catalogue, rows: Iterable[Recognition]) -> bool:
    """Whether a page with these titles puts their statuses right when their days come."""
    return not catalogue.archive and any(row.transitions for row in rows)


def has_terms(catalogue: Catalogue) -> bool:
    """Whether titles of this site come to an end: a badge of one may be on any page. That one has ended changes
    nothing here, or all pages would be made again on the day."""
    terms = (row.until or row.review_due or row.transitions for row in catalogue.ledger)
    return not catalogue.archive and any(terms)


def first_turn(catalogue: Catalogue, rows: Iterable[Recognition]) -> str:
    """The first day on which one of these titles changes, ISO: numbers of them hold until then. "" for none."""
    if catalogue.archive:
        return ""
    days = [row.transitions[0][0] for row in rows if row.transitions]
    return min(days).isoformat() if days else ""


def first_of_all(context: PlanContext | RenderContext) -> str:
    """The same of all titles. Days of anything else are not told: when an entry is to appear is the editor's secret."""
    catalogue = context.catalogue
    return context.once("first turn", lambda: first_turn(catalogue, catalogue.ledger))


def day_of_data(context: PlanContext) -> str:
    """The part of a key for pages that say for which day their numbers are, and until which they hold."""
    return f"{context.catalogue.as_of.isoformat()} {first_of_all(context)}"


def turns(context: RenderContext, recognition: Recognition) -> tuple[Turn, ...]:
    """The days to come on which the status becomes another."""
    if context.catalogue.archive:
        return ()
    return tuple(_turn(context, day, status) for day, status in recognition.transitions if status)


def badge_turns(context: RenderContext, rows: Sequence[Recognition]) -> tuple[Turn, ...]:
    """The same of a badge that stands for several titles of one name, one of which may follow another."""
    if not turning(context.catalogue, rows):
        return ()
    shown, found = _leading([row.status for row in rows]), []
    for day in sorted({day for row in rows for day, _ in row.transitions}):
        status = _leading([_status_on(row, day) for row in rows])
        if status and status != shown:
            found.append(_turn(context, day, status))
            shown = status
    return tuple(found)


def _turn(context: RenderContext, day: date, status: str) -> Turn:
    return Turn(day.isoformat(), status, tone(status), context.label(STATUSES[status]))


def _status_on(row: Recognition, day: date) -> str:
    """The status of a title on a day that is still to come."""
    return [row.status, *(status for on, status in row.transitions if on <= day)][-1]


def _leading(statuses: Sequence[str]) -> str:
    """The status that a badge shows: a title that simply holds, else one that is current, else the latest."""
    held = [status for status in statuses if status in CURRENT]
    return "valid" if "valid" in held else [*held, statuses[-1]][0]
