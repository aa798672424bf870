"""Every date of the model has its place among those that count, or a reason why it does not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from sitegen.model.brands import Brand
from sitegen.model.collections import COLLECTIONS
from sitegen.model.dated import first_day, stated_by, turning_days
from sitegen.model.dates import Moment, PartialDate
from sitegen.model.fields import Record, dated_of, inner_model, written_name
from sitegen.model.groups import Stated
from sitegen.model.schemes import Scheme, scheme_on

DAY = date(2026, 1, 15)
ON_THEIR_OWN_TERMS = {
    "publish_from": "the entry is not public before it",
    "publish_until": "the entry is not public after it",
    "withdrawn.on": "the entry is withdrawn from it on",
    "review.checked_on": "private",
    "review.date": "private",
    "review.drafted_on": "private",
    "effective": "told beforehand",
    "phases.from": "told beforehand",
    "phases.until": "told beforehand",
    "steps.closes": "told beforehand",
    "targets.base": "what a target is counted from",
    "targets.due": "told beforehand",
    "starts": "told beforehand",
    "ends": "told beforehand",
    "released": "required: without it there is no release",
    "as_of": "what the numbers stand for",
}
"""Dates without a mark, beside those of announcements: these decide the status in the ledger."""
MARKED = {
    "published": "field",
    "updated": "field",
    "checked": "field",
    "former_names.until": "group",
    "sources.date": "group",
    "trademarks.registered": "group",
    "founded": "field",
    "figures.as_of": "group",  # of clusters; of published figures, as the whole of them
    "brand_values.year": "group",
    "buy.checked": "field",
    "mark_users.from": "group",
    "mark_users.until": "end",
    "mark_users.checked": "field",
    "opened": "field",
    "closed": "end",
    "signed": "field",
    "issued": "field",
    "expires": "end",
    "incentives.until": "end",
}


def dates(model: type[Record], path: str = "") -> Iterator[tuple[str, str]]:
    """(path, mark) of every field of a class that holds a date."""
    for name, info in model.model_fields.items():
        inner = inner_model(info.annotation)
        here = f"{path}{written_name(name, info)}"
        if _is_date(info.annotation):
            yield here, dated_of(info)
        elif inner is not None and issubclass(inner, Record):
            yield from dates(inner, f"{here}.")


def _is_date(annotation: Any) -> bool:
    if annotation in (date, PartialDate, Moment):
        return True
    if isinstance(annotation, type) and issubclass(annotation, Stated):
        return _is_date(annotation.model_fields["value"].annotation)
    return any(_is_date(argument) for argument in getattr(annotation, "__args__", ()))


def test_it_is_decided_of_every_date_how_it_counts() -> None:
    found: dict[str, str] = {}
    for collection in COLLECTIONS.values():
        if collection.name != "recognitions":
            found |= dict(dates(collection.model))
    assert {path for path, mark in found.items() if not mark} == {*ON_THEIR_OWN_TERMS}
    assert {path: mark for path, mark in found.items() if mark} == MARKED


def brand(**fields: Any) -> Brand:
    return Brand.model_validate({"name": "盾牌", "kind": "product", **fields})


def test_a_record_states_nothing_that_is_dated_later() -> None:
    whole = brand(
        published="2026-01-16 09:00",
        checked="2026-01-15",
        founded=[{"value": "1900"}, {"value": "2026-02"}],
        brand_values=[
            {"year": year, "amount": "1", "publisher": "甲"} for year in ("2025", "2026", "2027")
        ],
        trademarks=[{"number": "1234567", "registered": "2026-01-16"}, {"number": "7654321"}],
    )
    stated = stated_by(whole, DAY)
    assert stated.published is None and stated.checked == date(2026, 1, 15)
    assert [first_day(value).year for value in stated.founded] == [1900]
    assert [value.year.text for value in stated.brand_values] == ["2025", "2026"]
    assert [mark.number for mark in stated.trademarks] == ["7654321"]
    assert stated_by(whole, date(2027, 1, 1)) == whole


def test_the_days_on_which_more_is_stated_are_exactly_those_on_which_the_record_differs() -> None:
    whole = brand(
        published="2026-01-16 09:00",
        founded="2026-02",
        brand_values=[{"year": "2027", "amount": "1", "publisher": "甲"}],
    )
    turns = sorted(turning_days(whole))
    assert turns == [date(2026, 1, 16), date(2026, 2, 1), date(2027, 1, 1)]
    for turn in turns:
        assert stated_by(whole, turn) != stated_by(whole, date.fromordinal(turn.toordinal() - 1))


def test_a_scheme_that_ended_later_was_in_force() -> None:
    scheme = Scheme.model_validate(
        {
            "name": "名录", "kind": "listing", "authority": "省厅", "level": "provincial",
            "status": "ended", "closed": "2026-01", "closed_by": "文1", "display": "badge",
            "wording": "listed", "opened": "2026-01-16",
        }
    )  # fmt: skip
    before = scheme_on(scheme, DAY)
    assert (before.status, before.closed, before.closed_by) == ("current", None, None)
    assert before.opened is None
    assert scheme_on(scheme, date(2026, 2, 1)) == scheme
    assert {*turning_days(scheme)} == {date(2026, 1, 16), date(2026, 2, 1)}
    planned = scheme.model_copy(update={"status": "current"})
    assert scheme_on(planned, DAY).closed == scheme.closed
