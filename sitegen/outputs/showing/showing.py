"""What a collection says of how it is shown, in one row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sitegen.model.facet_settings import FACETS
from sitegen.model.types import Label


class FactsTable(NamedTuple):
    """A table of facts on an entry's page. Dotted field names reach into a group; `id` is its anchor. `reference`:
    it is looked up rather than read, so phones show its heading until it is asked for."""

    id: str
    title: str
    fields: tuple[str, ...]
    reference: bool = False


class RelatedGroup(NamedTuple):
    """Entries of the collection as a group of cards on the page of an entry that they refer to in one of
    `fields`. Groups of all collections stand in the order of `rank`."""

    title: str
    fields: tuple[str, ...]
    rank: int


class Showing(NamedTuple):
    """How a collection is shown. The defaults make it visible; a row only says what is special.

    `lead` is the sentence at the head of its list; `in_menu` puts it into the menu. `tables` are the facts on its entries' pages, `records` the
    lists of which each is a table of its own there, and `related` its groups on other pages. `craft` colours all its entries as crafts, `craft_kinds` those of some kinds.
    `mentioned` shows its entries as cards below an article that links to them. `search_weight` ranks
    equal results. `shows_pinyin` is for names that readers may not know how to read.
    `shows_transliteration` is for English names that only spell the Chinese one:
    at the head of an office's page they would pass for its English name, so they stand among its facts. `sold` is for what may be counterfeited: its pages
    say where to report that. `kind_titles` names kinds where their own word, read alone, is taken for another
    collection: 非遗 beside the heritage itself. `facets` are those by which its list can be narrowed, in their order;
    `as_table` lists it as a table, where there are no pictures to choose by.
    """

    lead: str = ""
    in_menu: bool = True
    tables: tuple[FactsTable, ...] = ()
    records: tuple[str, ...] = ()
    related: tuple[RelatedGroup, ...] = ()
    craft: bool = False
    craft_kinds: frozenset[str] = frozenset()
    mentioned: bool = True
    search_weight: int = 2
    shows_pinyin: bool = True
    shows_transliteration: bool = True
    sold: bool = False
    kind_titles: Mapping[str, Label] = {}
    facets: tuple[str, ...] = FACETS
    as_table: bool = False
