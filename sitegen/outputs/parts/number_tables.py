"""The tables of numbers by place, in the words and with the links of a page."""

from __future__ import annotations

from collections import Counter

from sitegen.model.collections import COLLECTIONS
from sitegen.outputs import addresses
from sitegen.outputs.parts.charts import chart
from sitegen.outputs.parts.count_tables import REST, Count, CountTable, by_collection, by_scheme
from sitegen.outputs.parts.region_word import places
from sitegen.outputs.parts.views.figures import Chart, Number, NumberRow, NumberTable
from sitegen.outputs.parts.views.links import Link
from sitegen.outputs.render_context import RenderContext


def number_tables(context: RenderContext, here: str) -> tuple[NumberTable, ...]:
    """The tables that have anything, with links from the page at `here`."""
    say, word = context.say, places(context)
    spread = say("一件在几个{places}都有的，每处各算一次，合计只算一次。", places=word)
    made = (
        _table(
            context,
            here,
            by_collection(context.plan),
            NumberTable("by-collection", say("各地收录多少"), spread, (), (), _nothing()),
        ),
        _table(
            context,
            here,
            by_scheme(context.plan),
            NumberTable(
                "by-scheme",
                say("各地各种称号有多少"),
                say(
                    "数的是现在有有效称号的条目，同一种称号得过几次的只算一件；已过登记有效期、已停止、已撤销的不在内。"
                )
                + spread,
                (),
                (),
                _nothing(),
            ),
        ),
    )
    by_place, by_title = made
    charts = (_of_places(context, by_place), _of_titles(context, by_title))
    return tuple(
        table._replace(chart=drawn)
        for table, drawn in zip(made, charts, strict=True)
        if table.columns
    )


def _of_places(context: RenderContext, table: NumberTable) -> Chart:
    """A bar for each place, in parts by collection."""
    return chart(
        "chart-places",
        context.say("各地收录多少，图"),
        context.say("每个地方一条横条，按类分段，每类一种花纹；数目见表。"),
        [(row.head.text, [cell.number for cell in row.numbers]) for row in table.rows],
        [column.text for column in table.columns],
        context.say("其他"),
    )


def _of_titles(context: RenderContext, table: NumberTable) -> Chart:
    """A bar for each scheme. The places of it are in the table alone: a chart of both cannot be read."""
    cells = zip(table.columns, table.total.numbers, strict=True)
    return chart(
        "chart-titles",
        context.say("各种称号有多少，图"),
        context.say("每种称号一条横条，是现在有这一称号的条目；数目见表。"),
        [(column.text, [cell.number]) for column, cell in cells],
    )


def _nothing() -> NumberRow:
    return NumberRow(Link("", ""), (), Number(0, ""))


def _table(context: RenderContext, here: str, table: CountTable, empty: NumberTable) -> NumberTable:
    def number(count: Count) -> Number:
        return Number(count.number, context.href(here, count.address) if count.address else "")

    alone = _unshared(context, table)
    return empty._replace(
        columns=tuple(_column(context, here, column, alone) for column in table.columns),
        rows=tuple(
            NumberRow(
                place_link(context, here, row.region),
                tuple(map(number, row.counts)),
                number(row.total),
            )
            for row in table.rows
        ),
        total=NumberRow(
            Link(context.say("合计"), ""), tuple(map(number, table.totals)), number(table.total)
        ),
    )


def _unshared(context: RenderContext, table: CountTable) -> frozenset[str]:
    """The short names that one scheme of the table has alone."""
    schemes = (context.catalogue.schemes.get(column) for column in table.columns)
    counts = Counter(scheme.badge_text or scheme.name for scheme in schemes if scheme)
    return frozenset(name for name, count in counts.items() if count == 1)


def place_link(context: RenderContext, here: str, region: str) -> Link:
    """The place that a row of a table is of."""
    if region == REST:
        return Link(context.say("未细分或未注明"), "")
    entry = context.catalogue.entries[f"regions:{region}"]
    return Link(entry.label, context.entry_href(here, entry))


def _column(context: RenderContext, here: str, column: str, alone: frozenset[str]) -> Link:
    """A collection, or a scheme by its short name where that is one of those that no other has."""
    if column in COLLECTIONS:
        address = addresses.collection(column)
        return Link(context.label(COLLECTIONS[column].title), context.href(here, address))
    scheme = context.catalogue.schemes[column]
    name = scheme.badge_text or scheme.name
    entry = context.catalogue.entries[f"schemes:{column}"]
    return Link(name if name in alone else scheme.name, context.entry_href(here, entry))
