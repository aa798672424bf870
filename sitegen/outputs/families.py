"""All families of outputs, and what is done with them together: the plan, and making one output."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sitegen.catalogue.assembly import Locate
from sitegen.model.collections import COLLECTIONS
from sitegen.outputs.address_checks import AddressChecks
from sitegen.outputs.addresses import address_of
from sitegen.outputs.edition import EDITIONS
from sitegen.outputs.family import COMMON_PARTS, Family, Recipe
from sitegen.outputs.files import (
    calendar,
    contacts,
    event_calendars,
    feed,
    pictures,
    posters,
    public,
    scripts,
    search_index,
    sitemap,
    style,
)
from sitegen.outputs.output import Output
from sitegen.outputs.pages import (
    articles,
    brand_values,
    changes,
    clusters,
    compared,
    entries,
    events,
    figures,
    handouts,
    home,
    ladders,
    leaving,
    ledger,
    letters,
    lists,
    makers,
    nodes,
    not_found,
    numbers,
    policies,
    prose,
    recorded,
    releases,
    rewards,
    schemes,
    search,
    seasons,
    services,
    site_map,
    surrounding,
    targets,
    tiers,
    timeline,
    topics,
    trees,
    verify,
    withdrawn,
)
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext
from sitegen.problems import Problem

FAMILIES: tuple[Family, ...] = (
    home.FAMILY,
    lists.FAMILY,
    entries.FAMILY,
    makers.FAMILY,
    handouts.FAMILY,
    leaving.FAMILY,
    withdrawn.FAMILY,
    trees.FAMILY,
    nodes.FAMILY,
    schemes.FAMILY,
    ladders.FAMILY,
    tiers.FAMILY,
    ledger.FAMILY,
    verify.FAMILY,
    numbers.FAMILY,
    seasons.FAMILY,
    figures.FAMILY,
    compared.FAMILY,
    releases.FAMILY,
    recorded.FAMILY,
    timeline.FAMILY,
    changes.FAMILY,
    surrounding.FAMILY,
    policies.FAMILY,
    events.FAMILY,
    services.FAMILY,
    clusters.FAMILY,
    rewards.FAMILY,
    targets.FAMILY,
    topics.FAMILY,
    brand_values.FAMILY,
    articles.FAMILY,
    prose.FAMILY,
    letters.FAMILY,
    site_map.FAMILY,
    search.FAMILY,
    not_found.FAMILY,
    search_index.FAMILY,
    feed.FAMILY,
    calendar.FAMILY,
    contacts.FAMILY,
    event_calendars.FAMILY,
    pictures.FAMILY,
    posters.FAMILY,
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
FUTURE = frozenset(["en", "zh-hant", "data"])
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
    catalogue = contexts[0].catalogue
    checks = AddressChecks(catalogue, locate)
    problems = list(checks.of_entries(RESERVED))
    for output in _planned(contexts):
        taken = checks.add(output)
        if taken is None:
            outputs[output.path] = output
        else:
            problems.append(taken)
    problems += checks.files_as_folders()
    problems += checks.unpublishable(outputs.values())
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


def make(context: RenderContext, output: Output) -> str | bytes | Mapping[str, bytes]:
    """One output, as text where it is one; of a bundle, the bytes of each of its files by name."""
    recipe = RECIPES[output.recipe]
    context = context.edition_of(output)
    data = recipe.view(context, *output.args)
    made: str | bytes | Mapping[str, bytes] = data
    if recipe.template:
        urls = context.urls
        here = address_of(output.path).removeprefix(urls.prefix)
        text = urls.placed(context.render(recipe.template, data), here)
        made = recipe.finish(context, text) if recipe.finish else text
    return made


def view_of(context: RenderContext, output: Output) -> object:
    """The view alone, for the test that equal keys mean equal views."""
    return RECIPES[output.recipe].view(context.edition_of(output), *output.args)
