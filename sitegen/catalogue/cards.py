"""The digest of everything that the card of an entry shows."""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.catalogue import trees
from sitegen.catalogue.ledger import Recognition
from sitegen.files import digest
from sitegen.model.entry import Entry


def card_digest(
    entry: Entry,
    every: Mapping[str, Entry],
    public: Mapping[str, Entry],
    by_subject: Mapping[str, tuple[Recognition, ...]],
    regions: trees.Tree,
    awaited: bool,
) -> str:
    """The digest of what a card shows: the entry, its regions and categories, its badges, its seal.

    A badge shows words of its scheme, whether that is public or not. A seal is the name of the entry
    without the names of its regions, of those above them, and of its brand. `awaited` says whether the entry has titles
    that have not begun.
    """
    near = [f"regions:{r}" for r in entry.regions] + [f"categories:{c}" for c in entry.categories]
    rows = by_subject.get(entry.key, ())
    badges = [(row.scheme, row.status, row.level, row.transitions) for row in rows]
    schemes = sorted({f"schemes:{row.scheme}" for row in rows})
    parts = [public[k].line_digest for k in near if k in public]
    parts += [every[k].line_digest for k in schemes if k in every]
    above = sorted({a for region in entry.regions for a in regions.ancestors(region)})
    names = [(e.name, e.short_name) for e in (public[f"regions:{a}"] for a in above)]
    brands = brand_names(entry, public)
    return digest(repr((entry.line_digest, parts, names, brands, badges, awaited)).encode())[:20]


def brand_names(entry: Entry, public: Mapping[str, Entry]) -> tuple[str, ...]:
    """The name of the brand to which an entry belongs; () where it belongs to none that is public."""
    targets = (mention.target for mention in entry.mentions if mention.path == ("brand",))
    return tuple(public[target].label for target in targets if target in public)
