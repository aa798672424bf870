"""An output: a path, the recipe that makes it, and the key that says when it must be made again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sitegen.files import digest
from sitegen.outputs.dependencies import Dependency

Parts = tuple[tuple[str, str], ...]
"""The parts of a key: (name, digest), by name."""


@dataclass(frozen=True, slots=True)
class Output:
    """One file of the site, or several under one prefix. Nothing is rendered yet.

    `recipe` names the function that makes it and `args` are its arguments. `locale` is that of its
    edition, "" where all editions share it. `parts` are the named digests of everything it shows: the
    key is made of them, and `sitegen explain` compares them. The `path` of a bundle ends with a slash:
    its recipe gives the bytes of each file below it. Outputs of one `batch` are made one after the
    other in one process: they share costly work. `in_sitemap` says that sitemap.xml lists the page,
    with `lastmod` as the day of its last change ("" if it has none). `leads_to` is the path of another page,
    from the root of the site, where this one only leads to it for good ("" where it does not).

    `dependencies` are those of the parts, by name, that stand for entries. No other part covers the
    facts, summaries or bodies of listed entries. They are kept where the plan is kept for later edits.
    """

    path: str
    recipe: str
    args: tuple[str, ...]
    parts: Parts
    key: str
    locale: str = ""
    batch: str = ""
    in_sitemap: bool = False
    lastmod: str = ""
    dependencies: tuple[tuple[str, Dependency], ...] = field(default=(), compare=False)
    leads_to: str = ""

    @property
    def bundle(self) -> bool:
        return self.path.endswith("/")

    @property
    def costly(self) -> bool:
        """Whether making it takes far longer than a page: pictures, and indexes of everything."""
        return bool(self.batch) or self.bundle


def key_of(path: str, recipe: str, args: tuple[str, ...], parts: Parts) -> str:
    """The key of an output. Equal keys mean equal bytes."""
    return digest(repr((path, recipe, args, parts)).encode())[:32]


def ordered(parts: Mapping[str, str]) -> Parts:
    return tuple(sorted(parts.items()))
