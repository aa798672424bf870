"""The style sheet of all pages."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.outputs.family import Family, Recipe
from sitegen.outputs.output import Output
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext


def plan(context: PlanContext) -> Iterator[Output]:
    yield context.file(context.shared.style, "style")


def style(context: RenderContext) -> bytes:
    return context.style.encode()


FAMILY = Family(
    "style", plan=plan, recipes={"style": Recipe(style)}, addresses=("assets",), over="site"
)
