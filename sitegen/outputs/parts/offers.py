"""Measures of policies in words: how much, how often, and for which title."""

from __future__ import annotations

from sitegen.model.policies import FREQUENCIES, INCENTIVES, STATUSES, Incentive
from sitegen.outputs import addresses
from sitegen.outputs.parts.policies import Offer, offers_for, section_of
from sitegen.outputs.parts.views.links import Link
from sitegen.outputs.parts.views.offers import OfferLine
from sitegen.outputs.render_context import RenderContext


def amount_words(context: RenderContext, row: Incentive) -> str:
    """How much a measure is, and how often: 一次性100万元; "" where the policy names no amount."""
    if row.amount is None:
        return ""
    words = context.say("{amount}万元", amount=f"{row.amount.normalize():f}")
    return f"{context.label(FREQUENCIES[row.how_often])}{words}" if row.how_often else words


def standing_words(context: RenderContext, offer: Offer) -> str:
    """That it is not known whether the policy of a measure is in force, "" where it is."""
    status = context.catalogue.record(offer.policy).status
    return context.label(STATUSES[status]) if status == "unknown" else ""


def offer_lines(context: RenderContext, here: str, scheme: str) -> tuple[OfferLine, ...]:
    """What holders of a title can apply for today."""
    url = context.urls.href(here, addresses.REWARDS, section_of(context.catalogue, scheme))
    return tuple(
        OfferLine(
            Link(offer.row.name, url, offer.row.grade or ""),
            amount_words(context, offer.row) or context.label(INCENTIVES[offer.row.kind]),
            standing_words(context, offer),
        )
        for offer in offers_for(context.plan, scheme)
    )
