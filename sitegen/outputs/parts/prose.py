"""The body of an entry on a page."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import unquote

from markupsafe import Markup

from sitegen.catalogue.names import Names
from sitegen.model.entry import Entry
from sitegen.model.references import BY_NAME
from sitegen.outputs import addresses
from sitegen.outputs.parts.pictures import files_of
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext
from sitegen.rendering import markdown
from sitegen.rendering.cleaning import ID_PREFIX
from sitegen.rendering.dialect.finishing import BodyWords
from sitegen.rendering.images.markup import Files
from sitegen.rendering.unbroken import unbroken_html


def body(context: RenderContext, here: str, entry: Entry, *, below_picture: bool = False) -> Markup:
    """The entry's body with its links made for the page at `here`.

    Pictures are fetched when they come near, but for the first of a page that shows none above.
    """
    eager = 0 if below_picture else 1
    return resolved(context.plan, context.say, here, context.html(entry), eager=eager)


def resolved(
    context: PlanContext, say: Callable[..., str], here: str, html: str, *, eager: int = 1
) -> Markup:
    """The HTML of a body with its links and pictures made for the page at `here`."""

    def link(target: str, fragment: str) -> str | None:
        return _href(context, here, target, fragment)

    def image(name: str) -> Files:
        return files_of(context, here, name)

    words = BodyWords(
        done=say("已完成"), to_do=say("未完成"), table=say("表格{number}，可以左右移动")
    )
    return unbroken_html(markdown.resolve(html, link, image, words, eager=eager))


def links_as_written(context: RenderContext, here: str, entry: Entry) -> dict[str, str]:
    """The links of an entry's body as its author wrote them, by what they are on the page at `here`."""
    written = {}
    for link in entry.links:
        if link.startswith("#"):
            written[link] = "#" + link[1:].removeprefix(ID_PREFIX)
            continue
        target, _, fragment = link.partition("#")
        href = _href(context.plan, here, target, unquote(fragment))
        if href is not None:
            written[href] = link
    return written


def _href(context: PlanContext, here: str, target: str, fragment: str) -> str | None:
    """The link to an entry (by its key, or its name in place of the id) or to an address of the site (`/about/`) from the page at
    `here`; None where there is no such entry."""
    if target.startswith("/"):
        return context.urls.href(here, target[1:], fragment)
    entries = context.catalogue.entries
    other = entries.get(target)
    if other is None:
        collection, _, name = target.partition(":")
        names = context.once("names", lambda: Names(entries.values()))
        called = names.matches(f"{collection}:{BY_NAME}{name}")
        if len(called) != 1:
            return None
        (other,) = called
    return context.urls.href(here, addresses.entry(other), ID_PREFIX + fragment if fragment else "")
