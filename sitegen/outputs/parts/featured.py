"""What a site puts first: the entries of its home page, and examples of what to search for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sitegen.catalogue import numbers
from sitegen.catalogue.catalogue import Catalogue
from sitegen.catalogue.ledger import Recognition
from sitegen.model.entry import Entry
from sitegen.outputs import addresses
from sitegen.outputs.parts.places import region_name
from sitegen.outputs.parts.views.links import Link
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext
from sitegen.outputs.showing.table import listed

HERO = 4
FEATURED = 8
RECENT = 6
READING = re.compile(r"[a-z]+( [a-z]+){2,5}\Z")


def featured(context: PlanContext) -> tuple[Entry, ...]:
    """The entries named in site.yaml; without any, the first ones that have a picture."""
    catalogue = context.catalogue
    named = [catalogue.entries.get(str(key)) for key in context.site.settings.featured]
    entries = [entry for entry in named if entry is not None]
    if not entries:
        every = [entry for name in listed() for entry in catalogue.collections[name]]
        entries = sorted(every, key=lambda entry: entry.picture is None)
    return tuple(entries[: HERO + FEATURED])


def recent(catalogue: Catalogue) -> tuple[Recognition, ...]:
    """The newest dated recognitions of public entries, at most one for each entry."""
    newest: dict[str, Recognition] = {}
    for row in reversed(catalogue.ledger):
        if row.start and row.subject in catalogue.entries:
            newest.setdefault(row.subject, row)
    return tuple(newest.values())[:RECENT]


def examples(context: PlanContext) -> tuple[str, ...]:
    """One search of each kind that works here: a reading, initials, place and thing, a number."""
    catalogue = context.catalogue
    return tuple(dict.fromkeys(_examples(catalogue, featured(context), recent(catalogue))))


def _examples(
    catalogue: Catalogue, entries: Sequence[Entry], rows: Sequence[Recognition]
) -> Iterator[str]:
    readings = [entry.sort.split() for entry in entries if READING.match(entry.sort)]
    if readings:
        yield "".join(readings[0])
        yield "".join(syllable[0] for syllable in readings[min(1, len(readings) - 1)])
    for entry in (*entries[2:], *entries[:2]):
        place = region_name(catalogue, entry.regions[0]) if entry.regions else ""
        thing = entry.name.removeprefix(place)
        if place and thing != entry.name and 2 <= len(thing) <= 4:
            yield f"{place} {thing}"
            break
    for row in rows:
        number = numbers.short(row.announcement.document)
        if number:
            yield number
            break


def example_links(context: RenderContext, here: str) -> tuple[Link, ...]:
    texts = examples(context.plan)
    return tuple(Link(text, context.href(here, addresses.search(text))) for text in texts)
