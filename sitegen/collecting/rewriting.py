"""An entry of a city as an entry of the province: its fields, with references to what these are called there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sitegen.building.parsing import load
from sitegen.collecting.city import City, told
from sitegen.collecting.naming import Naming, prefixed
from sitegen.collecting.pictures import name_of
from sitegen.config.site import Site
from sitegen.loading.document import Document, FieldPath, Places, Tree
from sitegen.model import extra_fields, validate
from sitegen.model.collections import COLLECTIONS
from sitegen.model.entry import Entry
from sitegen.model.fields import written_name
from sitegen.model.public_texts import public_tree
from sitegen.model.record_problems import owner_of
from sitegen.model.references import named_collection
from sitegen.model.referring import collections_at
from sitegen.problems import Problem

NOWHERE = Document("", {}, "", 1, "", Places())
OF_A_TOMBSTONE = frozenset(["name", "name_en", "pinyin", "withdrawn", "publish_until"])
"""What stays of an entry that is public no more, beside what no entry can be without."""
Fields = dict[str, Any]


def fields_of(entry: Entry, city: City, province: Site, naming: Naming) -> Fields:
    """The fields of an entry as they are written in the province."""
    collection = COLLECTIONS[entry.collection]
    tree: Fields = public_tree(collection.model, entry.tree)
    tree.pop("former_urls", None)  # addresses of the city's site are none of the province's
    for image in tree.get("images") or []:
        image["file"] = name_of(city.prefix, image["file"])
    _refer(tree, entry, city, naming)
    tree |= _own_facts(entry, province, naming)
    if entry.collection == "schemes" and "number_slug" in tree:
        tree["number_slug"] = prefixed(city.prefix, tree["number_slug"])
    if collection.listed and "region" not in tree and city.setting.region:
        tree["region"] = city.setting.region.id
    if entry.key in city.catalogue.gone:
        tree = tombstone(entry.collection, tree)
    return tree


def tombstone(collection: str, tree: Fields) -> Fields:
    """The fields of an entry that is public no more."""
    infos = COLLECTIONS[collection].model.model_fields.items()
    needed = {written_name(name, info) for name, info in infos if info.is_required()}
    return {name: value for name, value in tree.items() if name in needed | OF_A_TOMBSTONE}


def problems_of(
    collection: str, identifier: str, tree: Fields, entry: Entry, city: City, province: Site
) -> list[Problem]:
    """What the province has against the fields of an entry, at their places in the city's site."""
    options = province.options
    _, found = validate.read_entry(NOWHERE, collection, identifier, (), tree, options)
    if not found:
        return []
    document, _ = load(city.root, entry.file, city.site.options)
    _, found = validate.read_entry(
        document or NOWHERE, collection, identifier, entry.root, tree, options
    )
    return [replace(problem, at=told(city.shown, problem.at)) for problem in found]


def _refer(tree: Fields, entry: Entry, city: City, naming: Naming) -> None:
    """Put the province's keys where the fields refer to entries; what is not collected is left out."""
    model = COLLECTIONS[entry.collection].model
    lists: dict[FieldPath, list[str]] = {}
    for path, target in entry.mentions:
        if path[0] in entry.extra:
            continue
        key = naming.key(target)
        written = key and _short(key, collections_at(model, path))
        if isinstance(path[-1], int):
            members = lists.setdefault(path[:-1], [])
            members += [written] if written else []
        elif (group := _at(tree, path[:-1])) is not None:
            name = city.names.get(target, "") if _takes_name(model, path) else ""
            group[path[-1]] = written or name
    for path, members in lists.items():
        if (group := _at(tree, path[:-1])) is not None:
            group[path[-1]] = members


def _short(key: str, collections: tuple[str, ...]) -> str:
    """How a reference is written: the id alone where the field leads into one collection."""
    return key.partition(":")[2] if len(collections) == 1 else key


def _at(tree: Fields, path: FieldPath) -> Any:
    """The group at a path, None where it is not public."""
    for part in path:
        try:
            tree = tree[part]  # type: ignore[index]
        except (KeyError, IndexError, TypeError):
            return None
    return tree


def _takes_name(model: Any, path: FieldPath) -> bool:
    """Whether the field may hold a plain name in place of a reference."""
    owner = owner_of(model, path[:-1])
    infos = owner.model_fields.items()
    return any(
        written_name(name, info) == path[-1] and named_collection(info) for name, info in infos
    )


def _own_facts(entry: Entry, province: Site, naming: Naming) -> Mapping[str, Tree]:
    """The facts that site.yaml adds to a collection, where the province has them, too."""
    known = province.options.fields.get(entry.collection, {})
    facts: Fields = {}
    for name, members in entry.extra.items():
        field = known.get(name)
        if field is None:
            continue
        if field.type == extra_fields.REFERENCE:
            members = tuple(key for member in members if (key := naming.key(member)))
        facts[name] = list(members) if len(members) > 1 else "".join(members)
    return facts
