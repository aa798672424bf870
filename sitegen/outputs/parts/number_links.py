"""Links to the pages of numbers, where all stands that is registered under them."""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.catalogue.ledger import AnnouncementFacts, Recognition
from sitegen.catalogue.registered_numbers import (
    RegisteredNumber,
    certificate_address,
    registered_numbers,
)
from sitegen.model.recognitions import STATUSES
from sitegen.outputs import addresses
from sitegen.outputs.parts.views.links import Link
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext


def numbers(context: PlanContext) -> Mapping[str, RegisteredNumber]:
    """Every number by its slug, worked out once."""
    return context.once("registered numbers", lambda: registered_numbers(context.catalogue))


def announcement_title(context: RenderContext, announcement: AnnouncementFacts) -> str:
    """The number of an announcement; of a public notice without one its kind."""
    return announcement.document or context.label(STATUSES["pending"])


def announcement_link(context: RenderContext, here: str, row: Recognition) -> Link:
    """The number of a row's announcement."""
    announcement = row.announcement
    title = announcement_title(context, announcement)
    return Link(title, context.href(here, addresses.number(announcement.slug)))


def certificate_link(context: RenderContext, here: str, row: Recognition) -> Link | None:
    """The number of a row's certificate, None where it has none."""
    slug = certificate_address(row, context.catalogue.schemes)
    return Link(row.number, context.href(here, addresses.number(slug))) if slug else None
