"""The status of a recognition: docs/status.md row by row, and what holds for every term."""

from __future__ import annotations

import itertools
import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.catalogue.status import (
    CURRENT,
    NOT_YET,
    PRECEDENCE,
    Change,
    Term,
    status_on,
    transitions,
)
from sitegen.model.dates import partial_date
from sitegen.model.recognitions import EVENTS, STATUSES
from tests.support.basic_site import REPOSITORY

PAGE = (REPOSITORY / "docs" / "status.md").read_text("utf-8")
CODES = {label.zh: code for code, label in STATUSES.items()} | {"尚未开始": NOT_YET}
EVENT_CODES = {label.zh: code for code, label in EVENTS.items()}
ROWS = [
    tuple(cell.strip() for cell in line.strip("|").split("|"))
    for line in PAGE.splitlines()
    if line.startswith("|") and re.search(r"\d{4}", line)
]


def change(text: str) -> Change:
    found = re.fullmatch(r"(\S+) (续期|\S+?)(?:至 (\S+))?", text.strip())
    assert found, text
    until = partial_date(found[3]).last if found[3] else None
    return Change(date.fromisoformat(found[1]), EVENT_CODES[found[2]], until)


def term_of(row: tuple[str, ...]) -> Term:
    start, until, review, events, closed = row[:5]
    return Term(
        start=partial_date(start).first if start else None,
        until=partial_date(until).last if until else None,
        review_due=partial_date(review).last if review else None,
        closed=partial_date(closed).last if closed[:1].isdigit() else None,
        historic=closed == "只留记录",
        changes=tuple(change(event) for event in events.split("；") if event),
    )


@pytest.mark.parametrize("row", ROWS, ids=lambda row: " ".join(cell for cell in row if cell))
def test_the_decision_table_in_the_documentation_holds(row: tuple[str, ...]) -> None:
    assert status_on(term_of(row), date.fromisoformat(row[5])) == CODES[row[6]]


def test_the_table_shows_every_status_and_the_page_states_the_precedence() -> None:
    assert {CODES[row[6]] for row in ROWS} == {*PRECEDENCE, NOT_YET}
    (line,) = [line for line in PAGE.splitlines() if line.count(" > ") > 3]
    assert tuple(CODES[word] for word in line.split(" > ")) == PRECEDENCE


FIRST = date(2024, 1, 1)
DAYS = st.integers(0, 120).map(lambda n: FIRST + timedelta(days=n))
MAYBE = st.none() | DAYS
CHANGES = st.builds(
    lambda on, status, until: Change(on, status, until if status == "renewed" else None),
    DAYS,
    st.sampled_from(sorted(EVENTS)),
    MAYBE,
)
TERMS = st.builds(
    Term,
    start=MAYBE,
    until=MAYBE,
    review_due=MAYBE,
    closed=MAYBE,
    historic=st.booleans(),
    changes=st.lists(CHANGES, max_size=4).map(tuple),
)


@given(TERMS, DAYS)
def test_every_day_has_exactly_one_status(term: Term, day: date) -> None:
    status = status_on(term, day)
    assert status in (*PRECEDENCE, NOT_YET)
    before = term.start is not None and day < term.start
    assert status in (NOT_YET, "pending") if before else status != NOT_YET


@given(TERMS, DAYS)
def test_transitions_are_exactly_the_days_on_which_the_status_becomes_another(
    term: Term, after: date
) -> None:
    days = [after + timedelta(days=n) for n in range(200)]
    seen = [
        (day, status_on(term, day))
        for before, day in itertools.pairwise(days)
        if status_on(term, before) != status_on(term, day)
    ]
    assert list(transitions(term, after)) == seen


@given(TERMS, DAYS, st.permutations(range(4)))
def test_the_order_in_which_events_of_different_days_are_written_does_not_matter(
    term: Term, day: date, order: list[int]
) -> None:
    by_day = {change.on: change for change in term.changes}
    changes = tuple(by_day.values())
    shuffled = tuple(changes[i] for i in order if i < len(changes))
    parts = (term.start, term.until, term.review_due, term.closed, term.historic)
    assert status_on(Term(*parts, changes), day) == status_on(Term(*parts, shuffled), day)


@given(TERMS, DAYS)
def test_an_event_outranks_what_dates_alone_say(term: Term, day: date) -> None:
    begun = Term(None, term.until, term.review_due, term.closed, term.historic, ())
    plain = status_on(begun, day)
    for status in ("conditional", "pending", "suspended", "revoked"):
        with_event = Term(*(getattr(begun, n) for n in Term.__slots__[:5]), (Change(day, status),))
        rank = min(PRECEDENCE.index(plain), PRECEDENCE.index(status))
        assert status_on(with_event, day) == PRECEDENCE[rank]


@given(DAYS, DAYS, DAYS)
def test_a_renewal_replaces_the_end_from_its_day_on(until: date, on: date, new: date) -> None:
    term = Term(until=until, changes=(Change(on, "renewed", new),))
    for day in (FIRST + timedelta(days=n) for n in range(130)):
        end = new if day >= on else until
        assert status_on(term, day) == ("expired" if day > end else "valid")


@given(TERMS)
def test_negative_words_come_only_from_an_event(term: Term) -> None:
    named = {change.status for change in term.changes}
    for day in (FIRST + timedelta(days=n) for n in range(0, 130, 7)):
        status = status_on(term, day)
        assert status not in ("revoked", "suspended") or status in named


def test_a_term_to_the_end_of_time_does_not_overflow() -> None:
    term = Term(start=FIRST, until=date.max, review_due=date.max, closed=date.max)
    assert transitions(term, date(2026, 1, 1)) == ()
    assert status_on(term, date.max) == "valid"


def test_a_title_under_review_or_condition_still_counts_as_held() -> None:
    assert {"valid", "conditional", "review-due"} == CURRENT
