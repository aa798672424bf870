"""All policies: those in force before those of which it is not known, then those that have ended."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from sitegen.model.collections import COLLECTIONS
from sitegen.model.entry import Entry
from sitegen.model.policies import KINDS, STATUSES, Policy
from sitegen.outputs import addresses
from sitegen.outputs.dependencies import depends_on
from sitegen.outputs.family import Family, Recipe
from sitegen.outputs.output import Output
from sitegen.outputs.parts.frame import frame
from sitegen.outputs.parts.policies import has_goals, has_offers
from sitegen.outputs.parts.references import linked_digest
from sitegen.outputs.parts.stated_days import stated_day
from sitegen.outputs.parts.views.facts import Value
from sitegen.outputs.parts.views.frame import Frame
from sitegen.outputs.parts.views.links import Link
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext
from sitegen.outputs.showing.table import showing

TEMPLATE = "pages/policies.html"
HERE = addresses.collection("policies")
ORDER = ("current", "unknown", "ended", "repealed")
"""The standings in the order of the page."""


class PolicyLine(NamedTuple):
    """一份政策 | a policy"""

    link: Link
    """名称和网页 | its name and page"""
    kind: str
    """文种 | its kind"""
    number: str
    """文号；可空 | its number; may be empty"""
    issuers: tuple[str, ...]
    """发文机关，不会空 | who issued it, never empty"""
    signed: tuple[Value, ...]
    """成文日期，几处说法不一的几个，各有出处；可空 | the dates it bears, several where its parts differ, each with its place; may be empty"""
    issued: str
    """印发日期；可空 | when it was sent out; may be empty"""
    effective: str
    """施行日期；可空 | since when it is in force; may be empty"""
    expires: str
    """有效期至；可空 | until when; may be empty"""
    summary: str
    """一句话；可空 | one sentence; may be empty"""
    supersedes: tuple[Link, ...]
    """代替哪些；可空 | the policies it replaces; may be empty"""
    superseded_by: tuple[Link, ...]
    """被哪些代替；可空 | the policies that replace it; may be empty"""
    contents: tuple[Link, ...]
    """里面的扶持措施和目标，几项；可空 | its measures and targets, how many; may be empty"""


class PolicyGroup(NamedTuple):
    """一种效力的政策 | the policies of one standing"""

    id: str
    """效力的代码，也是标题的锚点 | the code of the standing, and the fragment of its heading"""
    title: str
    """效力 | the standing"""
    lines: tuple[PolicyLine, ...]
    """各份，新的在前，不会空 | its policies, the newest first, never empty"""


class PoliciesPage(NamedTuple):
    """全部政策 | all policies"""

    frame: Frame
    """网页共有的部分 | what every page has"""
    title: str
    """页面标题，即一级标题 | the heading of the page"""
    lead: str
    """标题下的一句话 | a sentence below the heading"""
    rewards: str
    """扶持和奖励的网址；没有则空 | the page of measures by title; empty where there is none"""
    targets: str
    """目标进度的网址；没有则空 | the page of targets; empty where there is none"""
    groups: tuple[PolicyGroup, ...]
    """各种效力，不会空 | the standings, never empty"""


def plan(context: PlanContext) -> Iterator[Output]:
    catalogue = context.catalogue
    entries = catalogue.collections["policies"]
    if entries:
        shown = [(linked_digest(context, e), catalogue.turns(e)) for e in entries]
        more = (shown, has_offers(catalogue), has_goals(catalogue))
        yield context.page(
            HERE,
            "policies",
            TEMPLATE,
            in_sitemap=True,
            entries=depends_on("facts", entries, more),
        )


def view(context: RenderContext) -> PoliciesPage:
    catalogue = context.catalogue
    title = context.label(COLLECTIONS["policies"].title)
    lead = context.say(showing("policies").lead)
    return PoliciesPage(
        frame=frame(context, HERE, title, description=lead, section=HERE),
        title=title,
        lead=lead,
        rewards=context.href(HERE, addresses.REWARDS) if has_offers(catalogue) else "",
        targets=context.href(HERE, addresses.TARGETS) if has_goals(catalogue) else "",
        groups=tuple(_groups(context)),
    )


def _groups(context: RenderContext) -> Iterator[PolicyGroup]:
    catalogue = context.catalogue
    every = [(entry, catalogue.record(entry)) for entry in catalogue.collections["policies"]]
    every.sort(key=lambda pair: stated_day(pair[1]), reverse=True)
    for status in ORDER:
        lines = tuple(
            _line(context, entry, record) for entry, record in every if record.status == status
        )
        if lines:
            yield PolicyGroup(status, context.label(STATUSES[status]), lines)


def _line(context: RenderContext, entry: Entry, policy: Any) -> PolicyLine:
    return PolicyLine(
        link=Link(entry.name, context.entry_href(HERE, entry)),
        kind=context.choice("policies.kind", KINDS, entry.kind),
        number=policy.number or "",
        issuers=policy.issuers,
        signed=tuple(Value(one.value.text, source=one.source or "") for one in policy.signed),
        issued=policy.issued.text if policy.issued else "",
        effective=policy.effective.text if policy.effective else "",
        expires=policy.expires.text if policy.expires else "",
        summary=entry.summary,
        supersedes=tuple(
            Link(other.name, context.entry_href(HERE, other))
            for other in (context.catalogue.find(str(one)) for one in policy.supersedes)
            if other is not None
        ),
        superseded_by=tuple(
            Link(other.name, context.entry_href(HERE, other))
            for other in context.catalogue.used_by(entry.key, "policies", "supersedes")
        ),
        contents=tuple(_contents(context, entry, policy)),
    )


def _contents(context: RenderContext, entry: Entry, policy: Policy) -> Iterator[Link]:
    at = addresses.entry(entry)
    measures, targets = len(policy.incentives), len(policy.targets)
    if measures:
        url = context.urls.href(HERE, at, "incentives")
        yield Link(context.say("扶持措施{count}项", count=measures), url)
    if targets:
        url = context.urls.href(HERE, at, "targets")
        yield Link(context.say("目标{count}个", count=targets), url)


FAMILY = Family("policies", plan=plan, recipes={"policies": Recipe(view, TEMPLATE)})
