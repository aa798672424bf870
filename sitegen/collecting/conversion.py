"""The whole of a city as files of the province, or why it cannot be that."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sitegen.authoring.edits.new_entries import NotWritable
from sitegen.building.workers import spread
from sitegen.collecting import announcements, contradictions, pictures, rewriting, texts
from sitegen.collecting.bodies import body_of
from sitegen.collecting.city import City
from sitegen.collecting.naming import Naming
from sitegen.collecting.own_entries import OwnEntries
from sitegen.collecting.rewriting import Fields
from sitegen.collecting.texts import Written
from sitegen.model.collections import COLLECTIONS
from sitegen.model.entry import Entry
from sitegen.problems import Kind, Problem, Severity

NOT_WRITABLE = Kind(
    "collect.not-writable",
    Severity.ERROR,
    zh="里面有不能用的字符，写不进本站",
    en="it has a character that cannot be used, so it cannot be written",
    fix_zh="删掉看不见的字符，重新输入这一段",
    fix_en="remove invisible characters and type the text again",
)
Withdrawals = Mapping[str, Mapping[str, str]]
"""What the province itself has taken down, by key: the value of `withdrawn`."""


class CityFiles(NamedTuple):
    """The files of a city below content/collected/<prefix>, and its pictures by their name below content/media."""

    texts: Mapping[str, bytes]
    pictures: Mapping[str, bytes]


class _Context(NamedTuple):
    city: City
    own: OwnEntries
    naming: Naming
    withdrawals: Withdrawals


def city_files(
    city: City, own: OwnEntries, withdrawals: Withdrawals, *, workers: int
) -> tuple[CityFiles, list[Problem]]:
    """What a city becomes. With an error among the problems it must not be used."""
    naming = Naming(city, own)
    context = _Context(city, own, naming, withdrawals)
    collected = list(naming.collected())
    problems = list(naming.problems)
    for key, theirs in naming.shared.items():
        entry = city.entries[key]
        tree = rewriting.fields_of(entry, city, own.site, naming)
        problems += contradictions.contradictions(entry, theirs, tree, city, own)
    found: dict[str, bytes] = {}
    trees: list[Written] = []
    for data, written, faults in spread(_converted, context, collected, workers):
        problems += faults
        found.update(data)
        trees += [written] if written else []
    found.update(texts.files_of(trees, own.site.options))
    shown = [entry for entry, _ in collected if entry.key in city.catalogue.entries]
    images = {
        pictures.name_of(city.prefix, name): data for name, data in pictures.used(city, shown)
    }
    return CityFiles(dict(sorted(found.items())), images), problems


def _converted(
    context: _Context, item: tuple[Entry, str]
) -> tuple[dict[str, bytes], Written | None, list[Problem]]:
    """(files, or else what stands in the file of a tree, problems) of an entry. Runs in a worker."""
    entry, identifier = item
    city, own, naming, withdrawals = context
    fields: Fields | None = rewriting.fields_of(entry, city, own.site, naming)
    assert fields is not None
    problems: list[Problem] = []
    body = ""
    if entry.collection == "recognitions":
        fields, problems = announcements.with_own_rows(fields, entry, city, own, naming)
        if fields is None:
            return {}, None, problems
    taken_down = withdrawals.get(f"{entry.collection}:{identifier}")
    if taken_down and "withdrawn" not in fields:
        fields = rewriting.tombstone(entry.collection, {**fields, "withdrawn": dict(taken_down)})
    elif entry.key not in city.catalogue.gone:
        body, problems_of_body = body_of(entry, city, naming)
        problems += problems_of_body
    problems += rewriting.problems_of(entry.collection, identifier, fields, entry, city, own.site)
    written = Written(entry.collection, identifier, fields, body)
    try:
        if COLLECTIONS[entry.collection].tree:
            return {}, written, problems
        return texts.files_of([written], own.site.options), None, problems
    except NotWritable:
        return {}, None, [*problems, Problem(NOT_WRITABLE, city.place(entry))]
