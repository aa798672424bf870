"""What the home page says of affairs: where to go with what, what is to come, what can be applied for."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.model.collections import COLLECTIONS
from sitegen.outputs import addresses
from sitegen.outputs.dependencies import digest_of
from sitegen.outputs.parts.happenings import coming, when_words
from sitegen.outputs.parts.needs import by_need, need_href, need_words, needs_met
from sitegen.outputs.parts.policies import has_goals, has_offers
from sitegen.outputs.parts.views.links import Link, LinkGroup
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext

EVENTS = 4
"""So many events to come are named."""


def home_affairs_digest(context: PlanContext) -> str:
    """All that the section shows."""
    catalogue = context.catalogue
    needs = [(need, len(by_need(context)[need])) for need in needs_met(context)]
    events = [
        (one.entry.key, one.entry.name, one.first, one.last, one.record.starts, one.record.ends)
        for one in coming(context)[:EVENTS]
    ]
    has = [bool(catalogue.collections[name]) for name in ("services", "events", "policies")]
    return digest_of((needs, events, has, has_offers(catalogue), has_goals(catalogue)))


def home_affairs(context: RenderContext, here: str) -> Iterator[LinkGroup]:
    """The groups that have something to lead to."""
    for title, links in (
        (context.say("办事找谁"), tuple(_services(context, here))),
        (context.say("接下来的活动"), tuple(_events(context, here))),
        (context.say("政策和目标"), tuple(_policies(context, here))),
    ):
        if links:
            yield LinkGroup(title, links)


def _services(context: RenderContext, here: str) -> Iterator[Link]:
    groups = by_need(context.plan)
    for need in needs_met(context.plan):
        count = context.say("{count}处", count=len(groups[need]))
        yield Link(need_words(context, need), need_href(context, here, need), count)
    if groups and not any(True for _ in needs_met(context.plan)):
        yield _all_of(context, here, "services")


def _events(context: RenderContext, here: str) -> Iterator[Link]:
    for one in coming(context.plan)[:EVENTS]:
        url = context.entry_href(here, one.entry)
        yield Link(one.entry.name, url, when_words(context, one))
    if context.catalogue.collections["events"]:
        yield Link(context.say("全部活动"), context.href(here, addresses.collection("events")))


def _policies(context: RenderContext, here: str) -> Iterator[Link]:
    say, catalogue = context.say, context.catalogue
    if has_offers(catalogue):
        yield Link(say("我们能申请什么、奖多少"), context.href(here, addresses.REWARDS))
    if has_goals(catalogue):
        yield Link(say("定的目标完成了吗"), context.href(here, addresses.TARGETS))
    if catalogue.collections["policies"]:
        yield _all_of(context, here, "policies")


def _all_of(context: RenderContext, here: str, name: str) -> Link:
    words = context.say("全部{what}", what=context.label(COLLECTIONS[name].title))
    return Link(words, context.href(here, addresses.collection(name)))
