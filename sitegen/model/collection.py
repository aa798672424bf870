"""What a collection is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sitegen.model.outline import EntryRecord
from sitegen.model.types import Label


@dataclass(frozen=True, slots=True)
class Collection:
    """A folder of content/ (or one file, for the two trees).

    `listed` collections have card lists and count as entries of the catalogue; an `affair` surrounds it, such as
    policies and events: it has a page for each entry and one of all, and does not count. `shown` ones have a
    page for each entry. The name of each entry of an `announced` one comes from a public announcement. `unit` is the Chinese measure word of its counts. `menu_title` is what menus and
    the page of all its entries call it, where that is not its title. `seal` says where a seal takes its
    characters from a name that is too long for it: the goods stand at the end of most names, what a scheme
    is stands at the start. "" is for collections without seals: on the page of an office one would look
    like the seal of that office.
    """

    name: str
    title: Label
    unit: str
    model: type[EntryRecord]
    listed: bool = False
    affair: bool = False
    shown: bool = True
    tree: bool = False
    announced: bool = False
    menu_title: Label | None = None
    seal: Literal["", "end", "start"] = "end"

    @property
    def in_menus(self) -> Label:
        """What menus and the page of all its entries call it."""
        return self.menu_title or self.title
