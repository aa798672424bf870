"""Titles as other pages name them: beside the short name stands the status, in words, unless it is valid."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from sitegen.catalogue.catalogue import Catalogue
from sitegen.catalogue.ledger import Recognition
from sitegen.catalogue.status import CURRENT, PRECEDENCE
from sitegen.model.entry import Entry
from sitegen.model.recognitions import STATUSES
from sitegen.outputs.parts.status_words import reservation, tone
from sitegen.outputs.parts.turning import badge_turns, turning, turns
from sitegen.outputs.parts.views.recognitions import Badge
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext

PAST = frozenset(["expired", "historic"])
"""Statuses that cards leave out: the title ran its course, and the entry's own page says so."""
Tally = tuple[int, tuple[tuple[str, int], ...]]
"""How many titles are held today, and (status, how many) of the others, the mildest first."""


def title_of(catalogue: Catalogue, row: Recognition) -> str:
    """A title as a badge names it."""
    scheme = catalogue.schemes.get(row.scheme)
    return (scheme.badge_text or scheme.name) if scheme else row.scheme


def badge(context: RenderContext, row: Recognition) -> Badge:
    """The badge of one title, with the days on which it will say something else."""
    text = title_of(context.catalogue, row)
    return Badge(text, tone(row.status), reservation(context, row), turns(context, row))


def card_badges(context: RenderContext, entry: Entry) -> tuple[Badge, ...]:
    """The titles on the card of an entry, of schemes that show as badges.

    A card says where an entry whose name should come from an announcement has none.
    """
    catalogue = context.catalogue
    badges: dict[str, Badge] = {}
    if not catalogue.is_announced(entry):
        badges[""] = Badge(context.say("未见公告"), "notice", "")
    for row in card_titles(catalogue, entry):
        text = _with_level(context, row)
        shown = Badge(text, tone(row.status), reservation(context, row))
        if text not in badges or not shown.status:
            badges[text] = shown
    if not turning(catalogue, catalogue.by_subject.get(entry.key, ())):
        return tuple(badges.values())
    every: dict[str, list[Recognition]] = {}
    for row in _on_badges(catalogue, entry):
        every.setdefault(_with_level(context, row), []).append(row)
    return tuple(
        shown._replace(turns=badge_turns(context, every[text])) if text else shown
        for text, shown in badges.items()
    )


def _with_level(context: RenderContext, row: Recognition) -> str:
    """A title as the badge on a card names it."""
    text = title_of(context.catalogue, row)
    return context.say("{title}（{level}）", title=text, level=row.level) if row.level else text


def card_titles(catalogue: Catalogue, entry: Entry) -> Iterator[Recognition]:
    """The titles of an entry that show as badges, by scheme: those that are held today; where none is, the
    latest, unless it ran its course."""
    by_scheme: dict[str, list[Recognition]] = {}
    for row in _on_badges(catalogue, entry):
        by_scheme.setdefault(row.scheme, []).append(row)
    for rows in by_scheme.values():
        yield from _on_card(rows)


def _on_badges(catalogue: Catalogue, entry: Entry) -> Iterator[Recognition]:
    """The titles of an entry under schemes that show as badges, whatever became of them."""
    for row in catalogue.by_subject.get(entry.key, ()):
        scheme = catalogue.schemes.get(row.scheme)
        if scheme is not None and scheme.display == "badge":
            yield row


def _on_card(rows: list[Recognition]) -> list[Recognition]:
    current = [row for row in rows if row.status in CURRENT]
    return current or [row for row in rows[-1:] if row.status not in PAST]


def tally(context: PlanContext, scheme: str) -> Tally:
    """How many titles of a scheme are held today, and what became of the others."""
    rows = context.catalogue.by_scheme.get(scheme, ())
    return context.once(("tally", scheme), lambda: tally_of(rows))


def tally_of(rows: Iterable[Recognition]) -> Tally:
    """How many of these titles are held today, and what became of the others."""
    counts = Counter(row.status for row in rows)
    others = (status for status in reversed(PRECEDENCE) if status not in CURRENT)
    return (
        sum(counts[status] for status in CURRENT),
        tuple((status, counts[status]) for status in others if counts[status]),
    )


def holdings(context: RenderContext, scheme: str) -> str:
    """How many titles of a scheme are held today, the others named apart; "" where it has none."""
    return holdings_of(context, tally(context.plan, scheme))


def holdings_of(context: RenderContext, counted: Tally) -> str:
    """The same of titles that were counted."""
    say = context.say
    count, others = counted
    if not count:
        return _named(context, others)
    if not others:
        return say("{count}件", count=count)
    return say("{count}件，另有{others}", count=count, others=_named(context, others))


def apart(context: RenderContext, scheme: str) -> str:
    """The titles of a scheme that are not held today, for a place beside those that are."""
    count, others = tally(context.plan, scheme)
    return context.say("另有{others}", others=_named(context, others)) if count and others else ""


def _named(context: RenderContext, others: Iterable[tuple[str, int]]) -> str:
    return context.say("、").join(_counted(context, others))


def _counted(context: RenderContext, others: Iterable[tuple[str, int]]) -> Iterator[str]:
    for status, count in others:
        word = context.label(STATUSES[status])
        yield context.say("{count}件{status}", count=count, status=word)
