"""What a site puts first: the entries of its home page, and examples of what to search for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sitegen.catalogue.catalogue import Catalogue
from sitegen.catalogue.ledger import Recognition
from sitegen.model.collections import COLLECTIONS
from sitegen.model.entry import Entry
from sitegen.outputs import addresses
from sitegen.outputs.output import PlanContext
from sitegen.outputs.parts.cards import region_name
from sitegen.outputs.parts.views import Link
from sitegen.outputs.render_context import RenderContext

HERO = 4
FEATURED = 8
RECENT = 6
NUMBER = re.compile(r"第?(\d+)号")
READING = re.compile(r"[a-z]+( [a-z]+){2,5}\Z")


def featured(context: PlanContext) -> tuple[Entry, ...]:
    """The entries named in site.yaml; without any, the first ones that have a picture."""
    catalogue = context.catalogue
    named = [catalogue.entries.get(str(r)) for r in context.site.settings.featured]
    found = [entry for entry in named if entry is not None]
    if not found:
        listed = [
            e
            for name in COLLECTIONS
            if COLLECTIONS[name].listed
            for e in catalogue.collections[name]
        ]
        found = sorted(listed, key=lambda entry: entry.picture is None)
    return tuple(found[: HERO + FEATURED])


def recent(catalogue: Catalogue) -> tuple[Recognition, ...]:
    """The newest dated recognitions of public entries, none twice."""
    found: dict[str, Recognition] = {}
    for row in reversed(catalogue.ledger):
        if row.start and row.subject in catalogue.entries:
            found.setdefault(row.subject, row)
    return tuple(found.values())[:RECENT]


def examples(context: PlanContext) -> tuple[str, ...]:
    """One search of each kind that works here: a reading, initials, place and thing, a number."""
    catalogue = context.catalogue
    return tuple(dict.fromkeys(_examples(catalogue, featured(context), recent(catalogue))))


def _examples(
    catalogue: Catalogue, entries: Sequence[Entry], rows: Sequence[Recognition]
) -> Iterator[str]:
    read = [entry.sort.split() for entry in entries if READING.match(entry.sort)]
    if read:
        yield "".join(read[0])
        yield "".join(syllable[0] for syllable in read[min(1, len(read) - 1)])
    for entry in (*entries[2:], *entries[:2]):
        place = region_name(catalogue, entry.regions[0]) if entry.regions else ""
        thing = entry.name.removeprefix(place)
        if place and thing != entry.name and 2 <= len(thing) <= 4:
            yield f"{place} {thing}"
            break
    for row in rows:
        number = NUMBER.search(row.announcement.document)
        if number:
            yield f"{number[1]}号"
            break


def example_links(context: RenderContext, here: str) -> tuple[Link, ...]:
    texts = examples(context.plan)
    return tuple(Link(text, context.urls.href(here, addresses.search(text))) for text in texts)
