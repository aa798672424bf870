"""The home page: what this list is, how many, how to find."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.catalogue.catalogue import Catalogue
from sitegen.catalogue.ledger import Recognition
from sitegen.model.collections import COLLECTIONS
from sitegen.model.products import KINDS
from sitegen.outputs import addresses
from sitegen.outputs.output import Output, PlanContext, read, short
from sitegen.outputs.page_views import HomePage
from sitegen.outputs.pages.articles import line, newest
from sitegen.outputs.pages.lists import base_of, kinds
from sitegen.outputs.pages.nodes import members, tiles
from sitegen.outputs.pages.schemes import reconcile, scheme_link
from sitegen.outputs.parts.announcements import rows_digest
from sitegen.outputs.parts.cards import cards, tone
from sitegen.outputs.parts.featured import HERO, example_links, examples, featured, recent
from sitegen.outputs.parts.frame import frame, search_box
from sitegen.outputs.parts.views import Badge, Figure, Link, RecentLine
from sitegen.outputs.render_context import RenderContext
from sitegen.outputs.words import kind_options

TEMPLATE = "pages/home.html"


def plan(context: PlanContext) -> Iterator[Output]:
    catalogue = context.catalogue
    lists = catalogue.collections
    counts = [(name, len(entries)) for name, entries in lists.items()]
    rows = recent(catalogue)
    trees = [(r.key, r.card, r.facts, len(members(catalogue, r))) for r in lists["regions"]]
    yield context.page(
        addresses.HOME,
        "home",
        TEMPLATE,
        as_of=catalogue.as_of.isoformat(),
        counts=short([counts, updated(catalogue), _kinds(catalogue)]),
        figures=short([reconcile(catalogue, 0, ""), ended(catalogue), _regions(catalogue)]),
        cards=read("card", featured(context)),
        examples=short(examples(context)),
        places=short(trees),
        recent=short([rows_digest(context, rows), [scheme_word(catalogue, r) for r in rows]]),
        schemes=short(
            [(s.key, s.card, len(catalogue.by_scheme.get(s.id, ()))) for s in lists["schemes"]]
        ),
        articles=short([(a.key, a.card) for a in newest(lists["articles"])[:3]]),
    )


def updated(catalogue: Catalogue) -> str:
    """The newest date that an entry itself states: never the day of the build."""
    dates = (entry.updated or entry.published for entry in catalogue.entries.values())
    return max(dates, default="")[:10]


def ended(catalogue: Catalogue) -> int:
    """How many of the public schemes have ended."""
    schemes = catalogue.collections["schemes"]
    return sum(1 for entry in schemes if catalogue.schemes[entry.id].status == "ended")


def scheme_word(catalogue: Catalogue, row: Recognition) -> str:
    """A title as a badge names it."""
    scheme = catalogue.schemes.get(row.scheme)
    return (scheme.badge_text or scheme.name) if scheme else row.scheme


def _regions(catalogue: Catalogue) -> dict[str, int]:
    """From how many regions the entries of each listed collection come."""
    return {
        name: len({region for entry in catalogue.collections[name] for region in entry.regions})
        for name, collection in COLLECTIONS.items()
        if collection.listed
    }


def _kinds(catalogue: Catalogue) -> list[tuple[str, int]]:
    counts = dict.fromkeys(KINDS, 0)
    for product in catalogue.collections["products"]:
        counts[product.kind] = counts.get(product.kind, 0) + 1
    return list(counts.items())


def view(context: RenderContext) -> HomePage:
    here = addresses.HOME
    catalogue = context.catalogue
    settings = context.site.settings
    lists = catalogue.collections
    chosen = featured(context.plan)
    return HomePage(
        frame=frame(context, here, settings.name, section=here),
        headline=tuple((settings.headline or settings.name).split("／")),
        lead=settings.description,
        as_of=catalogue.as_of.isoformat(),
        updated=updated(catalogue),
        hero=cards(context, here, chosen[:HERO]),
        search=search_box(context, here),
        examples=example_links(context, here),
        figures=tuple(_figures(context, here)),
        featured=cards(context, here, chosen[HERO:]),
        kinds=tuple(_kind_links(context, here)),
        tiles=tiles(context, here),
        zones=tuple(_zones(context, here)),
        recent=tuple(_recent(context, here)),
        schemes=tuple(
            scheme_link(context, here, scheme)
            for scheme in lists["schemes"]
            if catalogue.by_scheme.get(scheme.id)
        ),
        articles=tuple(line(context, here, article) for article in newest(lists["articles"])[:3]),
    )


def _zones(context: RenderContext, here: str) -> Iterator[Link]:
    """Functional zones beside the tile grid; without a grid, all places below the home region."""
    catalogue = context.catalogue
    home = context.site.settings.home_region
    children = catalogue.regions.children.get(home.id, ()) if home else ()
    gridded = any(region.tree.get("tile") for region in catalogue.collections["regions"])
    for region in catalogue.collections["regions"]:
        wanted = region.kind == "zone" if gridded else region.id in children
        count = len(members(catalogue, region))
        if wanted and count:
            name = region.label
            yield Link(name, context.urls.href(here, addresses.entry(region)), str(count))


def _figures(context: RenderContext, here: str) -> Iterator[Figure]:
    catalogue = context.catalogue
    href = context.urls.href
    for name, collection in COLLECTIONS.items():
        entries = catalogue.collections[name]
        if not collection.listed or not entries:
            continue
        yield Figure(
            len(entries), collection.title.zh, _note(context, name), href(here, f"{name}/")
        )
    if catalogue.collections["schemes"]:
        stopped = ended(catalogue)
        note = f"其中 {stopped} 个已停止" if stopped else "都还在实行"
        yield Figure(
            len(catalogue.collections["schemes"]), "认定体系", note, href(here, "schemes/")
        )


def _note(context: RenderContext, name: str) -> str:
    """What a figure means, in one small line; announced against listed where both are known."""
    catalogue = context.catalogue
    entries = catalogue.collections[name]
    announced = next(
        (f for f in context.site.settings.published_figures if f.collection == name), None
    )
    parts = [f"公布 {announced.value} · 收录 {len(entries)}"] if announced else []
    if name == "gi":
        totals = reconcile(catalogue, len(entries), "")
        parts.append(f"{totals.announcements} 份公告、{totals.approvals} 条批准")
    elif not announced:
        regions = _regions(catalogue)[name]
        parts.append(f"来自 {regions} 个县市区" if regions > 1 else f"收录 {len(entries)}")
    return "；".join(parts)


def _kind_links(context: RenderContext, here: str) -> Iterator[Link]:
    words = kind_options("products", context.catalogue.options)
    paged = kinds(context.catalogue, "products")
    for kind, count in _kinds(context.catalogue):
        if count:
            address = base_of("products", kind if kind in paged else "")
            yield Link(words[kind].zh, context.urls.href(here, address), f"{count} 种")


def _recent(context: RenderContext, here: str) -> Iterator[RecentLine]:
    catalogue = context.catalogue
    for row in recent(catalogue):
        entry = catalogue.entries[row.subject]
        link = Link(entry.name, context.urls.href(here, addresses.entry(entry)))
        yield RecentLine(row.start, link, Badge(scheme_word(catalogue, row), tone(row.status)))
