"""The scripts of pages. Each is joined from modules of the theme; its digest is in its address.

`site` is on every page but the search page, which has `found`. Both load `engine` once there is
something to look for: a page costs a reader who does not search a few kilobytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sitegen.files import digest
from sitegen.outputs import urls as addresses
from sitegen.outputs.making import Making
from sitegen.outputs.output import Output, Planning
from sitegen.problems import Kind, Location, Problem, Severity
from sitegen.rendering.templates import Theme
from sitegen.search import scripts

FOLDER = "js/search/"
SCRIPTS = {"site": "", "found": "", "engine": "sitegenEngine"}
"""The scripts by the name of their first module, and the name by which others find them."""

NOT_JOINABLE = Kind(
    "template.not-joinable",
    Severity.ERROR,
    zh="脚本无法合并：{message}",
    en="the scripts cannot be joined: {message}",
    fix_zh="改正自己的 templates/js/ 里的这个文件，或删去它以用回默认主题",
    fix_en="correct this file in your own templates/js/, or remove it to use the default theme's",
)


def join(theme: Theme) -> tuple[dict[str, str], list[Problem]]:
    """The text of each script by its name."""

    def read(name: str) -> str:
        if FOLDER + name not in theme.paths:
            raise scripts.NotJoinable(f"{name}?")
        return theme.text(FOLDER + name)

    made: dict[str, str] = {}
    problems = []
    for name, as_global in SCRIPTS.items():
        try:
            made[name] = scripts.join(read, [f"{name}.js"], as_global=as_global)
        except scripts.NotJoinable as error:
            made[name] = ""
            at = Location(f"templates/{FOLDER}{name}.js")
            problems.append(Problem(NOT_JOINABLE, at, {"message": str(error)}))
    return made, problems


def addresses_of(texts: Mapping[str, str]) -> dict[str, str]:
    return {
        name: f"{addresses.ASSETS}{name}-{digest(text.encode())[:12]}.js"
        for name, text in texts.items()
    }


def plan(planning: Planning) -> Iterator[Output]:
    for name, address in planning.shared.scripts.items():
        yield planning.file(address, "script", name)


def script(making: Making, name: str) -> bytes:
    return making.scripts[name].encode()
