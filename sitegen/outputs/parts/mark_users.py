"""Who may use the mark of a GI. Only what was checked is told of today; all else is told of its day.

A report of 2010 that two makers were allowed says nothing of now: “2010 年获准 2 家，现状待核”.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sitegen.model.recognitions import STATUSES
from sitegen.model.references import Reference
from sitegen.outputs.parts.references import named_value, reference_value
from sitegen.outputs.parts.views.facts import Value
from sitegen.outputs.parts.views.recognitions import MarkUse, MarkUserRow
from sitegen.outputs.render_context import RenderContext

NAMED = 3
"""Number of enterprises that are named before the whole table."""


def mark_use(context: RenderContext, here: str, users: Sequence[Any]) -> MarkUse | None:
    """What the page says of the mark in a few words, None where it knows no users."""
    if not users:
        return None
    say = context.say
    going_on = [user for user in users if not _has_ended(context, user)]
    checked = [user for user in going_on if user.checked]
    unchecked = [user for user in going_on if not user.checked]
    names = say("、").join(_who(context, here, user).text for user in checked[:NAMED])
    if len(checked) > NAMED:
        names = say("{names}等{count}家", names=names, count=len(checked))
    notes = []
    if checked:
        notes.append(say("核对至{day}", day=min(user.checked for user in checked).isoformat()))
    if unchecked:
        notes.append(_allowed(context, unchecked))
    if ended := len(users) - len(going_on):
        notes.append(say("{count}家登记的期限已过", count=ended))
    title = say("谁可以用专用标志") if checked else say("专用标志的使用")
    return MarkUse(title, names, tuple(notes))


def _allowed(context: RenderContext, users: Sequence[Any]) -> str:
    """When users were allowed of whom nobody knows how they stand today."""
    say, count = context.say, len(users)
    years = sorted({user.from_.first.year for user in users if user.from_})
    if not years or not all(user.from_ for user in users):
        return say("获准{count}家，现状待核", count=count)
    if len(years) == 1:
        return say("{year}年获准{count}家，现状待核", year=years[0], count=count)
    return say(
        "{first}—{last}年获准{count}家，现状待核", first=years[0], last=years[-1], count=count
    )


def mark_user_rows(
    context: RenderContext, here: str, users: Sequence[Any]
) -> Iterator[MarkUserRow]:
    for user in users:
        value = _who(context, here, user)
        is_open = not user.checked and not _has_ended(context, user)
        yield MarkUserRow(
            name=value.text,
            url=value.url,
            product=user.product or "",
            notice=user.notice or "",
            period=_period(context, user),
            checked=user.checked.isoformat() if user.checked else "",
            source=user.source or "",
            credit_code=user.credit_code or "",
            doubt=context.say("现状待核") if is_open else "",
        )


def _who(context: RenderContext, here: str, user: Any) -> Value:
    who = user.organization
    if isinstance(who, Reference):
        return reference_value(context, here, who)
    return named_value(context, here, "organizations", who)


def _has_ended(context: RenderContext, user: Any) -> bool:
    return bool(user.until) and user.until.last < context.catalogue.as_of


def _period(context: RenderContext, user: Any) -> str:
    start = user.from_.text if user.from_ else ""
    if user.until:
        period = context.say("{start}至{end}", start=start, end=user.until.text)
        if not _has_ended(context, user):
            return period
        status = context.label(STATUSES["expired"])
        return context.say("{term}，{status}", term=period, status=status)
    return context.say("{start}起", start=start) if start else ""
