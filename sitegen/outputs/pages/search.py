"""The search page: without scripts a page of ways on, with them also the results."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.catalogue.catalogue import Catalogue
from sitegen.catalogue.trees import Tree
from sitegen.model.collections import COLLECTIONS
from sitegen.outputs import addresses
from sitegen.outputs.output import Output, PlanContext, short
from sitegen.outputs.page_views import SearchPage
from sitegen.outputs.pages.letters import letter_links, letters
from sitegen.outputs.pages.nodes import TITLES, members, tree_of
from sitegen.outputs.parts.featured import example_links, examples
from sitegen.outputs.parts.frame import MENU, frame, search_box
from sitegen.outputs.parts.views import FooterGroup, Link
from sitegen.outputs.render_context import RenderContext

TEMPLATE = "pages/search.html"
TITLE = "搜索"
LEAD = "名称、拼音、首字母、地名加品名、公告号，都能查。"
MANY = 40
"""So many places or categories at most stand on the page; where there are more, the upper ones."""


def plan(context: PlanContext) -> Iterator[Output]:
    catalogue = context.catalogue
    counts = short([(letter, len(entries)) for letter, entries in letters(context)])
    nodes = [
        (kind, node, catalogue.cards[f"{kind}:{node}"], count)
        for kind in TITLES
        for node, count in upper(catalogue, kind)
    ]
    yield context.page(
        addresses.SEARCH,
        "search",
        TEMPLATE,
        letters=counts,
        counts=short([(name, len(catalogue.collections[name])) for name in MENU]),
        nodes=short(nodes),
        examples=short(examples(context)),
    )


def upper(catalogue: Catalogue, kind: str) -> list[tuple[str, int]]:
    """(id, entries) of the places or categories that have any, in the order of their tree.

    As many levels of it as fit into MANY, at least one; a sole root is left out.
    """
    tree = tree_of(catalogue, kind)
    level = list(_children(catalogue, kind, tree, tree.roots))
    if len(level) == 1:
        level = list(_children(catalogue, kind, tree, tree.children.get(level[0][0], ()))) or level
    deeper = [
        row
        for node in level
        for row in (node, *_children(catalogue, kind, tree, tree.children.get(node[0], ())))
    ]
    return deeper if len(deeper) <= MANY else level


def _children(
    catalogue: Catalogue, kind: str, tree: Tree, ids: tuple[str, ...]
) -> Iterator[tuple[str, int]]:
    for node in ids:
        count = len(members(catalogue, catalogue.entries[f"{kind}:{node}"]))
        if count:
            yield node, count


def view(context: RenderContext) -> SearchPage:
    here = addresses.SEARCH
    return SearchPage(
        frame=frame(context, here, TITLE, description=LEAD, section=here),
        title=TITLE,
        lead=LEAD,
        search=search_box(context, here),
        examples=example_links(context, here),
        letters=letter_links(context, here),
        ways=tuple(_ways(context, here)),
    )


def _ways(context: RenderContext, here: str) -> Iterator[FooterGroup]:
    catalogue = context.catalogue
    href = context.urls.href
    lists = tuple(
        Link(COLLECTIONS[name].title.zh, href(here, addresses.collection(name)), str(count))
        for name in MENU
        if (count := len(catalogue.collections[name]))
    )
    yield FooterGroup("按栏目看", lists)
    for kind, title in TITLES.items():
        links = []
        for node, count in upper(catalogue, kind):
            entry = catalogue.entries[f"{kind}:{node}"]
            words = entry.label
            links.append(Link(words, href(here, addresses.entry(entry)), str(count)))
        yield FooterGroup(f"按{title}找", tuple(links))
