"""The lists of an entry that are tables of their own: measures, targets, phases, published numbers, experts.

Columns and their titles come from the model, so that nothing an author wrote is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sitegen.model.entry import Entry
from sitegen.model.fields import Record, inner_model, is_private, steers, words, written_name
from sitegen.model.policies import Incentive
from sitegen.model.quantities import Quantity
from sitegen.model.types import Label
from sitegen.outputs import addresses
from sitegen.outputs.parts.actuals import VERDICTS, actuals, verdict
from sitegen.outputs.parts.columns import columns_of, values_in
from sitegen.outputs.parts.goal_lines import place_of
from sitegen.outputs.parts.offers import amount_words
from sitegen.outputs.parts.policies import Goal
from sitegen.outputs.parts.quantities import quantity_words, scope_words
from sitegen.outputs.parts.views.facts import Value
from sitegen.outputs.parts.views.records import RecordRow, RecordTable
from sitegen.outputs.render_context import RenderContext
from sitegen.outputs.showing.table import showing

TARGETS = ("policies", "targets")
"""The list of which each row says what became of it."""
VERDICT = "verdict"
HEAD = "name"
"""The field that heads a row."""
NUMBER = ("op", "value", "unit", "scope")
"""The fields that make one number, shown together in the column of the value."""
HOW_OFTEN = "how_often"
"""Of a measure: it stands at the amount where there is one."""


def record_tables(
    context: RenderContext, here: str, entry: Entry, record: Any
) -> tuple[RecordTable, ...]:
    """The tables of an entry; an empty list has none."""
    tables = (
        _table(context, here, entry, record, name) for name in showing(entry.collection).records
    )
    return tuple(table for table in tables if table is not None)


def _table(
    context: RenderContext, here: str, entry: Entry, record: Any, name: str
) -> RecordTable | None:
    members: tuple[Record, ...] = getattr(record, name)
    if not members:
        return None
    model = type(members[0])
    titles = _titles(model)
    every = [{field: _cell(context, here, one, field) for field in titles} for one in members]
    filled = [field for field in titles if any(cells[field] for cells in every)]
    titled = [context.label(titles[field]) for field in filled]
    if (entry.collection, name) == TARGETS:
        titled.append(context.say("结果"))
        filled.append(VERDICT)
        for cells, one in zip(every, members, strict=True):
            cells[VERDICT] = _verdict(context, here, entry, one)
    zh, en, *_ = words(type(record).model_fields[name])
    return RecordTable(
        id=name,
        title=context.label(Label(zh, en)),
        head=context.label(columns_of(model)[HEAD].title),
        columns=tuple(titled),
        rows=tuple(
            RecordRow(
                id=f"{name}-{getattr(one, 'row', number)}",
                head=_cell(context, here, one, HEAD)[0],
                cells=tuple(cells[field] for field in filled),
            )
            for number, (one, cells) in enumerate(zip(members, every, strict=True), 1)
        ),
    )


def _titles(model: type[Record]) -> dict[str, Label]:
    """By field the title of its column: all that readers are shown, but the head."""
    left_out = {HEAD, *(set(NUMBER) - {"value"} if issubclass(model, Quantity) else ())}
    return {
        written_name(name, info): columns_of(model)[written_name(name, info)].title
        for name, info in model.model_fields.items()
        if name not in left_out and not is_private(info) and steers(info) is None
    }


def _verdict(context: RenderContext, here: str, policy: Entry, row: Any) -> tuple[Value, ...]:
    """What became of a target, with a link to the figures that it was held against."""
    goal = Goal(policy, row)
    word = VERDICTS[verdict(context.catalogue, goal, actuals(context.plan, goal))]
    url = context.urls.href(here, addresses.TARGETS, place_of(policy))
    return (Value(context.say(word), url),)


def _cell(context: RenderContext, here: str, member: Record, field: str) -> tuple[Value, ...]:
    if isinstance(member, Incentive) and member.amount is not None:
        if field == "amount":
            return (Value(amount_words(context, member)),)
        if field == HOW_OFTEN:
            return ()
    if field == "value" and isinstance(member, Quantity):
        return (Value(quantity_words(context, member), note=scope_words(context, member)),)
    column = columns_of(type(member))[field]
    value = getattr(member, column.attribute)
    if value in (None, (), ""):
        return ()
    if isinstance(value, Record):
        return tuple(_group(context, here, value))
    return values_in(context, here, column, value)


def _group(context: RenderContext, here: str, group: Record) -> Iterator[Value]:
    """The fields of a group within a row, one after the other: 全省，第2位."""
    for name, info in type(group).model_fields.items():
        if inner_model(info.annotation) is None and steers(info) is None:
            yield from _cell(context, here, group, written_name(name, info))
