"""Region and category pages with everything in them, and the two tree indexes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sitegen.catalogue.catalogue import Catalogue
from sitegen.catalogue.trees import Tree
from sitegen.model.collections import COLLECTIONS
from sitegen.model.entry import Entry
from sitegen.model.places import REGION_KINDS
from sitegen.outputs import addresses
from sitegen.outputs.output import Dependency, Output, PlanContext, read, short
from sitegen.outputs.page_views import NodePage, TreePage
from sitegen.outputs.pages.lists import chunks, pager
from sitegen.outputs.parts.cards import cards
from sitegen.outputs.parts.frame import frame
from sitegen.outputs.parts.views import Branch, CardGroup, Fact, Link, Tile, Value
from sitegen.outputs.render_context import RenderContext

NODE = "pages/node.html"
TREE = "pages/tree.html"
TITLES = {"regions": "县市区", "categories": "类别"}
LEADS = {
    "regions": "每个县市区和功能区收录了什么，一目了然。",
    "categories": "从蔬菜水果到年画风筝，按东西本身来找。",
}


def plan(context: PlanContext) -> Iterator[Output]:
    catalogue = context.catalogue
    for kind in TITLES:
        nodes = catalogue.collections[kind]
        if not nodes:
            continue
        counts = {node.id: len(members(catalogue, node)) for node in nodes}
        listed = [(node.key, context.catalogue.cards[node.key], node.facts) for node in nodes]
        order = tree_of(catalogue, kind)
        tree = short([listed, counts, order.roots, order.children])
        yield context.page(addresses.collection(kind), "tree", TREE, kind, tree=tree)
        for node in nodes:
            yield from _node(context, kind, node, counts)


def _node(context: PlanContext, kind: str, node: Entry, counts: dict[str, int]) -> Iterator[Output]:
    catalogue = context.catalogue
    keys = members(catalogue, node)
    size = context.site.settings.page_size
    tree = tree_of(catalogue, kind)
    near = [
        (c, counts[c], catalogue.entries[f"{kind}:{c}"].card)
        for c in tree.children.get(node.id, ())
    ]
    above = [(a, catalogue.entries[f"{kind}:{a}"].card) for a in tree.ancestors(node.id)]
    parts = short(by_collection(keys)), short([near, above])
    for number, page in enumerate(chunks(keys, size), start=1):
        yield context.page(
            addresses.page(addresses.entry(node), number),
            "node",
            NODE,
            node.key,
            str(number),
            entry=read("facts", [node]),
            counts=parts[0],
            tree=parts[1],
            cards=Dependency("card", tuple(page)),
            pages=str(len(keys)),
        )


def tree_of(catalogue: Catalogue, kind: str) -> Tree:
    return catalogue.regions if kind == "regions" else catalogue.categories


def members(catalogue: Catalogue, node: Entry) -> tuple[str, ...]:
    """Keys of the entries in a node, by collection in the order of COLLECTIONS, then pinyin."""
    found = catalogue.in_region if node.collection == "regions" else catalogue.in_category
    return found.get(node.id, ())


def by_collection(keys: tuple[str, ...]) -> list[tuple[str, int]]:
    return list(Counter(key.partition(":")[0] for key in keys).items())


def view(context: RenderContext, key: str, number_text: str) -> NodePage:
    catalogue = context.catalogue
    node = catalogue.entries[key]
    kind = node.collection
    number = int(number_text)
    base = addresses.entry(node)
    here = addresses.page(base, number)
    keys = members(catalogue, node)
    pages = chunks(keys, context.site.settings.page_size)
    record = node.record(catalogue.options)
    tree = tree_of(catalogue, kind)
    trail = [(TITLES[kind], addresses.collection(kind))]
    for ancestor in reversed(tree.ancestors(node.id)):
        above = catalogue.entries[f"{kind}:{ancestor}"]
        trail.append((above.name, addresses.entry(above)))
    title = node.name if number == 1 else f"{node.name}（第 {number} 页）"
    counts = by_collection(keys)
    starts: dict[str, int] = {}
    for page_number, page_keys in enumerate(pages, start=1):
        for member in page_keys:
            starts.setdefault(member.partition(":")[0], page_number)
    said = "、".join(
        f"{COLLECTIONS[name].title.zh} {count} {COLLECTIONS[name].unit}" for name, count in counts
    )
    return NodePage(
        frame=frame(
            context,
            here,
            title,
            description=f"{node.name}：{said}。" if said else node.summary,
            section=addresses.collection(kind),
            trail=trail,
        ),
        title=node.name,
        kind=REGION_KINDS[record.kind].zh if kind == "regions" else "类别",
        lead=node.summary,
        facts=tuple(_facts(node, record)),
        counts=tuple(
            Link(
                COLLECTIONS[name].title.zh,
                f"#{name}"
                if starts[name] == number
                else context.urls.href(here, addresses.page(base, starts[name]), name),
                f"{count} {COLLECTIONS[name].unit}",
            )
            for name, count in counts
        ),
        children=tuple(_children(context, here, kind, tree, node)),
        groups=tuple(_groups(context, here, tuple(pages[number - 1]))),
        pager=pager(context.urls, here, base, number, len(pages)),
    )


def _facts(node: Entry, record: object) -> Iterator[Fact]:
    former = getattr(record, "former_names", ())
    if former:
        yield Fact("曾用名", tuple(Value(name.name) for name in former))
    synonyms = getattr(record, "synonyms", ()) or getattr(record, "aka", ())
    if synonyms:
        yield Fact("也叫", tuple(Value(word) for word in synonyms))


def _children(
    context: RenderContext, here: str, kind: str, tree: Tree, node: Entry
) -> Iterator[Link]:
    for child in tree.children.get(node.id, ()):
        entry = context.catalogue.entries[f"{kind}:{child}"]
        count = len(members(context.catalogue, entry))
        yield Link(_short_name(entry), context.urls.href(here, addresses.entry(entry)), str(count))


def _groups(context: RenderContext, here: str, keys: tuple[str, ...]) -> Iterator[CardGroup]:
    for name, collection in COLLECTIONS.items():
        entries = [context.catalogue.entries[key] for key in keys if key.startswith(f"{name}:")]
        if entries:
            yield CardGroup(collection.title.zh, cards(context, here, entries), id=name)


def _short_name(entry: Entry) -> str:
    return entry.label


def tree_view(context: RenderContext, kind: str) -> TreePage:
    here = addresses.collection(kind)
    tree = tree_of(context.catalogue, kind)
    return TreePage(
        frame=frame(context, here, TITLES[kind], description=LEADS[kind], section=here),
        title=TITLES[kind],
        lead=LEADS[kind],
        tiles=tiles(context, here) if kind == "regions" else (),
        branches=tuple(_branch(context, here, kind, tree, root) for root in tree.roots),
    )


def _branch(context: RenderContext, here: str, kind: str, tree: Tree, node: str) -> Branch:
    entry = context.catalogue.entries[f"{kind}:{node}"]
    count = len(members(context.catalogue, entry))
    link = Link(entry.name, context.urls.href(here, addresses.entry(entry)), str(count))
    below = tuple(
        _branch(context, here, kind, tree, child) for child in tree.children.get(node, ())
    )
    return Branch(link, entry.summary, below)


def tiles(context: RenderContext, here: str) -> tuple[Tile, ...]:
    """The tile grid of the regions that have a place in it, by rows.

    The third of the tiles with the most entries is level 3, the next 2, then 1; 0 has none.
    """
    catalogue = context.catalogue
    placed = [entry for entry in catalogue.collections["regions"] if entry.tree.get("tile")]
    counts = {entry.id: len(members(catalogue, entry)) for entry in placed}
    ranks = sorted(count for count in counts.values() if count)
    found = []
    for entry in placed:
        row, column = (int(part) for part in str(entry.tree["tile"]).split(","))
        count = counts[entry.id]
        level = 1 + 3 * ranks.index(count) // len(ranks) if count else 0
        url = context.urls.href(here, addresses.entry(entry))
        found.append(Tile(_short_name(entry), url, count, row, column, level))
    return tuple(sorted(found, key=lambda tile: (tile.row, tile.column)))
