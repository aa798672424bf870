"""The scripts of pages: files of the theme, each at an address with a digest of its content."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.outputs.family import Family, Recipe
from sitegen.outputs.output import Output
from sitegen.outputs.parts.scripts import file_of
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext


def plan(context: PlanContext) -> Iterator[Output]:
    for name, address in context.shared.scripts.items():
        yield context.file(address, "script", name)


def script(context: RenderContext, name: str) -> bytes:
    return context.theme.paths[file_of(name)].read_bytes()


FAMILY = Family("scripts", plan=plan, recipes={"script": Recipe(script)}, over="site")
