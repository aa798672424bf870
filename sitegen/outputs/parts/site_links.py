"""The links that site.yaml sets in menu and footer, as pages show them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sitegen.catalogue.site_links import Target, target_of
from sitegen.config.settings import SiteLink
from sitegen.outputs import addresses
from sitegen.outputs.parts.region_word import menu_title
from sitegen.outputs.parts.views.links import Link
from sitegen.outputs.render_context import RenderContext


def links(context: RenderContext, here: str, wanted: Iterable[SiteLink]) -> Iterator[Link]:
    """The links as the page at `here` shows them. A collection without entries has no page, and what is not
    public none either: they are left out."""
    for link, target in _targets(context, wanted):
        if target.kind == "outside":
            yield Link(link.text or link.to, target.value)
            continue
        path, _, fragment = _address(context, target).partition("#")
        text = link.text or _words(context, target) or link.to
        yield Link(text, context.urls.href(here, path, fragment))


def current(context: RenderContext, here: str, section: str) -> str | None:
    """The address that the menu marks on the page at `here`: its own where it is in the menu of site.yaml,
    else that of its column; None where it has none."""
    menu = context.site.settings.menu
    own = context.once(
        "addresses of the menu",
        lambda: frozenset(
            _address(context, target)
            for _, target in _targets(context, menu)
            if target.kind != "outside"
        ),
    )
    return here if here in own else section or None


def _targets(
    context: RenderContext, wanted: Iterable[SiteLink]
) -> Iterator[tuple[SiteLink, Target]]:
    """The links that lead to something, with what that is."""
    for link in wanted:
        target = target_of(context.catalogue, link.to)
        if target is None:
            continue
        if target.kind == "collection" and not context.catalogue.collections[target.value]:
            continue
        yield link, target


def _address(context: RenderContext, target: Target) -> str:
    if target.kind == "collection":
        return addresses.collection(target.value)
    if target.kind == "entry":
        return addresses.entry(context.catalogue.entries[target.value])
    return target.value


def _words(context: RenderContext, target: Target) -> str:
    if target.kind == "collection":
        return menu_title(context, target.value)
    return context.catalogue.entries[target.value].label if target.kind == "entry" else ""
