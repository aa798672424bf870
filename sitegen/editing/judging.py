"""What is wrong with an entry as a form has it, by the field that it is wrong in, before it is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from sitegen.authoring.drafts import entry_file
from sitegen.authoring.importing.site_rules import SiteRules
from sitegen.building.body_problems import body_problems
from sitegen.building.parsing import NAMES
from sitegen.catalogue.names import Names
from sitegen.catalogue.references import targets
from sitegen.loading.document import Document, FieldPath, Places, Tree
from sitegen.model import entries, validate
from sitegen.model.collections import COLLECTIONS
from sitegen.model.entry import Entry
from sitegen.model.faults import MISSING_FIELD
from sitegen.model.options import Options
from sitegen.model.referring import collections_at, written_references
from sitegen.problems import Location, Problem
from sitegen.rendering import markdown

BODY: Final = 1_000_000
"""The line on which the body of a form begins: no form has so many fields."""
BODY_PATH: FieldPath = ("body",)


@dataclass(frozen=True, slots=True)
class Judged:
    """A problem of a form: in which field, at which line of the body where it is in this."""

    path: FieldPath
    problem: Problem
    line: int = 0


@dataclass(frozen=True, slots=True)
class Judge:
    """Judges single entries of a site as the next build would. `known` are all its entries by key, `failed` the
    keys of those that did not load."""

    options: Options
    rules: SiteRules
    known: Mapping[str, Entry]
    failed: frozenset[str]

    def problems(
        self, collection: str, identifier: str, tree: Mapping[str, Tree], body: str
    ) -> list[Judged]:
        """What is wrong, in the order of the fields."""
        paths = list(_paths(tree, ()))
        document = _numbered(collection, identifier, tree, body, paths)
        item, found = validate.read_entry(document, collection, identifier, (), tree, self.options)
        prose = markdown.render(body, NAMES)
        found += body_problems(document, prose)
        if item is not None:
            entry = entries.compact(item, document, prose.links, {})
            mentions = list(targets(entry))
            found += self.rules.problems(entry, lambda path: _place(document, path))
        else:
            model = COLLECTIONS[collection].model
            mentions = [(path, str(to)) for path, to in written_references(model, tree)]
        found += self._references(f"{collection}:{identifier}", mentions, document)
        return [_judged(problem, paths) for problem in sorted(found, key=lambda p: p.order)]

    def _references(
        self, own: str, mentions: Iterable[tuple[FieldPath, str]], document: Document
    ) -> Iterator[Problem]:
        """Those that lead nowhere."""
        model = COLLECTIONS[own.partition(":")[0]].model
        names: Names[Entry] | None = None
        for path, target in mentions:
            if target in self.known or target in self.failed or target == own:
                continue
            allowed = tuple(NAMES) if path[0] == "body" else collections_at(model, path)
            names = names or Names(self.known.values(), self.failed)
            wrong = names.problem_with(target, allowed)
            if wrong is not None:
                yield Problem(wrong[0], _place(document, path), wrong[1])


def _paths(tree: Tree | Mapping[str, Tree], path: FieldPath) -> Iterable[FieldPath]:
    yield path
    if isinstance(tree, Mapping):
        for name, value in tree.items():
            yield from _paths(value, (*path, name))
    elif isinstance(tree, list):
        for number, member in enumerate(tree):
            yield from _paths(member, (*path, number))


def _numbered(
    collection: str,
    identifier: str,
    tree: Mapping[str, Tree],
    body: str,
    paths: list[FieldPath],
) -> Document:
    """A document whose lines are the numbers of its fields, so that each problem tells the field that it is in."""
    places = {path: (number, 1) for number, path in enumerate(paths)}
    return Document(
        entry_file(collection, identifier), tree, body, BODY, "", Places(places, places)
    )


def _place(document: Document, path: FieldPath) -> Location:
    if path and path[0] == "body":
        return Location(document.file, BODY)
    return document.at(path)


def _judged(problem: Problem, paths: list[FieldPath]) -> Judged:
    line = problem.at.line or 0
    if line >= BODY:
        return Judged(BODY_PATH, problem, line - BODY + 1)
    path = paths[line] if line < len(paths) else ()
    if problem.kind is MISSING_FIELD:
        path = (*path, problem.facts["field"])
    return Judged(path, problem)
