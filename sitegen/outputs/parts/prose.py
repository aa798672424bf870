"""The body of an entry on a page."""

from __future__ import annotations

from markupsafe import Markup

from sitegen.model.entry import Entry
from sitegen.outputs import addresses
from sitegen.outputs.parts.pictures import files_of
from sitegen.outputs.render_context import RenderContext
from sitegen.rendering import markdown
from sitegen.rendering.cleaning import ID_PREFIX
from sitegen.rendering.images.markup import Files


def body(context: RenderContext, here: str, entry: Entry, *, below_picture: bool = False) -> Markup:
    """The entry's body with its links made for the page at `here`.

    Pictures are fetched when they come near, but for the first of a page that shows none above.
    """

    def link(target: str, fragment: str) -> str | None:
        prefix = ID_PREFIX if fragment else ""
        if target.startswith("/"):
            return context.urls.href(here, target[1:], fragment)
        other = context.catalogue.entries.get(target)
        if other is None:
            return None
        address = addresses.entry(other)
        return context.urls.href(here, address, prefix + fragment if fragment else "")

    def image(name: str) -> Files:
        return files_of(context.plan, here, name)

    return markdown.resolve(context.html(entry), link, image, eager=0 if below_picture else 1)
