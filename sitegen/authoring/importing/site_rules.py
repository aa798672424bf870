"""The rules of a site on single entries, for entries that are not written yet."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from sitegen import files
from sitegen.building.inspection import FOLDER
from sitegen.checks import entry_rule
from sitegen.checks.entry_rule import EntryRule
from sitegen.checks.levels import RulesInForce, chosen
from sitegen.checks.registry import RULES
from sitegen.checks.rule import Finding
from sitegen.config.site import Site
from sitegen.loading.document import FieldPath
from sitegen.model.entry import Entry
from sitegen.problems import Location, Problem


@dataclass(frozen=True, slots=True)
class SiteRules:
    """The rules as a site has set them. `media` are the names of the files in content/media."""

    site: Site
    rules: RulesInForce
    media: Collection[str]

    @classmethod
    def read(cls, site: Site, root: Path) -> Self:
        folder = root / FOLDER
        named = files.walk(folder) if folder.is_dir() and not folder.is_symlink() else ()
        media = frozenset(unicodedata.normalize("NFC", path) for path, _ in named)
        return cls(site, chosen(RULES, site)[0], media)

    def problems(self, entry: Entry, place: Callable[[FieldPath], Location]) -> list[Problem]:
        """What they find in an entry, nothing in a draft, as in a build; `place` gives the place of a field."""
        if entry.draft:
            return []
        found: list[Problem] = []

        def tell(entry: Entry, finding: Finding) -> None:
            if self.rules.counts(finding.kind):
                at = finding.at if isinstance(finding.at, Location) else place(finding.at)
                found.append(self.rules.problem(finding.kind, at, finding.facts))

        rules = self.rules.of(EntryRule)
        entry_rule.look(rules, [entry], self.site.settings, self.media, tell)
        return found
