"""References that name an entry instead of giving its id: `region: 青州市`.

A name is taken where exactly one entry has it. Looking names up needs all entries, so it is done after
they are loaded and before anything is made of them; from then on such a reference is an id. Names that
no entry or several have stay as they are: `references.check` tells the author.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sitegen.catalogue.names import Names, is_by_name
from sitegen.catalogue.references import targets
from sitegen.config.site import Site
from sitegen.files import digest
from sitegen.model import entries as model_entries
from sitegen.model.entry import Entry, canonical
from sitegen.model.options import Options
from sitegen.model.references import Reference


@dataclass(slots=True)
class ReferencesByName:
    """Looks names up. It keeps what it made of each entry: as long as the entry and what its names
    mean stay the same, the same object is given again, so that the preview sees it as unchanged."""

    _known: dict[str, tuple[Entry, Mapping[str, str], Entry]] = field(default_factory=dict)

    def resolved(self, entries: Sequence[Entry], options: Options) -> tuple[Entry, ...]:
        """The entries, each with ids in place of the names that exactly one entry has."""
        written = {
            entry.key: by_name
            for entry in entries
            if (by_name := [target for _, target in targets(entry) if is_by_name(target)])
        }
        if not written:
            self._known = {}
            return tuple(entries)
        names = Names(entries)
        before, self._known = self._known, {}
        result = []
        for entry in entries:
            if entry.key in written:
                keys = {
                    target: matches[0].key
                    for target in written[entry.key]
                    if len(matches := names.matches(target)) == 1
                }
                known = before.get(entry.key)
                if known is None or known[0] is not entry or known[1] != keys:
                    known = (entry, keys, model_entries.with_references(entry, keys, options))
                self._known[entry.key] = known
                entry = known[2]
            result.append(entry)
        return tuple(result)


def in_settings(site: Site, entries: Iterable[Entry]) -> Site:
    """The site, its settings having ids in place of the names that exactly one entry has.

    Its digest says which ones, since the same name may come to mean another entry.
    """
    settings = site.settings
    home = settings.home_region
    written = [*settings.featured, *([home] if home else [])]
    if not any(is_by_name(str(reference)) for reference in written):
        return site
    names = Names(entries)

    def looked_up(reference: Reference) -> Reference:
        matches = names.matches(str(reference)) if is_by_name(str(reference)) else []
        return Reference(matches[0].collection, matches[0].id) if len(matches) == 1 else reference

    featured = tuple(map(looked_up, settings.featured))
    changed = {"featured": featured, "home_region": looked_up(home) if home else None}
    meant = canonical([site.digest, *map(str, featured), str(changed["home_region"])])
    return replace(
        site,
        settings=settings.model_copy(update=changed),
        digest=digest(meant.encode())[:20],
    )
