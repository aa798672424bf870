"""Which entries can be taken away, on paper or as a picture, and what all of these show.

What is printed stays in the world when a title is gone. So it names the day of the check, its code leads to the
entry's permanent address. An entry whose title was revoked or suspended has no handouts at all, nor has one whose
name should come from an announcement and that holds no title today.
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.model.collections import COLLECTIONS
from sitegen.model.entry import Entry
from sitegen.outputs import addresses
from sitegen.outputs.dependencies import Dependency, depends_on, digest_of
from sitegen.outputs.parts import pictures
from sitegen.outputs.parts.colours import palette_of
from sitegen.outputs.parts.number_links import announcement_title
from sitegen.outputs.parts.places import region_name
from sitegen.outputs.parts.region_word import kind_word
from sitegen.outputs.parts.seals import seal, seal_of
from sitegen.outputs.parts.status_words import status_word, tone
from sitegen.outputs.parts.statuses import checked_day
from sitegen.outputs.parts.titles import card_titles, title_of
from sitegen.outputs.parts.views.handouts import Handouts, Paper, PaperTitle
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext
from sitegen.outputs.showing.table import is_craft, listed
from sitegen.rendering.qr_code import qr_code

TAKEN_BACK = frozenset(["revoked", "suspended"])
MOST_TITLES = 3
"""So many titles have room on paper; the code leads to all of them."""


def handed_out(context: PlanContext) -> tuple[Entry, ...]:
    """The entries with a QR code, a card and a sheet."""
    return context.once("handed out", lambda: tuple(_chosen(context, "handouts")))


def on_posters(context: PlanContext) -> tuple[Entry, ...]:
    """The entries with a poster: none where there is no font to draw them with."""
    if context.shared.fonts is None:
        return ()
    return context.once("on posters", lambda: tuple(_chosen(context, "posters")))


def _chosen(context: PlanContext, setting: str) -> Iterator[Entry]:
    settings, catalogue = context.site.settings, context.catalogue
    share = getattr(settings, setting)
    keys = [str(key) for key in settings.featured] if share == "featured" else []
    every = [entry for key in keys if (entry := catalogue.entries.get(key))]
    if share == "all":
        every = [entry for name in listed() for entry in catalogue.collections[name]]
    for entry in every:
        titles = [row.status for row in card_titles(catalogue, entry)]
        stands = titles or not COLLECTIONS[entry.collection].announced
        if stands and not TAKEN_BACK.intersection(titles):
            yield entry


def handouts_digest(context: PlanContext, entry: Entry) -> str:
    """What the page of an entry depends on: which handouts it has."""
    return digest_of([entry.key in keys for keys in _keys(context)])


def _keys(context: PlanContext) -> tuple[frozenset[str], frozenset[str]]:
    """The keys of the entries that are handed out, and of those on posters."""
    return context.once(
        "keys of handouts",
        lambda: (
            frozenset(entry.key for entry in handed_out(context)),
            frozenset(entry.key for entry in on_posters(context)),
        ),
    )


def handouts(context: RenderContext, here: str, entry: Entry) -> Handouts | None:
    """Where the page of an entry finds its handouts, None where it has none."""
    with_card, with_poster = _keys(context.plan)
    if entry.key not in with_card | with_poster:
        return None

    def href(address: str, those: frozenset[str]) -> str:
        return context.href(here, address) if entry.key in those else ""

    return Handouts(
        code=href(addresses.code(entry), with_card),
        card=href(addresses.card(entry), with_card),
        sheet=href(addresses.sheet(entry), with_card),
        poster=href(addresses.poster(entry), with_poster),
        thumbnail=href(addresses.thumbnail(entry), with_poster),
    )


def paper_dependency(context: PlanContext, entry: Entry) -> Dependency:
    """What `paper` shows of an entry beside its titles."""
    shown = context.catalogue.card_picture(entry)
    return depends_on(
        "card", [entry], (context.card_image(entry), seal_of(context, entry), repr(shown))
    )


def drawing_colour(context: RenderContext, entry: Entry) -> str:
    """The colour of an entry's drawing on white paper."""
    name = "accent" if is_craft(entry) else "primary"
    return palette_of(context.site.settings).pair(name)[0]


def paper(context: RenderContext, here: str, entry: Entry) -> Paper:
    catalogue, settings = context.catalogue, context.site.settings
    record = catalogue.record(entry)
    shown = pictures.entry_pictures(context, here, entry, record.images)
    address = context.urls.permanent(addresses.entry(entry))
    titles = tuple(card_titles(catalogue, entry))
    return Paper(
        label=kind_word(context, entry),
        place=region_name(catalogue, entry.regions[0]) if entry.regions else "",
        name=entry.name,
        summary=entry.summary,
        colour=drawing_colour(context, entry),
        picture=shown[0] if shown else None,
        seal=seal_of(context.plan, entry),
        titles=tuple(
            PaperTitle(
                name=title_of(catalogue, row),
                word=status_word(context, row),
                tone=tone(row.status),
                document=announcement_title(context, row.announcement),
                checked=checked_day(catalogue, row),
            )
            for row in titles[:MOST_TITLES]
        ),
        code=qr_code(address),
        address=address.removeprefix("https://").removeprefix("http://"),
        site_name=settings.name,
        site_seal=seal(settings.seal or settings.name),
        more=max(0, len(titles) - MOST_TITLES),
    )
