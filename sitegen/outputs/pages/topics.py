"""A subject as a page: patents, protection, surveys. Its figures come from all releases."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sitegen.model.entry import Entry
from sitegen.outputs.dependencies import depends_on, digest_of
from sitegen.outputs.family import Family, Recipe
from sitegen.outputs.output import Output
from sitegen.outputs.parts import goal_lines
from sitegen.outputs.parts.article_lines import affair_line, newest_affairs
from sitegen.outputs.parts.figure_lines import PARTS, figure_line, lines_digest
from sitegen.outputs.parts.frame import frame
from sitegen.outputs.parts.goal_lines import goals_shown, policy_targets
from sitegen.outputs.parts.policies import goals_on
from sitegen.outputs.parts.published import Published
from sitegen.outputs.parts.references import linked_digest
from sitegen.outputs.parts.topics import (
    SURVEY,
    TOPICS,
    Topic,
    figures_on,
    has_page,
    listed_beside,
)
from sitegen.outputs.parts.turning import day_of_data
from sitegen.outputs.parts.views.frame import Frame
from sitegen.outputs.parts.views.goals import PolicyTargets
from sitegen.outputs.parts.views.links import Link
from sitegen.outputs.parts.views.lists import LineGroup
from sitegen.outputs.parts.views.published import FigureGroup
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext

TEMPLATE = "pages/topic.html"


class TopicPage(NamedTuple):
    """一个专题：专利、保护和维权、满意度调查 | a subject: patents, protection, surveys"""

    frame: Frame
    """网页共有的部分 | what every page has"""
    title: str
    """页面标题，即一级标题 | the heading of the page"""
    lead: str
    """标题下的一两句话 | a sentence or two below the heading"""
    groups: tuple[FigureGroup, ...]
    """各次公布或各年的数字；可空 | the figures by release or by year; may be empty"""
    targets: tuple[PolicyTargets, ...]
    """文件里的目标，和后来公布的数字；可空 | what policies want to reach, and what was published since; may be empty"""
    beside: LineGroup | None
    """一起列出的专利池、宣传周等；没有则空 | pools, campaigns and the like; empty where there are none"""


def plan(context: PlanContext) -> Iterator[Output]:
    catalogue = context.catalogue
    for topic in TOPICS.values():
        if not has_page(catalogue, topic):
            continue
        figures = list(figures_on(catalogue, topic))
        releases = list({one.release.key: one.release for one in figures}.values())
        beside = listed_beside(catalogue, topic)
        shown = (*releases, *beside)
        wanted = goals_on(catalogue, topic.name)
        yield context.page(
            topic.address,
            "topic",
            TEMPLATE,
            topic.name,
            in_sitemap=True,
            releases=depends_on("facts", shown, [catalogue.turns(one) for one in shown]),
            lines=depends_on("line", beside),
            linked=digest_of([linked_digest(context, release) for release in releases]),
            recorded=lines_digest(context, figures),
            targets=goals_shown(context, wanted),
            as_of=day_of_data(context),
        )


def view(context: RenderContext, name: str) -> TopicPage:
    topic = TOPICS[name]
    here = topic.address
    title, lead = context.say(topic.title), context.say(topic.lead)
    figures = list(figures_on(context.catalogue, topic))
    return TopicPage(
        frame=frame(context, here, title, description=lead, section=here, dated=True),
        title=title,
        lead=lead,
        groups=tuple(
            _by_year(context, here, figures)
            if topic.by_year
            else _by_release(context, here, topic, figures)
        ),
        targets=tuple(policy_targets(context, here, goals_on(context.catalogue, topic.name))),
        beside=_beside(context, here, topic),
    )


def _by_release(
    context: RenderContext, here: str, topic: Topic, figures: list[Published]
) -> Iterator[FigureGroup]:
    by_release: dict[str, list[Published]] = {}
    for one in figures:
        by_release.setdefault(one.release.key, []).append(one)
    for members in by_release.values():
        release = members[0].release
        yield FigureGroup(
            id=release.id,
            title=Link(release.name, context.entry_href(here, release)),
            notes=_how(context, release) if topic.name == SURVEY else (),
            lines=tuple(figure_line(context, here, one, elsewhere=True) for one in members),
        )


def _how(context: RenderContext, release: Entry) -> tuple[str, ...]:
    """How a survey was done and how many were asked, or that this is not known."""
    record, say = context.catalogue.record(release), context.say
    # What a press conference says of its method is not that of a survey it quotes.
    is_survey = release.kind == SURVEY
    method = record.method if is_survey else None
    sample = record.sample if is_survey else None
    return (
        say("方法：{method}", method=method) if method else say("怎样调查的，没有公布。"),
        say("样本：{sample}", sample=sample) if sample else say("问了多少人，没有公布。"),
    )


def _by_year(context: RenderContext, here: str, figures: list[Published]) -> Iterator[FigureGroup]:
    by_year: dict[int, list[Published]] = {}
    for one in figures:
        by_year.setdefault(one.day.year, []).append(one)
    for year in sorted(by_year, reverse=True):
        yield FigureGroup(
            id=f"year-{year}",
            title=Link(context.say("{year}年", year=year), ""),
            notes=(),
            lines=tuple(figure_line(context, here, one, elsewhere=True) for one in by_year[year]),
        )


def _beside(context: RenderContext, here: str, topic: Topic) -> LineGroup | None:
    entries = listed_beside(context.catalogue, topic)
    if topic.beside is None or not entries:
        return None
    _, kind, title = topic.beside
    newest = newest_affairs(context, entries)
    return LineGroup(
        kind, context.say(title), tuple(affair_line(context, here, one) for one in newest)
    )


FAMILY = Family(
    "topics",
    plan=plan,
    recipes={"topic": Recipe(view, TEMPLATE)},
    parts={**PARTS, **goal_lines.PARTS},
    addresses=tuple(topic.address.rstrip("/") for topic in TOPICS.values()),
)
