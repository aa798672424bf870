"""Ladders of schemes: a page for each, from the highest rung to the lowest, and one of all where there are several."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sitegen.model.types import Label
from sitegen.outputs import addresses
from sitegen.outputs.dependencies import digest_of
from sitegen.outputs.family import Family, Recipe
from sitegen.outputs.output import Output
from sitegen.outputs.parts.frame import frame
from sitegen.outputs.parts.ladder_rungs import (
    groups_of,
    kept_schemes,
    named_holders,
    rungs_of,
    table_of,
)
from sitegen.outputs.parts.ladders import (
    TITLE,
    Ladder,
    is_current,
    is_held_out,
    ladder_name,
    ladder_note,
    ladders,
)
from sitegen.outputs.parts.policies import offers_digest
from sitegen.outputs.parts.titles import tally
from sitegen.outputs.parts.turning import first_turn
from sitegen.outputs.parts.views.frame import Frame
from sitegen.outputs.parts.views.ladders import (
    KeptScheme,
    LadderLine,
    LadderRung,
)
from sitegen.outputs.parts.views.links import Link
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext

INDEX_TEMPLATE = "pages/ladders.html"
TEMPLATE = "pages/ladder.html"


class LaddersPage(NamedTuple):
    """全部阶梯 | all ladders"""

    frame: Frame
    """网页共有的部分 | what every page has"""
    title: str
    """页面标题，即一级标题 | the heading of the page"""
    lead: str
    """标题下的一两句话 | a sentence or two below the heading"""
    lines: tuple[LadderLine, ...]
    """各个阶梯，不会空 | the ladders, never empty"""


class LadderPage(NamedTuple):
    """一个阶梯 | a ladder"""

    frame: Frame
    """网页共有的部分 | what every page has"""
    title: str
    """页面标题，即一级标题 | the heading of the page"""
    lead: str
    """标题下的一两句话 | a sentence or two below the heading"""
    rungs: tuple[LadderRung, ...]
    """现行的各级，高的在前；可空 | the rungs in force, the highest first; may be empty"""
    kept: tuple[KeptScheme, ...]
    """已停止的和只作记录的，高的在前；可空 | those that have ended or are only kept on record, the highest first; may be empty"""
    others: tuple[Link, ...]
    """别的阶梯；可空 | the other ladders; may be empty"""


def plan(context: PlanContext) -> Iterator[Output]:
    found = ladders(context.catalogue)
    names = digest_of([(s.key, s.name) for one in found.values() for s in one.schemes])
    if len(found) > 1:
        yield context.page(
            addresses.LADDERS, "ladders", INDEX_TEMPLATE, in_sitemap=True, ladders=names
        )
    for ladder in found.values():
        yield context.page(
            addresses.ladder(ladder.id),
            "ladder",
            TEMPLATE,
            ladder.id,
            in_sitemap=True,
            ladders=names,
            holders=_digest(context, ladder),
            offers=offers_digest(context, [scheme.id for scheme in ladder.schemes]),
        )


def _digest(context: PlanContext, ladder: Ladder) -> str:
    catalogue = context.catalogue
    table = table_of(context, ladder)
    groups = groups_of(context, ladder)
    return digest_of(
        [
            *(
                (catalogue.scheme_digests[s.id], s.summary, tally(context, s.id))
                for s in ladder.schemes
            ),
            table,
            [catalogue.entries[f"regions:{row.region}"].label for row in table.rows if row.region],
            [named_holders(context, group) for group in groups],
            _until(context, ladder),
        ]
    )


def _until(context: PlanContext | RenderContext, ladder: Ladder) -> str:
    """The day until which the numbers of a ladder hold."""
    catalogue = context.catalogue
    rows = [row for s in ladder.schemes for row in catalogue.by_scheme.get(s.id, ())]
    return first_turn(catalogue, rows)


def index(context: RenderContext) -> LaddersPage:
    here, say, catalogue = addresses.LADDERS, context.say, context.catalogue
    title = say(TITLE)
    lead = say("一级一级往上的称号：每一级是什么、谁持有、下一级是哪一个。")
    lines = []
    for ladder in ladders(catalogue).values():
        steps = say(" → ").join(scheme.name for scheme in reversed(ladder.schemes))
        kept = not any(is_held_out(catalogue, scheme) for scheme in ladder.schemes)
        lines.append(
            LadderLine(
                Link(ladder_name(context, ladder), context.href(here, addresses.ladder(ladder.id))),
                steps,
                say("只作历史记录。") if kept else "",
            )
        )
    return LaddersPage(
        frame=frame(context, here, title, description=lead, section=here),
        title=title,
        lead=lead,
        lines=tuple(lines),
    )


def view(context: RenderContext, name: str) -> LadderPage:
    catalogue, say = context.catalogue, context.say
    found = ladders(catalogue)
    ladder, here = found[name], addresses.ladder(name)
    title = ladder_name(context, ladder)
    rungs = tuple(rungs_of(context, here, ladder))
    lead = ladder_note(context.site, ladder) or _lead(context, ladder)
    several = len(found) > 1
    return LadderPage(
        frame=frame(
            context,
            here,
            title,
            description=lead,
            section=here,
            trail=((say(TITLE), addresses.LADDERS),) if several else (),
            until=_until(context, ladder),
        ),
        title=title,
        lead=lead,
        rungs=rungs,
        kept=tuple(kept_schemes(context, here, ladder)),
        others=tuple(
            Link(ladder_name(context, one), context.href(here, addresses.ladder(one.id)))
            for one in found.values()
            if one.id != name
        ),
    )


def _lead(context: RenderContext, ladder: Ladder) -> str:
    catalogue, say = context.catalogue, context.say
    current = [s for s in ladder.schemes if is_held_out(catalogue, s)]
    if not current and any(is_current(catalogue, s) for s in ladder.schemes):
        return say(
            "这些有的已经停止，有的只作记录，都不是现在可以拿来宣传的称号，不影响企业和产品。"
        )
    if not current:
        return say("这些称号都已经停止，这里只作历史记录，不影响企业和产品。")
    words = say("从最高一级往下：每一级是什么、谁持有。")
    if any(catalogue.schemes[scheme.id].kind == "award" for scheme in current):
        words += say("奖和提名奖、单位和个人分开数。")
    return words


FAMILY = Family(
    "ladders",
    plan=plan,
    recipes={"ladders": Recipe(index, INDEX_TEMPLATE), "ladder": Recipe(view, TEMPLATE)},
    parts={
        "ladders": Label("各个阶梯上的认定体系", "the schemes of all ladders"),
        "holders": Label("谁持有、各地有多少", "who holds it, and how many in each place"),
        "offers": Label("扶持措施", "the measures for its holders"),
    },
    addresses=("ladders",),
)
