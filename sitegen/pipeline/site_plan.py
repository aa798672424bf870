"""A plan made before, put right for entries that were edited since: what most saves come to.

Bodies, summaries and an entry's own facts shape no catalogue, and of a plan nothing but the keys of the
outputs that show them: these say of which entries they read what (`Output.dependencies`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from sitegen.building.media import Media
from sitegen.catalogue.catalogue import Catalogue
from sitegen.checks.catalogue_rule import CatalogueRule
from sitegen.checks.levels import RulesInForce
from sitegen.config.site import Site
from sitegen.loading.formats import is_table
from sitegen.model.collections import COLLECTIONS
from sitegen.model.entry import Entry, Unloaded
from sitegen.outputs.dependencies import ASPECT_DIGESTS
from sitegen.outputs.output import Output
from sitegen.outputs.plan_context import PlanContext
from sitegen.problems import Problem
from sitegen.rendering.images.fonts import Fonts

EDITABLE: Mapping[str, str] = {
    "body_json": "on its own page and in the search index; where it leads is in `links`",
    "body_digest": "the digest of the body: an aspect",
    "summary": "on its own page and on cards",
    "extra": "on its own page and in the search index; to what it refers is in `mentions`",
    "tree_json": "on its own page; nothing is planned from the record of a listed entry",
    "facts_digest": "the digest of the fields and of `extra`: an aspect",
    "line_digest": "the digest of what cards show: an aspect",
}
"""The fields of `Entry` that shape no catalogue and no plan, and where they show instead.

An output that shows them says so (`Output.dependencies`), by aspect. The rules that look at an entry read them
too, and look again. All other fields shape: a new one does until it is named here.
"""
BODY = ("body_json", "body_digest")
"""Those that may change in an entry of any collection. Of one that is not listed the catalogue may hold
the whole record: of schemes, announcements, regions and categories."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a catalogue and the plan of its outputs are made of; `theme` is the key of a theme, `today` the
    real day, whatever day the data stand for; `archive` says that this day was asked for; `fonts` are
    those of posters."""

    site: Site
    as_of: date
    archive: bool
    today: date
    theme: str
    media: Media
    failed: frozenset[str]
    rules: RulesInForce
    entries: tuple[Entry, ...]
    unloaded: tuple[Unloaded, ...] = ()
    fonts: Fonts | None = None


@dataclass(frozen=True, slots=True)
class SitePlan:
    """A catalogue and the outputs planned from it.

    `problems` are what was said of them as a whole, `in_entries` what was found in single entries, by
    their keys.
    """

    inputs: Inputs
    catalogue: Catalogue
    outputs: tuple[Output, ...]
    problems: tuple[Problem, ...]
    in_entries: Mapping[str, tuple[Problem, ...]]
    readers: dict[str, list[int]] = field(default_factory=dict)
    """Where in `outputs` those stand that read of an entry, by its key; empty until asked."""

    def with_edits(
        self,
        inputs: Inputs,
        contexts_of: Callable[[Catalogue], Sequence[PlanContext]],
        look: Callable[[Iterable[Entry]], Mapping[str, tuple[Problem, ...]]],
    ) -> SitePlan | None:
        """What would be planned from `inputs`, None where they differ in more than edits.

        `look` finds what is wrong in single entries: those edited are looked at again. Nothing is known
        where something was said of the whole in a file that has changed, or in a table, which may have:
        the place of it may have moved.
        """
        if replace(inputs, entries=()) != replace(self.inputs, entries=()):
            return None
        pairs = _edited(self.inputs, inputs.entries)
        if pairs is None:
            return None
        changed = {new.key: new for _, new in pairs}
        touched = {entry.file for entry in changed.values()}
        files_with_problems = {problem.at.file for problem in self.problems}
        if changed and any(file in touched or is_table(file) for file in files_with_problems):
            return None
        every = {entry.key: entry for entry in inputs.entries}
        catalogue = self.catalogue.with_edits(changed, every)
        contexts = contexts_of(catalogue)
        by_locale = {context.edition.locale: context for context in contexts}
        aspects = {
            aspect
            for aspect, digest in ASPECT_DIGESTS.items()
            if any(digest(old) != digest(new) for old, new in pairs)
        }
        outputs = list(self.outputs)
        for place in {place for key in changed for place in self._readers().get(key, ())}:
            context = by_locale.get(outputs[place].locale, contexts[0])
            outputs[place] = context.replan(outputs[place], changed.keys(), aspects)
        in_entries = {
            key: problems for key, problems in self.in_entries.items() if key not in changed
        }
        in_entries |= look(entry for key, entry in changed.items() if key in catalogue.entries)
        return SitePlan(inputs, catalogue, tuple(outputs), self.problems, in_entries, self.readers)

    def _readers(self) -> dict[str, list[int]]:
        if not self.readers:
            for place, output in enumerate(self.outputs):
                for key in {key for _, needed in output.dependencies for key in needed.keys}:
                    self.readers.setdefault(key, []).append(place)
        return self.readers


def _edited(before: Inputs, now: tuple[Entry, ...]) -> list[tuple[Entry, Entry]] | None:
    """The entries made anew, as they were and are; None where one differs in more than an edit may."""
    if len(before.entries) != len(now):
        return None
    rules = before.rules.of(CatalogueRule)
    reads = frozenset(name for rule in rules for name in rule.reads)
    pairs = [pair for pair in zip(before.entries, now, strict=True) if pair[0] is not pair[1]]
    return pairs if all(edited_only(*pair, reads) for pair in pairs) else None


def edited_only(old: Entry, new: Entry, reads: frozenset[str]) -> bool:
    """Whether two entries differ in nothing that shapes a catalogue or a plan, and in none of the
    fields that rules about the whole catalogue read."""
    if reads and _differ(old, new, reads):
        return False
    names = EDITABLE if COLLECTIONS[new.collection].listed else BODY
    return old._replace(**{name: getattr(new, name) for name in names}) == new


def _differ(old: Entry, new: Entry, reads: frozenset[str]) -> bool:
    if "body" in reads and old.body_json != new.body_json:
        return True
    trees = old.tree, new.tree
    return any(trees[0].get(name) != trees[1].get(name) for name in reads)
