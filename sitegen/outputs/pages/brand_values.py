"""What brands are worth, year by year: by publisher, since no two publishers reckon alike."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from sitegen.model.types import Label
from sitegen.outputs import addresses
from sitegen.outputs.dependencies import depends_on
from sitegen.outputs.family import Family, Recipe
from sitegen.outputs.output import Output
from sitegen.outputs.parts import goal_lines
from sitegen.outputs.parts.brand_values import (
    TOPIC,
    Valued,
    has_brand_values,
    valuations,
    valued_brands,
)
from sitegen.outputs.parts.frame import frame
from sitegen.outputs.parts.goal_lines import goals_shown, policy_targets
from sitegen.outputs.parts.policies import goals_on
from sitegen.outputs.parts.quantities import change_words
from sitegen.outputs.parts.views.frame import Frame
from sitegen.outputs.parts.views.goals import PolicyTargets
from sitegen.outputs.parts.views.links import Link
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext

TEMPLATE = "pages/brand-values.html"
WIDTH, HEIGHT = 96, 24
"""The room that the line of a trend has."""
EDGE = 3
"""The room around it, for the dot at its end."""


class ValueOfYear(NamedTuple):
    """一年的品牌价值 | what a brand was worth in a year"""

    year: str
    """年份 | the year"""
    amount: str
    """金额和单位 | the amount with its unit"""
    change: str
    """比上一次多多少、少多少；第一次则空 | by how much it differs from the one before; empty for the first"""
    method: str
    """评价方法；没有公布则空 | the method of valuation; empty where that was not published"""


class TrendPoint(NamedTuple):
    """走势线上的一点 | a point of the line of a trend"""

    x: int
    """从左起，0–96 | from the left, 0–96"""
    y: int
    """从上起，0–24 | from above, 0–24"""


class ValueRow(NamedTuple):
    """一个品牌 | a brand"""

    brand: Link
    """品牌，小字是地区 | the brand"""
    values: tuple[ValueOfYear, ...]
    """各年，新的在前，不会空 | by year, the newest first, never empty"""
    points: tuple[TrendPoint, ...]
    """走势的各点，从左到右；只有一年则空 | the points of its trend from the left; empty where there is one year only"""


class ValueGroup(NamedTuple):
    """一个发布单位 | a publisher"""

    id: str
    """标题的锚点 | the fragment of its heading"""
    publisher: str
    """谁发布的 | who published them"""
    rows: tuple[ValueRow, ...]
    """各个品牌，不会空 | the brands, never empty"""


class BrandValuesPage(NamedTuple):
    """品牌价值 | what brands are worth"""

    frame: Frame
    """网页共有的部分 | what every page has"""
    title: str
    """页面标题，即一级标题 | the heading of the page"""
    lead: str
    """标题下的一两句话 | a sentence or two below the heading"""
    groups: tuple[ValueGroup, ...]
    """各个发布单位；可空 | the publishers; may be empty"""
    targets: tuple[PolicyTargets, ...]
    """文件里的目标，和后来公布的数字；可空 | what policies want to reach, and what was published since; may be empty"""


def plan(context: PlanContext) -> Iterator[Output]:
    catalogue = context.catalogue
    if has_brand_values(catalogue):
        brands = valued_brands(catalogue)
        wanted = goals_on(catalogue, TOPIC)
        yield context.page(
            addresses.BRAND_VALUES,
            "brand-values",
            TEMPLATE,
            in_sitemap=True,
            valuations=depends_on("facts", brands, [catalogue.turns(brand) for brand in brands]),
            targets=goals_shown(context, wanted),
        )


def view(context: RenderContext) -> BrandValuesPage:
    here, say = addresses.BRAND_VALUES, context.say
    title = say("品牌价值")
    lead = say(
        "谁评的、哪一年、值多少、用什么方法。各家方法不同，不同单位评的不能互相比较；评价的价值不是质量，也不是销售额。"
    )
    return BrandValuesPage(
        frame=frame(context, here, title, description=lead, section=here),
        title=title,
        lead=lead,
        groups=tuple(
            ValueGroup(
                f"publisher-{number}", publisher, tuple(_row(context, here, b) for b in rows)
            )
            for number, (publisher, rows) in enumerate(valuations(context.catalogue).items(), 1)
        ),
        targets=tuple(policy_targets(context, here, goals_on(context.catalogue, TOPIC))),
    )


def _row(context: RenderContext, here: str, valued: Valued) -> ValueRow:
    values = valued.values
    befores = (None, *values[:-1])
    lines = [_value(context, *pair) for pair in zip(values, befores, strict=True)]
    return ValueRow(
        brand=Link(valued.brand.name, context.entry_href(here, valued.brand)),
        values=tuple(reversed(lines)),
        points=_points([Decimal(value.amount) for value in values]),
    )


def _value(context: RenderContext, value: Any, before: Any) -> ValueOfYear:
    unit = context.say("亿元")
    amount = Decimal(value.amount)
    return ValueOfYear(
        year=value.year.text,
        amount=f"{value.amount}{unit}",
        change=change_words(context, Decimal(before.amount), amount, unit) if before else "",
        method=value.method or "",
    )


def _points(amounts: list[Decimal]) -> tuple[TrendPoint, ...]:
    """The line of a trend: from 0 at the foot, so that a small change looks small."""
    if len(amounts) == 1:
        return ()
    most = max(amounts) or Decimal(1)
    step = Decimal(WIDTH - 2 * EDGE) / (len(amounts) - 1)
    room = HEIGHT - 2 * EDGE
    return tuple(
        TrendPoint(int(EDGE + step * place), int(EDGE + room - room * amount / most))
        for place, amount in enumerate(amounts)
    )


FAMILY = Family(
    "brand-values",
    plan=plan,
    recipes={"brand-values": Recipe(view, TEMPLATE)},
    parts={"valuations": Label("品牌价值", "what brands are worth"), **goal_lines.PARTS},
    addresses=("brand-values",),
)
