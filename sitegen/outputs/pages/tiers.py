"""Brands by tier: how many there are and how many were wanted, and which sectors they are of."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from sitegen.catalogue.tiers import tier_words
from sitegen.model.quantities import bounds
from sitegen.outputs import addresses
from sitegen.outputs.dependencies import digest_of
from sitegen.outputs.family import Family, Recipe
from sitegen.outputs.output import Output
from sitegen.outputs.parts.brand_tiers import (
    COUNTED,
    SHARE,
    Ranked,
    has_tiers,
    ranked,
    sector_words,
    wanted,
)
from sitegen.outputs.parts.frame import frame
from sitegen.outputs.parts.policies import Goal
from sitegen.outputs.parts.quantities import quantity_words
from sitegen.outputs.parts.turning import first_turn
from sitegen.outputs.parts.views.frame import Frame
from sitegen.outputs.parts.views.links import Link
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext

TEMPLATE = "pages/tiers.html"
WHOLE = 100
AT_LEAST = ("≥", "=")
"""The operators of a share that is judged: what is wanted is so much or more."""


class WantedLine(NamedTuple):
    """政策定的一个目标 | a target of a policy"""

    link: Link
    """要多少，点开是它在文件页上的位置；小字是期限 | how much is wanted, which leads to its place on the page of the policy; its note says by when"""
    policy: str
    """哪份文件 | which policy"""
    said: str
    """按收录的算达到没有；不判断的空 | whether what is listed meets it, in words; empty where that is not judged"""
    note: str
    """文件的保留；可空 | a reservation; may be empty"""


class TierLine(NamedTuple):
    """一个梯次 | a tier"""

    id: str
    """标题的锚点 | the fragment of its heading"""
    title: str
    """名称 | its name"""
    listed: str
    """收录多少 | how many are listed"""
    wanted: tuple[WantedLine, ...]
    """目标；可空 | what was wanted; may be empty"""
    brands: tuple[Link, ...]
    """品牌，小字是领域；可空 | its brands with their sectors; may be empty"""
    apart: str
    """称号已停止或撤销、不算在内的，一句话；可空 | in words those that are not counted since their titles have ended; may be empty"""


class SectorLine(NamedTuple):
    """一个领域 | a sector"""

    title: str
    """名称 | its name"""
    listed: str
    """多少个 | how many"""
    share: str
    """占百分之几 | its share in percent"""
    wanted: tuple[WantedLine, ...]
    """目标；可空 | what was wanted; may be empty"""


class TiersPage(NamedTuple):
    """品牌梯次 | brands by tier"""

    frame: Frame
    """网页共有的部分 | what every page has"""
    title: str
    """页面标题，即一级标题 | the heading of the page"""
    lead: str
    """标题下的一两句话 | a sentence or two below the heading"""
    tiers: tuple[TierLine, ...]
    """各个梯次，高的在前，不会空 | the tiers, the highest first, never empty"""
    sectors: tuple[SectorLine, ...]
    """各个领域；品牌没有写领域、政策也没有要求则空 | the sectors; empty where brands state none and no policy asks"""
    unstated: str
    """没有写领域的多少，一句话；可空 | in words how many state no sector; may be empty"""


def plan(context: PlanContext) -> Iterator[Output]:
    catalogue = context.catalogue
    if not has_tiers(catalogue):
        return
    goals = {
        g.policy.key: (g.policy.facts_digest, catalogue.turns(g.policy)) for g in wanted(context)
    }
    brands = [
        (r.brand.key, r.brand.name, r.brand.tier, r.brand.sector, r.counts) for r in ranked(context)
    ]
    yield context.page(
        addresses.TIERS,
        "tiers",
        TEMPLATE,
        in_sitemap=True,
        entries=digest_of((brands, goals, _until(context))),
    )


def _until(context: PlanContext | RenderContext) -> str:
    """The day until which the numbers hold."""
    catalogue = context.catalogue
    plan = context if isinstance(context, PlanContext) else context.plan
    rows = [row for r in ranked(plan) for row in catalogue.by_subject.get(r.brand.key, ())]
    return first_turn(catalogue, rows)


def view(context: RenderContext) -> TiersPage:
    here, say = addresses.TIERS, context.say
    title = say("品牌梯次")
    lead = say("本市规划把品牌分成几个梯次：每个梯次要有多少、本站收录了哪些。")
    found = ranked(context.plan)
    counted = [one for one in found if one.counts]
    sectors = tuple(_sectors(context, here, counted))
    unstated = sum(not one.brand.sector for one in counted)
    return TiersPage(
        frame=frame(context, here, title, description=lead, section=here, until=_until(context)),
        title=title,
        lead=lead,
        tiers=tuple(_tiers(context, here, found)),
        sectors=sectors,
        unstated=say("另有{count}个没有写领域。", count=unstated) if sectors and unstated else "",
    )


def _tiers(context: RenderContext, here: str, found: tuple[Ranked, ...]) -> Iterator[TierLine]:
    say, sectors = context.say, sector_words(context.catalogue)
    for code, label in reversed([*tier_words(context.catalogue.options).items()]):
        members = [one for one in found if one.brand.tier == code]
        counted = [one for one in members if one.counts]
        apart = len(members) - len(counted)
        yield TierLine(
            id=code,
            title=context.label(label),
            listed=say("收录{count}个", count=len(counted)) if counted else say("本站还没有收录"),
            wanted=_wanted(context, here, COUNTED + code, None),
            brands=tuple(
                Link(
                    one.brand.name,
                    context.entry_href(here, one.brand),
                    context.label(sectors[one.brand.sector]) if one.brand.sector else "",
                )
                for one in counted
            ),
            apart=say("另有{count}个的称号现在不在有效期，不算在内。", count=apart)
            if apart
            else "",
        )


def _sectors(context: RenderContext, here: str, counted: list[Ranked]) -> Iterator[SectorLine]:
    """The sectors that brands state or a policy asks for; shares are of all brands that have a tier."""
    asked = {goal.row.indicator for goal in wanted(context.plan)}
    for code, label in sector_words(context.catalogue).items():
        number = sum(one.brand.sector == code for one in counted)
        if not number and SHARE + code not in asked:
            continue
        share = Decimal(number * WHOLE) / len(counted) if counted else None
        yield SectorLine(
            title=context.label(label),
            listed=context.say("{count}个", count=number),
            share=_percent(share) if share is not None else "",
            wanted=_wanted(context, here, SHARE + code, share),
        )


def _percent(share: Decimal) -> str:
    return f"{share.quantize(Decimal('0.1'), ROUND_HALF_UP).normalize():f}%"


def _wanted(
    context: RenderContext, here: str, indicator: str, share: Decimal | None
) -> tuple[WantedLine, ...]:
    found = [goal for goal in wanted(context.plan) if goal.row.indicator == indicator]
    return tuple(_line(context, here, goal, share) for goal in found)


def _line(context: RenderContext, here: str, goal: Goal, share: Decimal | None) -> WantedLine:
    row, at = goal.row, addresses.entry(goal.policy)
    url = context.urls.href(here, at, f"targets-{row.row}")
    said = ""
    if share is not None and row.unit == "%" and row.op in AT_LEAST:
        met = share >= bounds(row.value)[0]
        said = context.say("按收录的算，达到") if met else context.say("按收录的算，没有达到")
    due = context.say("期限{date}", date=row.due.text) if row.due else ""
    return WantedLine(
        Link(quantity_words(context, row), url, due), goal.policy.name, said, row.note or ""
    )


FAMILY = Family(
    "tiers",
    plan=plan,
    recipes={"tiers": Recipe(view, TEMPLATE)},
    addresses=("tiers",),
)
