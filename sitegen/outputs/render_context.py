"""What a recipe reads while it makes one output: the plan's inputs, bodies, pictures, templates."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from markupsafe import Markup

from sitegen.catalogue.catalogue import Catalogue
from sitegen.config import Site
from sitegen.model.entry import Entry
from sitegen.outputs import addresses
from sitegen.outputs.addresses import Urls
from sitegen.outputs.output import PlanContext
from sitegen.outputs.parts.pictures import files_of
from sitegen.rendering import markdown
from sitegen.rendering.cleaning import ID_PREFIX
from sitegen.rendering.images.making import Variant
from sitegen.rendering.images.markup import Files
from sitegen.rendering.images.reading import ImageFile
from sitegen.rendering.templates import Theme

Value = TypeVar("Value")
MEMO_LIMIT = 50_000
"""Enough for the cards of 10,000 entries at every depth; beyond, memory matters more."""


@dataclass(frozen=True, slots=True)
class RenderContext:
    """`html` gives an entry's body as HTML; `drawings` the inline SVGs by file name.

    `render` fills a template; `encoded(name, image, all variants, variant)` gives the bytes of a
    picture's variant.
    """

    plan: PlanContext
    html: Callable[[Entry], str]
    drawings: Mapping[str, Markup]
    render: Callable[[str, object], str]
    encoded: Callable[[str, ImageFile, tuple[Variant, ...], Variant], bytes]
    style: str
    style_address: str
    theme: Theme
    memo: dict[Hashable, Any] = field(default_factory=dict)
    """Values that many pages share, made once in this process: see `once`."""

    @property
    def site(self) -> Site:
        return self.plan.site

    @property
    def catalogue(self) -> Catalogue:
        return self.plan.catalogue

    @property
    def urls(self) -> Urls:
        return self.plan.urls

    def once(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """The value of `make()`, the same one each time for the same key.

        Templates render such a value once (`once` in rendering.templates), not on every page.
        """
        found = self.memo.get(key)
        if found is None:
            if len(self.memo) >= MEMO_LIMIT:
                self.memo.clear()
            found = self.memo[key] = make()
        return found

    def entry_url(self, here: str, key: str) -> str:
        """The link from address `here` to an entry, "" where it is not public."""
        entry = self.catalogue.entries.get(key)
        return self.urls.href(here, address(entry)) if entry is not None else ""

    def body(self, here: str, entry: Entry, *, below_picture: bool = False) -> Markup:
        """The entry's body with its links made for the page at `here`.

        Pictures are fetched when they come near, but for the first of a page that shows none above.
        """

        def link(target: str, fragment: str) -> str | None:
            prefix = ID_PREFIX if fragment else ""
            if target.startswith("/"):
                return self.urls.href(here, target[1:], fragment)
            other = self.catalogue.entries.get(target)
            if other is None:
                return None
            return self.urls.href(here, address(other), prefix + fragment if fragment else "")

        def image(name: str) -> Files:
            return files_of(self.plan, here, name)

        return markdown.resolve(self.html(entry), link, image, eager=0 if below_picture else 1)


def address(entry: Entry) -> str:
    """The address of an entry's page, wherever its collection keeps them."""
    return addresses.entry(entry)
