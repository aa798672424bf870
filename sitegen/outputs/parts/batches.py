"""The holders of a title by batch and place, where it was given in several batches."""

from __future__ import annotations

from sitegen.catalogue.catalogue import Catalogue
from sitegen.catalogue.ledger import Recognition
from sitegen.catalogue.status import CURRENT
from sitegen.outputs.dependencies import digest_of
from sitegen.outputs.parts.count_tables import Count, CountTable, count_table
from sitegen.outputs.parts.number_links import announcement_link
from sitegen.outputs.parts.number_tables import place_link
from sitegen.outputs.parts.views.figures import Number, NumberRow, NumberTable
from sitegen.outputs.parts.views.links import Link
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext

FEWEST = 2
"""A table tells batches apart: of one there is nothing to tell."""


def _rows_by_batch(catalogue: Catalogue, scheme: str) -> dict[str, list[Recognition]]:
    """The titles that are held today by their batch, the oldest first."""
    found: dict[str, list[Recognition]] = {}
    rows = catalogue.by_scheme.get(scheme, ())
    for row in sorted(rows, key=lambda row: (row.announcement.announced, row.order)):
        held = row.status in CURRENT and row.subject in catalogue.entries
        if held and row.announcement.batch:
            found.setdefault(row.announcement.batch, []).append(row)
    return found if len(found) >= FEWEST else {}


def _table(context: PlanContext, scheme: str) -> CountTable:
    batches = _rows_by_batch(context.catalogue, scheme)
    groups = {
        name: frozenset(row.subject for row in rows if _is_listed(row))
        for name, rows in batches.items()
    }
    return context.once(("batches", scheme), lambda: count_table(context, groups))


def _is_listed(row: Recognition) -> bool:
    """Whether places count the holder; persons they do not."""
    return not row.subject.startswith("people:")


def batches_digest(context: PlanContext, scheme: str) -> str:
    batches = _rows_by_batch(context.catalogue, scheme)
    if not batches:
        return ""
    table = _table(context, scheme)
    regions = context.catalogue.entries
    labels = [regions[f"regions:{row.region}"].label for row in table.rows if row.region]
    return digest_of((table, labels, [rows[0].announcement.slug for rows in batches.values()]))


def batch_table(context: RenderContext, here: str, scheme: str) -> NumberTable | None:
    """The table, None where there are no batches to tell apart. Places without any holder are left out."""
    batches = _rows_by_batch(context.catalogue, scheme)
    if not batches:
        return None
    table = _table(context.plan, scheme)
    say = context.say

    def number(count: Count) -> Number:
        return Number(count.number, context.href(here, count.address) if count.address else "")

    return NumberTable(
        id="batches",
        title=say("各批次有多少"),
        note=say(
            "数的是现在仍然持有的；得过几批、在几个地方都有的，合计只算一次。点批次看那一份公告。"
        ),
        columns=tuple(
            announcement_link(context, here, rows[0])._replace(text=name)
            for name, rows in batches.items()
        ),
        rows=tuple(
            NumberRow(
                place_link(context, here, row.region),
                tuple(map(number, row.counts)),
                number(row.total),
            )
            for row in table.rows
            if row.total.number
        ),
        total=NumberRow(
            Link(say("合计"), ""), tuple(map(number, table.totals)), number(table.total)
        ),
    )
