"""What one process keeps of a build for the next, as the preview does."""

from __future__ import annotations

from dataclasses import dataclass, field

from sitegen.building import content as contents
from sitegen.building import manifest as manifests
from sitegen.catalogue.references_by_name import ReferencesByName
from sitegen.pipeline.loaded_theme import LoadedTheme
from sitegen.pipeline.site_plan import SitePlan


@dataclass(slots=True)
class PreviewMemory:
    """Of one site and one output folder. Nothing in it holds because it is there: each stage asks
    whether it was made of what it would read now."""

    entries: contents.ContentMemory = field(default_factory=contents.ContentMemory)
    by_name: ReferencesByName = field(default_factory=ReferencesByName)
    theme: LoadedTheme | None = None
    site_plan: SitePlan | None = None
    manifest: manifests.ManifestMemory = field(default_factory=manifests.ManifestMemory)
    frozen: bool = False
    """Whether what it holds is left alone by the search for cycles."""
