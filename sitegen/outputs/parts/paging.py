"""Lists over several pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

from sitegen.config.site import Site
from sitegen.outputs import addresses
from sitegen.outputs.parts.views.links import Link, Pager
from sitegen.outputs.render_context import RenderContext

Member = TypeVar("Member")
LINES = 3
"""A line or row is as high as a third of a card at most: so many times as many stand on a page."""
NEAR = 2
"""How many pages on either side of the current one the pager links to, beside the first and last."""


class Chunks(Generic[Member]):
    """The pages of a list, of at most `size` members each; one empty page where there is nothing.

    One is cut out when it is asked for: a page asks for itself alone, and would take time by the length of the
    whole list otherwise.
    """

    def __init__(self, members: Sequence[Member], size: int) -> None:
        self._members = members
        self._size = size

    def __len__(self) -> int:
        return max(1, -(-len(self._members) // self._size))

    def __getitem__(self, place: int) -> Sequence[Member]:
        start = range(len(self))[place] * self._size
        return self._members[start : start + self._size]

    def __iter__(self) -> Iterator[Sequence[Member]]:
        return map(self.__getitem__, range(len(self)))


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
