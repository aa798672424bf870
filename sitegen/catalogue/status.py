"""The status of a recognition on a day, and the days on which it will change.

docs/status.md holds the same rules as a decision table, and a test reads it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

PRECEDENCE = (
    "revoked",
    "suspended",
    "expired",
    "historic",
    "review-due",
    "conditional",
    "pending",
    "valid",
)
NOT_YET = ""
"""The status before a recognition begins: it is neither shown nor counted."""

CURRENT = frozenset(["valid", "conditional", "review-due"])
"""Statuses with which a title is current."""


@dataclass(frozen=True, slots=True)
class Change:
    """An event of the history: what a row became on a day; `until` for a renewal and for a public notice, of which
    `objections` says where to object."""

    on: date
    status: str
    until: date | None = None
    reason: str = ""
    document: str = ""
    objections: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """The dates that decide the status. Bounds are inclusive; None means open.

    `closed` is the last day of the scheme. `historic` says that the scheme is only kept on record.
    """

    start: date | None = None
    until: date | None = None
    review_due: date | None = None
    closed: date | None = None
    historic: bool = False
    changes: tuple[Change, ...] = ()


def renewal_on(term: Term, day: date) -> Change | None:
    """The renewal in force on `day`; None where the term has not been renewed by then."""
    renewals = [c for c in term.changes if c.status == "renewed" and c.on <= day]
    return sorted(renewals, key=lambda change: change.on)[-1] if renewals else None


def notice_on(term: Term, day: date) -> Change | None:
    """The public notice in force on `day`: the last change by then, where that is pending."""
    past = sorted((c for c in term.changes if c.on <= day), key=lambda change: change.on)
    return past[-1] if past and past[-1].status == "pending" else None


def status_on(term: Term, day: date) -> str:
    """The status on `day`: of all that apply, the first in PRECEDENCE. Before it begins a title may be
    open to objections (pending); else there is nothing to say of it."""
    if term.start is not None and day < term.start:
        return "pending" if notice_on(term, day) else NOT_YET
    applying = {"valid"}
    until, review_due = term.until, term.review_due
    for change in sorted(term.changes, key=lambda change: change.on):
        if change.on > day:
            break
        if change.status == "pending" and term.start is not None and change.on < term.start:
            continue  # that notice was over when the title was given
        if change.status == "renewed":
            until = change.until
            review_due = None
            applying -= {"conditional", "pending"}
        else:
            applying -= {"revoked", "suspended", "conditional", "pending"}
            applying.add(change.status)
    if until is not None and day > until:
        applying.add("expired")
    if review_due is not None and day > review_due:
        applying.add("review-due")
    if term.historic or (term.closed is not None and day > term.closed):
        applying.add("historic")
    return next(status for status in PRECEDENCE if status in applying)


def transitions(term: Term, after: date) -> tuple[tuple[date, str], ...]:
    """The days after `after` on which the status becomes another, with that status."""
    days = {change.on for change in term.changes}
    days |= {term.start} if term.start else set()
    ends = [term.until, term.review_due, term.closed, *(change.until for change in term.changes)]
    days |= {end + timedelta(days=1) for end in ends if end is not None and end < date.max}
    result: list[tuple[date, str]] = []
    status = status_on(term, after)
    for day in sorted(day for day in days if day > after):
        following = status_on(term, day)
        if following != status:
            result.append((day, following))
            status = following
    return tuple(result)
