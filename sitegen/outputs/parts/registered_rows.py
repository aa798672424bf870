"""What is registered under a number: its titles, each with its status, and how they stand in all."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.catalogue.ledger import Recognition
from sitegen.catalogue.registered_numbers import RegisteredNumber
from sitegen.model.collections import COLLECTIONS
from sitegen.outputs.parts.announcements import announcement_address, subject_of
from sitegen.outputs.parts.number_links import announcement_link, certificate_link
from sitegen.outputs.parts.places import place_of
from sitegen.outputs.parts.status_words import NEGATIVE, status_word, tone
from sitegen.outputs.parts.statuses import remark
from sitegen.outputs.parts.turning import turns
from sitegen.outputs.parts.views.links import Link
from sitegen.outputs.parts.views.recognitions import Tone
from sitegen.outputs.parts.views.registered import RegisteredRow
from sitegen.outputs.render_context import RenderContext


def one_announcement(number: RegisteredNumber) -> Recognition | None:
    """A row that stands for all rows of a number, where all are of one announcement; else None."""
    announcements = {row.announcement.id for row in number.rows}
    return number.rows[0] if len(announcements) == 1 and number.kind != "code" else None


def tone_of(rows: Sequence[Recognition]) -> Tone:
    """One tone for some titles: all in force, all ended, or neither."""
    tones = {"ended" if row.status in NEGATIVE else tone(row.status) for row in rows}
    if tones == {"current"}:
        return "current"
    return "ended" if tones == {"ended"} else "notice"


def registered_rows(
    context: RenderContext, here: str, number: RegisteredNumber
) -> tuple[RegisteredRow, ...]:
    """The titles under a number, as its page at `here` lists them."""
    shared = one_announcement(number) is not None
    return tuple(_row(context, here, row, shared=shared) for row in number.rows)


def _row(context: RenderContext, here: str, row: Recognition, *, shared: bool) -> RegisteredRow:
    entry = subject_of(context, row)
    link = _entry_link(context, here, row)
    number = certificate_link(context, here, row)
    scheme = context.catalogue.schemes.get(row.scheme)
    return RegisteredRow(
        link=link,
        place=place_of(context.catalogue, entry) if entry else "",
        as_published=row.as_published if row.as_published != link.text else "",
        level=row.level,
        number=number if number and number.url != context.href(here, here) else None,
        title=None if shared else scheme_link(context, here, row),
        document=None if shared else announcement_link(context, here, row),
        announced="" if shared else row.announcement.announced,
        status=row.status,
        word=status_word(context, row),
        tone=tone(row.status),
        remark="" if row.status == "valid" else remark(context, row, "", scheme),
        turns=turns(context, row),
    )


def scheme_link(context: RenderContext, here: str, row: Recognition) -> Link:
    """The scheme of a title, with a link to its page, to the place of the announcement there."""
    scheme = context.catalogue.schemes.get(row.scheme)
    address = announcement_address(context.plan, row)
    url = context.urls.href(here, address, row.announcement.slug) if address else ""
    return Link(scheme.name if scheme is not None else row.scheme, url)


def _entry_link(context: RenderContext, here: str, row: Recognition) -> Link:
    """The entry that has a title. One that was withdrawn has a page that says why."""
    catalogue = context.catalogue
    gone = catalogue.gone.get(row.subject)
    if gone is not None:
        shown = COLLECTIONS[gone.collection].shown
        url = context.entry_href(here, gone) if shown else ""
        return Link(gone.name, url, context.say("已下架"))
    entry = catalogue.entries.get(row.subject)
    name = entry.name if entry else row.as_published or row.subject
    return Link(name, context.href_if_public(here, row.subject))
