"""Figures: entries and titles by place, also as a workbook; titles by year as a chart and a table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sitegen.catalogue.status import CURRENT
from sitegen.model.entry import Entry
from sitegen.model.types import Label
from sitegen.outputs import addresses
from sitegen.outputs.dependencies import depends_on, digest_of
from sitegen.outputs.family import Family, Recipe
from sitegen.outputs.output import Output
from sitegen.outputs.parts.article_lines import affair_line
from sitegen.outputs.parts.charts import chart
from sitegen.outputs.parts.checked import checked, entry_checks
from sitegen.outputs.parts.count_tables import by_collection, by_scheme, named_in
from sitegen.outputs.parts.figure_lines import PARTS
from sitegen.outputs.parts.frame import frame
from sitegen.outputs.parts.number_tables import number_tables
from sitegen.outputs.parts.overviews import has_figures
from sitegen.outputs.parts.published import again, newest_releases
from sitegen.outputs.parts.reconciliation import has_ledger, totals
from sitegen.outputs.parts.region_word import kind_word, places
from sitegen.outputs.parts.turning import day_of_data
from sitegen.outputs.parts.views.figures import Chart, NumberTable, YearLine
from sitegen.outputs.parts.views.frame import Frame
from sitegen.outputs.parts.views.links import Link
from sitegen.outputs.parts.views.lists import ArticleLine, Checked
from sitegen.outputs.parts.years import year_addresses, year_id, years
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext
from sitegen.outputs.showing.table import listed
from sitegen.rendering.number_workbook import NumberSheet, workbook_bytes

TEMPLATE = "pages/figures.html"
MOST_YEARS = 40
"""Years without titles are in the chart, too, where it has at most so many."""


class FiguresPage(NamedTuple):
    """统计 | the figures"""

    frame: Frame
    """网页共有的部分 | what every page has"""
    title: str
    """页面标题，即一级标题 | the heading of the page"""
    lead: str
    """标题下的一两句话 | a sentence or two below the heading"""
    checked: Checked | None
    """核对至；没有核对日期则空 | up to which day it was checked; empty where no day is stated"""
    releases: tuple[ArticleLine, ...]
    """公布过数字的发布会、报告、公报，新的在前；可空 | press conferences, reports and bulletins that made figures public, the newest first; may be empty"""
    compared: str
    """几次公布的同一个数字对照的网址；没有则空 | the page of what was published more than once; empty where there is none"""
    tables: tuple[NumberTable, ...]
    """各地的数目，按类和按称号；可空 | numbers by place, of collections and of titles; may be empty"""
    corner: str
    """表的左上角：各行是什么 | the corner of the tables: what the rows are"""
    workbook: str
    """同样的表，电子表格文件；没有表则空 | the same tables as a workbook; empty where there are none"""
    ledger: Link | None
    """公告对账和那里的数，说明和这里的数是什么关系；没有则空 | the ledger with its numbers, which differ in what they count; empty where there is none"""
    years: tuple[YearLine, ...]
    """历年的认定，早的在前；可空 | titles by year, the oldest first; may be empty"""
    years_chart: Chart | None
    """历年的认定画成图；没有认定则空 | the same as a chart; empty where there is no title"""
    years_total: str
    """历年一共多少、现在有效的多少，一句话 | how many there are in all and in force, in words"""


def plan(context: PlanContext) -> Iterator[Output]:
    catalogue = context.catalogue
    tables = (by_collection(context), by_scheme(context))
    if not has_figures(catalogue):
        return
    releases = newest_releases(catalogue)
    named = [named_in(catalogue, table) for table in tables]
    as_of = day_of_data(context)
    yield context.page(
        addresses.FIGURES,
        "figures",
        TEMPLATE,
        in_sitemap=True,
        counts=digest_of((tables, named)),
        rows=digest_of([(y, _split(context, y), a) for y, a in year_addresses(context).items()]),
        checks=digest_of(entry_checks(context, listed())),
        totals=digest_of(totals(catalogue)),
        releases=depends_on("facts", releases, [catalogue.turns(one) for one in releases]),
        lines=depends_on("line", releases),
        as_of=as_of,
    )
    if not any(table.columns for table in tables):
        return
    yield context.edition_file(
        addresses.FIGURES_WORKBOOK,
        "figures-workbook",
        counts=digest_of((tables, named)),
        frame=context.shared.frame,
        as_of=as_of,
    )


def _split(context: PlanContext, year: str) -> tuple[int, int]:
    """How many titles of a year are in force today, and how many are not."""
    rows = years(context)[year]
    held = sum(row.status in CURRENT for row in rows)
    return held, len(rows) - held


def view(context: RenderContext) -> FiguresPage:
    here, say = addresses.FIGURES, context.say
    title = say("统计")
    lead = say(
        "各{places}各有多少，哪一年认定了多少。带链接的数字，点开正好是它数的那些条目。",
        places=places(context),
    )
    tables = number_tables(context, here)
    lines = tuple(_years(context, here))
    held, others = sum(line.held for line in lines), sum(line.others for line in lines)
    return FiguresPage(
        frame=frame(context, here, title, description=lead, section=here, dated=True),
        title=title,
        lead=lead,
        checked=checked(context, entry_checks(context.plan, listed())),
        releases=tuple(_release(context, here, one) for one in newest_releases(context.catalogue)),
        compared=context.href(here, addresses.FIGURES_COMPARED) if again(context.catalogue) else "",
        tables=tables,
        corner=places(context),
        workbook=context.href(here, addresses.FIGURES_WORKBOOK) if tables else "",
        ledger=_ledger(context, here),
        years=lines,
        years_chart=_years_chart(context, lines) if lines else None,
        years_total=say(
            "历年共{all}次认定，现在有效的{held}次，其余{others}次。数的是认定，一件得过几次的每次都算，所以比条目多。",
            all=held + others,
            held=held,
            others=others,
        ),
    )


def _release(context: RenderContext, here: str, release: Entry) -> ArticleLine:
    record = context.catalogue.record(release)
    count = context.say("{count}个数字", count=len(record.figures))
    line = affair_line(context, here, release)
    return line._replace(kind=f"{kind_word(context, release)} · {count}")


def _ledger(context: RenderContext, here: str) -> Link | None:
    if not has_ledger(context.catalogue):
        return None
    numbers = totals(context.catalogue)
    return Link(
        context.say("公告对账"),
        context.href(here, addresses.LEDGER),
        context.say(
            "地理标志的{names}个名称出自{announcements}份公告、{approvals}条批准；公布的数字和收录的件数在那里逐项对照。",
            names=numbers.names,
            announcements=numbers.announcements,
            approvals=numbers.approvals,
        ),
    )


def _years(context: RenderContext, here: str) -> Iterator[YearLine]:
    places = year_addresses(context.plan)
    dated = sorted(year for year in places if year)
    shown = dated
    if dated and int(dated[-1]) - int(dated[0]) < MOST_YEARS:
        shown = [f"{year:04}" for year in range(int(dated[0]), int(dated[-1]) + 1)]
    for year in (*shown, *(year for year in places if not year)):
        held, others = _split(context.plan, year) if year in places else (0, 0)
        url = context.urls.href(here, places[year], year_id(year)) if year in places else ""
        yield YearLine(year or context.say("年份未注明"), url, held, others)


def _years_chart(context: RenderContext, lines: tuple[YearLine, ...]) -> Chart:
    say = context.say
    return chart(
        "chart-years",
        say("历年认定，图"),
        say("每年一条横条，实心是现在有效的，斜线是其余的；数目见旁边的表。"),
        [(line.year, (line.held, line.others)) for line in lines],
        (say("现在有效"), say("其余：已过登记有效期、已停止、已撤销等")),
    )


def workbook(context: RenderContext) -> bytes:
    """The tables as a workbook; what is a link on the page is a number here."""
    say = context.say
    named = say(
        "{site}，数据截至{day}", site=context.site.settings.name, day=context.catalogue.as_of
    )
    sheets = [
        NumberSheet(
            title=table.title,
            lines=(named, table.note),
            header=(places(context), *(column.text for column in table.columns), say("合计")),
            rows=tuple(
                (row.head.text, *(one.number for one in row.numbers), row.total.number)
                for row in (*table.rows, table.total)
            ),
        )
        for table in number_tables(context, addresses.FIGURES)
    ]
    return workbook_bytes(sheets)


FAMILY = Family(
    "figures",
    plan=plan,
    recipes={"figures": Recipe(view, TEMPLATE), "figures-workbook": Recipe(workbook)},
    parts={
        "totals": Label("对账的总数", "the totals of the ledger"),
        "releases": PARTS["releases"],
    },
    addresses=("figures",),
)
