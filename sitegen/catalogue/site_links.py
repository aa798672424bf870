"""Where the links of menu and footer lead that a site sets in site.yaml."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from sitegen.catalogue.catalogue import Catalogue
from sitegen.config.settings import Settings, SiteLink
from sitegen.loading.document import FieldPath
from sitegen.model.collection_words import words_for
from sitegen.model.collections import COLLECTIONS


class Target(NamedTuple):
    """What a link leads to: the name of a collection, the key of an entry, an address of the site without
    its first `/`, or a whole web address."""

    kind: Literal["collection", "entry", "address", "outside"]
    value: str


def target_of(catalogue: Catalogue, to: str) -> Target | None:
    """The target that an author wrote; None where there is no such thing."""
    if to.startswith("/") and not to.startswith("//"):
        return Target("address", to[1:])
    if to.startswith(("https://", "http://")):
        return Target("outside", to)
    if to in catalogue.entries and COLLECTIONS[to.partition(":")[0]].shown:
        return Target("entry", to)
    for name, collection in COLLECTIONS.items():
        if collection.shown and to in words_for(name):
            return Target("collection", name)
    page = next((page for page in catalogue.collections["pages"] if page.name == to), None)
    return Target("entry", page.key) if page else None


def words_for_targets(catalogue: Catalogue) -> list[str]:
    """All that may be written for a collection or a page, for the nearest to something else."""
    titles = [
        word
        for name, collection in COLLECTIONS.items()
        if collection.shown
        for word in words_for(name)
    ]
    pages = [word for page in catalogue.collections["pages"] for word in (page.name, page.key)]
    return [*titles, *pages]


def site_links(settings: Settings) -> Iterator[tuple[FieldPath, SiteLink]]:
    """Each link of menu and footer with its place in the settings."""
    for index, link in enumerate(settings.menu):
        yield ("menu", index), link
    for index, group in enumerate(settings.footer):
        for number, link in enumerate(group.links):
            yield ("footer", index, "links", number), link


def targets_of(settings: Settings, catalogue: Catalogue) -> list[Target]:
    """What the links of menu and footer lead to, in their order."""
    targets = (target_of(catalogue, link.to) for _, link in site_links(settings))
    return [target for target in targets if target]
