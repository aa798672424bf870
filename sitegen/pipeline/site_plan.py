"""A plan made before, put right for entries that were edited since: what most saves come to.

Bodies, summaries and an entry's own facts shape no catalogue, and of a plan nothing but the keys of the
outputs that show them: these say of which entries they read what (`Output.dependencies`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from sitegen.building.media import Media
from sitegen.catalogue.catalogue import Catalogue
from sitegen.checks import contacts, credit_codes, images
from sitegen.config import Site
from sitegen.loading.formats import is_table
from sitegen.model.collections import COLLECTIONS
from sitegen.model.entry import Entry
from sitegen.outputs.dependencies import ASPECT_DIGESTS
from sitegen.outputs.output import Output
from sitegen.outputs.plan_context import PlanContext
from sitegen.problems import Problem

EDITED = ("summary", "extra", "facts", "card", "prose", "tree_json", "body_json")
CHECKED = contacts.FIELDS | credit_codes.FIELDS | images.FIELDS
"""Fields that checks read in the tree of an entry."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a catalogue and the plan of its outputs are made of; `theme` is the key of a theme."""

    site: Site
    as_of: date
    theme: str
    media: Media
    failed: frozenset[str]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class SitePlan:
    """A catalogue and the outputs planned from it, with everything that was said of them."""

    inputs: Inputs
    catalogue: Catalogue
    outputs: tuple[Output, ...]
    problems: tuple[Problem, ...]
    readers: dict[str, list[int]] = field(default_factory=dict)
    """Where in `outputs` those stand that read of an entry, by its key; empty until asked."""

    def with_edits(
        self, inputs: Inputs, contexts_of: Callable[[Catalogue], Sequence[PlanContext]]
    ) -> SitePlan | None:
        """What would be planned from `inputs`, None where they differ in more than edits.

        Nor is anything known where something was said of a file that has changed, or of a table,
        which may have: the place of it may have moved.
        """
        if replace(inputs, entries=()) != replace(self.inputs, entries=()):
            return None
        pairs = _edited(self.inputs.entries, inputs.entries)
        if pairs is None:
            return None
        changed = {new.key: new for _, new in pairs}
        touched = {entry.file for entry in changed.values()}
        said = {problem.at.file for problem in self.problems}
        if changed and any(file in touched or is_table(file) for file in said):
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
        return SitePlan(inputs, catalogue, tuple(outputs), self.problems, self.readers)

    def _readers(self) -> dict[str, list[int]]:
        if not self.readers:
            for place, output in enumerate(self.outputs):
                for key in {key for _, needed in output.dependencies for key in needed.keys}:
                    self.readers.setdefault(key, []).append(place)
        return self.readers


def _edited(before: tuple[Entry, ...], now: tuple[Entry, ...]) -> list[tuple[Entry, Entry]] | None:
    """The entries made anew, as they were and are; None where one differs in more than an edit may."""
    if len(before) != len(now):
        return None
    pairs = [pair for pair in zip(before, now, strict=True) if pair[0] is not pair[1]]
    return pairs if all(edited_only(*pair) for pair in pairs) else None


def edited_only(old: Entry, new: Entry) -> bool:
    """Whether two entries differ in nothing that shapes a catalogue, a plan or what is said of them.

    That may be the body of any; of an entry of a listed collection also its summary, its own facts
    and all other fields that `Entry` does not show and no check reads.
    """
    if old._replace(body_json=new.body_json, prose=new.prose) == new:
        return True
    if not COLLECTIONS[new.collection].listed:
        return False
    if old._replace(**{name: getattr(new, name) for name in EDITED}) != new:
        return False
    trees = old.tree, new.tree
    return all(trees[0].get(name) == trees[1].get(name) for name in CHECKED)
