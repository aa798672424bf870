"""The tables: which families there are, and which recipe makes what with which template."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sitegen.catalogue.assembly import Locate
from sitegen.model.collections import COLLECTIONS
from sitegen.outputs.addresses import RESERVED, address_of, former
from sitegen.outputs.addresses import entry as entry_address
from sitegen.outputs.files import machine, media, scripts
from sitegen.outputs.files import search_index as search
from sitegen.outputs.output import Output, PlanContext
from sitegen.outputs.pages import articles, entries, home, lists, nodes, schemes
from sitegen.outputs.pages import letters as index
from sitegen.outputs.pages import search as search_page
from sitegen.outputs.render_context import RenderContext
from sitegen.problems import Kind, Location, Problem, Severity

SAME_ADDRESS = Kind(
    "address.taken",
    Severity.ERROR,
    zh="网址 /{address} 有两个页面要用[[（另一个是 {other}）]]",
    en="two pages want the address /{address}[[ (the other is {other})]]",
    fix_zh="改掉其中一个的文件名或 former_urls",
    fix_en="change the file name or former_urls of one of them",
)
BAD_FORMER = Kind(
    "address.bad-former-url",
    Severity.ERROR,
    zh="旧网址“{address}”写得不对",
    en="“{address}” is no former address",
    fix_zh="写站内路径，如 /old/luobo.html 或 /old/luobo/",
    fix_en="write a path on this site, such as /old/luobo.html or /old/luobo/",
)
RESERVED_PAGE = Kind(
    "address.reserved",
    Severity.ERROR,
    zh="页面编号“{id}”留作他用",
    en="the page id “{id}” is reserved",
    fix_zh="给这个页面换一个文件名",
    fix_en="give this page another file name",
)

FAMILIES = (
    home,
    lists,
    entries,
    nodes,
    schemes,
    articles,
    index,
    search,
    search_page,
    machine,
    media,
    scripts,
)
"""The order of the plan."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """`view` makes the data, `template` the text of it; a recipe without template gives bytes."""

    view: Callable[..., Any]
    template: str = ""

    @property
    def may_go_wrong(self) -> bool:
        """Whether making it may find a problem: pictures were decoded when they were read."""
        return self.view is not media.variant


RECIPES: dict[str, Recipe] = {
    "home": Recipe(home.view, home.TEMPLATE),
    "list": Recipe(lists.view, lists.TEMPLATE),
    "entry": Recipe(entries.view, entries.TEMPLATE),
    "withdrawn": Recipe(entries.withdrawn, entries.PLAIN),
    "redirect": Recipe(entries.redirect, entries.PLAIN),
    "tree": Recipe(nodes.tree_view, nodes.TREE),
    "node": Recipe(nodes.view, nodes.NODE),
    "schemes": Recipe(schemes.index, schemes.INDEX),
    "scheme": Recipe(schemes.view, schemes.PAGE),
    "ledger": Recipe(schemes.ledger_view, schemes.LEDGER),
    "articles": Recipe(articles.index, articles.INDEX),
    "prose": Recipe(articles.view, articles.PAGE),
    "index": Recipe(index.view, index.TEMPLATE),
    "site-map": Recipe(index.site_map, index.SITE_MAP),
    "sitemap.xml": Recipe(machine.sitemap, "files/sitemap.xml"),
    "feed": Recipe(machine.feed, "files/feed.xml"),
    "robots": Recipe(machine.robots, "files/robots.txt"),
    "not-found": Recipe(machine.not_found, "pages/plain.html"),
    "variant": Recipe(media.variant),
    "drawing": Recipe(media.drawing, media.DRAWING),
    "icon": Recipe(media.icon, media.ICON),
    "style": Recipe(media.style),
    "script": Recipe(scripts.script),
    "search": Recipe(search_page.view, search_page.TEMPLATE),
    "search-names": Recipe(search.names),
    "search-cards": Recipe(search.cards),
    "search-texts": Recipe(search.texts),
}
TEMPLATES = tuple(sorted({recipe.template for recipe in RECIPES.values() if recipe.template}))


def plan(context: PlanContext, locate: Locate) -> tuple[tuple[Output, ...], list[Problem]]:
    """Every output of the site; where two want one path, the first keeps it."""
    outputs: dict[str, Output] = {}
    folded: dict[str, Output] = {}
    problems = list(_addresses(context, locate))
    for output in (output for family in FAMILIES for output in family.plan(context)):
        known = folded.setdefault(output.path.casefold(), output)
        if known is output:
            outputs[output.path] = output
            continue
        facts = {"address": address_of(output.path), "other": known.args[0] if known.args else ""}
        at = _place(context, output)
        problems.append(Problem(SAME_ADDRESS, at, facts))
    problems += _file_under_page(context, folded)
    return tuple(outputs[path] for path in sorted(outputs)), problems


def _file_under_page(context: PlanContext, folded: dict[str, Output]) -> Iterator[Problem]:
    """A path that is a file for one output cannot be a folder for another."""
    for path, output in folded.items():
        parts = path.split("/")
        for length in range(1, len(parts)):
            other = folded.get("/".join(parts[:length]))
            if other is not None:
                facts = {"address": other.path, "other": output.path}
                yield Problem(SAME_ADDRESS, _place(context, other), facts)


def _place(context: PlanContext, output: Output) -> Location:
    for argument in output.args:
        entry = context.catalogue.entries.get(argument) or context.catalogue.gone.get(argument)
        if entry is not None:
            return Location(entry.file, 1, 1)
    return Location("site.yaml", 1, 1)


def _addresses(context: PlanContext, locate: Locate) -> Iterator[Problem]:
    for entry in (*context.catalogue.entries.values(), *context.catalogue.gone.values()):
        for position, text in enumerate(entry.former_urls):
            if former(text) is None:
                yield Problem(
                    BAD_FORMER, locate(entry, ("former_urls", position)), {"address": text}
                )
        if entry.collection == "pages":
            top = entry_address(entry).partition("/")[0]
            if top in RESERVED or top in COLLECTIONS:
                yield Problem(RESERVED_PAGE, Location(entry.file, 1, 1), {"id": entry.id})


def make(context: RenderContext, output: Output) -> bytes:
    """The bytes of one output."""
    recipe = RECIPES[output.recipe]
    view = recipe.view(context, *output.args)
    return context.render(recipe.template, view).encode() if recipe.template else view


def view_of(context: RenderContext, output: Output) -> object:
    """The view alone, for the test that equal keys mean equal views."""
    return RECIPES[output.recipe].view(context, *output.args)
