"""What a recipe reads while it makes one output: the plan's inputs, bodies, pictures, templates."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from markupsafe import Markup

from sitegen.catalogue.catalogue import Catalogue
from sitegen.config.site import Site
from sitegen.model.entry import Entry
from sitegen.model.types import Label
from sitegen.outputs import addresses
from sitegen.outputs.addresses import Urls
from sitegen.outputs.output import Output
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.wording import Wording
from sitegen.rendering.images.making import Variant
from sitegen.rendering.images.reading import ImageFile
from sitegen.rendering.templates import Theme

Value = TypeVar("Value")
MEMO_LIMIT = 50_000
"""Enough for the cards, rows and lines of 10,000 entries; beyond that, memory matters more."""


@dataclass(frozen=True, slots=True)
class RenderContext:
    """What the recipes of one edition read.

    `html` gives an entry's body as HTML; `drawings` are the inline SVGs by file name; `render` fills a
    template; `encoded(name, image, all variants, variant)` gives the bytes of a picture's variant.
    `outputs` are all outputs of the site, for the files that list its pages. `others` are the contexts
    of the other editions by locale.
    """

    plan: PlanContext
    wording: Wording
    outputs: tuple[Output, ...]
    html: Callable[[Entry], str]
    drawings: Mapping[str, Markup]
    render: Callable[[str, object], str]
    encoded: Callable[[str, ImageFile, tuple[Variant, ...], Variant], bytes]
    style: str
    theme: Theme
    others: Mapping[str, RenderContext] = field(default_factory=dict)
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

    def edition_of(self, output: Output) -> RenderContext:
        """The context of the edition that an output is part of."""
        return self.others.get(output.locale, self)

    def say(self, text: str, **values: object) -> str:
        """A text of the page in the words of this edition; `values` fill in its `{names}`."""
        return self.wording.say(text, **values)

    def label(self, label: Label) -> str:
        """A word of the content model in the words of this edition."""
        return self.wording.label(label)

    def choice(self, name: str, options: Mapping[str, Label], code: str) -> str:
        """The word for a choice of the field `name` (`collection.field`), the site's own among them."""
        own = self.catalogue.options.choices.get(name, {})
        return self.label({**options, **own}[code])

    def once(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """The value of `make()`, the same one each time for the same key.

        Templates render such a value once (`once` in rendering.jinja), not on every page.
        """
        value: Value | None = self.memo.get(key)
        if value is None:
            if len(self.memo) >= MEMO_LIMIT:
                self.memo.clear()
            value = self.memo[key] = make()
        return value

    def href(self, here: str, target: str) -> str:
        """The link from the page at `here` to the page at `target`, both of this edition."""
        return self.plan.urls.href(here, target)

    def entry_href(self, here: str, entry: Entry) -> str:
        """The link from the page at `here` to that of a public or withdrawn entry."""
        return self.plan.urls.href(here, addresses.entry(entry))

    def href_if_public(self, here: str, key: str) -> str:
        """The link from the page at `here` to an entry, "" where it is not public."""
        entry = self.catalogue.entries.get(key)
        return self.entry_href(here, entry) if entry is not None else ""
