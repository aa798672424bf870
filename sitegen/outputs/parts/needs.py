"""What people come with to services, and which services answer it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from sitegen.catalogue.catalogue import Catalogue
from sitegen.model.entry import Entry
from sitegen.model.services import NEEDS
from sitegen.model.types import Label
from sitegen.outputs import addresses
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext

COUNTERFEIT = "counterfeit"
OTHER = "other"
"""In place of a need: services that name none."""


class Help(NamedTuple):
    """A service with its record."""

    entry: Entry
    record: Any


def by_need(context: PlanContext) -> Mapping[str, tuple[Help, ...]]:
    """The services by what people come with, in the order of the needs; those that name none last."""
    return context.once("services by need", lambda: _by_need(context.catalogue))


def _by_need(catalogue: Catalogue) -> dict[str, tuple[Help, ...]]:
    every = [Help(entry, catalogue.record(entry)) for entry in catalogue.collections["services"]]
    groups = {
        need: tuple(one for one in every if need in one.record.needs)
        for need in need_labels(catalogue)
    }
    groups[OTHER] = tuple(one for one in every if not one.record.needs)
    return {need: found for need, found in groups.items() if found}


def need_labels(catalogue: Catalogue) -> Mapping[str, Label]:
    """The needs there are, the site's own among them."""
    return {**NEEDS, **catalogue.options.choices.get("services.needs", {})}


def helps_against_counterfeits(catalogue: Catalogue) -> bool:
    """Whether a service says that it is for who has found a counterfeit."""
    return any(
        COUNTERFEIT in catalogue.record(entry).needs
        for entry in catalogue.collections["services"]
        if entry.may_have("needs")
    )


def need_href(context: RenderContext, here: str, need: str) -> str:
    """The link to the services for a need, "" where there are none."""
    if need not in by_need(context.plan):
        return ""
    return context.urls.href(here, addresses.collection("services"), need)


def need_words(context: RenderContext, need: str) -> str:
    if need == OTHER:
        return context.say("其他服务")
    return context.label(need_labels(context.catalogue)[need])


def needs_met(context: PlanContext) -> Iterator[str]:
    """The needs that some service answers."""
    return (need for need in by_need(context) if need != OTHER)
