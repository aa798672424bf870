"""References between entries: each must have a target. The reverse references are computed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sitegen.catalogue.ledger import EntryFinding
from sitegen.catalogue.names import Names
from sitegen.loading.document import FieldPath
from sitegen.model.collections import COLLECTIONS
from sitegen.model.entry import Entry, Unloaded
from sitegen.model.references import BY_NAME
from sitegen.model.referring import collections_at
from sitegen.model.types import is_id
from sitegen.problems import Kind, Severity

NOT_PUBLIC = Kind(
    "reference.not-public",
    Severity.WARNING,
    zh="指向的“{id}”尚未公开或已下架，页面上只显示名称、不带链接",
    en="“{id}” is not public, so pages show its name without a link",
    fix_zh="确认后去掉引用，或让那个条目公开",
    fix_en="remove the reference or publish that entry",
)
TWICE = Kind(
    "reference.twice",
    Severity.ERROR,
    zh="这一项和前面的一项是同一个条目：{id}（{name}）",
    en="this and one before it are the same entry: {id} ({name})",
    fix_zh="两个只留一个",
    fix_en="keep one of the two",
)
CYCLE = Kind(
    "reference.cycle",
    Severity.ERROR,
    zh="上级关系绕成了圈：{cycle}",
    en="the parents go round in a circle: {cycle}",
    fix_zh="改掉圈里其中一个 parent",
    fix_en="change one parent in the circle",
)

Uses = Mapping[tuple[str, str], tuple[str, ...]]
"""Keys of the entries that refer to something, by their (collection, field)."""


def targets(entry: Entry | Unloaded) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """(field path, key) of everything an entry refers to, in fields and in its body.

    For names in place of ids see `catalogue/names.py`.
    """
    for mention in entry.mentions:
        yield mention.path, mention.target
    for link in entry.links:
        collection, colon, rest = link.partition(":")
        if colon and collection in COLLECTIONS:
            to = rest.partition("#")[0]
            yield ("body", link), f"{collection}:{to if is_id(to) else BY_NAME + to}"


def check(
    entries: Iterable[Entry | Unloaded],
    known: Mapping[str, Entry],
    public: Mapping[str, Entry],
    failed: frozenset[str],
    coming: frozenset[str] = frozenset(),
) -> Iterator[EntryFinding]:
    """References that lead nowhere. One to an entry that failed to load is not reported again.

    `failed` may name a whole collection (`regions:`) of which nothing could be read. `coming` are public
    from a later day on, without anybody's doing: of references to them nothing is said.
    """
    names: Names[Entry] | None = None
    for entry in entries:
        seen: set[tuple[FieldPath, str]] = set()
        for path, target in targets(entry):
            if isinstance(path[-1], int) and target in known:
                if (path[:-1], target) in seen:
                    yield TWICE, entry, path, {"id": target, "name": known[target].name}
                seen.add((path[:-1], target))
            if target in public or target in failed or target in coming:
                continue
            if target in known:
                yield NOT_PUBLIC, entry, path, {"id": target}
                continue
            names = names or Names(known.values(), failed)
            wrong = names.problem_with(target, _allowed(entry, path))
            if wrong is not None:
                yield wrong[0], entry, path, wrong[1]


def _allowed(entry: Entry | Unloaded, path: FieldPath) -> tuple[str, ...]:
    """The collections that a reference in this field, or in the body, may lead into."""
    if path[0] == "body":
        return tuple(name for name, collection in COLLECTIONS.items() if collection.shown)
    return collections_at(COLLECTIONS[entry.collection].model, path)


def reverse(entries: Iterable[Entry]) -> dict[str, Uses]:
    """For each key that is referred to: the entries that do so, by collection and field."""
    uses: dict[str, dict[tuple[str, str], dict[str, None]]] = {}
    for entry in entries:
        for path, target in targets(entry):
            fields = uses.setdefault(target, {})
            fields.setdefault((entry.collection, str(path[0])), {})[entry.key] = None
    return {
        target: {field: tuple(keys) for field, keys in fields.items()}
        for target, fields in uses.items()
    }
