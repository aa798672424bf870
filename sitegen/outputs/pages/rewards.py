"""Measures by title: what who has a title can apply for today, how much it is, and under which policy."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sitegen.model.policies import INCENTIVES
from sitegen.model.schemes import LEVELS
from sitegen.outputs import addresses
from sitegen.outputs.dependencies import digest_of
from sitegen.outputs.family import Family, Recipe
from sitegen.outputs.output import Output
from sitegen.outputs.parts.frame import frame
from sitegen.outputs.parts.offers import amount_words, standing_words
from sitegen.outputs.parts.policies import OTHERS, Offer, offers, section_of
from sitegen.outputs.parts.views.frame import Frame
from sitegen.outputs.parts.views.links import Link
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext

TEMPLATE = "pages/rewards.html"


class RewardLine(NamedTuple):
    """一项措施 | a measure"""

    name: Link
    """措施，点开是它在文件页上的位置 | the measure; leads to its place on the page of the policy"""
    who: str
    """给谁 | for whom"""
    amount: str
    """金额和次数；文件没有写金额则空 | the amount and how often; empty where the policy names none"""
    kind: str
    """种类：资助和奖励、融资等 | its kind: grant or award, finance and so on"""
    budget: str
    """哪级财政；可空 | which level pays; may be empty"""
    apply: str
    """怎样申请；可空 | how to apply; may be empty"""
    until: str
    """截止；可空 | until when; may be empty"""
    policy: Link
    """依据的文件和文号 | the policy, with its number"""
    standing: str
    """文件是否有效未查明时的一句话；现行的空 | where it is not known whether the policy is in force, in words; empty where it is"""


class RewardGroup(NamedTuple):
    """一个称号，和有它就能享受的 | a title, and what it entitles to"""

    id: str
    """标题的锚点 | the fragment of its heading"""
    title: Link
    """称号；“其他措施”没有链接 | the title; the group of all others has no link"""
    lines: tuple[RewardLine, ...]
    """各项，不会空 | its measures, never empty"""


class RewardsPage(NamedTuple):
    """扶持和奖励 | measures by title"""

    frame: Frame
    """网页共有的部分 | what every page has"""
    title: str
    """页面标题，即一级标题 | the heading of the page"""
    lead: str
    """标题下的一两句话 | a sentence or two below the heading"""
    groups: tuple[RewardGroup, ...]
    """各组，不会空 | the groups, never empty"""


def plan(context: PlanContext) -> Iterator[Output]:
    catalogue = context.catalogue
    found = list(offers(catalogue))
    if found:
        policies = {o.policy.key: (o.policy.facts_digest, catalogue.turns(o.policy)) for o in found}
        yield context.page(
            addresses.REWARDS,
            "rewards",
            TEMPLATE,
            in_sitemap=True,
            entries=digest_of((policies, [(o.policy.key, o.row.row) for o in found])),
            linked=digest_of([(s.key, s.name) for s in catalogue.collections["schemes"]]),
        )


def view(context: RenderContext) -> RewardsPage:
    here, say = addresses.REWARDS, context.say
    title = say("扶持和奖励")
    lead = say(
        "有了哪个称号能申请什么、多少钱、凭哪份文件。已经失效的不列；以文件原文和主管部门的答复为准。"
    )
    return RewardsPage(
        frame=frame(context, here, title, description=lead, section=here),
        title=title,
        lead=lead,
        groups=tuple(_groups(context, here)),
    )


def _groups(context: RenderContext, here: str) -> Iterator[RewardGroup]:
    """The measures by title; last those that ask for none, or for one that is kept as a record only and so heads
    nothing."""
    found = list(offers(context.catalogue))
    under_titles: list[Offer] = []
    for scheme in context.catalogue.collections["schemes"]:
        of = [o for o in found if any(str(s) == scheme.key for s in o.row.schemes)]
        if of and section_of(context.catalogue, scheme.id) != OTHERS:
            under_titles += of
            title = Link(scheme.name, context.entry_href(here, scheme))
            yield RewardGroup(scheme.id, title, _lines(context, here, of))
    others = [offer for offer in found if offer not in under_titles]
    if others:
        title = Link(context.say("其他措施"), "")
        yield RewardGroup(OTHERS, title, _lines(context, here, others))


def _lines(context: RenderContext, here: str, found: list[Offer]) -> tuple[RewardLine, ...]:
    return tuple(_line(context, here, offer) for offer in found)


def _line(context: RenderContext, here: str, offer: Offer) -> RewardLine:
    policy, row = offer
    record = context.catalogue.record(policy)
    at = addresses.entry(policy)
    until = row.until or record.expires
    return RewardLine(
        name=Link(row.name, context.urls.href(here, at, f"incentives-{row.row}"), row.grade or ""),
        who=row.who,
        amount=amount_words(context, row),
        kind=context.label(INCENTIVES[row.kind]),
        budget=context.label(LEVELS[row.budget]) if row.budget else "",
        apply=row.apply or "",
        until=until.text if until else "",
        policy=Link(policy.name, context.href(here, at), record.number or ""),
        standing=standing_words(context, offer),
    )


FAMILY = Family(
    "rewards",
    plan=plan,
    recipes={"rewards": Recipe(view, TEMPLATE)},
    addresses=("rewards",),
)
