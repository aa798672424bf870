"""The scripts of pages. Each is joined from modules of the theme, whose digest is in its address.

`site` is on every page but the search page, which has `found`. Both load `engine` once there is
something to look for, so that a page costs a reader who does not search a few kilobytes; `engine`
loads `far` where its own ways find nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from sitegen.outputs import addresses
from sitegen.outputs.dependencies import digest_of
from sitegen.outputs.family import Family, Recipe
from sitegen.outputs.output import Output
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext
from sitegen.problems import Kind, Location, Problem, Severity
from sitegen.rendering.templates import Theme
from sitegen.search.scripts import NotJoinable, join, shared
from sitegen.search.shorter import shorten

FOLDER = "js/search/"
MODULES = "sitegenModules"
"""The name at which `far` finds the modules that it shares with `engine`."""

NOT_JOINABLE = Kind(
    "template.not-joinable",
    Severity.ERROR,
    zh="脚本无法合并：{message}",
    en="the scripts cannot be joined: {message}",
    fix_zh="改正自己的 templates/js/ 里的这个文件，或删去它以用回默认主题",
    fix_en="correct this file in your own templates/js/, or remove it to use the default theme's",
)

Read = Callable[[str], str]


def _engine(read: Read) -> str:
    return join(read, ["engine.js"], as_global="sitegenEngine", share=MODULES, each=shorten)


def _far(read: Read) -> str:
    given = shared(read, ["engine.js"], MODULES)
    return join(read, ["far.js"], as_global="sitegenFar", given=given, each=shorten)


SCRIPTS: Mapping[str, Callable[[Read], str]] = {
    "site": lambda read: join(read, ["site.js"], each=shorten),
    "found": lambda read: join(read, ["found.js"], each=shorten),
    "engine": _engine,
    "far": _far,
}


def addresses_of(theme: Theme, generator: str) -> dict[str, str]:
    """The address of each script by its name. Its inputs tell of its content before it is made."""
    modules = [
        (name, theme.digests[name]) for name in theme.names(".js") if name.startswith(FOLDER)
    ]
    digest = digest_of([modules, generator])[:12]
    return {name: f"{addresses.ASSETS}{name}-{digest}.js" for name in SCRIPTS}


def check(theme: Theme) -> Iterator[Problem]:
    """Modules that cannot be joined, as a site's own may be: where it has none, there is no such."""
    own = any(name.startswith(FOLDER) for name in theme.own)
    for name, make in SCRIPTS.items() if own else ():
        try:
            make(reader(theme))
        except NotJoinable as error:
            at = Location(f"templates/{FOLDER}{name}.js")
            yield Problem(NOT_JOINABLE, at, {"message": str(error)})


def reader(theme: Theme) -> Read:
    """The text of a module by its name in the folder of modules."""

    def read(name: str) -> str:
        if FOLDER + name not in theme.paths:
            raise NotJoinable(f"{name}?")
        return theme.text(FOLDER + name)

    return read


def plan(context: PlanContext) -> Iterator[Output]:
    for name, address in context.shared.scripts.items():
        yield context.file(address, "script", name)


def script(context: RenderContext, name: str) -> bytes:
    return SCRIPTS[name](reader(context.theme)).encode()


FAMILY = Family("scripts", plan=plan, recipes={"script": Recipe(script)}, over="site")
