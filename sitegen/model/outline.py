"""The outline of an entry: its main facts in one form, whatever the class of its collection."""

from __future__ import annotations

from abc import ABC, abstractmethod
from datetime import date
from typing import NamedTuple, Self

from sitegen.model.fields import Record


class CardImage(NamedTuple):
    """An image of an entry, as cards use it."""

    file: str
    alt: str
    illustration: bool


class Outline(NamedTuple):
    """What lists, cards, references and search use of an entry, whatever its class.

    A class leaves out what it has no field for. Dates are ISO text; "" where nothing is written.
    `other_names` are the short, everyday and former ones, `former_names` these last alone. `kind` is the code of its type within its
    collection; `regions` and `categories` are ids; `harvest`, `available` and `stored`
    are months, 1 to 12. `photo` is the first image that shows the thing itself, `drawing` the first illustration; `seal` the characters that the author
    chose for it. `has_telephone` says that there is a public number to dial. `shops` are the web addresses
    where it is sold. `tier` and `sector` are those of a brand, `has_values` says that somebody said what it is worth.
    """

    name: str
    name_en: str = ""
    short_name: str = ""
    other_names: tuple[str, ...] = ()
    former_names: tuple[str, ...] = ()
    pinyin: str = ""
    summary: str = ""
    kind: str = ""
    regions: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    published: str = ""
    updated: str = ""
    checked: str = ""
    draft: bool = False
    publish_from: str = ""
    publish_until: str = ""
    withdrawn: str = ""
    former_urls: tuple[str, ...] = ()
    harvest: tuple[int, ...] = ()
    available: tuple[int, ...] = ()
    stored: tuple[int, ...] = ()
    photo: CardImage | None = None
    drawing: CardImage | None = None
    seal: str = ""
    has_telephone: bool = False
    shops: tuple[str, ...] = ()
    tier: str = ""
    sector: str = ""
    has_values: bool = False


class EntryRecord(Record, ABC):
    """Base of the class of every collection."""

    @abstractmethod
    def outline(self) -> Outline:
        """This entry in brief."""

    def on_day(self, day: date) -> Self:
        """This entry as it stands on `day`: where what its author wrote is true until a day only."""
        return self
