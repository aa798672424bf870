"""The row of facets on the pages of regions, categories and schemes, and the lists that their groups lead to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import urlencode

from sitegen.model.collections import COLLECTIONS
from sitegen.model.entry import Entry
from sitegen.outputs import addresses
from sitegen.outputs.parts.facets import facet_title, value_word
from sitegen.outputs.parts.narrower_lists import address_of
from sitegen.outputs.parts.narrowing import FacetRow
from sitegen.outputs.parts.scopes import Share, share_of, shares_of
from sitegen.outputs.parts.views.facets import FacetValue, HeldShare, ShareFacet, ShareValues
from sitegen.outputs.parts.views.links import Link
from sitegen.outputs.render_context import RenderContext

REGION = "region"


def share_facets(
    context: RenderContext, here: str, scope: Entry, *, but: str = ""
) -> tuple[ShareFacet, ...]:
    """The facets of a scope, each with its values by collection; all but one where the page shows that apart.

    A facet is the same in two collections where it has one name and one title: a site's own fields may not have.
    """
    depth = context.href(here, addresses.HOME)
    return context.once(
        ("share facets", depth, scope.key),
        lambda: tuple(_facets(context, here, shares_of(context.plan, scope), but)),
    )


def _facets(
    context: RenderContext, here: str, shares: Iterable[Share], but: str
) -> Iterator[ShareFacet]:
    found: dict[tuple[str, str], list[ShareValues]] = {}
    for share in shares:
        for name, rows in share.facets:
            if name != but:
                title = facet_title(context.catalogue, context.wording, share.collection, name)
                found.setdefault((name, title), []).append(
                    _values(context, here, share, name, rows)
                )
    for (name, title), values in found.items():
        yield ShareFacet(name, title, tuple(values))


def _values(
    context: RenderContext, here: str, share: Share, name: str, rows: Iterable[FacetRow]
) -> ShareValues:
    values = []
    for row in rows:
        at = row.leads_to
        url = "" if at is None else context.href(here, address_of(share.collection, at))
        text = value_word(context.catalogue, context.wording, share.collection, name, row.value)
        values.append(FacetValue(row.value, text, row.entries, url, row.chosen, row.depth))
    # The parts of a region are not chosen beside it: the list would have both.
    script = None if name in dict(share.script or ()) else share.script
    return ShareValues(
        share.collection,
        context.label(COLLECTIONS[share.collection].title),
        tuple(values),
        "" if script is None else context.href(here, addresses.collection(share.collection)),
        urlencode(script or ()),
    )


def whole_list(context: RenderContext, here: str, scope: Entry, collection: str) -> Link | None:
    """The list of just those entries of a collection that are in a scope; None where there is none."""
    share = share_of(context.plan, scope, collection)
    if share is None or share.listed_at is None:
        return None
    return _whole(context, here, share)


def _whole(context: RenderContext, here: str, share: Share) -> Link:
    collection, at = COLLECTIONS[share.collection], share.listed_at
    return Link(
        context.label(collection.title),
        "" if at is None else context.href(here, address_of(share.collection, at)),
        context.say("{count} {unit}", count=share.entries, unit=context.say(collection.unit)),
    )


def held_shares(context: RenderContext, here: str, scheme: Entry) -> Iterator[HeldShare]:
    """Those who hold a title, by collection, with how many there are in each region."""
    for share in shares_of(context.plan, scheme):
        rows = dict(share.facets).get(REGION)
        yield HeldShare(
            _whole(context, here, share),
            _values(context, here, share, REGION, rows) if rows else None,
        )
