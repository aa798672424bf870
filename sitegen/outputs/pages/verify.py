"""查登记, `verify/`: is this number, certificate, credit code or name registered, and how does it stand?

Without scripts the page is the list of all numbers; the script finds a number in it in any spelling.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sitegen.model.types import Label
from sitegen.outputs import addresses
from sitegen.outputs.dependencies import digest_of
from sitegen.outputs.family import Family, Recipe
from sitegen.outputs.output import Output
from sitegen.outputs.parts.frame import frame, search_box
from sitegen.outputs.parts.letters import letter_counts, letter_links
from sitegen.outputs.parts.number_lists import (
    NO_DIGITS,
    ending_links,
    endings,
    number_groups,
)
from sitegen.outputs.parts.registered_rows import tone_of
from sitegen.outputs.parts.reporting import report_link, report_page
from sitegen.outputs.parts.scripts import VERIFY
from sitegen.outputs.parts.titles import tally_of
from sitegen.outputs.parts.turning import day_of_data
from sitegen.outputs.parts.views.frame import Frame, SearchBox
from sitegen.outputs.parts.views.links import Link
from sitegen.outputs.parts.views.registered import NumberGroup
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext

TEMPLATE = "pages/verify.html"


class VerifyPage(NamedTuple):
    """查登记；号码很多时每个尾号另有一页 | looking up a number; where there are very many, each ending has a page of its own"""

    frame: Frame
    """网页共有的部分 | what every page has"""
    title: str
    """页面标题，即一级标题 | the heading of the page"""
    lead: str
    """标题下的一两句话 | a sentence or two below the heading"""
    search: SearchBox
    """站内搜索，名称由它查 | the search of the site, by which names are looked up"""
    list_root: str
    """号码表的网址，脚本在后面接尾号；都在这一页则空 | the address to which the script adds an ending; empty where all numbers are on this page"""
    total: str
    """共有多少个号 | how many numbers there are"""
    groups: tuple[NumberGroup, ...]
    """这一页的号码，按认定体系；可空 | the numbers on this page by scheme; may be empty"""
    endings: tuple[Link, ...]
    """各尾号的页；小字是号码数；都在这一页则空 | the pages of the endings; the note says how many numbers; empty where all are on this page"""
    letters: tuple[Link, ...]
    """按拼音查名称；可空 | names by letter; may be empty"""
    report: Link | None
    """本站讲 12315 的网页；可空 | the site's own page about 12315; may be empty"""


def plan(context: PlanContext) -> Iterator[Output]:
    catalogue = context.catalogue
    groups = endings(context)
    if not any(groups.values()):
        return
    report = report_page(catalogue)
    shared = {
        "letters": digest_of([letter for letter, _ in letter_counts(context)]),
        "as_of": day_of_data(context),
        "report": digest_of((report.key, report.name) if report else None),
        "pages": digest_of([(name, len(members)) for name, members in groups.items()]),
    }
    for name in dict.fromkeys(("", *groups)):
        yield context.page(
            addresses.numbers_ending(name),
            "verify",
            TEMPLATE,
            name,
            in_sitemap=not name,
            listed=digest_of(_listed(context, name)),
            **shared,
        )


def _listed(context: PlanContext, name: str) -> list[object]:
    """What the list says of each number."""
    schemes = context.catalogue.schemes
    return [
        (
            number.slug,
            number.text,
            number.kind,
            [
                (row.scheme, getattr(schemes.get(row.scheme), "name", ""), row.transitions[:1])
                for row in number.rows
            ],
            [row.announcement.announced for row in number.rows[:1]],
            tally_of(number.rows),
            tone_of(number.rows) if number.rows else "",
        )
        for number in endings(context).get(name, ())
    ]


def view(context: RenderContext, name: str) -> VerifyPage:
    say = context.say
    here = addresses.numbers_ending(name)
    groups = endings(context.plan)
    whole = say("查登记")
    title = _title(context, name) if name else whole
    lead = say("公告号、证书号、统一社会信用代码或名称，看登记了没有、现在什么状态。")
    return VerifyPage(
        frame=frame(
            context,
            here,
            title,
            description=lead,
            section=addresses.VERIFY,
            trail=((whole, addresses.VERIFY),) if name else (),
            dated=True,
            own_scripts=(VERIFY,),
        ),
        title=title,
        lead=lead,
        search=search_box(context, here),
        list_root="" if "" in groups else context.urls.root(here) + addresses.VERIFY,
        total=say("共{count}个号", count=sum(map(len, groups.values()))),
        groups=number_groups(context, here, groups.get(name, ())),
        endings=ending_links(context, here, name),
        letters=() if name else _letters(context, here),
        report=report_link(context, here),
    )


def _letters(context: RenderContext, here: str) -> tuple[Link, ...]:
    """The letters without counts, so that the page stays as it is when entries come and go."""
    return tuple(link._replace(note="") for link in letter_links(context, here))


def _title(context: RenderContext, name: str) -> str:
    if name == NO_DIGITS:
        return context.say("没有数字的号")
    return context.say("尾号{digits}", digits=name)


FAMILY = Family(
    "verify",
    plan=plan,
    recipes={"verify": Recipe(view, TEMPLATE)},
    parts={
        "listed": Label("列出的号码", "the numbers listed"),
        "report": Label("讲 12315 的网页", "the page about 12315"),
    },
    addresses=("verify",),
)
