"""The ledger: every announcement with every name in it, held against what was announced elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from sitegen.catalogue.catalogue import Catalogue
from sitegen.catalogue.ledger import Recognition
from sitegen.model.types import Label
from sitegen.outputs import addresses
from sitegen.outputs.dependencies import depends_on, digest_of
from sitegen.outputs.family import Family, Recipe
from sitegen.outputs.output import Output
from sitegen.outputs.parts.announcements import (
    AnnouncementPage,
    announcement_groups,
    announcement_pages,
    holder,
    page_digest,
    rows_digest,
)
from sitegen.outputs.parts.checked import Checks, checked, checks_of
from sitegen.outputs.parts.figure_lines import PARTS, figure_line, lines_digest
from sitegen.outputs.parts.frame import frame
from sitegen.outputs.parts.paging import numbered, pager
from sitegen.outputs.parts.reconciliation import (
    figures_of_the_ledger,
    has_ledger,
    totals,
)
from sitegen.outputs.parts.turning import day_of_data
from sitegen.outputs.parts.views.frame import Frame
from sitegen.outputs.parts.views.links import Pager
from sitegen.outputs.parts.views.lists import Checked
from sitegen.outputs.parts.views.recognitions import (
    AnnouncementGroup,
    Holder,
    Reconciliation,
)
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext

TEMPLATE = "pages/ledger.html"


class LedgerPage(NamedTuple):
    """公告对账，可有几页 | the ledger, over as many pages as it needs"""

    frame: Frame
    """网页共有的部分 | what every page has"""
    title: str
    """页面标题，即一级标题 | the heading of the page"""
    lead: str
    """标题下的一两句话 | a sentence or two below the heading"""
    checked: Checked | None
    """核对至；没有核对日期则空 | up to which day it was checked; empty where no day is stated"""
    totals: Reconciliation
    """对账的总数 | the totals"""
    repeated: tuple[Holder, ...]
    """不止一次公布的名称；第二页起为空 | names announced more than once; empty from the second page on"""
    announcements: tuple[AnnouncementGroup, ...]
    """各份公告，新的在前 | the announcements, the newest first"""
    pager: Pager
    """分页 | the pages of the list"""


def plan(context: PlanContext) -> Iterator[Output]:
    catalogue = context.catalogue
    if not has_ledger(catalogue):
        return
    pages = ledger_pages(context)
    figures = figures_of_the_ledger(catalogue)
    releases = {one.release.key: one.release for one in figures}.values()
    for number, parts in enumerate(pages, start=1):
        yield context.page(
            addresses.page(addresses.LEDGER, number),
            "ledger",
            TEMPLATE,
            str(number),
            in_sitemap=number == 1,
            rows=page_digest(context, parts),
            repeated=rows_digest(context, repeated(catalogue)) if number == 1 else "",
            totals=digest_of(totals(catalogue)),
            releases=depends_on("facts", releases, [catalogue.turns(one) for one in releases]),
            recorded=lines_digest(context, figures),
            pages=str(len(pages)),
            checks=digest_of(_checks(catalogue)),
            as_of=day_of_data(context),
        )


def _checks(catalogue: Catalogue) -> Checks:
    """When the announcements of the ledger were checked."""
    days = {row.announcement.id: row.announcement.checked for row in catalogue.protections}
    return checks_of(days.values())


def ledger_pages(context: PlanContext) -> tuple[AnnouncementPage, ...]:
    rows = context.catalogue.protections
    return context.once("ledger pages", lambda: announcement_pages(rows))


def _reconciled(context: RenderContext, here: str) -> Reconciliation:
    """The numbers of the ledger beside the figures that were published elsewhere."""
    figures = figures_of_the_ledger(context.catalogue)
    lines = tuple(figure_line(context, here, one, elsewhere=True) for one in figures)
    return Reconciliation(*totals(context.catalogue), lines)


def repeated(catalogue: Catalogue) -> tuple[Recognition, ...]:
    """The rows of names that were announced more than once, by name."""
    rows = catalogue.protections
    counts = Counter(row.subject for row in rows)
    ordered = sorted(rows, key=lambda row: row.subject)
    return tuple(row for row in ordered if counts[row.subject] > 1)


def view(context: RenderContext, number_text: str) -> LedgerPage:
    number = int(number_text)
    here = addresses.page(addresses.LEDGER, number)
    catalogue = context.catalogue
    pages = ledger_pages(context.plan)
    numbers = totals(catalogue)
    title = context.say("公告对账")
    lead = context.say(
        "{announcements}份公告、{approvals}条批准、{names}个名称，每一条都能点到条目，逐条核对。",
        announcements=numbers.announcements,
        approvals=numbers.approvals,
        names=numbers.names,
    )
    return LedgerPage(
        frame=frame(
            context,
            here,
            numbered(context, title, number),
            description=lead,
            section=addresses.LEDGER,
            dated=True,
        ),
        title=title,
        lead=lead,
        checked=checked(context, _checks(catalogue)),
        totals=_reconciled(context, here),
        repeated=tuple(
            holder(context, here, row, note=row.announcement.document)
            for row in (repeated(catalogue) if number == 1 else ())
        ),
        announcements=announcement_groups(context, here, pages[number - 1]),
        pager=pager(context, here, addresses.LEDGER, number, len(pages)),
    )


FAMILY = Family(
    "ledger",
    plan=plan,
    recipes={"ledger": Recipe(view, TEMPLATE)},
    parts={
        "repeated": Label("不止一次公布的名称", "names announced more than once"),
        **PARTS,
        "totals": Label("对账的总数", "the totals of the ledger"),
    },
    addresses=("ledger",),
)
