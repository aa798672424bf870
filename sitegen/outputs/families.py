"""All families of outputs, and what is done with them together: the plan, and making one output."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sitegen.catalogue.assembly import Locate
from sitegen.catalogue.catalogue import Catalogue
from sitegen.model.collections import COLLECTIONS
from sitegen.outputs.addresses import address_of, former
from sitegen.outputs.addresses import entry as entry_address
from sitegen.outputs.edition import EDITIONS
from sitegen.outputs.family import COMMON_PARTS, Family, Recipe
from sitegen.outputs.files import (
    feed,
    pictures,
    public,
    scripts,
    search_index,
    sitemap,
    style,
)
from sitegen.outputs.output import Output
from sitegen.outputs.pages import (
    articles,
    entries,
    home,
    ledger,
    letters,
    lists,
    nodes,
    not_found,
    prose,
    schemes,
    search,
    site_map,
    trees,
    withdrawn,
)
from sitegen.outputs.plan_context import PlanContext
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

FAMILIES: tuple[Family, ...] = (
    home.FAMILY,
    lists.FAMILY,
    entries.FAMILY,
    withdrawn.FAMILY,
    trees.FAMILY,
    nodes.FAMILY,
    schemes.FAMILY,
    ledger.FAMILY,
    articles.FAMILY,
    prose.FAMILY,
    letters.FAMILY,
    site_map.FAMILY,
    search.FAMILY,
    not_found.FAMILY,
    search_index.FAMILY,
    feed.FAMILY,
    pictures.FAMILY,
    style.FAMILY,
    scripts.FAMILY,
    sitemap.FAMILY,
    public.FAMILY,
)
"""Where two want one address, the first has it."""
RECIPES: Mapping[str, Recipe] = {
    name: recipe for family in FAMILIES for name, recipe in family.recipes.items()
}
TEMPLATES = tuple(sorted({recipe.template for recipe in RECIPES.values() if recipe.template}))
PARTS = {
    **COMMON_PARTS,
    **{name: label for family in FAMILIES for name, label in family.parts.items()},
}
"""What each part of a key stands for."""
FUTURE = frozenset(
    ["v", "en", "zh-hant", "verify", "data", "changes", "seasons", "figures", "timeline", "ladders"]
)
"""First parts of addresses that are kept free for pages to come."""
RESERVED = FUTURE.union(
    COLLECTIONS, *(family.addresses for family in FAMILIES), (e.prefix[:-1] for e in EDITIONS)
) - {""}
"""First parts of addresses that a page of the site's own (content/pages) may not take."""


def plan(
    contexts: Sequence[PlanContext], locate: Locate
) -> tuple[tuple[Output, ...], list[Problem]]:
    """Every output of the site; where two want one path, the first keeps it.

    `contexts` are those of the editions, the site's first one before the others.
    """
    outputs: dict[str, Output] = {}
    folded: dict[str, Output] = {}
    catalogue = contexts[0].catalogue
    problems = list(_addresses(catalogue, locate))
    for output in _planned(contexts):
        known = folded.setdefault(output.path.casefold(), output)
        if known is output:
            outputs[output.path] = output
            continue
        facts = {"address": address_of(output.path), "other": known.args[0] if known.args else ""}
        problems.append(Problem(SAME_ADDRESS, _place(catalogue, output), facts))
    problems += _file_under_page(catalogue, folded)
    return tuple(outputs[path] for path in sorted(outputs)), problems


def _planned(contexts: Sequence[PlanContext]) -> list[Output]:
    outputs: list[Output] = []
    for family in FAMILIES:
        for context in contexts if family.over == "edition" else contexts[:1]:
            if family.plan is not None:
                outputs += family.plan(context)
            if family.plan_after_pages is not None:
                outputs += family.plan_after_pages(context, tuple(outputs))
    return outputs


def _file_under_page(catalogue: Catalogue, folded: Mapping[str, Output]) -> Iterator[Problem]:
    """A path that is a file for one output cannot be a folder for another, nor lie in a bundle: which
    names a bundle has is known only when it is made."""
    for path, output in folded.items():
        parts = path.split("/")
        for length in range(1, len(parts)):
            above = "/".join(parts[:length])
            other = folded.get(above)
            if other is not None:
                facts = {"address": other.path, "other": output.path}
                yield Problem(SAME_ADDRESS, _place(catalogue, other), facts)
            bundle = f"{above}/"
            if bundle in folded and bundle != path:
                facts = {"address": output.path, "other": bundle}
                yield Problem(SAME_ADDRESS, _place(catalogue, output), facts)


def _place(catalogue: Catalogue, output: Output) -> Location:
    for argument in output.args:
        entry = catalogue.entries.get(argument) or catalogue.gone.get(argument)
        if entry is not None:
            return Location(entry.file, 1, 1)
    if output.recipe in public.FAMILY.recipes:
        return Location(output.args[0])
    return Location("site.yaml", 1, 1)


def _addresses(catalogue: Catalogue, locate: Locate) -> Iterator[Problem]:
    for entry in (*catalogue.entries.values(), *catalogue.gone.values()):
        for position, text in enumerate(entry.former_urls):
            if former(text) is None:
                at = locate(entry, ("former_urls", position))
                yield Problem(BAD_FORMER, at, {"address": text})
        if entry.collection == "pages" and entry_address(entry).partition("/")[0] in RESERVED:
            yield Problem(RESERVED_PAGE, Location(entry.file, 1, 1), {"id": entry.id})


def make(context: RenderContext, output: Output) -> bytes | Mapping[str, bytes]:
    """The bytes of one output; of a bundle, those of each of its files by name."""
    recipe = RECIPES[output.recipe]
    context = context.edition_of(output)
    data = recipe.view(context, *output.args)
    made: bytes | Mapping[str, bytes] = data
    if recipe.template:
        made = context.render(recipe.template, data).encode()
    return made


def view_of(context: RenderContext, output: Output) -> object:
    """The view alone, for the test that equal keys mean equal views."""
    return RECIPES[output.recipe].view(context.edition_of(output), *output.args)
