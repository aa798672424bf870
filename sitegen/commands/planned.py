"""A plan apart from the bodies of entries, so that one made before still holds when only those change.

Of all that a build reads, bodies change most often; nothing of a catalogue or plan reads them but
the keys of the outputs that show them (`Output.bodies`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from sitegen.building.media import Media
from sitegen.catalogue.catalogue import Catalogue
from sitegen.config import Site
from sitegen.model.entry import Entry
from sitegen.outputs.output import Output
from sitegen.problems import Problem


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
class Planned:
    """A catalogue and the outputs planned from it, with everything that was said of them."""

    inputs: Inputs
    catalogue: Catalogue
    outputs: tuple[Output, ...]
    problems: tuple[Problem, ...]

    def with_bodies(self, inputs: Inputs) -> Planned | None:
        """What would be planned from `inputs`, None where they differ in more than bodies.

        Nor is anything known where something was said of a file that has changed, or of a table,
        which may have: the place of it may have moved.
        """
        if replace(inputs, entries=()) != replace(self.inputs, entries=()):
            return None
        changed = _changed(self.inputs.entries, inputs.entries)
        if changed is None:
            return None
        touched = {entry.file for entry in changed.values()}
        said = {problem.at.file for problem in self.problems}
        if changed and any(file in touched or file.endswith(".csv") for file in said):
            return None
        catalogue = self.catalogue.with_bodies(changed)
        outputs = tuple(_with_bodies(output, catalogue, changed) for output in self.outputs)
        return Planned(inputs, catalogue, outputs, self.problems)


def _changed(before: tuple[Entry, ...], now: tuple[Entry, ...]) -> dict[str, Entry] | None:
    """The entries made anew, by key; None where one of them differs in more than its body."""
    if len(before) != len(now):
        return None
    changed = {}
    for old, new in zip(before, now, strict=True):
        if old is not new:
            if old._replace(body_json=new.body_json, prose=new.prose) != new:
                return None
            changed[new.key] = new
    return changed


def _with_bodies(output: Output, catalogue: Catalogue, changed: dict[str, Entry]) -> Output:
    if changed.keys().isdisjoint(output.bodies):
        return output
    return output.with_bodies(list(_entries(catalogue, output.bodies)))


def _entries(catalogue: Catalogue, keys: Iterable[str]) -> Iterable[Entry]:
    return (catalogue.entries.get(key) or catalogue.gone[key] for key in keys)
