"""Cards, badges and pictures: an entry as other pages show it."""

from __future__ import annotations

from collections.abc import Iterable

from sitegen.catalogue.catalogue import Catalogue
from sitegen.catalogue.ledger import Recognition
from sitegen.catalogue.status import CURRENT
from sitegen.model.entry import Entry
from sitegen.model.recognitions import STATUSES
from sitegen.outputs import addresses
from sitegen.outputs.output import PlanContext
from sitegen.outputs.parts.pictures import files_of
from sitegen.outputs.parts.views import Badge, Card, Picture, Tone
from sitegen.outputs.render_context import RenderContext
from sitegen.outputs.words import entry_seal, is_craft, kind_label
from sitegen.rendering.images.markup import Files

SIDE = 400
"""A drawing scales without end; its file is square."""
NEGATIVE = frozenset(["revoked", "suspended", "expired", "historic"])


def tone(status: str) -> Tone:
    if status == "valid":
        return "current"
    return "ended" if status in NEGATIVE else "notice"


def status_word(recognition: Recognition) -> str:
    """The status as readers see it. A GI that stands is 已公告: it has no term to be valid for."""
    if recognition.status == "valid" and not recognition.until:
        return "在录"
    return STATUSES[recognition.status].zh


def place_of(catalogue: Catalogue, entry: Entry, limit: int = 2) -> str:
    """`潍城 · 寒亭`: the short names of the first regions."""
    names = [region_name(catalogue, region) for region in entry.regions[:limit]]
    return " · ".join(name for name in names if name)


def region_name(catalogue: Catalogue, region: str) -> str:
    entry = catalogue.entries.get(f"regions:{region}")
    return entry.label if entry else ""


def seal_of(context: PlanContext, entry: Entry) -> tuple[str, ...]:
    """The seal that stands in for a missing picture."""
    key = ("region names", entry.regions)
    places = context.once(key, lambda: region_names(context.catalogue, entry))
    return entry_seal(entry, places)


def region_names(catalogue: Catalogue, entry: Entry) -> tuple[str, ...]:
    """The names, full and short, of all regions in which an entry lies: the longest first."""
    nodes = {n for region in entry.regions for n in (region, *catalogue.regions.ancestors(region))}
    found = [catalogue.entries.get(f"regions:{node}") for node in nodes]
    names = {name for region in found if region for name in (region.name, region.short_name)}
    return tuple(sorted(filter(None, names), key=lambda name: (-len(name), name)))


def badges(catalogue: Catalogue, entry: Entry) -> tuple[Badge, ...]:
    """One badge for each scheme that shows as one and is held today."""
    found: dict[str, Badge] = {}
    for recognition in catalogue.by_subject.get(entry.key, ()):
        scheme = catalogue.schemes.get(recognition.scheme)
        if scheme is None or scheme.display != "badge" or recognition.status not in CURRENT:
            continue
        text = scheme.badge_text or scheme.name
        text += f"（{recognition.level}）" if recognition.level else ""
        found.setdefault(text, Badge(text, tone(recognition.status)))
    return tuple(found.values())


def card(context: RenderContext, here: str, entry: Entry) -> Card:
    depth = context.urls.href(here, addresses.HOME)
    return context.once(("card", depth, entry.key), lambda: _card(context, here, entry))


def _card(context: RenderContext, here: str, entry: Entry) -> Card:
    return Card(
        url=context.urls.href(here, addresses.entry(entry)),
        name=entry.name,
        summary=entry.summary,
        place=place_of(context.catalogue, entry),
        label=kind_label(entry, context.catalogue.options),
        craft=is_craft(entry),
        picture=card_picture(context, here, entry),
        seal=seal_of(context.plan, entry),
        badges=badges(context.catalogue, entry),
    )


def cards(context: RenderContext, here: str, entries: Iterable[Entry]) -> tuple[Card, ...]:
    return tuple(card(context, here, entry) for entry in entries)


def card_picture(context: RenderContext, here: str, entry: Entry) -> Picture | None:
    """The picture on a card. A drawing is a file here: many cards share it."""
    picture = entry.picture
    if picture is None:
        return None
    if picture.file in context.drawings:
        file = addresses.drawing(picture.file, craft=is_craft(entry))
        files = Files(context.urls.href(here, addresses.MEDIA + file), SIDE, SIDE)
    else:
        files = files_of(context.plan, here, picture.file)
    return Picture(picture.alt, "", "", picture.illustration, files=files)


def picture_of(
    context: RenderContext,
    here: str,
    file: str,
    alt: str,
    illustration: bool,
    caption: str = "",
    credit: str = "",
) -> Picture:
    drawing = context.drawings.get(file)
    if drawing is not None:
        return Picture(alt, caption, credit, illustration, svg=drawing)
    files = files_of(context.plan, here, file)
    return Picture(alt, caption, credit, illustration, files=files)
