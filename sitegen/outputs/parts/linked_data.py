"""What a page tells machines in the words of schema.org: what it is about, its titles, where it stands.

It says what the page says and no more: no offer, no review, no rating. A title comes with its status in words;
only one that simply holds, or has ended, is called active or inactive (record 0040).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from sitegen.catalogue.ledger import Recognition
from sitegen.model.entry import Entry
from sitegen.outputs import addresses
from sitegen.outputs.parts.number_links import announcement_title
from sitegen.outputs.parts.status_words import status_word, tone
from sitegen.outputs.render_context import RenderContext

Node = dict[str, Any]
CONTEXT: Final = "https://schema.org"
DAY: Final = re.compile(r"\d{4}-\d\d-\d\d\Z", re.ASCII)
TYPES: Final = {
    "gi": "Product",
    "products": "Product",
    "brands": "Brand",
    "organizations": "Organization",
    "regions": "Place",
}
"""By collection, what its entries are; all others are a Thing."""
STANDING: Final = {
    "current": "https://schema.org/CertificationActive",
    "ended": "https://schema.org/CertificationInactive",
}
"""By tone. A title that is to be minded is neither: its status stands in words alone."""


def graph(nodes: Iterable[Node]) -> Mapping[str, Any]:
    return {"@context": CONTEXT, "@graph": list(nodes)}


def breadcrumbs(context: RenderContext, steps: Iterable[tuple[str, str]]) -> Node:
    """(words, address) from home to the page above."""
    items = [
        {"@type": "ListItem", "position": place, "name": words, "item": _url(context, address)}
        for place, (words, address) in enumerate(steps, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def about_entry(context: RenderContext, entry: Entry, record: Any) -> Iterator[Node]:
    """An entry, with its record, and the titles that it holds or held."""
    catalogue = context.catalogue
    url = _url(context, addresses.entry(entry))
    node: Node = {
        "@type": TYPES.get(entry.collection, "Thing"),
        "@id": url,
        "name": entry.name,
        "url": url,
    }
    if entry.summary:
        node["description"] = entry.summary
    if entry.collection == "products" and (maker := _named(context, record.maker)):
        node["manufacturer"] = {"@type": "Organization", **maker}
    if entry.collection == "products" and (brand := _named(context, record.brand)):
        node["brand"] = {"@type": "Brand", **brand}
    if entry.collection == "organizations":
        node |= _organization(record)
    yield node
    for row in reversed(catalogue.by_subject.get(entry.key, ())):
        yield _certification(context, url, row)


def about_article(context: RenderContext, entry: Entry) -> Node:
    """An article: its heading, its days as the page shows them, and who keeps the site."""
    url = _url(context, addresses.entry(entry))
    days = {"datePublished": entry.published, "dateModified": entry.updated}
    told = {name: context.catalogue.past(day)[:10] for name, day in days.items()}
    node: Node = {
        "@type": "Article",
        "@id": url,
        "url": url,
        "headline": entry.name,
        "publisher": {"@type": "Organization", "name": context.site.settings.keeper},
    }
    if entry.summary:
        node["description"] = entry.summary
    return node | {name: day for name, day in told.items() if DAY.match(day)}


def about_list(context: RenderContext, title: str, here: str, entries: Iterable[Entry]) -> Node:
    """A list and the entries on this page of it."""
    items = [
        {
            "@type": "ListItem",
            "position": place,
            "url": _url(context, addresses.entry(entry)),
        }
        for place, entry in enumerate(entries, start=1)
    ]
    listed = {"@type": "ItemList", "numberOfItems": len(items), "itemListElement": items}
    return {
        "@type": "CollectionPage",
        "name": title,
        "url": _url(context, here),
        "mainEntity": listed,
    }


def about_site(context: RenderContext) -> Node:
    settings = context.site.settings
    return {"@type": "WebSite", "name": settings.name, "url": _url(context, addresses.HOME)}


def _certification(context: RenderContext, subject: str, row: Recognition) -> Node:
    scheme = context.catalogue.schemes.get(row.scheme)
    authority = str(getattr(scheme, "authority", ""))
    node: Node = {
        "@type": "Certification",
        "name": scheme.name if scheme is not None else row.scheme,
        "about": {"@id": subject},
        "certificationIdentification": row.number or announcement_title(context, row.announcement),
        "description": status_word(context, row),
    }
    if standing := STANDING.get(tone(row.status)):
        node["certificationStatus"] = standing
    if authority:
        node["issuedBy"] = {"@type": "Organization", "name": authority}
    days = {
        "datePublished": row.announcement.announced,
        "validFrom": row.start,
        "expires": row.until,
    }
    return node | {name: day for name, day in days.items() if DAY.match(day)}


def _organization(record: Any) -> Node:
    contact = record.contact_public
    told = {
        "address": record.address,
        "sameAs": record.website,
        "telephone": contact.phone if contact else None,
    }
    return {name: value for name, value in told.items() if value}


def _named(context: RenderContext, other: Any) -> Node:
    """Another entry by its name, and its address where it is public; {} for none."""
    if not other:
        return {}
    if isinstance(other, str):
        return {"name": other}
    entry = context.catalogue.entries.get(str(other))
    return {"name": entry.name, "@id": _url(context, addresses.entry(entry))} if entry else {}


def _url(context: RenderContext, address: str) -> str:
    return context.urls.permanent(address)
