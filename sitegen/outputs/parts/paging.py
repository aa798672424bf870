"""Lists over several pages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from sitegen.config.site import Site
from sitegen.outputs import addresses
from sitegen.outputs.parts.views.links import Link, Pager
from sitegen.outputs.render_context import RenderContext

Member = TypeVar("Member")
LINES = 3
"""A line or row is as high as a third of a card at most: so many times as many stand on a page."""
NEAR = 2
"""How many pages on either side of the current one the pager links to, beside the first and last."""


def chunks(members: Sequence[Member], size: int) -> list[Sequence[Member]]:
    """Pages of at most `size`; one empty page where there is nothing."""
    return [members[start : start + size] for start in range(0, len(members), size)] or [()]


def page_of_lines(site: Site) -> int:
    """The number of lines, or rows of a table, on a page; of cards that is `page_size`."""
    return site.settings.page_size * LINES


def pager(context: RenderContext, here: str, base: str, number: int, count: int) -> Pager:
    """The pager of page `number` (from 1) of the `count` pages of the list at `base`."""

    def link(page: int, text: str) -> Link:
        return Link(text, context.href(here, addresses.page(base, page)), current=page == number)

    near = range(max(1, number - NEAR), min(count, number + NEAR) + 1)
    return Pager(
        number=number,
        total=count,
        pages=tuple(link(page, str(page)) for page in sorted({1, count, *near}))
        if count > 1
        else (),
        previous=link(number - 1, context.say("上一页")) if number > 1 else None,
        next=link(number + 1, context.say("下一页")) if number < count else None,
    )


def numbered(context: RenderContext, title: str, number: int) -> str:
    """The title of page `number` of a list: the first page has it as it is."""
    if number == 1:
        return title
    return context.say("{title}（第{number}页）", title=title, number=number)
