"""Card lists of the five collections, paged, with links to narrower lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from sitegen.catalogue.catalogue import Catalogue
from sitegen.model.collections import COLLECTIONS
from sitegen.model.entry import Entry
from sitegen.outputs import addresses
from sitegen.outputs.addresses import Urls
from sitegen.outputs.output import Output, PlanContext, read, short
from sitegen.outputs.page_views import ListPage
from sitegen.outputs.parts.cards import cards
from sitegen.outputs.parts.frame import frame
from sitegen.outputs.parts.views import FooterGroup, Link, Pager
from sitegen.outputs.render_context import RenderContext
from sitegen.outputs.words import kind_options

TEMPLATE = "pages/list.html"
AT_A_GLANCE = 48
"""So many places or categories are still taken in at a glance."""
LEADS = {
    "gi": "经国家公告保护的产品名称：写明谁注册、哪份公告、什么范围、谁在用标。",
    "brands": "企业、产品和区域公用品牌，称号都出自有文号的记录。",
    "products": "拿得到手的特色产品：是什么、谁在做、怎样分辨。",
    "heritage": "列入名录的传说、曲艺、技艺和习俗。",
    "organizations": "申请登记、生产制作和管理保护的单位。",
}

Member = TypeVar("Member")


def plan(context: PlanContext) -> Iterator[Output]:
    catalogue = context.catalogue
    for name, collection in COLLECTIONS.items():
        if not collection.listed or not catalogue.collections[name]:
            continue
        yield from _pages(context, name, "")
        for kind in kinds(catalogue, name):
            yield from _pages(context, name, kind)


def _pages(context: PlanContext, name: str, kind: str) -> Iterator[Output]:
    catalogue = context.catalogue
    entries = members(catalogue, name, kind)
    facets = short([facet_counts(catalogue, name, kind), kinds(catalogue, name)])
    for number, page in enumerate(chunks(entries, context.site.settings.page_size), start=1):
        yield context.page(
            addresses.page(base_of(name, kind), number),
            "list",
            TEMPLATE,
            name,
            kind,
            str(number),
            cards=read("card", page),
            count=str(len(entries)),
            facets=facets,
            as_of=catalogue.as_of.isoformat(),
        )


def base_of(name: str, kind: str) -> str:
    return addresses.kind(name, kind) if kind else addresses.collection(name)


def kinds(catalogue: Catalogue, name: str) -> dict[str, int]:
    """Counts by kind in the model's order; nothing where there is only one kind."""
    counts: dict[str, int] = {}
    for kind in kind_options(name, catalogue.options):
        count = sum(1 for entry in catalogue.collections[name] if entry.kind == kind)
        if count:
            counts[kind] = count
    return counts if len(counts) > 1 else {}


def members(catalogue: Catalogue, name: str, kind: str) -> tuple[Entry, ...]:
    entries = catalogue.collections[name]
    return tuple(entry for entry in entries if entry.kind == kind) if kind else entries


def chunks(members: Sequence[Member], size: int) -> list[Sequence[Member]]:
    """Pages of at most `size`; one empty page where there is nothing."""
    return [members[start : start + size] for start in range(0, len(members), size)] or [()]


def pager(urls: Urls, here: str, base: str, number: int, count: int) -> Pager:
    def link(page: int, text: str) -> Link:
        return Link(text, urls.href(here, addresses.page(base, page)), current=page == number)

    near = sorted({1, count, *range(max(1, number - 2), min(count, number + 2) + 1)})
    return Pager(
        number=number,
        total=count,
        pages=tuple(link(page, str(page)) for page in near) if count > 1 else (),
        previous=link(number - 1, "上一页") if number > 1 else None,
        next=link(number + 1, "下一页") if number < count else None,
    )


def facet_counts(
    catalogue: Catalogue, name: str, kind: str
) -> list[tuple[str, list[tuple[str, str, int]]]]:
    """(title, [(key of the node, words, entries)]) for the places and categories of a list."""
    listed = {entry.key for entry in members(catalogue, name, kind)}
    groups = []
    for title, nodes, tree, found in (
        ("按地区", "regions", catalogue.regions, catalogue.in_region),
        ("按类别", "categories", catalogue.categories, catalogue.in_category),
    ):
        counts = {node: len(listed.intersection(keys)) for node, keys in found.items()}
        rows = []
        for node in tree.level(counts, AT_A_GLANCE):
            entry = catalogue.entries[f"{nodes}:{node}"]
            words = entry.label
            rows.append((entry.key, words, counts[node]))
        groups.append((title, rows))
    return groups


def view(context: RenderContext, name: str, kind: str, number_text: str) -> ListPage:
    catalogue = context.catalogue
    number = int(number_text)
    base = base_of(name, kind)
    here = addresses.page(base, number)
    collection = COLLECTIONS[name]
    entries = context.once(("members", name, kind), lambda: members(catalogue, name, kind))
    pages = chunks(entries, context.site.settings.page_size)
    title = kind_options(name, catalogue.options)[kind].zh if kind else collection.title.zh
    section = addresses.collection(name)
    return ListPage(
        frame=frame(
            context,
            here,
            title if number == 1 else f"{title}（第 {number} 页）",
            description=LEADS[name],
            section=section,
            trail=((collection.title.zh, section),) if kind else (),
        ),
        title=title,
        lead=LEADS[name],
        total=f"共 {len(entries)} {collection.unit}",
        as_of=catalogue.as_of.isoformat(),
        facets=context.once(
            ("facets", context.urls.href(here, addresses.HOME), name, kind),
            lambda: tuple(_facets(context, here, name, kind)),
        ),
        cards=cards(context, here, pages[number - 1]),
        pager=pager(context.urls, here, base, number, len(pages)),
    )


def _facets(context: RenderContext, here: str, name: str, kind: str) -> Iterator[FooterGroup]:
    catalogue = context.catalogue
    words_of = kind_options(name, catalogue.options)
    counts = kinds(catalogue, name)
    if counts:
        every = Link(
            "全部",
            context.urls.href(here, base_of(name, "")),
            str(len(catalogue.collections[name])),
            current=not kind,
        )
        links = tuple(
            Link(
                words_of[k].zh,
                context.urls.href(here, base_of(name, k)),
                str(count),
                current=k == kind,
            )
            for k, count in counts.items()
        )
        yield FooterGroup("按种类", (every, *links))
    for group, rows in facet_counts(catalogue, name, kind):
        links = tuple(
            Link(
                words, context.urls.href(here, addresses.entry(catalogue.entries[key])), str(count)
            )
            for key, words, count in rows
        )
        if links:
            yield FooterGroup(group, links)
